internal import CPatterns
internal import CSimdjson

/// Finds every match of a regular expression of ECMA-262 in one text after another. Owns the buffers of matching, so it is for one
/// thread at a time.
package final class TextPattern {
  /// The reason why a text is no regular expression, as the end of a sentence.
  package struct Fault: Error, Sendable, Equatable {
    package let sentence: String
  }

  private let pattern: Pattern
  private let matcher: OpaquePointer?

  package init(_ text: String) throws(Fault) {
    do { pattern = try Pattern(text) } catch { throw Fault(sentence: error.sentence) }
    matcher = rehearsal_matcher_new()
  }

  deinit { if let matcher { rehearsal_matcher_free(matcher) } }

  /// Passes the first group of each match, or the whole match where the expression has no group. Bytes that are not UTF-8 count as
  /// U+FFFD each. False where the search was given up, because it took too many steps or too much memory.
  package func forEachMatch(in text: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard rehearsal_utf8_is_valid(text.baseAddress, text.count) else {
      return Array(String(decoding: text, as: UTF8.self).utf8).withUnsafeBytes { search($0, body) }
    }
    return search(text, body)
  }

  private func search(_ text: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard let matcher else { return false }
    var match = rehearsal_match()
    var start = 0
    while start <= text.count {
      let found = rehearsal_pattern_next(pattern.handle, matcher, text.baseAddress, text.count, start, &match)
      guard found > 0 else { return found == 0 }
      if match.group_end > match.group_start, match.group_start >= 0 {
        body(UnsafeRawBufferPointer(rebasing: text[match.group_start..<match.group_end]))
      }
      start = max(match.end, start)
      guard match.end <= match.start else { continue }
      // An empty match: the next character is where to go on.
      start += 1
      while start < text.count, text[start] & 0xc0 == 0x80 { start += 1 }
    }
    return true
  }
}
