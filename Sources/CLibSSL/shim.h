#ifndef REHEARSAL_CLIBSSL_H
#define REHEARSAL_CLIBSSL_H
#include <openssl/ssl.h>
#endif
