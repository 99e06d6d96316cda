/// The JSON of librdkafka's statistics, read once from front to back without memory of its own: objects, whole numbers, and
/// everything else to pass over.
struct StatisticsText {
  private let bytes: UnsafeRawBufferPointer
  private var next = 0
  /// False once something was not as expected; from then on everything is empty.
  private(set) var isSound = true

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  func matches(_ key: Range<Int>, _ name: StaticString) -> Bool {
    key.count == name.utf8CodeUnitCount && zip(key, 0..<key.count).allSatisfy { bytes[$0] == name.utf8Start[$1] }
  }

  /// Calls `body` behind the name of each member of an object; it takes or skips the value.
  mutating func members(_ body: (_ key: Range<Int>, inout Self) -> Void) {
    guard take(UInt8(ascii: "{")) else { return fail() }
    if take(UInt8(ascii: "}")) { return }
    while isSound {
      let key = string()
      guard take(UInt8(ascii: ":")) else { return fail() }
      body(key, &self)
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { return fail() }
      return
    }
  }

  /// A count; what is negative counts as 0.
  mutating func number() -> UInt64 { UInt64(max(signedNumber(), 0)) }

  mutating func signedNumber() -> Int64 {
    let isNegative = take(UInt8(ascii: "-"))
    var value: Int64 = 0
    var digits = 0
    while let byte = byte, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      value = value &* 10 &+ Int64(byte - UInt8(ascii: "0"))
      digits += 1
      next += 1
    }
    if digits == 0 { fail() }
    return isNegative ? 0 &- value : value
  }

  /// Passes over one value of any kind.
  mutating func skip() {
    var depth = 0
    while isSound {
      skipSpace()
      guard let byte else { return fail() }
      switch byte {
      case UInt8(ascii: "\""): _ = string()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        next += 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return }
        depth -= 1
        next += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { return }
        next += 1
        continue
      default:
        while let byte = self.byte, !Self.ends(byte) { next += 1 }
      }
      if depth == 0 { return }
    }
  }

  /// The bytes between quotation marks, as they are.
  private mutating func string() -> Range<Int> {
    guard take(UInt8(ascii: "\"")) else {
      fail()
      return 0..<0
    }
    let start = next
    while let byte, byte != UInt8(ascii: "\"") { next += byte == UInt8(ascii: "\\") ? 2 : 1 }
    guard next < bytes.count else {
      fail()
      return 0..<0
    }
    defer { next += 1 }
    return start..<next
  }

  private var byte: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func take(_ expected: UInt8) -> Bool {
    skipSpace()
    guard isSound, byte == expected else { return false }
    next += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || (0x09...0x0d).contains(byte) { next += 1 }
  }

  private mutating func fail() {
    isSound = false
    next = bytes.count
  }

  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\""), 0x20,
      0x09...0x0d:
      true
    default: false
    }
  }
}
