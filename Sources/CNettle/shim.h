#ifndef REHEARSAL_CNETTLE_H
#define REHEARSAL_CNETTLE_H
#include <nettle/sha2.h>
#endif
