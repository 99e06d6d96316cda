#include "internal.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// More names than any certificate of use has.
static const int most_names = 1000;

static char *text_of(BIO *bio) {
  char *bytes = NULL;
  long count = BIO_get_mem_data(bio, &bytes);
  char *text = count >= 0 ? malloc((size_t)count + 1) : NULL;
  if (text == NULL) return NULL;
  if (count > 0) memcpy(text, bytes, (size_t)count);
  text[count] = 0;
  return text;
}

char *rehearsal_name_text(const X509_NAME *name) {
  BIO *bio = BIO_new(BIO_s_mem());
  if (bio == NULL) return NULL;
  // A name that is not of its declared character set is left empty.
  (void)X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB);
  char *text = text_of(bio);
  BIO_free(bio);
  return text;
}

static int64_t seconds(const ASN1_TIME *time) {
  struct tm parts;
  return ASN1_TIME_to_tm(time, &parts) == 1 ? (int64_t)timegm(&parts) : 0;
}

static char *general_name(const GENERAL_NAME *name) {
  char text[INET6_ADDRSTRLEN];
  if (name->type == GEN_DNS) {
    int count = ASN1_STRING_length(name->d.dNSName);
    const unsigned char *bytes = ASN1_STRING_get0_data(name->d.dNSName);
    // A zero byte would end the name early, which once deceived clients.
    return memchr(bytes, 0, (size_t)count) == NULL ? strndup((const char *)bytes, (size_t)count) : NULL;
  }
  if (name->type != GEN_IPADD) return NULL;
  int count = ASN1_STRING_length(name->d.iPAddress);
  if (count != 4 && count != 16) return NULL;
  const void *address = ASN1_STRING_get0_data(name->d.iPAddress);
  return inet_ntop(count == 4 ? AF_INET : AF_INET6, address, text, sizeof text) != NULL ? strdup(text) : NULL;
}

static char *common_name(X509 *certificate) {
  const X509_NAME *subject = X509_get_subject_name(certificate);
  int place = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (place < 0) return NULL;
  unsigned char *bytes = NULL;
  int count = ASN1_STRING_to_UTF8(&bytes, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, place)));
  if (count < 0) return NULL;
  char *text = memchr(bytes, 0, (size_t)count) == NULL ? strndup((const char *)bytes, (size_t)count) : NULL;
  OPENSSL_free(bytes);
  return text;
}

static void read_names(rehearsal_certificate *facts, X509 *certificate) {
  GENERAL_NAMES *all = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
  int count = all != NULL ? sk_GENERAL_NAME_num(all) : 0;
  if (count > most_names) count = most_names;
  char **names = calloc((size_t)count + 1, sizeof *names);
  if (names != NULL) {
    for (int index = 0; index < count; index++) {
      char *name = general_name(sk_GENERAL_NAME_value(all, index));
      if (name != NULL) names[facts->name_count++] = name;
    }
    if (facts->name_count == 0 && (names[0] = common_name(certificate)) != NULL) facts->name_count = 1;
  }
  facts->names = (const char *const *)names;
  GENERAL_NAMES_free(all);
}

static X509 *certificate_of(const void *der, size_t count) {
  const unsigned char *place = der;
  if (count > INT32_MAX) return NULL;
  X509 *certificate = d2i_X509(NULL, &place, (long)count);
  if (certificate != NULL && place == (const unsigned char *)der + count) return certificate;
  X509_free(certificate);
  return NULL;
}

const rehearsal_certificate *rehearsal_certificate_read(const void *der, size_t count) {
  X509 *certificate = certificate_of(der, count);
  rehearsal_certificate *facts = certificate != NULL ? calloc(1, sizeof *facts) : NULL;
  if (facts != NULL) {
    unsigned char *copy = malloc(count);
    if (copy != NULL) memcpy(copy, der, count);
    facts->der = copy;
    facts->der_count = count;
    facts->pem = rehearsal_pem_block("CERTIFICATE", der, count);
    facts->subject = rehearsal_name_text(X509_get_subject_name(certificate));
    facts->issuer = rehearsal_name_text(X509_get_issuer_name(certificate));
    facts->not_before = seconds(X509_get0_notBefore(certificate));
    facts->not_after = seconds(X509_get0_notAfter(certificate));
    read_names(facts, certificate);
    facts->is_authority = X509_check_ca(certificate) > 0;
    facts->is_self_signed = X509_self_signed(certificate, 0) == 1;
    if (copy == NULL || facts->pem == NULL || facts->subject == NULL || facts->issuer == NULL || facts->names == NULL) {
      rehearsal_certificate_free(facts);
      facts = NULL;
    }
  }
  X509_free(certificate);
  ERR_clear_error();
  return facts;
}

void rehearsal_certificate_free(const rehearsal_certificate *certificate) {
  if (certificate == NULL) return;
  rehearsal_text_free((char *)certificate->pem);
  for (size_t index = 0; index < certificate->name_count; index++) free((void *)certificate->names[index]);
  free((void *)certificate->names);
  free((void *)certificate->der);
  free((void *)certificate->subject);
  free((void *)certificate->issuer);
  free((void *)certificate);
}

int rehearsal_certificate_issued(const void *issuer, size_t issuer_count, const void *subject, size_t subject_count) {
  X509 *above = certificate_of(issuer, issuer_count);
  X509 *below = certificate_of(subject, subject_count);
  int issued = above != NULL && below != NULL && X509_check_issued(above, below) == X509_V_OK;
  X509_free(above);
  X509_free(below);
  ERR_clear_error();
  return issued;
}

int rehearsal_certificate_has_key(const void *certificate, size_t count, const void *key, size_t key_count) {
  const unsigned char *place = key;
  X509 *owner = certificate_of(certificate, count);
  EVP_PKEY *own = key_count <= INT32_MAX ? d2i_AutoPrivateKey(NULL, &place, (long)key_count) : NULL;
  int matches = owner != NULL && own != NULL && X509_check_private_key(owner, own) == 1;
  X509_free(owner);
  EVP_PKEY_free(own);
  ERR_clear_error();
  return matches;
}

char *rehearsal_pem_block(const char *name, const void *bytes, size_t count) {
  BIO *bio = count <= INT32_MAX ? BIO_new(BIO_s_mem()) : NULL;
  if (bio == NULL) return NULL;
  char *text = PEM_write_bio(bio, name, "", bytes, (long)count) > 0 ? text_of(bio) : NULL;
  char *written = NULL;
  long length = BIO_get_mem_data(bio, &written);
  if (length > 0) OPENSSL_cleanse(written, (size_t)length);
  BIO_free(bio);
  return text;
}

void rehearsal_text_free(char *text) {
  if (text != NULL) OPENSSL_cleanse(text, strlen(text));
  free(text);
}

int rehearsal_sha1(const void *first, size_t first_count, const void *second, size_t second_count, unsigned char *digest) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  int done = context != NULL && EVP_DigestInit_ex(context, EVP_sha1(), NULL) == 1 &&
             EVP_DigestUpdate(context, first, first_count) == 1 &&
             EVP_DigestUpdate(context, second, second_count) == 1 && EVP_DigestFinal_ex(context, digest, NULL) == 1;
  EVP_MD_CTX_free(context);
  ERR_clear_error();
  return done;
}
