/// The lines of what a program prints, as it comes.
struct LineReading {
  /// A longer line is cut.
  private static let longest = 2000

  private var rest: [UInt8] = []

  /// Takes in what was printed; returns the lines that are complete, without their ends.
  mutating func add(_ bytes: [UInt8]) -> [String] {
    var lines: [String] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        lines.append(Self.text(rest))
        rest.removeAll(keepingCapacity: true)
      } else if rest.count < Self.longest {
        rest.append(byte)
      }
    }
    return lines
  }

  /// The last line, where its end is missing.
  mutating func end() -> String? {
    defer { rest = [] }
    return rest.isEmpty ? nil : Self.text(rest)
  }

  /// The last line of a text that is not empty.
  static func last(of bytes: [UInt8]) -> String {
    text(bytes.split(separator: UInt8(ascii: "\n")).last.map { Array($0.prefix(longest)) } ?? [])
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
