#ifndef REHEARSAL_CPOSTING_H
#define REHEARSAL_CPOSTING_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Posts over HTTP/1.1 to one address, with a number of connections that are used again. One thread at a time. Every request is
/// written once at most: libcurl's own repetition, where a connection that is used again turns out to be closed, is refused.
typedef struct rehearsal_poster rehearsal_poster;

enum {
  rehearsal_poster_done = 0,
  /// As many requests are on their way as there are connections.
  rehearsal_poster_busy = 1,
  /// A header that is not one, or that the client writes itself.
  rehearsal_poster_bad_header = 2,
  rehearsal_poster_no_memory = 3,
  /// No descriptor is left, or the system refuses one: `errno` says why.
  rehearsal_poster_no_descriptor = 4,
  /// The address is not one of HTTP, or the library refuses a setting.
  rehearsal_poster_refused = 5,
};

/// A header; the texts are copied.
typedef struct {
  const char *name;
  size_t name_count;
  const void *value;
  size_t value_count;
} rehearsal_poster_field;

/// A poster that is not open. NULL where memory is short. Times are in milliseconds; `keep_alive` in seconds, at least 1.
/// `guards` is 1, but for a test of what the library does without the guard.
rehearsal_poster *rehearsal_poster_new(
    const char *url, const char *method, int32_t connections, int64_t timeout, int32_t keep_alive, int32_t guards);

/// Adds a header of every request.
int32_t rehearsal_poster_add_header(rehearsal_poster *poster, const rehearsal_poster_field *field);

/// The authorities that the server's certificate must be issued by, in place of the system's, as PEM.
int32_t rehearsal_poster_set_authorities(rehearsal_poster *poster, const void *pem, size_t count);

/// The certificate and key to sign in with, as PEM; `password` is of the key, or NULL.
int32_t rehearsal_poster_set_certificate(
    rehearsal_poster *poster, const void *pem, size_t count, const void *key, size_t key_count, const char *password);

/// Takes every certificate of the server.
void rehearsal_poster_set_unverified(rehearsal_poster *poster);

/// Nothing can be set any more. Connects to nothing.
int32_t rehearsal_poster_open(rehearsal_poster *poster);

/// Ends what is on its way without an answer, and wipes the secrets.
void rehearsal_poster_free(rehearsal_poster *poster);

/// Readable while `rehearsal_poster_drive` has something to do.
int32_t rehearsal_poster_descriptor(const rehearsal_poster *poster);

/// Begins a request; `body` and `fields` are copied. A field replaces the header of that name of every request.
int32_t rehearsal_poster_send(
    rehearsal_poster *poster, uint64_t number, const void *body, size_t count, const rehearsal_poster_field *fields,
    size_t field_count);

/// Reads and writes what can be, without waiting.
void rehearsal_poster_drive(rehearsal_poster *poster);

/// The time of CLOCK_MONOTONIC at which `rehearsal_poster_drive` is due although nothing is readable, in nanoseconds;
/// UINT64_MAX where nothing is on its way.
uint64_t rehearsal_poster_next(const rehearsal_poster *poster);

/// Why there is no answer.
enum {
  rehearsal_poster_answered = 0,
  rehearsal_poster_name = 1,
  rehearsal_poster_connection = 2,
  rehearsal_poster_tls = 3,
  rehearsal_poster_timeout = 4,
  rehearsal_poster_closed = 5,
  rehearsal_poster_unreadable = 6,
  rehearsal_poster_resend = 7,
  rehearsal_poster_abandoned = 8,
  rehearsal_poster_other = 9,
};

typedef struct {
  uint64_t number;
  /// CLOCK_MONOTONIC, in nanoseconds.
  uint64_t at;
  /// 0 without an answer.
  int32_t status;
  int32_t failure;
  /// 1 where the connection has taken a byte of the request.
  int32_t is_written;
  /// The library's sentence, zero-terminated and at most 255 bytes; valid until the next call.
  const char *text;
} rehearsal_poster_answer;

/// Takes the outcome of a request; 0 where there is none to take. Each request has exactly one.
int32_t rehearsal_poster_take(rehearsal_poster *poster, rehearsal_poster_answer *answer);

/// Ends every request that is on its way; each has its outcome to take.
void rehearsal_poster_abandon(rehearsal_poster *poster);

/// Requests on their way, and outcomes that were not taken.
int32_t rehearsal_poster_count(const rehearsal_poster *poster);

/// Connections that were ready for a request, so far.
uint64_t rehearsal_poster_connections_made(const rehearsal_poster *poster);

/// The most of them that were open at once.
uint64_t rehearsal_poster_connections_max(const rehearsal_poster *poster);

/// The version of the library that is linked.
const char *rehearsal_poster_library(void);

#ifdef __cplusplus
}
#endif
#endif
