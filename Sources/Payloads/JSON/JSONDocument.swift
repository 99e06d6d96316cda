internal import CSimdjson

/// Checks that bytes are one well-formed JSON document (RFC 8259, strict UTF-8). Owns simdjson's parser and its buffers, so
/// it is made once and used for many documents, by one thread at a time.
package final class JSONDocument {
  private let parser: OpaquePointer?

  package init() { parser = rehearsal_json_parser_new() }

  deinit { if let parser { rehearsal_json_parser_free(parser) } }

  /// Nil where `bytes` are well-formed, else the reason why they are not.
  package func fault(in bytes: UnsafeRawBufferPointer) -> String? {
    guard let parser else { return "not enough memory to parse it" }
    return rehearsal_json_fault(parser, bytes.baseAddress, bytes.count).map { String(cString: $0) }
  }

  /// Parses `bytes` to `tape`, which is valid until the next document is parsed. Returns the reason where they are not JSON.
  func parse(_ bytes: UnsafeRawBufferPointer, into tape: inout JSONTape?) -> String? {
    guard let parser else { return "not enough memory to parse it" }
    var parsed = rehearsal_json_tape()
    if let fault = rehearsal_json_parse(parser, bytes.baseAddress, bytes.count, &parsed) {
      return String(cString: fault)
    }
    guard let words = parsed.words, let strings = parsed.strings else { return "not enough memory to parse it" }
    tape = JSONTape(words: words, count: parsed.count, strings: strings)
    return nil
  }
}
