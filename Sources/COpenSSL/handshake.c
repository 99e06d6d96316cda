#include "connection.h"
#include "internal.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const int rehearsal_verify_wrong_host = X509_V_ERR_HOSTNAME_MISMATCH;
const int rehearsal_verify_wrong_address = X509_V_ERR_IP_ADDRESS_MISMATCH;
const int rehearsal_verify_expired = X509_V_ERR_CERT_HAS_EXPIRED;
const int rehearsal_verify_not_yet = X509_V_ERR_CERT_NOT_YET_VALID;

// An answer to our question is short; a listener that announces more is not what we ask.
static const size_t longest_answer = 64 * 1024;
static const int most_authorities = 20;

struct asking {
  rehearsal_sighting seen;  // the first member: it is what is handed out
  char detail[200];
  int socket;
  int64_t deadline;
  SSL_CTX *context;
  SSL *tls;
  // OpenSSL reads from and writes to memory, so that the socket is read by one function, in time and without SIGPIPE.
  BIO *incoming, *outgoing;
  unsigned char *answer, *refused, *peer;
  char **authorities;
};

int rehearsal_verify_is_untrusted(int error) {
  switch (error) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_INVALID_CA:
      return 1;
    default:
      return 0;
  }
}

static struct asking *asking_of(const SSL *tls) { return SSL_get_app_data(tls); }

static unsigned char *der_of(X509 *certificate, size_t *count) {
  unsigned char *bytes = NULL;
  int size = certificate != NULL ? i2d_X509(certificate, &bytes) : -1;
  *count = size > 0 ? (size_t)size : 0;
  return size > 0 ? bytes : NULL;
}

// Notes the first certificate that is refused; the verification goes on as it would.
static int on_verified(int is_fine, X509_STORE_CTX *context) {
  struct asking *own = asking_of(X509_STORE_CTX_get_ex_data(context, SSL_get_ex_data_X509_STORE_CTX_idx()));
  if (!is_fine && own->seen.verify_error == X509_V_OK) {
    own->seen.verify_error = X509_STORE_CTX_get_error(context);
    own->seen.verify_detail = X509_verify_cert_error_string(own->seen.verify_error);
    own->refused = der_of(X509_STORE_CTX_get_current_cert(context), &own->seen.refused_count);
  }
  return is_fine;
}

// Called by OpenSSL when the listener asks for a certificate.
static int on_certificate_wanted(SSL *tls, void *argument) {
  struct asking *own = argument;
  own->seen.is_certificate_wanted = 1;
  const STACK_OF(X509_NAME) *names = SSL_get0_peer_CA_list(tls);
  int count = names != NULL ? sk_X509_NAME_num(names) : 0;
  if (count > most_authorities) count = most_authorities;
  if (own->authorities == NULL) own->authorities = calloc((size_t)count + 1, sizeof *own->authorities);
  if (own->authorities == NULL || own->seen.authority_count > 0) return 1;
  for (int index = 0; index < count; index++) {
    char *text = rehearsal_name_text(sk_X509_NAME_value(names, index));
    if (text != NULL) own->authorities[own->seen.authority_count++] = text;
  }
  return 1;
}

static void on_event(const SSL *tls, int where, int value) {
  struct asking *own = asking_of(tls);
  // A closing without an error is an alert, too.
  if ((where & SSL_CB_READ_ALERT) != SSL_CB_READ_ALERT || (value & 0xff) == SSL_AD_CLOSE_NOTIFY) return;
  own->seen.alert = value & 0xff;
  // OpenSSL has no words for the one that TLS 1.3 brought.
  own->seen.alert_name =
      own->seen.alert == SSL_AD_CERTIFICATE_REQUIRED ? "certificate required" : SSL_alert_desc_string_long(value);
}

// OpenSSL's first sentence, and whether it is about the version of TLS.
static void note_error(struct asking *own) {
  unsigned long error = ERR_peek_error();
  const char *reason = error != 0 ? ERR_reason_error_string(error) : NULL;
  snprintf(own->detail, sizeof own->detail, "%s", reason != NULL ? reason : "");
  for (; error != 0; error = ERR_get_error()) {
    int number = ERR_GET_REASON(error);
    if (ERR_GET_LIB(error) == ERR_LIB_SSL &&
        (number == SSL_R_UNSUPPORTED_PROTOCOL || number == SSL_R_TLSV1_ALERT_PROTOCOL_VERSION ||
         number == SSL_R_VERSION_TOO_LOW || number == SSL_R_NO_PROTOCOLS_AVAILABLE))
      own->seen.is_version_refused = 1;
  }
}

