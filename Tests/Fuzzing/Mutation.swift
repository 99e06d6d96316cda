/// A deterministic random generator: SplitMix64 (Steele, Lea, Flood 2014).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number in 0 ..< bound.
  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }
}

/// Makes one text of others: bytes, words and lines changed, moved, doubled and copied from elsewhere.
struct Mutation {
  /// Words that are likely to break a reader.
  private static let dictionary: [String] = [
    "{{", "}}", "{{seq}}", "{{vars.a}}", "{{raw seq}}", "${", "${A}", "${A:-", "$${", "}", "{", "[", "]", ": ", ", ",
    "- ",
    "&a ", "*a", "<<: *a", "<<: ", "!tag ", "|\n  ", ">-\n  ", "\"", "'", "# ", "---\n", "...\n", "~", "null", "no",
    "1:30", "0777", "1e3", ".5", "-1", "18446744073709551616", "99999999999999999999999999999999", "0x1F", "1_000",
    "500/s", "0/s", "max", "10000000000000/s", "0.0000000000000000001/s", "30s", "1h30m", "99999999d", "1us", "100%",
    "64KiB", "extends: ", "include: [a.yaml]", "x-a: &a {count: 1}\n", "stages:", "expect: [lost == 0]",
    "stage(*).rate_kept >= 95%", "ack_latency_p99 < 5ms", "\u{feff}", "\u{2028}", "\u{85}", "\u{202e}", "\t", "\r\n",
    "\u{0}", "\u{1b}[31m", "😀", "e\u{301}", "注", "\\u0041", "\\", "version: 2\n", "name: a\n",
  ]

  static func apply(to corpus: [[UInt8]], _ chance: inout Chance) -> [UInt8] {
    var text = corpus[chance.below(corpus.count)]
    for _ in 0...chance.below(6) {
      switch chance.below(8) {
      case 0: text.insert(contentsOf: Array(dictionary[chance.below(dictionary.count)].utf8), at: place(text, &chance))
      case 1: if !text.isEmpty { text[chance.below(text.count)] = UInt8(truncatingIfNeeded: chance.next()) }
      case 2: text.removeSubrange(range(text, &chance, longest: 40))
      case 3: text.insert(contentsOf: text[range(text, &chance, longest: 60)], at: place(text, &chance))
      case 4: swapLines(&text, &chance)
      case 5:
        let other = corpus[chance.below(corpus.count)]
        text.insert(contentsOf: other[range(other, &chance, longest: 200)], at: place(text, &chance))
      case 6: text.removeSubrange(place(text, &chance)...)
      default: replaceWord(&text, &chance)
      }
    }
    return text
  }

  private static func place(_ text: [UInt8], _ chance: inout Chance) -> Int { chance.below(text.count + 1) }

  private static func range(_ text: [UInt8], _ chance: inout Chance, longest: Int) -> Range<Int> {
    let start = place(text, &chance)
    return start..<min(text.count, start + chance.below(longest))
  }

  private static func swapLines(_ text: inout [UInt8], _ chance: inout Chance) {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    lines.swapAt(chance.below(lines.count), chance.below(lines.count))
    text = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func replaceWord(_ text: inout [UInt8], _ chance: inout Chance) {
    let start = place(text, &chance)
    let end = text[start...].firstIndex { " \n,:]}".utf8.contains($0) } ?? text.count
    text.replaceSubrange(start..<end, with: Array(dictionary[chance.below(dictionary.count)].utf8))
  }
}
