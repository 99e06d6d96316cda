import Diagnostics
import PostRequests
import Testing

/// Bodies with bytes changed, removed, repeated and exchanged: reading never crashes, and never shows the password.
@Suite struct RequestMutationTests {
  private static let pieces = [
    "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u0061", "\\ud800", "null", "true", "-0", "1e9", "10.0", "{{", "}}",
    "{id}",
    "\n", "\r\n", "\u{2028}", "\u{85}", "é", "\u{feff}", "\0", "'", "//", "password", "serviceAcntPswd", " ",
  ].map { Array($0.utf8) }

  @Test func mutatedBodiesAreRead() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("mutated requests: seed \(seed)")
    var random = Numbers(state: seed)
    let password = "hunter2-Zwiebel"
    let (first, second) = (RequestReadingTests.phase1, RequestReadingTests.phase2)
    let bodies = [first, second, "[\(second),\n\(first)]", second.replacing("\n", with: " ")].map {
      Array($0.replacing("…", with: password).utf8)
    }
    for number in 0..<300 {
      var bytes = bodies[random.below(bodies.count)]
      for _ in 0...random.below(3) { Self.mutate(&bytes, &random, password: Array(password.utf8)) }
      let file = PostRequestFile.read(bytes, path: "request.json")
      let description = file.files.describe(file.all)
      #expect(!description.contains("Zwiebel"), "seed \(seed), number \(number):\n\(description)")
      #expect(
        file.entries.allSatisfy { $0.request != nil || !$0.diagnostics.isEmpty }, "seed \(seed), number \(number)")
      #expect(!file.entries.isEmpty || !file.diagnostics.isEmpty)
    }
  }

  /// One mutation that leaves the password itself, and the name before it, as they are: of what is torn apart no one knows
  /// that it was one.
  private static func mutate(_ bytes: inout [UInt8], _ random: inout Numbers, password: [UInt8]) {
    let name = Array("serviceAcntPswd".utf8)
    let start = random.below(bytes.count)
    let end = min(bytes.count, start + random.below(12))
    func touches(_ word: [UInt8]) -> Bool {
      (max(0, start - word.count + 1)..<max(end, start + 1)).contains { bytes[$0...].starts(with: word) }
    }
    if touches(password) || touches(name) { return }
    switch random.below(4) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: start)
    case 2: bytes.replaceSubrange(start..<end, with: pieces[random.below(pieces.count)])
    default: bytes.insert(contentsOf: bytes[start..<end], at: random.below(2) == 0 ? start : end)
    }
    if bytes.isEmpty { bytes = [UInt8(ascii: "{")] }
  }

  /// SplitMix64.
  private struct Numbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }
}
