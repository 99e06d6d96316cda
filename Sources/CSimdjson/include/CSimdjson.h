#ifndef REHEARSAL_CSIMDJSON_H
#define REHEARSAL_CSIMDJSON_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser with its buffers; for one thread at a time. NULL where memory is short.
typedef struct rehearsal_json_parser rehearsal_json_parser;
rehearsal_json_parser *rehearsal_json_parser_new(void);
void rehearsal_json_parser_free(rehearsal_json_parser *parser);

/// NULL where `bytes` are one well-formed JSON document (RFC 8259, strict UTF-8), else a static text with the reason.
const char *rehearsal_json_fault(rehearsal_json_parser *parser, const void *bytes, size_t count);

/// A parsed document as simdjson's tape (doc/tape.md in its source): a word is a letter in its top 8 bits and a value in
/// the other 56; word 0 is the root's. The value of `"` is an offset in `strings`: the length in 4 bytes, then the bytes, and at
/// least 8 more that may be read.
typedef struct {
  const uint64_t *words;
  size_t count;
  const uint8_t *strings;
} rehearsal_json_tape;

/// NULL where `bytes` are one well-formed JSON document: then `tape` is valid until the parser is used again. Else a static
/// text with the reason.
const char *rehearsal_json_parse(
    rehearsal_json_parser *parser, const void *bytes, size_t count, rehearsal_json_tape *tape);

/// True where `bytes` are UTF-8.
bool rehearsal_utf8_is_valid(const void *bytes, size_t count);

#ifdef __cplusplus
}
#endif
#endif
