#include "internal.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// More than any store of use has.
static const size_t most_items = 10000;

static struct reading *new_reading(const char *password, size_t count, int wants_keys) {
  ERR_clear_error();
  struct reading *reading = calloc(1, sizeof *reading);
  if (reading == NULL) return NULL;
  reading->store.detail = reading->detail;
  reading->password = password;
  reading->password_count = count;
  reading->wants_keys = wants_keys;
  return reading;
}

void rehearsal_store_free(const rehearsal_store *store) {
  if (store == NULL) return;
  for (size_t index = 0; index < store->count; index++) {
    OPENSSL_cleanse((void *)store->items[index].bytes, store->items[index].count);
    free((void *)store->items[index].bytes);
    free((void *)store->items[index].label);
  }
  free((void *)store->items);
  free((void *)store);
}

void rehearsal_reading_fail(struct reading *reading, rehearsal_store_state state, const char *detail) {
  if (reading->store.state != rehearsal_store_sound) return;
  reading->store.state = state;
  snprintf(reading->detail, sizeof reading->detail, "%s", detail != NULL ? detail : "");
}

static int is_unsupported(unsigned long error) {
  int reason = ERR_GET_REASON(error), library = ERR_GET_LIB(error);
  return reason == ERR_R_UNSUPPORTED || (library == ERR_LIB_EVP && reason == EVP_R_UNSUPPORTED_ALGORITHM) ||
         (library == ERR_LIB_PKCS12 && reason == PKCS12_R_UNKNOWN_DIGEST_ALGORITHM);
}

// The name of the cipher, which is within the parameters of PBES2.
static const char *cipher_name(const X509_ALGOR *algorithm) {
  const ASN1_OBJECT *name = NULL;
  int type = 0;
  const void *value = NULL;
  X509_ALGOR_get0(&name, &type, &value, algorithm);
  const char *text = OBJ_nid2ln(OBJ_obj2nid(name));
  if (OBJ_obj2nid(name) == NID_pbes2 && type == V_ASN1_SEQUENCE) {
    PBE2PARAM *scheme = ASN1_item_unpack(value, ASN1_ITEM_rptr(PBE2PARAM));
    if (scheme != NULL) {
      X509_ALGOR_get0(&name, NULL, NULL, scheme->encryption);
      text = OBJ_nid2ln(OBJ_obj2nid(name));
      PBE2PARAM_free(scheme);
    }
  }
  return text;
}

void rehearsal_reading_fail_by_error(
    struct reading *reading, rehearsal_store_state otherwise, const X509_ALGOR *algorithm) {
  // The first says most: those after it only say what it was part of.
  const char *reason = ERR_reason_error_string(ERR_peek_error());
  int is_old = 0;
  for (unsigned long error; (error = ERR_get_error()) != 0;) is_old = is_old || is_unsupported(error);
  if (is_old)
    rehearsal_reading_fail(reading, rehearsal_store_old_encryption, algorithm != NULL ? cipher_name(algorithm) : NULL);
  else
    rehearsal_reading_fail(reading, otherwise, otherwise == rehearsal_store_damaged ? reason : NULL);
}

void rehearsal_reading_add(
    struct reading *reading, rehearsal_item_kind kind, const unsigned char *bytes, size_t count, const char *label) {
  if (reading->store.state != rehearsal_store_sound) return;
  if (reading->store.count == most_items) {
    rehearsal_reading_fail(reading, rehearsal_store_damaged, "more than 10000 entries");
    return;
  }
  if (reading->store.count == reading->capacity) {
    size_t capacity = reading->capacity == 0 ? 8 : 2 * reading->capacity;
    rehearsal_item *grown = realloc(reading->items, capacity * sizeof *grown);
    if (grown == NULL) return rehearsal_reading_fail(reading, rehearsal_store_no_memory, NULL);
    reading->items = grown;
    reading->capacity = capacity;
    reading->store.items = grown;
  }
  unsigned char *copy = bytes != NULL ? malloc(count + 1) : NULL;
  char *name = strdup(label != NULL ? label : "");
  if ((bytes != NULL && copy == NULL) || name == NULL) {
    free(copy);
    free(name);
    return rehearsal_reading_fail(reading, rehearsal_store_no_memory, NULL);
  }
  if (copy != NULL) memcpy(copy, bytes, count);
  reading->items[reading->store.count++] = (rehearsal_item){kind, copy, copy != NULL ? count : 0, name};
}

void rehearsal_reading_add_certificate(struct reading *reading, X509 *certificate, const char *label) {
  unsigned char *der = NULL;
  int count = certificate != NULL ? i2d_X509(certificate, &der) : -1;
  if (count < 0)
    rehearsal_reading_fail_by_error(reading, rehearsal_store_damaged, NULL);
  else
    rehearsal_reading_add(reading, rehearsal_item_certificate, der, (size_t)count, label);
  OPENSSL_free(der);
}

