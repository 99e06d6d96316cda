import Testing

@testable import Load

/// The lines of a command's output, however its pieces end.
@Suite struct OutputLinesTests {
  private static func lines(_ pieces: [[UInt8]]) -> [String] {
    var (lines, found) = (OutputLines(), [String]())
    let note = { (line: OutputLines.Line) in
      switch line {
      case .line(let bytes): found.append(String(decoding: bytes, as: UTF8.self))
      case .overlong: found.append("overlong")
      }
    }
    for piece in pieces { lines.take(piece, note) }
    lines.finish(note)
    return found
  }

  private static let long = String(repeating: "x", count: OutputLines.longest)

  @Test(
    arguments: [
      ("nothing", [], []), ("an empty piece", [""], []), ("one line", ["a\n"], ["a"]),
      ("no last end", ["a\nb"], ["a", "b"]),
      ("a line in pieces", ["ab", "c", "d\ne", "\n"], ["abcd", "e"]), ("blank lines", ["\n \n\t\r\na\n\n"], ["a"]),
      ("an end alone", ["a", "\n", "b\n"], ["a", "b"]), ("as long as may be", [long + "\nb\n"], [long, "b"]),
      ("too long in one piece", [long + "x\nb\n"], ["overlong", "b"]),
      ("too long in pieces", [long, "x", "y\nb\n"], ["overlong", "b"]),
      ("too long at the end", ["a\n" + long, long, long], ["a", "overlong"]),
      ("two that are too long", [long + "x\n" + long + "y\n"], ["overlong", "overlong"]),
    ] as [(String, [String], [String])]) func areFound(_ name: String, _ pieces: [String], _ expected: [String])
  {
    #expect(Self.lines(pieces.map { Array($0.utf8) }) == expected, Comment(rawValue: name))
  }

  @Test func piecesMayEndAnywhere() {
    let text = Array("r1\nr22\n\nr333\nlast".utf8)
    for size in 1...text.count {
      let pieces = stride(from: 0, to: text.count, by: size).map { Array(text[$0..<min($0 + size, text.count)]) }
      #expect(Self.lines(pieces) == ["r1", "r22", "r333", "last"], "pieces of \(size)")
    }
  }
}
