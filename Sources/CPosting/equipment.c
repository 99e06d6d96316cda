#include "internal.h"

#include <fcntl.h>
#include <string.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

// MARK: The request

// Asked before each request is written. A second time is libcurl's own repetition, on a new connection; it is let through only
// where the first has taken no byte.
static int begin_request(void *context, char *ip, char *local_ip, int port, int local_port) {
  slot *slot = context;
  rehearsal_poster *poster = slot->poster;
  (void)ip, (void)local_ip, (void)port, (void)local_port;
  long connects = 0, written = 0;
  (void)curl_easy_getinfo(slot->easy, CURLINFO_NUM_CONNECTS, &connects);
  if (connects > slot->connects) {
    slot->connects = connects;
    poster->made++;
    for (size_t index = 0; index < poster->socket_capacity; index++) {
      if (poster->sockets[index] != slot->index + 1) continue;
      poster->sockets[index] = socket_established;
      poster->open++;
    }
    if (poster->open > poster->most) poster->most = poster->open;
  }
  (void)curl_easy_getinfo(slot->easy, CURLINFO_REQUEST_SIZE, &written);
  if (slot->attempts++ > 0 && written > 0 && poster->guards) {
    slot->is_resent = true;
    return CURL_PREREQFUNC_ABORT;
  }
  return CURL_PREREQFUNC_OK;
}

// Asked again once all was given, or from a connection that did not begin the body, it would be sent twice.
static size_t give_body(char *into, size_t size, size_t count, void *context) {
  slot *slot = context;
  if (slot->given == slot->body.count || (slot->attempts > 1 && slot->given > 0)) {
    slot->is_resent = true;
    return CURL_READFUNC_ABORT;
  }
  size_t left = slot->body.count - slot->given, most = size * count;
  size_t given = left < most ? left : most;
  memcpy(into, slot->body.bytes + slot->given, given);
  slot->given += given;
  return given;
}

// MARK: The answer

static size_t note_header(char *line, size_t size, size_t count, void *context) {
  slot *slot = context;
  size_t bytes = size * count;
  slot->header_bytes += bytes;
  if (slot->header_bytes > MOST_ANSWER_HEADER_BYTES) {
    slot->is_header_too_long = true;
    return 0;
  }
  // The empty line ends it; that of an interim answer ends nothing.
  if (bytes <= 2 && (bytes == 0 || line[0] == '\r' || line[0] == '\n')) {
    long status = 0;
    (void)curl_easy_getinfo(slot->easy, CURLINFO_RESPONSE_CODE, &status);
    if (status >= 200) slot->has_status = true;
  }
  return bytes;
}

static size_t drop_answer(char *bytes, size_t size, size_t count, void *context) {
  slot *slot = context;
  (void)bytes;
  slot->answer_bytes += size * count;
  return slot->answer_bytes > MOST_ANSWER_BYTES ? 0 : size * count;
}

// MARK: Sockets

static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  slot *slot = context;
  rehearsal_poster *poster = slot->poster;
  (void)purpose;
#ifdef SOCK_CLOEXEC
  int own = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
  int own = socket(address->family, address->socktype, address->protocol);
  if (own >= 0) (void)fcntl(own, F_SETFD, FD_CLOEXEC);
#endif
  if (own < 0) return CURL_SOCKET_BAD;
  if ((size_t)own >= poster->socket_capacity) {
    size_t capacity = (size_t)own + 64;
    int32_t *more = realloc(poster->sockets, capacity * sizeof *more);
    if (more == NULL) {
      close(own);
      return CURL_SOCKET_BAD;
    }
    for (size_t index = poster->socket_capacity; index < capacity; index++) more[index] = socket_unknown;
    poster->sockets = more;
    poster->socket_capacity = capacity;
  }
  poster->sockets[own] = slot->index + 1;
  return own;
}

static int close_socket(void *context, curl_socket_t socket) {
  rehearsal_poster *poster = context;
  if (socket >= 0 && (size_t)socket < poster->socket_capacity) {
    if (poster->sockets[socket] == socket_established) poster->open--;
    poster->sockets[socket] = socket_unknown;
  }
  return close(socket);
}

// MARK: Settings

// libcurl counted idle time in whole seconds, so that 0 is less than one; newer versions count milliseconds, and take 0 for
// without a limit.
static long most_idle(int32_t keep_alive) {
  if (keep_alive > 1) return keep_alive - 1;
  return curl_version_info(CURLVERSION_NOW)->version_num >= 0x080d00 ? 1 : 0;
}

