#include "internal.h"

#include <openssl/asn1t.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

// scrypt's work in units of PBKDF2's iterations: N * r * p blocks of 128 bytes, each of about the time of one iteration.
static int affords_scrypt(struct reading *reading, const ASN1_TYPE *parameters) {
  SCRYPT_PARAMS *scrypt = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(SCRYPT_PARAMS), parameters);
  uint64_t n = 0, r = 0, p = 0;
  int is_read = scrypt != NULL && ASN1_INTEGER_get_uint64(&n, scrypt->costParameter) == 1 &&
                ASN1_INTEGER_get_uint64(&r, scrypt->blockSize) == 1 &&
                ASN1_INTEGER_get_uint64(&p, scrypt->parallelizationParameter) == 1;
  SCRYPT_PARAMS_free(scrypt);
  const uint64_t limit = rehearsal_iteration_limit;
  if (is_read && n <= limit && r <= limit && p <= limit && n * r <= limit && n * r * p <= limit - reading->iterations) {
    reading->iterations += n * r * p;
    return 1;
  }
  rehearsal_reading_fail(reading, rehearsal_store_too_costly, NULL);
  return 0;
}

int rehearsal_reading_affords_count(struct reading *reading, const ASN1_INTEGER *iterations) {
  uint64_t count = 1;
  if (iterations != NULL && ASN1_INTEGER_get_uint64(&count, iterations) != 1) count = UINT64_MAX;
  ERR_clear_error();
  if (count <= rehearsal_iteration_limit - reading->iterations) {
    reading->iterations += count;
    return 1;
  }
  rehearsal_reading_fail(reading, rehearsal_store_too_costly, NULL);
  return 0;
}

static int affords_function(struct reading *reading, const X509_ALGOR *function) {
  switch (OBJ_obj2nid(function->algorithm)) {
    case NID_id_scrypt:
      return affords_scrypt(reading, function->parameter);
    case NID_id_pbkdf2: {
      PBKDF2PARAM *parameters = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), function->parameter);
      // Parameters that cannot be read are refused by the decryption.
      int affords = parameters == NULL || rehearsal_reading_affords_count(reading, parameters->iter);
      PBKDF2PARAM_free(parameters);
      return affords;
    }
    default:
      return 1;
  }
}

int rehearsal_reading_affords(struct reading *reading, const X509_ALGOR *algorithm) {
  int affords = 1;
  switch (OBJ_obj2nid(algorithm->algorithm)) {
    // PBMAC1 has the same two fields: how the key is derived, and what it is used for.
    case NID_pbmac1:
    case NID_pbes2: {
      PBE2PARAM *parameters = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm->parameter);
      affords = parameters == NULL || affords_function(reading, parameters->keyfunc);
      PBE2PARAM_free(parameters);
      break;
    }
    default: {
      PBEPARAM *parameters = ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBEPARAM), algorithm->parameter);
      affords = parameters == NULL || rehearsal_reading_affords_count(reading, parameters->iter);
      PBEPARAM_free(parameters);
    }
  }
  ERR_clear_error();
  return affords;
}
