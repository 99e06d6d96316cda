/// A JSON number as its digits and its power of ten, of any size and without rounding: 1.10 is 1.1, and 0.3 is not
/// 0.30000000000000004. Nothing is allocated.
struct DecimalText {
  private let isNegative: Bool
  /// The text from the first digit that is not 0 to the last, which may have a point in it; empty for zero.
  private let digits: UnsafeRawBufferPointer
  /// The power of ten of the last of these digits; nil where it is beyond any machine's integers.
  private let exponent: Int?
  private let written: UnsafeRawBufferPointer

  /// Nil where the text is not a JSON number.
  init?(checking text: UnsafeRawBufferPointer) {
    guard Self.isNumber(text) else { return nil }
    self.init(text)
  }

  /// - Parameter text: a number of a well-formed document.
  init(_ text: UnsafeRawBufferPointer) {
    written = text
    isNegative = text.first == UInt8(ascii: "-")
    let mark = text.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? text.count
    let point = text[..<mark].firstIndex(of: UInt8(ascii: ".")) ?? mark
    let isSignificant = { (byte: UInt8) in byte.isDigit && byte != UInt8(ascii: "0") }
    guard let first = text[..<mark].firstIndex(where: isSignificant),
      let last = text[..<mark].lastIndex(where: isSignificant)
    else {
      digits = UnsafeRawBufferPointer(start: nil, count: 0)
      exponent = 0
      return
    }
    digits = UnsafeRawBufferPointer(rebasing: text[first...last])
    let place = last < point ? point - 1 - last : point - last
    exponent = Self.integer(text[min(mark + 1, text.count)...]).flatMap { written in
      let (sum, overflows) = written.addingReportingOverflow(place)
      return overflows ? nil : sum
    }
  }

  static func == (left: Self, right: Self) -> Bool {
    if left.digits.isEmpty || right.digits.isEmpty { return left.digits.isEmpty && right.digits.isEmpty }
    guard left.isNegative == right.isNegative else { return false }
    guard let exponent = left.exponent, let other = right.exponent else {
      return left.written.elementsEqual(right.written)
    }
    return exponent == other && areSame(left.digits, right.digits)
  }

  private static func areSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    var (one, other) = (0, 0)
    let point = UInt8(ascii: ".")
    while true {
      if one < left.count, left[one] == point { one += 1 }
      if other < right.count, right[other] == point { other += 1 }
      guard one < left.count, other < right.count else { return one == left.count && other == right.count }
      guard left[one] == right[other] else { return false }
      one += 1
      other += 1
    }
  }

  /// The integer of an exponent's text; 0 for none, nil beyond 18 digits.
  private static func integer(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
    let isNegative = text.first == UInt8(ascii: "-")
    var value = 0
    for byte in text where byte.isDigit {
      guard value < 100_000_000_000_000_000 else { return nil }
      value = value * 10 + Int(byte & 0xf)
    }
    return isNegative ? -value : value
  }

  /// True for a number by RFC 8259, 6.
  private static func isNumber(_ text: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    func digits() -> Int {
      let start = at
      while at < text.count, text[at].isDigit { at += 1 }
      return at - start
    }
    func take(_ byte: UInt8) -> Bool {
      guard at < text.count, text[at] | 0x20 == byte | 0x20 else { return false }
      at += 1
      return true
    }
    if text.first == UInt8(ascii: "-") { at = 1 }
    let start = at
    let whole = digits()
    if whole == 0 || (whole > 1 && text[start] == UInt8(ascii: "0")) { return false }
    if at < text.count, text[at] == UInt8(ascii: ".") {
      at += 1
      if digits() == 0 { return false }
    }
    if take(UInt8(ascii: "e")) {
      if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
      if digits() == 0 { return false }
    }
    return at == text.count
  }
}
