import Payloads
import Testing

/// The offset at which a text stops being JSON.
@Suite struct JSONLocatorTests {
  @Test(
    arguments: [
      ("{}", nil), (" [1, -0, 2.5e+3, \"a\\u00e9\\n\", true, false, null, {\"a\": []}] ", nil),
      ("\"\\ud83d\\ude00\"", nil),
      ("", 0), ("[1 2]", 3), ("[1,]", 3), ("{\"a\" 1}", 5), ("{\"a\": 1,}", 8), ("{a: 1}", 1), ("[01]", 1), ("[1.]", 1),
      ("[-]", 1), ("[1e]", 1), ("[nul]", 1), ("[True]", 1), ("[\"a]", 1), ("[\"a\nb\"]", 1), ("[\"a\\x\"]", 3),
      ("[\"\\u12g4\"]", 2), ("[\"\\ud83d\"]", 2), ("[\"\\ude00\"]", 2), ("[\"\\ud83d\\u0041\"]", 2), ("[1", 2),
      ("{", 1),
      ("{} x", 3), ("[1]]", 3), ("'a'", 0),
    ] as [(String, Int?)]) func isTheByte(_ text: String, _ expected: Int?)
  {
    let bytes = Array(text.utf8)
    #expect(JSONLocator.offset(ofFaultIn: bytes) == expected)
    #expect((bytes.withUnsafeBytes { JSONDocument().fault(in: $0) } == nil) == (expected == nil))
  }

  @Test func linesAndColumnsAreOfCharacters() throws {
    let position = try #require(JSONLocator.position(ofFaultIn: Array("[\"é\",\n \"日本\", x]".utf8)))
    #expect(position == (2, 8))
  }

  /// Thousands of mutations of a text: an offset is only found where the parser finds an error.
  @Test func nothingThatIsJSONIsFaulted() {
    let text = Array(#"{"a": [1, -2.5e3, "x\u00e9\\", true, null], "b": {"c": "日本", "d": []}}"#.utf8)
    let bytes = Array(#"{}[],:"\\u0 1-.eatn\#u{1}"#.utf8)
    let json = JSONDocument()
    var state: UInt64 = 7
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    var (sound, located, all) = (0, 0, 0)
    for _ in 0..<20_000 {
      var mutant = text
      for _ in 0...below(3) {
        let at = below(mutant.count)
        switch below(3) {
        case 0: mutant[at] = bytes[below(bytes.count)]
        case 1: mutant.remove(at: at)
        default: mutant.insert(bytes[below(bytes.count)], at: at)
        }
      }
      let offset = JSONLocator.offset(ofFaultIn: mutant)
      if mutant.withUnsafeBytes({ json.fault(in: $0) }) == nil {
        sound += 1
        #expect(offset == nil, "\(String(decoding: mutant, as: UTF8.self))")
      } else {
        all += 1
        if offset != nil { located += 1 }
      }
    }
    // All errors are found but bytes that are not UTF-8.
    #expect(sound > 1000 && located > all * 9 / 10, "\(sound) \(located) of \(all)")
  }
}
