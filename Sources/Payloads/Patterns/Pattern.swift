internal import CPatterns

/// A regular expression of ECMA-262, matched anywhere in a text. Never changes, so threads may share it.
final class Pattern: @unchecked Sendable {
  let text: String
  let handle: OpaquePointer

  init(_ text: String) throws(PatternError) {
    self.text = text
    let translated = try ECMAPattern.translated(text)
    var offset = 0
    var reason = [CChar](repeating: 0, count: 160)
    let made = translated.withUnsafeBytes {
      rehearsal_pattern_new($0.baseAddress, $0.count, &reason, reason.count, &offset)
    }
    guard let made else {
      let end = reason.firstIndex(of: 0) ?? reason.count
      throw PatternError(sentence: String(decoding: reason[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
    handle = made
  }

  deinit { rehearsal_pattern_free(handle) }
}
