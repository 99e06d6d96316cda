#ifndef REHEARSAL_COPENSSL_H
#define REHEARSAL_COPENSSL_H
#include <stddef.h>
#include <stdint.h>

#include "CHandshake.h"

#ifdef __cplusplus
extern "C" {
#endif

/// The facts of one X.509 certificate. Texts are UTF-8 and zero-terminated; the names are RFC 2253's, with characters of
/// other scripts as they are and control characters escaped. Times are seconds since 1970. `names` are the DNS names and IP
/// addresses for which it is valid; where there is none, the common name.
typedef struct {
  const unsigned char *der;
  size_t der_count;
  const char *pem, *subject, *issuer;
  int64_t not_before, not_after;
  const char *const *names;
  size_t name_count;
  int is_authority, is_self_signed;
} rehearsal_certificate;

/// NULL where the bytes are not exactly one certificate, or memory is short.
const rehearsal_certificate *rehearsal_certificate_read(const void *der, size_t count);
void rehearsal_certificate_free(const rehearsal_certificate *certificate);

/// Returns 1 where `issuer`, a certificate in DER, has issued `subject` by its names and key identifiers; the signature is
/// not verified.
int rehearsal_certificate_issued(const void *issuer, size_t issuer_count, const void *subject, size_t subject_count);

/// Returns 1 where the certificate is of this private key, both in DER.
int rehearsal_certificate_has_key(const void *certificate, size_t count, const void *key, size_t key_count);

typedef enum {
  rehearsal_item_certificate,
  rehearsal_item_key,
  rehearsal_item_public_key,
  rehearsal_item_request,
  rehearsal_item_revocations,
  rehearsal_item_pkcs7,
  rehearsal_item_pkcs12,
  rehearsal_item_other,
} rehearsal_item_kind;

/// One thing in a store. `bytes` are the certificate in DER, or the private key as PKCS#8 in DER, not encrypted; NULL for
/// other kinds, and for keys that were not asked for. `label` is the friendly name, or the name of a PEM block; empty
/// where there is none.
typedef struct {
  rehearsal_item_kind kind;
  const unsigned char *bytes;
  size_t count;
  const char *label;
} rehearsal_item;

typedef enum {
  rehearsal_store_sound,
  rehearsal_store_damaged,
  rehearsal_store_password_needed,
  rehearsal_store_wrong_password,
  rehearsal_store_old_encryption,
  rehearsal_store_too_costly,
  rehearsal_store_no_memory,
} rehearsal_store_state;

/// A store as it was read. `detail` are OpenSSL's words for the damage, or the name of the encryption; empty elsewhere.
typedef struct {
  rehearsal_store_state state;
  const char *detail;
  const rehearsal_item *items;
  size_t count;
} rehearsal_store;

/// The most iterations of deriving keys from a password that reading one store may take: some seconds. Java allows five
/// million each for the checksum and the certificates.
static const uint64_t rehearsal_iteration_limit = 10000000;

/// The blocks of a PEM text, whatever is between them. Private keys are decrypted, with the password if they need one, where
/// `wants_keys`. `password` is UTF-8, and NULL where there is none. NULL where memory is short, as for all of these.
const rehearsal_store *rehearsal_pem_read(
    const void *bytes, size_t count, const char *password, size_t password_count, int wants_keys);

/// Certificates and private keys of PKCS #12, in any nesting of its bags.
const rehearsal_store *rehearsal_pkcs12_read(
    const void *bytes, size_t count, const char *password, size_t password_count, int wants_keys);

/// One private key in DER: PKCS#8, encrypted or not, or a traditional form.
const rehearsal_store *rehearsal_key_read(const void *bytes, size_t count, const char *password, size_t password_count);

/// Frees what was read; private keys are overwritten first.
void rehearsal_store_free(const rehearsal_store *store);

/// The kind of these bytes if they are DER; `rehearsal_item_other` where they are not, or nothing that is known.
rehearsal_item_kind rehearsal_der_kind(const void *bytes, size_t count);

/// A PEM block of this name; to be freed with `rehearsal_text_free`, which overwrites it. NULL where memory is short.
char *rehearsal_pem_block(const char *name, const void *bytes, size_t count);
void rehearsal_text_free(char *text);

/// Writes the 20 bytes of SHA-1 to `digest`; returns 0 where the system does not allow SHA-1.
int rehearsal_sha1(const void *first, size_t first_count, const void *second, size_t second_count, unsigned char *digest);

#ifdef __cplusplus
}
#endif
#endif