static struct curl_blob blob(const buffer *buffer) {
  return (struct curl_blob){.data = buffer->bytes, .len = buffer->count, .flags = CURL_BLOB_NOCOPY};
}

static CURLcode set_tls(CURL *easy, rehearsal_poster *poster) {
  CURLcode code = CURLE_OK;
#define SET(option, value) \
  if (code == CURLE_OK) code = curl_easy_setopt(easy, option, value)
  if (poster->authorities.count > 0) {
    struct curl_blob authorities = blob(&poster->authorities);
    SET(CURLOPT_CAINFO_BLOB, &authorities);
    SET(CURLOPT_CAPATH, NULL);
  }
  if (poster->certificate.count > 0) {
    struct curl_blob certificate = blob(&poster->certificate), key = blob(&poster->key);
    SET(CURLOPT_SSLCERTTYPE, "PEM");
    SET(CURLOPT_SSLCERT_BLOB, &certificate);
    SET(CURLOPT_SSLKEYTYPE, "PEM");
    SET(CURLOPT_SSLKEY_BLOB, &key);
    if (poster->password != NULL) SET(CURLOPT_KEYPASSWD, poster->password);
  }
  SET(CURLOPT_SSL_VERIFYPEER, poster->is_unverified ? 0L : 1L);
  SET(CURLOPT_SSL_VERIFYHOST, poster->is_unverified ? 0L : 2L);
  return code;
}

int32_t rehearsal_poster_equip(slot *slot) {
  rehearsal_poster *poster = slot->poster;
  CURL *easy = curl_easy_init();
  if (easy == NULL) return rehearsal_poster_no_memory;
  slot->easy = easy;
  CURLcode code = CURLE_OK;
  SET(CURLOPT_ERRORBUFFER, slot->text);
  SET(CURLOPT_URL, poster->url);
  SET(CURLOPT_PRIVATE, slot);
#if LIBCURL_VERSION_NUM >= 0x075500
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
#else
  SET(CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
  SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  SET(CURLOPT_NOSIGNAL, 1L);
  SET(CURLOPT_NOPROGRESS, 1L);
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  SET(CURLOPT_PROXY, "");
  SET(CURLOPT_NOPROXY, "*");
  SET(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  SET(CURLOPT_PATH_AS_IS, 1L);
  SET(CURLOPT_HTTP_CONTENT_DECODING, 0L);
  SET(CURLOPT_TIMEOUT_MS, (long)poster->timeout);
  SET(CURLOPT_MAXAGE_CONN, most_idle(poster->keep_alive));
  SET(CURLOPT_BUFFERSIZE, 8192L);
  SET(CURLOPT_UPLOAD_BUFFERSIZE, 16384L);
#if LIBCURL_VERSION_NUM >= 0x075700
  // A name that is still being looked up must not hold up the others.
  SET(CURLOPT_QUICK_EXIT, 1L);
#endif
  if (strcmp(poster->method, "GET") == 0) {
    SET(CURLOPT_HTTPGET, 1L);
  } else {
    SET(CURLOPT_POST, 1L);
    if (strcmp(poster->method, "POST") != 0) SET(CURLOPT_CUSTOMREQUEST, poster->method);
    if (poster->guards) {
      SET(CURLOPT_READFUNCTION, give_body);
      SET(CURLOPT_READDATA, slot);
    }
  }
  SET(CURLOPT_PREREQFUNCTION, begin_request);
  SET(CURLOPT_PREREQDATA, slot);
  SET(CURLOPT_HEADERFUNCTION, note_header);
  SET(CURLOPT_HEADERDATA, slot);
  SET(CURLOPT_WRITEFUNCTION, drop_answer);
  SET(CURLOPT_WRITEDATA, slot);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  SET(CURLOPT_OPENSOCKETDATA, slot);
  SET(CURLOPT_CLOSESOCKETFUNCTION, close_socket);
  SET(CURLOPT_CLOSESOCKETDATA, poster);
  if (code == CURLE_OK) code = set_tls(easy, poster);
  if (code == CURLE_OK) return rehearsal_poster_done;
  curl_easy_cleanup(easy);
  slot->easy = NULL;
  return code == CURLE_OUT_OF_MEMORY ? rehearsal_poster_no_memory : rehearsal_poster_refused;
}
