/// A template's text made ready for one stage of one run: what does not change from message to message is literal by now.
/// What it writes depends on the sequence alone.
package struct Renderer: ~Copyable {
  private enum Operation {
    case copy(from: Int, count: Int)
    case sequence
  }

  private let literals: UnsafeMutableRawPointer
  private let operations: [Operation]
  /// The most bytes that one message can take.
  package let capacity: Int

  package init(_ text: TemplateText, stageName: String, runID: String) {
    var bytes: [UInt8] = []
    var operations: [Operation] = []
    var start = 0
    for piece in text.pieces {
      switch piece {
      case .literal(let literal): bytes += literal
      case .stageName: bytes += Array(stageName.utf8)
      case .runID: bytes += Array(runID.utf8)
      case .sequence:
        if bytes.count > start { operations.append(.copy(from: start, count: bytes.count - start)) }
        start = bytes.count
        operations.append(.sequence)
      }
    }
    if bytes.count > start { operations.append(.copy(from: start, count: bytes.count - start)) }
    literals = .allocate(byteCount: max(bytes.count, 1), alignment: 16)
    literals.copyMemory(from: bytes, byteCount: bytes.count)
    self.operations = operations
    let numbers = operations.count { if case .sequence = $0 { true } else { false } }
    capacity = bytes.count + numbers * Self.longestNumber
  }

  deinit { literals.deallocate() }

  /// Writes message `sequence` to `buffer`, which holds `capacity` bytes, and returns how many it took.
  package func render(_ sequence: UInt64, into buffer: UnsafeMutableRawPointer) -> Int {
    var end = 0
    for operation in operations {
      switch operation {
      case .copy(let from, let count):
        (buffer + end).copyMemory(from: literals + from, byteCount: count)
        end += count
      case .sequence:
        end += Self.write(sequence, to: buffer + end)
      }
    }
    return end
  }

  /// The digits of the greatest UInt64.
  private static let longestNumber = 20

  private static func write(_ number: UInt64, to buffer: UnsafeMutableRawPointer) -> Int {
    var digits = 1
    var rest = number / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    rest = number
    for place in stride(from: digits - 1, through: 0, by: -1) {
      let digit = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      buffer.storeBytes(of: digit, toByteOffset: place, as: UInt8.self)
      rest /= 10
    }
    return digits
  }
}
