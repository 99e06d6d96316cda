/// The lines of a command's output, which comes in pieces that end anywhere. At most one line is kept, and of that no more than can be
/// looked at. Pure.
struct OutputLines {
  /// The most bytes of a line that is looked at.
  static let longest = 64 << 10

  enum Line {
    /// Valid during the call that passes it.
    case line(UnsafeRawBufferPointer)
    /// Longer than can be looked at.
    case overlong
  }

  private var rest: [UInt8] = []
  private var isOverlong = false

  /// Passes each line that ends in a piece. Blank lines are none.
  mutating func take(_ piece: [UInt8], _ body: (Line) -> Void) {
    piece.withUnsafeBytes { bytes in
      var start = 0
      while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
        pass(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), body)
        start = end + 1
      }
      keep(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// Passes the last line, which need not have an end.
  mutating func finish(_ body: (Line) -> Void) { pass(UnsafeRawBufferPointer(start: nil, count: 0), body) }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
    guard !isOverlong else { return }
    guard rest.count + bytes.count <= Self.longest else {
      isOverlong = true
      return rest.removeAll(keepingCapacity: true)
    }
    rest.append(contentsOf: bytes)
  }

  private mutating func pass(_ end: UnsafeRawBufferPointer, _ body: (Line) -> Void) {
    if rest.isEmpty, !isOverlong, end.count <= Self.longest { return Self.show(end, body) }
    keep(end)
    defer {
      rest.removeAll(keepingCapacity: true)
      isOverlong = false
    }
    if isOverlong { return body(.overlong) }
    rest.withUnsafeBytes { Self.show($0, body) }
  }

  private static func show(_ line: UnsafeRawBufferPointer, _ body: (Line) -> Void) {
    if line.contains(where: { $0 > 0x20 }) { body(.line(line)) }
  }
}
