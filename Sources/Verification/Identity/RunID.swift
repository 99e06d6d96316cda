/// Names one repetition of a run: in its folder, its reports, every record's header. 64 bits, so that it costs a record
/// eight bytes; as text thirteen characters that sort by the time of the start.
package struct RunID: Sendable, Hashable {
  package let value: UInt64

  package init(value: UInt64) { self.value = value }

  /// Milliseconds since 2020 in the upper 40 bits (until 2054), chance in the lower 24: two runs collide when they start
  /// within the same millisecond and draw the same of 16 million numbers.
  package init(milliseconds sinceEpoch: Int64, random: UInt64) {
    let since2020 = UInt64(max(sinceEpoch, 1_577_836_800_000) - 1_577_836_800_000)
    value = since2020 << 24 | random & 0xff_ffff
  }

  /// True if `text` is one that `text` yields: it may come from a file.
  package static func isText(_ text: String) -> Bool {
    text.utf8.count == 13 && text.utf8.allSatisfy { alphabet.contains($0) }
  }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Crockford's base 32 in lower case, most significant digit first.
  package var text: String {
    let digits = (0..<13).map { Self.alphabet[Int(truncatingIfNeeded: value >> UInt64(60 - 5 * $0)) & 31] }
    return String(decoding: digits, as: UTF8.self)
  }
}