static int refuse_password(char *buffer, int size, int writing, void *context) {
  (void)buffer, (void)size, (void)writing, (void)context;
  return -1;
}

static X509 *next_certificate(BIO *text) { return PEM_read_bio_X509(text, NULL, refuse_password, NULL); }

static int use_trusted(SSL_CTX *context, const char *pem) {
  if (pem == NULL) return SSL_CTX_set_default_verify_paths(context);
  BIO *text = BIO_new_mem_buf(pem, -1);
  if (text == NULL) return 0;
  int count = 0;
  for (X509 *one; (one = next_certificate(text)) != NULL; count++) {
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), one);
    X509_free(one);
  }
  BIO_free(text);
  ERR_clear_error();
  return count > 0;
}

static int use_certificates(SSL_CTX *context, const char *certificates, const char *key) {
  if (certificates == NULL || key == NULL) return 1;
  BIO *text = BIO_new_mem_buf(certificates, -1), *secret = BIO_new_mem_buf(key, -1);
  X509 *own = text != NULL ? next_certificate(text) : NULL;
  EVP_PKEY *own_key = secret != NULL ? PEM_read_bio_PrivateKey(secret, NULL, refuse_password, NULL) : NULL;
  int is_used = own != NULL && own_key != NULL && SSL_CTX_use_certificate(context, own) == 1 &&
                SSL_CTX_use_PrivateKey(context, own_key) == 1;
  for (X509 *one; is_used && (one = next_certificate(text)) != NULL; X509_free(one)) SSL_CTX_add1_chain_cert(context, one);
  X509_free(own);
  EVP_PKEY_free(own_key);
  BIO_free(text);
  BIO_free(secret);
  return is_used;
}

static int is_address(const char *host) {
  unsigned char address[16];
  return inet_pton(AF_INET, host, address) == 1 || inet_pton(AF_INET6, host, address) == 1;
}

// As librdkafka does with ssl.endpoint.identification.algorithm=https.
static int prepare(struct asking *own, const rehearsal_question *question) {
  own->context = SSL_CTX_new(TLS_client_method());
  if (own->context == NULL || SSL_CTX_set_min_proto_version(own->context, TLS1_2_VERSION) != 1 ||
      (question->verifies && use_trusted(own->context, question->trusted) != 1) ||
      use_certificates(own->context, question->certificates, question->key) != 1)
    return 0;
  SSL_CTX_set_verify(own->context, question->verifies ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, question->verifies ? on_verified : NULL);
  SSL_CTX_set_cert_cb(own->context, on_certificate_wanted, own);
  SSL_CTX_set_info_callback(own->context, on_event);
  own->tls = SSL_new(own->context);
  own->incoming = BIO_new(BIO_s_mem());
  own->outgoing = BIO_new(BIO_s_mem());
  if (own->tls == NULL || own->incoming == NULL || own->outgoing == NULL) {
    BIO_free(own->incoming);
    BIO_free(own->outgoing);
    return 0;
  }
  SSL_set_bio(own->tls, own->incoming, own->outgoing);
  SSL_set_connect_state(own->tls);
  return SSL_set_app_data(own->tls, own) == 1 &&
         (is_address(question->host) || SSL_set_tlsext_host_name(own->tls, question->host) == 1) &&
         (!question->verifies || SSL_set1_host(own->tls, question->host) == 1);
}

static int flush(struct asking *own) {
  char *bytes = NULL;
  long count = BIO_get_mem_data(own->outgoing, &bytes);
  int is_sent = count <= 0 || rehearsal_send(own->socket, bytes, (size_t)count, own->deadline, &own->seen.end);
  (void)BIO_reset(own->outgoing);
  return is_sent;
}

static size_t receive(struct asking *own, unsigned char *bytes, size_t capacity) {
  size_t count = rehearsal_receive(own->socket, bytes, capacity, own->deadline, &own->seen.end);
  size_t wanted = sizeof own->seen.first - own->seen.first_count;
  size_t kept = count < wanted ? count : wanted;
  memcpy(own->seen.first + own->seen.first_count, bytes, kept);
  own->seen.first_count += kept;
  return count;
}

