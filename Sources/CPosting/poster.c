#include "internal.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

uint64_t rehearsal_poster_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

static void begin_library(void) { (void)curl_global_init(CURL_GLOBAL_DEFAULT); }

const char *rehearsal_poster_library(void) { return curl_version_info(CURLVERSION_NOW)->version; }

// MARK: Beginning and end

rehearsal_poster *rehearsal_poster_new(
    const char *url, const char *method, int32_t connections, int64_t timeout, int32_t keep_alive, int32_t guards) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  (void)pthread_once(&once, begin_library);
  rehearsal_poster *poster = calloc(1, sizeof *poster);
  if (poster == NULL) return NULL;
  poster->descriptor = -1;
  poster->due = NEVER;
  poster->free = poster->first_done = poster->last_done = NO_SLOT;
  poster->connections = connections > 0 ? connections : 1;
  poster->timeout = timeout > 0 ? timeout : 1;
  poster->keep_alive = keep_alive > 0 ? keep_alive : 1;
  poster->guards = guards != 0;
  poster->url = strdup(url);
  poster->method = strdup(method);
  poster->slots = calloc((size_t)poster->connections, sizeof *poster->slots);
  if (poster->url != NULL && poster->method != NULL && poster->slots != NULL) return poster;
  rehearsal_poster_free(poster);
  return NULL;
}

int32_t rehearsal_poster_set_authorities(rehearsal_poster *poster, const void *pem, size_t count) {
  return rehearsal_poster_keep(&poster->authorities, pem, count) ? rehearsal_poster_done : rehearsal_poster_no_memory;
}

int32_t rehearsal_poster_set_certificate(
    rehearsal_poster *poster, const void *pem, size_t count, const void *key, size_t key_count, const char *password) {
  if (password != NULL && (poster->password = strdup(password)) == NULL) return rehearsal_poster_no_memory;
  return rehearsal_poster_keep(&poster->certificate, pem, count) && rehearsal_poster_keep(&poster->key, key, key_count)
             ? rehearsal_poster_done
             : rehearsal_poster_no_memory;
}

void rehearsal_poster_set_unverified(rehearsal_poster *poster) { poster->is_unverified = true; }

