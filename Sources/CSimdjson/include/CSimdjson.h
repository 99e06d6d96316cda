#ifndef REHEARSAL_CSIMDJSON_H
#define REHEARSAL_CSIMDJSON_H
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser with its buffers; for one thread at a time. NULL where memory is short.
typedef struct rehearsal_json_parser rehearsal_json_parser;
rehearsal_json_parser *rehearsal_json_parser_new(void);
void rehearsal_json_parser_free(rehearsal_json_parser *parser);

/// NULL where `bytes` are one well-formed JSON document (RFC 8259, strict UTF-8), else a static text that says why not.
const char *rehearsal_json_fault(rehearsal_json_parser *parser, const void *bytes, size_t count);

#ifdef __cplusplus
}
#endif
#endif
