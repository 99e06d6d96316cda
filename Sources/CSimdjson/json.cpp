#include "CSimdjson.h"

#include <new>
#include <string>
#include <simdjson.h>

struct rehearsal_json_parser {
  simdjson::dom::parser parser;
};

rehearsal_json_parser *rehearsal_json_parser_new(void) { return new (std::nothrow) rehearsal_json_parser(); }

void rehearsal_json_parser_free(rehearsal_json_parser *parser) { delete parser; }

// simdjson refuses integers beyond 64 bits, which are valid JSON: in a copy they end in ".0", which parses as the nearest
// double. Only used where a document was refused for a number.
static std::string with_great_integers_as_doubles(const char *bytes, size_t count) {
  std::string copy;
  bool quoted = false;
  for (size_t at = 0; at < count;) {
    const char byte = bytes[at];
    const bool starts = !quoted && byte >= '0' && byte <= '9';
    size_t end = at + 1;
    if (starts) {
      while (end < count && bytes[end] >= '0' && bytes[end] <= '9') end++;
    } else if (quoted && byte == '\\' && end < count) {
      end++;
    } else if (byte == '"') {
      quoted = !quoted;
    }
    copy.append(bytes + at, end - at);
    const bool whole = starts && (at == 0 || (bytes[at - 1] != '.' && bytes[at - 1] != '+' && bytes[at - 1] != 'e' &&
                                              bytes[at - 1] != 'E' && !(bytes[at - 1] == '-' && at > 1 &&
                                                                         (bytes[at - 2] | 0x20) == 'e'))) &&
                       (end == count || (bytes[end] != '.' && bytes[end] != 'e' && bytes[end] != 'E'));
    if (whole && end - at >= 19) copy += ".0";
    at = end;
  }
  return copy;
}

// No exception may reach Swift: the library's error codes are used throughout, and exceptions of C++ itself (memory) are
// caught here.
const char *rehearsal_json_fault(rehearsal_json_parser *parser, const void *bytes, size_t count) {
  try {
    simdjson::dom::element document;
    const char *text = static_cast<const char *>(bytes);
    auto error = parser->parser.parse(text, count).get(document);
    if (error == simdjson::NUMBER_ERROR) {
      error = parser->parser.parse(with_great_integers_as_doubles(text, count)).get(document);
    }
    return error ? simdjson::error_message(error) : nullptr;
  } catch (...) {
    return "not enough memory to parse it";
  }
}

const char *rehearsal_json_parse(
    rehearsal_json_parser *parser, const void *bytes, size_t count, rehearsal_json_tape *tape) {
  const char *fault = rehearsal_json_fault(parser, bytes, count);
  if (fault != nullptr) return fault;
  const auto &document = parser->parser.doc;
  tape->words = document.tape.get();
  tape->strings = document.string_buf.get();
  // The root's value is the index after its last word.
  tape->count = static_cast<size_t>(tape->words[0] & 0x00ffffffffffffff);
  return nullptr;
}

bool rehearsal_utf8_is_valid(const void *bytes, size_t count) {
  return count == 0 || simdjson::validate_utf8(static_cast<const char *>(bytes), count);
}
