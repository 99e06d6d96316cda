#ifndef REHEARSAL_CHANDSHAKE_H
#define REHEARSAL_CHANDSHAKE_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A question to a listener, over TLS or plain text. Texts are zero-terminated; NULL is none.
typedef struct {
  const char *host;
  uint16_t port;
  int encrypts, verifies;
  /// PEM; NULL for the system's authorities.
  const char *trusted;
  /// PEM; the certificate first, then those between it and an authority.
  const char *certificates;
  const char *key;
  /// Sent when connected; it begins with its length, as the answer must.
  const unsigned char *request;
  size_t request_count;
  int64_t milliseconds;
} rehearsal_question;

/// The step at which it ended.
typedef enum {
  rehearsal_step_material,
  rehearsal_step_resolve,
  rehearsal_step_connect,
  rehearsal_step_handshake,
  rehearsal_step_answer,
} rehearsal_step;

typedef enum {
  rehearsal_end_done,
  rehearsal_end_error,
  rehearsal_end_closed,
  rehearsal_end_reset,
  rehearsal_end_time,
  rehearsal_end_too_long,
} rehearsal_end;

/// A sighting. `detail` is the system's or OpenSSL's sentence. `verify_error` is OpenSSL's number for the first
/// certificate that was refused, X509_V_OK else; `refused` is that certificate in DER and `peer` the listener's own. `alert` is
/// the alert that the listener sent, or -1, with `alert_name`. `first` are the first bytes that it sent. `authorities` are
/// those that it accepts for client certificates, in the form of `rehearsal_certificate.subject`.
typedef struct {
  rehearsal_step step;
  rehearsal_end end;
  const char *detail;
  int verify_error;
  const char *verify_detail;
  const unsigned char *refused, *peer;
  size_t refused_count, peer_count;
  int alert;
  const char *alert_name;
  int is_version_refused;
  int is_certificate_wanted;
  const char *const *authorities;
  size_t authority_count;
  unsigned char first[8];
  size_t first_count;
  const unsigned char *answer;
  size_t answer_count;
} rehearsal_sighting;

/// Asks, and returns in no more than the given time. NULL where memory is short.
const rehearsal_sighting *rehearsal_ask(const rehearsal_question *question);
void rehearsal_sighting_free(const rehearsal_sighting *sighting);

/// The verification errors that are known by name.
extern const int rehearsal_verify_wrong_host, rehearsal_verify_wrong_address, rehearsal_verify_expired,
    rehearsal_verify_not_yet;

/// Returns 1 where the error means that no trusted authority vouches for the certificate.
int rehearsal_verify_is_untrusted(int error);

#ifdef __cplusplus
}
#endif
#endif
