#include "internal.h"

#include <openssl/err.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>
#include <string.h>

// Bags within bags.
static const int deepest = 8;

static void add_bags(struct reading *reading, const STACK_OF(PKCS12_SAFEBAG) *bags, int depth);

static void add_shrouded(struct reading *reading, const PKCS12_SAFEBAG *bag, const char *label) {
  const X509_SIG *encrypted = PKCS12_SAFEBAG_get0_pkcs8(bag);
  if (encrypted != NULL)
    rehearsal_reading_add_encrypted_key(reading, encrypted, label);
  else
    rehearsal_reading_fail(reading, rehearsal_store_damaged, "a key bag is empty");
}

static void add_plain_key(struct reading *reading, const PKCS12_SAFEBAG *bag, const char *label) {
  const PKCS8_PRIV_KEY_INFO *info = PKCS12_SAFEBAG_get0_p8inf(bag);
  EVP_PKEY *key = info != NULL ? EVP_PKCS82PKEY(info) : NULL;
  rehearsal_reading_add_key(reading, key, label);
  EVP_PKEY_free(key);
}

// A certificate that is a bag by itself, with or without the attribute by which Java marks it as trusted.
static void add_certificate(struct reading *reading, const PKCS12_SAFEBAG *bag, const char *label) {
  if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Certificate) return;
  X509 *certificate = PKCS12_SAFEBAG_get1_cert(bag);
  rehearsal_reading_add_certificate(reading, certificate, label);
  X509_free(certificate);
}

static void add_bag(struct reading *reading, PKCS12_SAFEBAG *bag, int depth) {
  char *name = PKCS12_get_friendlyname(bag);
  const char *label = name != NULL ? name : "";
  switch (PKCS12_SAFEBAG_get_nid(bag)) {
    case NID_certBag:
      add_certificate(reading, bag, label);
      break;
    case NID_keyBag:
    case NID_pkcs8ShroudedKeyBag:
      if (!reading->wants_keys)
        rehearsal_reading_add(reading, rehearsal_item_key, NULL, 0, label);
      else if (PKCS12_SAFEBAG_get_nid(bag) == NID_keyBag)
        add_plain_key(reading, bag, label);
      else
        add_shrouded(reading, bag, label);
      break;
    case NID_safeContentsBag:
      if (depth < deepest)
        add_bags(reading, PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
      else
        rehearsal_reading_fail(reading, rehearsal_store_damaged, "its bags are nested too deep");
      break;
    default:
      break;
  }
  OPENSSL_free(name);
}

static void add_bags(struct reading *reading, const STACK_OF(PKCS12_SAFEBAG) *bags, int depth) {
  for (int index = 0; index < sk_PKCS12_SAFEBAG_num(bags); index++) {
    if (reading->store.state != rehearsal_store_sound) return;
    add_bag(reading, sk_PKCS12_SAFEBAG_value(bags, index), depth);
  }
}

static void add_content(struct reading *reading, PKCS7 *content) {
  STACK_OF(PKCS12_SAFEBAG) *bags = NULL;
  const X509_ALGOR *algorithm = NULL;
  if (PKCS7_type_is_data(content) && content->d.data != NULL) {
    bags = PKCS12_unpack_p7data(content);
  } else if (PKCS7_type_is_encrypted(content) && content->d.encrypted != NULL && content->d.encrypted->enc_data != NULL &&
             content->d.encrypted->enc_data->enc_data != NULL) {
    algorithm = content->d.encrypted->enc_data->algorithm;
    if (reading->password == NULL && !reading->is_password_confirmed)
      return rehearsal_reading_fail(reading, rehearsal_store_password_needed, NULL);
    if (!rehearsal_reading_affords(reading, algorithm)) return;
    bags = PKCS12_unpack_p7encdata(content, reading->password, (int)reading->password_count);
  } else {
    return rehearsal_reading_fail(reading, rehearsal_store_damaged, "a part is not encrypted by a password");
  }
  // Without a checksum only the decryption shows that the password is wrong.
  rehearsal_store_state otherwise =
      algorithm != NULL && !reading->is_password_confirmed ? rehearsal_store_wrong_password : rehearsal_store_damaged;
  if (bags == NULL)
    rehearsal_reading_fail_by_error(reading, otherwise, algorithm);
  else
    add_bags(reading, bags, 0);
  sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}

// Leaves in `reading` the form of an empty password that fits: two are in use, one of no bytes and one of a closing zero.
static int verifies(struct reading *reading, PKCS12 *store) {
  const ASN1_INTEGER *iterations = NULL;
  const X509_ALGOR *algorithm = NULL;
  PKCS12_get0_mac(NULL, &algorithm, NULL, &iterations, store);
  if (!rehearsal_reading_affords_count(reading, iterations)) return 0;
  if (algorithm != NULL && OBJ_obj2nid(algorithm->algorithm) == NID_pbmac1 && !rehearsal_reading_affords(reading, algorithm))
    return 0;
  if (PKCS12_verify_mac(store, reading->password, (int)reading->password_count) == 1)
    return reading->is_password_confirmed = 1;
  int had_password = reading->password != NULL;
  if (reading->password_count == 0) {
    if (!rehearsal_reading_affords_count(reading, iterations)) return 0;
    reading->password = had_password ? NULL : "";
    ERR_clear_error();
    if (PKCS12_verify_mac(store, reading->password, 0) == 1) return reading->is_password_confirmed = 1;
  }
  rehearsal_reading_fail_by_error(
      reading, had_password ? rehearsal_store_wrong_password : rehearsal_store_password_needed, algorithm);
  return 0;
}

static void read_pkcs12(struct reading *reading, const void *bytes, size_t count) {
  const unsigned char *place = bytes;
  PKCS12 *store = d2i_PKCS12(NULL, &place, (long)count);
  if (store == NULL) {
    rehearsal_reading_fail_by_error(reading, rehearsal_store_damaged, NULL);
  } else if (!PKCS12_mac_present(store) || verifies(reading, store)) {
    STACK_OF(PKCS7) *contents = PKCS12_unpack_authsafes(store);
    if (contents == NULL) rehearsal_reading_fail_by_error(reading, rehearsal_store_damaged, NULL);
    for (int index = 0; index < sk_PKCS7_num(contents); index++) {
      if (reading->store.state != rehearsal_store_sound) break;
      add_content(reading, sk_PKCS7_value(contents, index));
    }
    sk_PKCS7_pop_free(contents, PKCS7_free);
  }
  PKCS12_free(store);
}

const rehearsal_store *rehearsal_pkcs12_read(
    const void *bytes, size_t count, const char *password, size_t password_count, int wants_keys) {
  return rehearsal_reading_of(read_pkcs12, bytes, count, password, password_count, wants_keys);
}
