#ifndef REHEARSAL_CCHECKSUM_H
#define REHEARSAL_CCHECKSUM_H
#include <stddef.h>
#include <stdint.h>

/// Continues a CRC32C (Castagnoli, as in iSCSI and in Kafka's own batches) over `count` bytes.
/// Start with 0 and feed what was returned: `crc32c(crc32c(0, a), b)` equals `crc32c(0, a ++ b)`.
uint32_t rehearsal_crc32c(uint32_t crc, const void *bytes, size_t count);

/// The same by table, on any processor: the reference of the tests, and the fallback.
uint32_t rehearsal_crc32c_by_table(uint32_t crc, const void *bytes, size_t count);
#endif