static bool is_of_http(const char *url) {
  CURLU *parts = curl_url();
  char *scheme = NULL;
  bool is_right = parts != NULL && curl_url_set(parts, CURLUPART_URL, url, CURLU_DISALLOW_USER) == CURLUE_OK
                  && curl_url_get(parts, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK
                  && (strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0);
  curl_free(scheme);
  curl_url_cleanup(parts);
  return is_right;
}

static int note_interest(CURL *easy, curl_socket_t socket, int what, void *context, void *known) {
  rehearsal_poster *poster = context;
  (void)easy;
  if (what == CURL_POLL_REMOVE) {
    rehearsal_poster_poll_remove(poster->descriptor, socket);
    return 0;
  }
  rehearsal_poster_poll_change(
      poster->descriptor, socket, (what & CURL_POLL_IN) != 0, (what & CURL_POLL_OUT) != 0, known == NULL);
  if (known == NULL) (void)curl_multi_assign(poster->multi, socket, poster);
  return 0;
}

static int note_timeout(CURLM *multi, long milliseconds, void *context) {
  rehearsal_poster *poster = context;
  (void)multi;
  poster->due = milliseconds < 0 ? NEVER : rehearsal_poster_now() + (uint64_t)milliseconds * 1000000u;
  return 0;
}

int32_t rehearsal_poster_open(rehearsal_poster *poster) {
  if (!is_of_http(poster->url)) return rehearsal_poster_refused;
  if ((poster->descriptor = rehearsal_poster_poll_new()) < 0) return rehearsal_poster_no_descriptor;
  if ((poster->multi = curl_multi_init()) == NULL) return rehearsal_poster_no_memory;
  CURLMcode code = CURLM_OK;
#define SET(option, value) \
  if (code == CURLM_OK) code = curl_multi_setopt(poster->multi, option, value)
  SET(CURLMOPT_SOCKETFUNCTION, note_interest);
  SET(CURLMOPT_SOCKETDATA, poster);
  SET(CURLMOPT_TIMERFUNCTION, note_timeout);
  SET(CURLMOPT_TIMERDATA, poster);
  SET(CURLMOPT_PIPELINING, (long)CURLPIPE_NOTHING);
  // The default closes and dials again.
  SET(CURLMOPT_MAXCONNECTS, (long)poster->connections);
  if (code != CURLM_OK) return rehearsal_poster_refused;
  for (int32_t index = poster->connections - 1; index >= 0; index--) {
    slot *slot = &poster->slots[index];
    slot->poster = poster;
    slot->index = index;
    slot->next = poster->free;
    poster->free = index;
  }
  // The other handles are made when they are needed; what is refused is refused for the first.
  return rehearsal_poster_equip(&poster->slots[0]);
}

static void free_text(char *text) {
  if (text == NULL) return;
  buffer all = {.bytes = text, .capacity = strlen(text)};
  rehearsal_poster_wipe(&all);
}

void rehearsal_poster_free(rehearsal_poster *poster) {
  if (poster == NULL) return;
  for (int32_t index = 0; poster->slots != NULL && index < poster->connections; index++) {
    slot *slot = &poster->slots[index];
    if (slot->is_sent) (void)curl_multi_remove_handle(poster->multi, slot->easy);
    curl_easy_cleanup(slot->easy);
  }
  if (poster->multi != NULL) (void)curl_multi_cleanup(poster->multi);
  for (int32_t index = 0; poster->slots != NULL && index < poster->connections; index++) {
    rehearsal_poster_wipe(&poster->slots[index].body);
    rehearsal_poster_wipe(&poster->slots[index].fields_text);
    free(poster->slots[index].fields);
  }
  if (poster->descriptor >= 0) close(poster->descriptor);
  rehearsal_poster_wipe(&poster->authorities);
  rehearsal_poster_wipe(&poster->certificate);
  rehearsal_poster_wipe(&poster->key);
  free_text(poster->password);
  for (size_t index = 0; index < poster->header_count; index++) free_text(poster->headers[index].text);
  free(poster->headers);
  free(poster->slots);
  free(poster->sockets);
  free(poster->method);
  free(poster->url);
  free(poster);
}

int32_t rehearsal_poster_descriptor(const rehearsal_poster *poster) { return poster->descriptor; }

// MARK: Outcomes

static int32_t failure(const slot *slot, CURLcode code, bool is_written) {
  if (slot->is_resent) return rehearsal_poster_resend;
  if (slot->is_header_too_long) return rehearsal_poster_unreadable;
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: return rehearsal_poster_name;
    case CURLE_COULDNT_CONNECT: return rehearsal_poster_connection;
    case CURLE_OPERATION_TIMEDOUT: return rehearsal_poster_timeout;
    case CURLE_SEND_FAIL_REWIND: return rehearsal_poster_resend;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT: return rehearsal_poster_tls;
    // For the library headers may end with the connection.
    case CURLE_OK:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE: return is_written ? rehearsal_poster_closed : rehearsal_poster_connection;
    default: return is_written ? rehearsal_poster_unreadable : rehearsal_poster_other;
  }
}

static void finish(slot *slot, CURLcode code, bool is_abandoned) {
  rehearsal_poster *poster = slot->poster;
  long status = 0, written = 0;
  (void)curl_easy_getinfo(slot->easy, CURLINFO_RESPONSE_CODE, &status);
  (void)curl_easy_getinfo(slot->easy, CURLINFO_REQUEST_SIZE, &written);
  (void)curl_multi_remove_handle(poster->multi, slot->easy);
  slot->is_sent = false;
  rehearsal_poster_answer *answer = &slot->answer;
  *answer = (rehearsal_poster_answer){
      .number = slot->number, .at = rehearsal_poster_now(), .is_written = written > 0, .text = ""};
  if (slot->has_status) {
    // The status is the answer, even where the rest is cut off.
    answer->status = (int32_t)status;
  } else {
    answer->failure = is_abandoned ? rehearsal_poster_abandoned : failure(slot, code, written > 0);
    answer->text = slot->text[0] != 0 ? slot->text
                   : is_abandoned ? "it was given up"
                   : code == CURLE_OK ? "the connection ended within the headers" : curl_easy_strerror(code);
  }
  slot->next = NO_SLOT;
  if (poster->last_done == NO_SLOT) poster->first_done = slot->index;
  else poster->slots[poster->last_done].next = slot->index;
  poster->last_done = slot->index;
}

static void collect(rehearsal_poster *poster) {
  int left = 0;
  for (CURLMsg *message; (message = curl_multi_info_read(poster->multi, &left)) != NULL;) {
    if (message->msg != CURLMSG_DONE) continue;
    char *owner = NULL;
    CURLcode code = message->data.result;
    (void)curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &owner);
    if (owner != NULL) finish((slot *)(void *)owner, code, false);
  }
}

