/// The form of `{{id}}` in the messages of one stage: the run's tag, a character for the stage, the message's number n in base 36 with a
/// fixed number of digits, and a check character. At most 15 lower case letters and digits; the first is a letter.
///
/// It needs no table: the bytes say which run, stage and message they are of. Nothing is allocated to write one.
package struct IDForm: Sendable, Hashable, BitwiseCopyable {
  /// Stages of a run that can have ids.
  package static let mostStages = 36
  /// Messages of a stage that can have ids: 36^6.
  package static let mostMessages: UInt64 = 2_176_782_336
  /// Characters of the shortest and the longest id.
  package static let lengths = 10...15

  /// Numbers are below this.
  package let limit: UInt64
  /// Digits of n, 1…6.
  private let digits: Int
  /// The tag and the stage's character, the first in the lowest byte.
  private let prefix: UInt64
  /// The check sum of the prefix.
  private let sum: UInt8

  /// - Parameters:
  ///   - rank: of the stage among those that have ids, below `mostStages`.
  ///   - count: the messages that the stage can have; nil where that is not known.
  ///
  /// Nil for more stages or messages than ids can name.
  package init?(_ tag: RunTag, rank: Int, count: UInt64?) {
    let limit = count ?? Self.mostMessages
    guard (0..<Self.mostStages).contains(rank), limit <= Self.mostMessages else { return nil }
    self.limit = limit
    var (digits, greatest) = (1, UInt64(36))
    while greatest < limit { (digits, greatest) = (digits + 1, greatest * 36) }
    self.digits = digits
    prefix = tag.bytes | UInt64(Base36.character(UInt8(rank))) << UInt64(8 * RunTag.length)
    var sum: UInt8 = 0
    for place in 1...RunTag.length {
      sum = IDCheck.next(sum, Base36.digit(UInt8(truncatingIfNeeded: prefix >> UInt64(8 * place))) ?? 0)
    }
    self.sum = sum
  }

  /// Characters of each id.
  package var length: Int { RunTag.length + 1 + digits + 1 }

  /// Writes the id of message n, and returns `length`; n is below `limit`.
  @inline(__always)
  package func write(_ n: UInt64, to buffer: UnsafeMutableRawPointer) -> Int {
    buffer.storeBytes(of: prefix.littleEndian, as: UInt64.self)
    let start = RunTag.length + 1
    var rest = n
    for place in stride(from: start + digits - 1, through: start, by: -1) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 36)
      buffer.storeBytes(of: UInt8(truncatingIfNeeded: digit), toByteOffset: place, as: UInt8.self)
      rest = quotient
    }
    var sum = sum
    for place in start..<start + digits {
      let digit = buffer.load(fromByteOffset: place, as: UInt8.self)
      sum = IDCheck.next(sum, digit)
      buffer.storeBytes(of: Base36.character(digit), toByteOffset: place, as: UInt8.self)
    }
    buffer.storeBytes(of: Base36.character(IDCheck.closing(sum)), toByteOffset: start + digits, as: UInt8.self)
    return start + digits + 1
  }

  /// The id of message n as text.
  package func text(_ n: UInt64) -> String {
    withUnsafeTemporaryAllocation(byteCount: Self.lengths.upperBound, alignment: 1) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = write(n, to: base)
      return String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
    }
  }

  /// The number of the message that the id is of, which begins with this form's tag and stage; nil for another length, for a check
  /// character that does not fit, and for a number that the stage does not have.
  @inline(__always)
  package func number(in id: UnsafeRawBufferPointer) -> UInt64? {
    guard id.count == length else { return nil }
    var (sum, n) = (sum, UInt64(0))
    for place in RunTag.length + 1..<length {
      guard let digit = Base36.digit(id[place]) else { return nil }
      sum = IDCheck.next(sum, digit)
      if place < length - 1 { n = n * 36 + UInt64(digit) }
    }
    return sum == 0 && n < limit ? n : nil
  }
}

/// The start of an id: which run's it is, and which stage's.
package enum IDPrefix: Sendable, Equatable {
  /// The rank that the stage's character says.
  case ofRun(rank: Int)
  /// It has the form of an id, with the tag of another run.
  case ofAnotherRun
  /// It cannot be the id of any run: another length, or other characters than lower case letters and digits behind an `r`.
  case noID

  @inline(__always)
  package init(_ bytes: UnsafeRawBufferPointer, of tag: RunTag) {
    self = .noID
    guard IDForm.lengths.contains(bytes.count), bytes[0] == UInt8(ascii: "r"),
      bytes.allSatisfy({ Base36.digit($0) != nil }), let rank = Base36.digit(bytes[RunTag.length])
    else { return }
    var read: UInt64 = 0
    for place in 0..<RunTag.length { read |= UInt64(bytes[place]) << UInt64(8 * place) }
    self = read == tag.bytes ? .ofRun(rank: Int(rank)) : .ofAnotherRun
  }
}
