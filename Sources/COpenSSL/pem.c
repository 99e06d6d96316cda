#include "internal.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <string.h>

static int is(const char *name, const char *other) { return strcmp(name, other) == 0; }

static int ends(const char *name, const char *end) {
  size_t count = strlen(name), own = strlen(end);
  return count >= own && strcmp(name + count - own, end) == 0;
}

static void add_certificate(struct reading *reading, const unsigned char *bytes, long count, int has_trust, const char *name) {
  X509 *certificate = has_trust ? d2i_X509_AUX(NULL, &bytes, count) : d2i_X509(NULL, &bytes, count);
  rehearsal_reading_add_certificate(reading, certificate, name);
  X509_free(certificate);
}

static void add_encrypted_key(struct reading *reading, const unsigned char *bytes, long count, const char *name) {
  X509_SIG *encrypted = d2i_X509_SIG(NULL, &bytes, count);
  if (encrypted != NULL)
    rehearsal_reading_add_encrypted_key(reading, encrypted, name);
  else
    rehearsal_reading_fail_by_error(reading, rehearsal_store_damaged, NULL);
  X509_SIG_free(encrypted);
}

// A key as PKCS#8, or in a form of its own, which may be encrypted as its header says.
static void add_key(struct reading *reading, const char *header, unsigned char *bytes, long count, const char *name) {
  EVP_CIPHER_INFO cipher = {NULL, {0}};
  char copy[200];
  if (strlen(header) >= sizeof copy) return rehearsal_reading_fail(reading, rehearsal_store_damaged, "the header is too long");
  strcpy(copy, header);
  if (PEM_get_EVP_CIPHER_INFO(copy, &cipher) != 1)
    return rehearsal_reading_fail_by_error(reading, rehearsal_store_damaged, NULL);
  int is_encrypted = cipher.cipher != NULL;
  if (is_encrypted && reading->password == NULL)
    return rehearsal_reading_fail(reading, rehearsal_store_password_needed, NULL);
  if (is_encrypted && PEM_do_header(&cipher, bytes, &count, rehearsal_reading_password, reading) != 1) {
    rehearsal_reading_fail_by_error(reading, rehearsal_store_wrong_password, NULL);
    if (reading->store.state == rehearsal_store_old_encryption && reading->detail[0] == 0)
      strncpy(reading->detail, EVP_CIPHER_get0_name(cipher.cipher), sizeof reading->detail - 1);
    return;
  }
  const unsigned char *place = bytes;
  EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &place, count);
  if (key == NULL && is_encrypted)
    rehearsal_reading_fail(reading, rehearsal_store_wrong_password, NULL);
  else
    rehearsal_reading_add_key(reading, key, name);
  EVP_PKEY_free(key);
}

static void add_block(struct reading *reading, const char *name, const char *header, unsigned char *bytes, long count) {
  rehearsal_item_kind kind = rehearsal_item_other;
  if (is(name, PEM_STRING_X509) || is(name, PEM_STRING_X509_OLD))
    return add_certificate(reading, bytes, count, 0, name);
  if (is(name, PEM_STRING_X509_TRUSTED)) return add_certificate(reading, bytes, count, 1, name);
  if (ends(name, PEM_STRING_PKCS8INF) && !is(name, "OPENSSH PRIVATE KEY")) {
    if (!reading->wants_keys)
      kind = rehearsal_item_key;
    else if (is(name, PEM_STRING_PKCS8))
      return add_encrypted_key(reading, bytes, count, name);
    else
      return add_key(reading, header, bytes, count, name);
  }
  if (ends(name, PEM_STRING_PUBLIC)) kind = rehearsal_item_public_key;
  if (is(name, PEM_STRING_X509_REQ) || is(name, PEM_STRING_X509_REQ_OLD)) kind = rehearsal_item_request;
  if (is(name, PEM_STRING_X509_CRL)) kind = rehearsal_item_revocations;
  if (is(name, PEM_STRING_PKCS7) || is(name, PEM_STRING_CMS)) kind = rehearsal_item_pkcs7;
  rehearsal_reading_add(reading, kind, NULL, 0, name);
}

static void read_pem(struct reading *reading, const void *bytes, size_t count) {
  BIO *bio = BIO_new_mem_buf(bytes, (int)count);
  if (bio == NULL) return rehearsal_reading_fail(reading, rehearsal_store_no_memory, NULL);
  while (reading->store.state == rehearsal_store_sound) {
    char *name = NULL, *header = NULL;
    unsigned char *data = NULL;
    long size = 0;
    if (PEM_read_bio(bio, &name, &header, &data, &size) == 1) {
      add_block(reading, name, header, data, size);
      OPENSSL_cleanse(data, (size_t)size);
      OPENSSL_free(name);
      OPENSSL_free(header);
      OPENSSL_free(data);
      continue;
    }
    if (ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE) break;
    rehearsal_reading_fail_by_error(reading, rehearsal_store_damaged, NULL);
  }
  BIO_free(bio);
}

const rehearsal_store *rehearsal_pem_read(
    const void *bytes, size_t count, const char *password, size_t password_count, int wants_keys) {
  return rehearsal_reading_of(read_pem, bytes, count, password, password_count, wants_keys);
}

#define IS_DER(TYPE, READ)                                                        \
  do {                                                                            \
    const unsigned char *place = bytes;                                           \
    TYPE *value = READ(NULL, &place, length);                                     \
    ERR_clear_error();                                                            \
    if (value != NULL) {                                                          \
      TYPE##_free(value);                                                         \
      return kind;                                                                \
    }                                                                             \
  } while (0)

rehearsal_item_kind rehearsal_der_kind(const void *bytes, size_t count) {
  if (count > INT32_MAX) return rehearsal_item_other;
  long length = (long)count;
  rehearsal_item_kind kind = rehearsal_item_pkcs12;
  IS_DER(PKCS12, d2i_PKCS12);
  kind = rehearsal_item_certificate;
  IS_DER(X509, d2i_X509);
  kind = rehearsal_item_pkcs7;
  IS_DER(PKCS7, d2i_PKCS7);
  kind = rehearsal_item_request;
  IS_DER(X509_REQ, d2i_X509_REQ);
  kind = rehearsal_item_revocations;
  IS_DER(X509_CRL, d2i_X509_CRL);
  kind = rehearsal_item_key;
  IS_DER(X509_SIG, d2i_X509_SIG);
  IS_DER(PKCS8_PRIV_KEY_INFO, d2i_PKCS8_PRIV_KEY_INFO);
  IS_DER(EVP_PKEY, d2i_AutoPrivateKey);
  kind = rehearsal_item_public_key;
  IS_DER(EVP_PKEY, d2i_PUBKEY);
  return rehearsal_item_other;
}