int32_t rehearsal_poster_take(rehearsal_poster *poster, rehearsal_poster_answer *answer) {
  if (poster->first_done == NO_SLOT) return 0;
  slot *slot = &poster->slots[poster->first_done];
  *answer = slot->answer;
  poster->first_done = slot->next;
  if (poster->first_done == NO_SLOT) poster->last_done = NO_SLOT;
  slot->next = poster->free;
  poster->free = slot->index;
  poster->count--;
  return 1;
}

void rehearsal_poster_abandon(rehearsal_poster *poster) {
  collect(poster);
  for (int32_t index = 0; index < poster->connections; index++) {
    if (poster->slots[index].is_sent) finish(&poster->slots[index], CURLE_OK, true);
  }
}

// MARK: Requests

// The library is called this often at least, should it ever forget to ask.
static const uint64_t longest_pause = 1000000000u;

// Calls the library as long as it has something to do at once, which has an end.
static void pass_time(rehearsal_poster *poster) {
  int running = 0;
  uint64_t now = rehearsal_poster_now();
  for (int round = 0; round < 8 && (poster->due <= now || poster->passed + longest_pause <= now); round++) {
    poster->due = NEVER;
    poster->passed = now;
    (void)curl_multi_socket_action(poster->multi, CURL_SOCKET_TIMEOUT, 0, &running);
    now = rehearsal_poster_now();
  }
}

int32_t rehearsal_poster_send(
    rehearsal_poster *poster, uint64_t number, const void *body, size_t count, const rehearsal_poster_field *fields,
    size_t field_count) {
  if (poster->free == NO_SLOT) return rehearsal_poster_busy;
  slot *slot = &poster->slots[poster->free];
  int32_t code = slot->easy != NULL ? rehearsal_poster_done : rehearsal_poster_equip(slot);
  if (code == rehearsal_poster_done) code = rehearsal_poster_fields(slot, fields, field_count);
  if (code != rehearsal_poster_done) return code;
  if (!rehearsal_poster_keep(&slot->body, body, count)) return rehearsal_poster_no_memory;
  slot->number = number;
  slot->given = slot->header_bytes = slot->answer_bytes = 0;
  slot->attempts = 0;
  slot->connects = 0;
  slot->is_resent = slot->has_status = slot->is_header_too_long = false;
  slot->text[0] = 0;
  CURLcode set = curl_easy_setopt(slot->easy, CURLOPT_HTTPHEADER, slot->fields);
  if (set == CURLE_OK) set = curl_easy_setopt(slot->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  // Only where a test asks for it: with the body at hand the library sends it as often as it likes.
  if (set == CURLE_OK && !poster->guards) {
    set = curl_easy_setopt(slot->easy, CURLOPT_POSTFIELDS, count > 0 ? slot->body.bytes : "");
  }
  if (set != CURLE_OK) return rehearsal_poster_no_memory;
  if (strcmp(poster->method, "GET") == 0) (void)curl_easy_setopt(slot->easy, CURLOPT_HTTPGET, 1L);
  if (curl_multi_add_handle(poster->multi, slot->easy) != CURLM_OK) return rehearsal_poster_no_memory;
  slot->is_sent = true;
  poster->free = slot->next;
  poster->count++;
  pass_time(poster);
  collect(poster);
  return rehearsal_poster_done;
}

static void act(void *context, int socket, int mask) {
  rehearsal_poster *poster = context;
  int running = 0;
  (void)curl_multi_socket_action(poster->multi, socket, mask, &running);
}

void rehearsal_poster_drive(rehearsal_poster *poster) {
  rehearsal_poster_poll_take(poster->descriptor, act, poster);
  pass_time(poster);
  collect(poster);
}

uint64_t rehearsal_poster_next(const rehearsal_poster *poster) {
  if (poster->count == 0) return NEVER;
  uint64_t latest = poster->passed + longest_pause;
  return poster->due < latest ? poster->due : latest;
}

int32_t rehearsal_poster_count(const rehearsal_poster *poster) { return poster->count; }

uint64_t rehearsal_poster_connections_made(const rehearsal_poster *poster) { return poster->made; }

uint64_t rehearsal_poster_connections_max(const rehearsal_poster *poster) { return poster->most; }
