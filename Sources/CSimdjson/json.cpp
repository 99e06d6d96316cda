#include "CSimdjson.h"

#include <new>
#include <simdjson.h>

struct rehearsal_json_parser {
  simdjson::dom::parser parser;
};

rehearsal_json_parser *rehearsal_json_parser_new(void) { return new (std::nothrow) rehearsal_json_parser(); }

void rehearsal_json_parser_free(rehearsal_json_parser *parser) { delete parser; }

// No exception may cross into Swift: the library's error codes are used throughout, and what C++ itself may throw
// (memory) is caught here.
const char *rehearsal_json_fault(rehearsal_json_parser *parser, const void *bytes, size_t count) {
  try {
    simdjson::dom::element document;
    auto error = parser->parser.parse(static_cast<const char *>(bytes), count).get(document);
    return error ? simdjson::error_message(error) : nullptr;
  } catch (...) {
    return "not enough memory to parse it";
  }
}
