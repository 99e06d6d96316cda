#include "connection.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

int64_t rehearsal_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// A name that a thread of its own resolves, because the system's resolver may take minutes and has no limit. Whoever of the
// two ends last frees it.
struct resolution {
  pthread_mutex_t lock;
  pthread_cond_t ended;
  int is_ended, is_abandoned, error;
  struct addrinfo *addresses;
  char host[256], port[8];
};

static void free_resolution(struct resolution *resolution) {
  if (resolution->addresses != NULL) freeaddrinfo(resolution->addresses);
  pthread_mutex_destroy(&resolution->lock);
  pthread_cond_destroy(&resolution->ended);
  free(resolution);
}

static void *resolve(void *argument) {
  struct resolution *own = argument;
  struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_ADDRCONFIG};
  struct addrinfo *addresses = NULL;
  int error = getaddrinfo(own->host, own->port, &hints, &addresses);
  // A machine without a network still reaches itself.
  if (error != 0) {
    hints.ai_flags = 0;
    error = getaddrinfo(own->host, own->port, &hints, &addresses);
  }
  pthread_mutex_lock(&own->lock);
  own->error = error;
  own->addresses = error == 0 ? addresses : NULL;
  own->is_ended = 1;
  int is_abandoned = own->is_abandoned;
  pthread_cond_signal(&own->ended);
  pthread_mutex_unlock(&own->lock);
  if (is_abandoned) free_resolution(own);
  return NULL;
}

// NULL where it takes longer than the deadline or memory is short.
static struct resolution *resolution_of(const char *host, uint16_t port, int64_t deadline) {
  struct resolution *own = calloc(1, sizeof *own);
  if (own == NULL) return NULL;
  pthread_mutex_init(&own->lock, NULL);
  pthread_cond_init(&own->ended, NULL);
  snprintf(own->host, sizeof own->host, "%s", host);
  snprintf(own->port, sizeof own->port, "%u", port);
  pthread_t thread;
  if (pthread_create(&thread, NULL, resolve, own) != 0) {
    free_resolution(own);
    return NULL;
  }
  pthread_detach(thread);
  int64_t left = deadline - rehearsal_now();
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  if (left > 0) {
    int64_t nanoseconds = until.tv_nsec + left % 1000 * 1000000;
    until.tv_sec += left / 1000 + nanoseconds / 1000000000;
    until.tv_nsec = nanoseconds % 1000000000;
  }
  pthread_mutex_lock(&own->lock);
  while (!own->is_ended)
    if (pthread_cond_timedwait(&own->ended, &own->lock, &until) != 0) break;
  int is_ended = own->is_ended;
  own->is_abandoned = !is_ended;
  pthread_mutex_unlock(&own->lock);
  return is_ended ? own : NULL;
}

// Returns 1 when the socket is ready, 0 when the time is over.
static int await(int socket, short events, int64_t deadline) {
  for (;;) {
    int64_t left = deadline - rehearsal_now();
    if (left <= 0) return 0;
    struct pollfd entry = {.fd = socket, .events = events};
    int ready = poll(&entry, 1, left > 60000 ? 60000 : (int)left);
    if (ready > 0 || (ready < 0 && errno != EINTR)) return 1;
  }
}

static int is_over(int error) { return error == ECONNRESET || error == EPIPE; }

static rehearsal_end end_of(int error) { return is_over(error) ? rehearsal_end_reset : rehearsal_end_error; }

int rehearsal_send(int socket, const void *bytes, size_t count, int64_t deadline, rehearsal_end *end) {
  for (const char *place = bytes; count > 0;) {
    ssize_t sent = send(socket, place, count, MSG_NOSIGNAL);
    if (sent >= 0) {
      place += sent;
      count -= (size_t)sent;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      if (!await(socket, POLLOUT, deadline)) return *end = rehearsal_end_time, 0;
    } else if (errno != EINTR) {
      return *end = end_of(errno), 0;
    }
  }
  return 1;
}

size_t rehearsal_receive(int socket, void *bytes, size_t capacity, int64_t deadline, rehearsal_end *end) {
  for (;;) {
    // Asked first, so that bytes that come without a pause do not outlast the time.
    if (!await(socket, POLLIN, deadline)) return *end = rehearsal_end_time, 0;
    ssize_t count = recv(socket, bytes, capacity, 0);
    if (count > 0) return (size_t)count;
    if (count == 0) return *end = rehearsal_end_closed, 0;
    if (errno != EINTR && errno != EAGAIN && errno != EWOULDBLOCK) return *end = end_of(errno), 0;
  }
}

// Connects to one address; returns the socket, or -1 with errno, ETIMEDOUT when the time is over.
static int connect_one(const struct addrinfo *address, int64_t deadline) {
  int own = socket(address->ai_family, address->ai_socktype, address->ai_protocol);
  if (own < 0) return -1;
  int error = 0;
  socklen_t size = sizeof error;
  (void)fcntl(own, F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
  setsockopt(own, SOL_SOCKET, SO_NOSIGPIPE, &(int){1}, sizeof(int));
#endif
  if (fcntl(own, F_SETFL, O_NONBLOCK) != 0) {
    error = errno;
  } else if (connect(own, address->ai_addr, address->ai_addrlen) != 0) {
    error = errno;
    if (error == EINPROGRESS || error == EINTR) {
      error = ETIMEDOUT;
      if (await(own, POLLOUT, deadline) && getsockopt(own, SOL_SOCKET, SO_ERROR, &error, &size) != 0) error = errno;
    }
  }
  if (error == 0) return own;
  close(own);
  errno = error;
  return -1;
}

int rehearsal_connect(const char *host, uint16_t port, int64_t deadline, rehearsal_sighting *sighting, char *detail, size_t size) {
  sighting->step = rehearsal_step_resolve;
  if (strlen(host) >= sizeof ((struct resolution *)NULL)->host) {
    sighting->end = rehearsal_end_error;
    snprintf(detail, size, "the name is too long");
    return -1;
  }
  struct resolution *resolution = resolution_of(host, port, deadline);
  if (resolution == NULL) {
    sighting->end = rehearsal_end_time;
    return -1;
  }
  int connected = -1;
  if (resolution->error != 0) {
    sighting->end = rehearsal_end_error;
    snprintf(detail, size, "%s", gai_strerror(resolution->error));
  } else {
    sighting->step = rehearsal_step_connect;
    int64_t left = 0;
    for (const struct addrinfo *one = resolution->addresses; one != NULL; one = one->ai_next) left++;
    int error = 0;
    for (const struct addrinfo *one = resolution->addresses; one != NULL && connected < 0; one = one->ai_next, left--) {
      // Each gets its part of the time, so that one that drops packets does not take that of the others.
      int64_t now = rehearsal_now();
      connected = connect_one(one, now + (deadline - now) / left);
      if (connected < 0 && (error == 0 || error == ETIMEDOUT)) error = errno;
    }
    if (connected < 0) {
      sighting->end = error == ETIMEDOUT ? rehearsal_end_time : rehearsal_end_error;
      // strerror is not safe among threads everywhere; strerror_r differs between systems.
      snprintf(detail, size, "%s", strerror(error));
    }
  }
  free_resolution(resolution);
  return connected;
}