void rehearsal_reading_add_key(struct reading *reading, EVP_PKEY *key, const char *label) {
  unsigned char *der = NULL;
  PKCS8_PRIV_KEY_INFO *info = key != NULL ? EVP_PKEY2PKCS8(key) : NULL;
  int count = info != NULL ? i2d_PKCS8_PRIV_KEY_INFO(info, &der) : -1;
  if (count < 0)
    rehearsal_reading_fail_by_error(reading, rehearsal_store_damaged, NULL);
  else
    rehearsal_reading_add(reading, rehearsal_item_key, der, (size_t)count, label);
  if (der != NULL && count > 0) OPENSSL_cleanse(der, (size_t)count);
  OPENSSL_free(der);
  PKCS8_PRIV_KEY_INFO_free(info);
}

void rehearsal_reading_add_encrypted_key(struct reading *reading, const X509_SIG *encrypted, const char *label) {
  const X509_ALGOR *algorithm = NULL;
  X509_SIG_get0(encrypted, &algorithm, NULL);
  if (reading->password == NULL && !reading->is_password_confirmed)
    return rehearsal_reading_fail(reading, rehearsal_store_password_needed, NULL);
  if (!rehearsal_reading_affords(reading, algorithm)) return;
  PKCS8_PRIV_KEY_INFO *info = PKCS8_decrypt(encrypted, reading->password, (int)reading->password_count);
  EVP_PKEY *key = info != NULL ? EVP_PKCS82PKEY(info) : NULL;
  // One wrong password in 256 decrypts to something that is not a key.
  if (key == NULL)
    rehearsal_reading_fail_by_error(reading, rehearsal_store_wrong_password, algorithm);
  else
    rehearsal_reading_add_key(reading, key, label);
  EVP_PKEY_free(key);
  PKCS8_PRIV_KEY_INFO_free(info);
}

int rehearsal_reading_password(char *buffer, int size, int writing, void *reading) {
  (void)writing;
  const struct reading *own = reading;
  if (own->password == NULL || size < 0 || own->password_count > (size_t)size) return -1;
  memcpy(buffer, own->password, own->password_count);
  return (int)own->password_count;
}

static const rehearsal_store *read_once(
    rehearsal_reader reader, const void *bytes, size_t count, const char *password, size_t password_count, int wants_keys) {
  struct reading *reading = new_reading(password, password_count, wants_keys);
  if (reading == NULL) return NULL;
  if (count <= INT32_MAX)
    reader(reading, bytes, count);
  else
    rehearsal_reading_fail(reading, rehearsal_store_no_memory, NULL);
  ERR_clear_error();
  return &reading->store;
}

// Java 8 encrypts certificates with RC2. OpenSSL has that in a module of its own, which distributions install with it; it is
// loaded for this thread and this store alone.
const rehearsal_store *rehearsal_reading_of(
    rehearsal_reader reader, const void *bytes, size_t count, const char *password, size_t password_count, int wants_keys) {
  const rehearsal_store *store = read_once(reader, bytes, count, password, password_count, wants_keys);
  if (store == NULL || store->state != rehearsal_store_old_encryption) return store;
  OSSL_LIB_CTX *own = OSSL_LIB_CTX_new();
  OSSL_PROVIDER *standard = own != NULL ? OSSL_PROVIDER_load(own, "default") : NULL;
  OSSL_PROVIDER *old = standard != NULL ? OSSL_PROVIDER_load(own, "legacy") : NULL;
  if (old != NULL) {
    OSSL_LIB_CTX *before = OSSL_LIB_CTX_set0_default(own);
    const rehearsal_store *again = read_once(reader, bytes, count, password, password_count, wants_keys);
    OSSL_LIB_CTX_set0_default(before);
    if (again != NULL) {
      rehearsal_store_free(store);
      store = again;
    }
    OSSL_PROVIDER_unload(old);
  }
  if (standard != NULL) OSSL_PROVIDER_unload(standard);
  OSSL_LIB_CTX_free(own);
  ERR_clear_error();
  return store;
}

static void read_key(struct reading *reading, const void *bytes, size_t count) {
  const unsigned char *place = bytes;
  X509_SIG *encrypted = d2i_X509_SIG(NULL, &place, (long)count);
  if (encrypted != NULL) {
    rehearsal_reading_add_encrypted_key(reading, encrypted, "");
  } else {
    ERR_clear_error();
    place = bytes;
    EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &place, (long)count);
    rehearsal_reading_add_key(reading, key, "");
    EVP_PKEY_free(key);
  }
  X509_SIG_free(encrypted);
}

const rehearsal_store *rehearsal_key_read(const void *bytes, size_t count, const char *password, size_t password_count) {
  return rehearsal_reading_of(read_key, bytes, count, password, password_count, 1);
}
