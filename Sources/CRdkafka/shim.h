#ifndef REHEARSAL_CRDKAFKA_H
#define REHEARSAL_CRDKAFKA_H
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>  // the embedded broker: outside the library's ABI promise, exported by every build of it
#endif
