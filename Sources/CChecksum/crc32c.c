#include "CChecksum.h"
#include <string.h>

// Reflected polynomial of CRC32C, RFC 3720 appendix B.4.
#define POLYNOMIAL 0x82f63b78u

static uint32_t table[256];

__attribute__((constructor)) static void fill_table(void) {
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t crc = byte;
    for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (POLYNOMIAL & (0u - (crc & 1u)));
    table[byte] = crc;
  }
}

uint32_t rehearsal_crc32c_by_table(uint32_t crc, const void *bytes, size_t count) {
  const uint8_t *next = bytes;
  crc = ~crc;
  while (count--) crc = (crc >> 8) ^ table[(crc ^ *next++) & 0xff];
  return ~crc;
}

#if defined(__x86_64__)

__attribute__((target("sse4.2")))
static uint32_t by_instruction(uint32_t crc, const void *bytes, size_t count) {
  const uint8_t *next = bytes;
  uint64_t sum = ~crc;
  for (; count >= 8; count -= 8, next += 8) {
    uint64_t word;
    memcpy(&word, next, 8);
    sum = __builtin_ia32_crc32di(sum, word);
  }
  uint32_t rest = (uint32_t)sum;
  if (count >= 4) {
    uint32_t word;
    memcpy(&word, next, 4);
    rest = __builtin_ia32_crc32si(rest, word);
    count -= 4;
    next += 4;
  }
  while (count--) rest = __builtin_ia32_crc32qi(rest, *next++);
  return ~rest;
}

uint32_t rehearsal_crc32c(uint32_t crc, const void *bytes, size_t count) {
  static int known;  // 0 unknown, 1 has the instruction, 2 does not; a race writes the same value twice
  if (known == 0) known = __builtin_cpu_supports("sse4.2") ? 1 : 2;
  return known == 1 ? by_instruction(crc, bytes, count) : rehearsal_crc32c_by_table(crc, bytes, count);
}

#elif defined(__ARM_FEATURE_CRC32)

#include <arm_acle.h>

uint32_t rehearsal_crc32c(uint32_t crc, const void *bytes, size_t count) {
  const uint8_t *next = bytes;
  crc = ~crc;
  for (; count >= 8; count -= 8, next += 8) {
    uint64_t word;
    memcpy(&word, next, 8);
    crc = __crc32cd(crc, word);
  }
  if (count >= 4) {
    uint32_t word;
    memcpy(&word, next, 4);
    crc = __crc32cw(crc, word);
    count -= 4;
    next += 4;
  }
  while (count--) crc = __crc32cb(crc, *next++);
  return ~crc;
}

#else

uint32_t rehearsal_crc32c(uint32_t crc, const void *bytes, size_t count) {
  return rehearsal_crc32c_by_table(crc, bytes, count);
}

#endif
