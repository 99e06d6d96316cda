#ifndef REHEARSAL_POSTER_INTERNAL_H
#define REHEARSAL_POSTER_INTERNAL_H
#include "CPosting.h"

#include <curl/curl.h>
#include <stdbool.h>

// The question before each request, on which the guard rests, came with 7.80.
#if LIBCURL_VERSION_NUM < 0x075000
#error "libcurl 7.80 or newer is needed"
#endif

// Answers are read and thrown away, up to here; then the connection is closed, and the status counts all the same.
#define MOST_ANSWER_BYTES (1 << 20)
#define MOST_ANSWER_HEADER_BYTES (64 << 10)
#define NEVER UINT64_MAX
#define NO_SLOT (-1)

// Memory that is kept for the next request.
typedef struct {
  char *bytes;
  size_t count;
  size_t capacity;
} buffer;

// One request on its way, and what is used again for the next.
typedef struct {
  CURL *easy;
  rehearsal_poster *poster;
  int32_t index;
  int32_t next;
  bool is_sent;
  uint64_t number;
  buffer body;
  // The bytes of the body that the library has taken.
  size_t given;
  // How often a connection was ready for the request.
  int attempts;
  bool is_resent;
  long connects;
  size_t header_bytes;
  size_t answer_bytes;
  bool has_status;
  bool is_header_too_long;
  buffer fields_text;
  struct curl_slist *fields;
  size_t fields_capacity;
  rehearsal_poster_answer answer;
  char text[CURL_ERROR_SIZE];
} slot;

// A header of every request.
typedef struct {
  char *text;
  size_t name_count;
} header;

// Whose an open socket is: a slot's that connects by it, or a connection's that was ready for a request.
enum { socket_unknown = 0, socket_established = -1 };

struct rehearsal_poster {
  char *url;
  char *method;
  int32_t connections;
  int64_t timeout;
  int32_t keep_alive;
  bool guards;
  bool is_unverified;
  buffer authorities;
  buffer certificate;
  buffer key;
  char *password;
  header *headers;
  size_t header_count;
  bool has_content_type;

  CURLM *multi;
  int descriptor;
  // When the library wants to be called.
  uint64_t due;
  // When it was called last because of the time.
  uint64_t passed;
  slot *slots;
  // The first that is free, and those whose outcome can be taken, first come first.
  int32_t free;
  int32_t first_done;
  int32_t last_done;
  int32_t count;

  // By descriptor: the slot's index + 1, or one of the two above.
  int32_t *sockets;
  size_t socket_capacity;
  uint64_t made;
  uint64_t open;
  uint64_t most;
};

uint64_t rehearsal_poster_now(void);

bool rehearsal_poster_keep(buffer *buffer, const void *bytes, size_t count);
void rehearsal_poster_wipe(buffer *buffer);

// Fills in the header list of a request: those of every request that no field replaces, then the fields.
int32_t rehearsal_poster_fields(slot *slot, const rehearsal_poster_field *fields, size_t count);
bool rehearsal_poster_is_header(const rehearsal_poster_field *field);
bool rehearsal_poster_is_content_type(const char *name, size_t count);

// The library's handle of a slot, with all of its settings.
int32_t rehearsal_poster_equip(slot *slot);

// The interest in sockets, on one descriptor.
int rehearsal_poster_poll_new(void);
void rehearsal_poster_poll_change(int poll, int socket, bool reads, bool writes, bool is_new);
void rehearsal_poster_poll_remove(int poll, int socket);
// Calls `ready` for each socket that is.
void rehearsal_poster_poll_take(int poll, void (*ready)(void *, int, int), void *context);

#endif
