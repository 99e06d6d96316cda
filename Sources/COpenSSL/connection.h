#ifndef REHEARSAL_CONNECTION_H
#define REHEARSAL_CONNECTION_H
#include "CHandshake.h"

#include <sys/types.h>

// Milliseconds of the monotonic clock.
int64_t rehearsal_now(void);

// A socket that is connected to one of the host's addresses, or -1: then the step, the end and the detail are set. Not
// blocking, and without SIGPIPE.
int rehearsal_connect(const char *host, uint16_t port, int64_t deadline, rehearsal_sighting *sighting, char *detail, size_t size);

// Sends everything. Returns 1, or 0 with `end` set.
int rehearsal_send(int socket, const void *bytes, size_t count, int64_t deadline, rehearsal_end *end);

// Receives what there is. Returns how much, or 0 with `end` set.
size_t rehearsal_receive(int socket, void *bytes, size_t capacity, int64_t deadline, rehearsal_end *end);
#endif
