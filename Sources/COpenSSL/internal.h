#ifndef REHEARSAL_COPENSSL_INTERNAL_H
#define REHEARSAL_COPENSSL_INTERNAL_H
#include "COpenSSL.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

// A store while it is read. Once `state` is not sound, the rest is not read.
struct reading {
  rehearsal_store store;  // the first member: it is what is handed out
  rehearsal_item *items;
  size_t capacity;
  char detail[200];
  const char *password;
  size_t password_count;
  // The store has confirmed it; then NULL is one of the two forms of an empty password.
  int is_password_confirmed;
  int wants_keys;
  uint64_t iterations;
};

void rehearsal_reading_fail(struct reading *reading, rehearsal_store_state state, const char *detail);
// Fails with OpenSSL's last error, unless that shows a better reason than `otherwise`.
void rehearsal_reading_fail_by_error(
    struct reading *reading, rehearsal_store_state otherwise, const X509_ALGOR *algorithm);
void rehearsal_reading_add(
    struct reading *reading, rehearsal_item_kind kind, const unsigned char *bytes, size_t count, const char *label);
void rehearsal_reading_add_certificate(struct reading *reading, X509 *certificate, const char *label);
void rehearsal_reading_add_key(struct reading *reading, EVP_PKEY *key, const char *label);
// Decrypts PKCS#8 and adds its key.
void rehearsal_reading_add_encrypted_key(struct reading *reading, const X509_SIG *encrypted, const char *label);

// Counts the iterations that a derivation of this algorithm takes, and fails before they are taken where they are too many.
int rehearsal_reading_affords(struct reading *reading, const X509_ALGOR *algorithm);
int rehearsal_reading_affords_count(struct reading *reading, const ASN1_INTEGER *iterations);

// Whatever reads the bytes of a store into a new reading.
typedef void (*rehearsal_reader)(struct reading *reading, const void *bytes, size_t count);
// Reads; once more with OpenSSL's old algorithms, where it has them, if one of those is needed.
const rehearsal_store *rehearsal_reading_of(
    rehearsal_reader reader, const void *bytes, size_t count, const char *password, size_t password_count, int wants_keys);

// A password for OpenSSL, which would ask at the terminal if there were none.
int rehearsal_reading_password(char *buffer, int size, int writing, void *reading);

// A name as text; malloc'ed, NULL where memory is short.
char *rehearsal_name_text(const X509_NAME *name);
#endif