// After a step of OpenSSL that returned `result`: 1 to repeat it, 0 when it is over, with `end` set.
static int goes_on(struct asking *own, int result) {
  int error = SSL_get_error(own->tls, result);
  if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE) {
    note_error(own);
    own->seen.end = error == SSL_ERROR_ZERO_RETURN ? rehearsal_end_closed : rehearsal_end_error;
    // So that the listener's log shows why we end.
    rehearsal_end ignored = own->seen.end;
    (void)flush(own);
    own->seen.end = ignored;
    return 0;
  }
  unsigned char bytes[16 * 1024];
  if (!flush(own)) return 0;
  if (error == SSL_ERROR_WANT_WRITE) return 1;
  size_t count = receive(own, bytes, sizeof bytes);
  return count > 0 && BIO_write(own->incoming, bytes, (int)count) == (int)count;
}

static int shake_hands(struct asking *own) {
  for (;;) {
    ERR_clear_error();
    int result = SSL_do_handshake(own->tls);
    if (result == 1) return flush(own);
    if (!goes_on(own, result)) return 0;
  }
}

static int send_all(struct asking *own, const unsigned char *bytes, size_t count) {
  if (own->tls == NULL) return rehearsal_send(own->socket, bytes, count, own->deadline, &own->seen.end);
  for (;;) {
    ERR_clear_error();
    int result = SSL_write(own->tls, bytes, (int)count);
    if (result > 0) return flush(own);
    if (!goes_on(own, result)) return 0;
  }
}

static size_t read_some(struct asking *own, unsigned char *bytes, size_t capacity) {
  if (own->tls == NULL) return receive(own, bytes, capacity);
  for (;;) {
    ERR_clear_error();
    int result = SSL_read(own->tls, bytes, (int)capacity);
    if (result > 0) return (size_t)result;
    if (!goes_on(own, result)) return 0;
  }
}

static int read_all(struct asking *own, unsigned char *bytes, size_t count) {
  while (count > 0) {
    size_t some = read_some(own, bytes, count);
    if (some == 0) return 0;
    bytes += some;
    count -= some;
  }
  return 1;
}

static void read_answer(struct asking *own) {
  unsigned char length[4];
  if (!read_all(own, length, sizeof length)) return;
  size_t count = (size_t)length[0] << 24 | (size_t)length[1] << 16 | (size_t)length[2] << 8 | length[3];
  if (count > longest_answer) {
    own->seen.end = rehearsal_end_too_long;
    return;
  }
  own->answer = malloc(count + 1);
  if (own->answer == NULL || !read_all(own, own->answer, count)) return;
  own->seen.answer_count = count;
  own->seen.end = rehearsal_end_done;
}

static void ask(struct asking *own, const rehearsal_question *question) {
  own->seen.step = rehearsal_step_material;
  own->seen.end = rehearsal_end_error;
  ERR_clear_error();
  if (question->encrypts && !prepare(own, question)) {
    note_error(own);
    return;
  }
  own->socket = rehearsal_connect(question->host, question->port, own->deadline, &own->seen, own->detail, sizeof own->detail);
  if (own->socket < 0) return;
  own->seen.step = rehearsal_step_handshake;
  own->seen.end = rehearsal_end_error;
  if (own->tls != NULL) {
    if (!shake_hands(own)) return;
    own->peer = der_of(SSL_get0_peer_certificate(own->tls), &own->seen.peer_count);
  }
  own->seen.step = rehearsal_step_answer;
  // A listener that refuses us may have closed already, and said why: what it sent is read in any case.
  if (send_all(own, question->request, question->request_count) || own->seen.end == rehearsal_end_reset) read_answer(own);
}

const rehearsal_sighting *rehearsal_ask(const rehearsal_question *question) {
  struct asking *own = calloc(1, sizeof *own);
  if (own == NULL) return NULL;
  own->deadline = rehearsal_now() + question->milliseconds;
  own->socket = -1;
  own->seen.alert = -1;
  own->seen.detail = own->detail;
  ask(own, question);
  if (own->socket >= 0) close(own->socket);
  SSL_free(own->tls);
  SSL_CTX_free(own->context);
  own->tls = NULL;
  own->context = NULL;
  own->seen.answer = own->answer;
  own->seen.refused = own->refused;
  own->seen.peer = own->peer;
  own->seen.authorities = (const char *const *)own->authorities;
  ERR_clear_error();
  return &own->seen;
}

void rehearsal_sighting_free(const rehearsal_sighting *sighting) {
  if (sighting == NULL) return;
  struct asking *own = (struct asking *)sighting;
  for (size_t index = 0; own->authorities != NULL && index < sighting->authority_count; index++) free(own->authorities[index]);
  free(own->authorities);
  free(own->answer);
  OPENSSL_free(own->refused);
  OPENSSL_free(own->peer);
  free(own);
}
