/// Writes numbers as digits to memory; each call returns the number of bytes.
enum NumberWriting {
  /// The digits of the greatest UInt64; one more for a sign.
  static let longest = 20

  /// The texts "00" to "99", two bytes each.
  nonisolated(unsafe) static let pairs = FixedArray.permanent(
    (0..<100).map { number in
      let (tens, ones) = (UInt16(0x30 + number / 10), UInt16(0x30 + number % 10))
      return UInt16(littleEndian: tens | ones << 8)
    })

  /// The texts "00" to "ff", two bytes each.
  nonisolated(unsafe) static let hexPairs: UnsafePointer<UInt16> = {
    let digits = Array("0123456789abcdef".utf8)
    return FixedArray.permanent(
      (0..<256).map { number in
        let (high, low) = (UInt16(digits[number >> 4]), UInt16(digits[number & 15]))
        return UInt16(littleEndian: high | low << 8)
      })
  }()

  @inline(__always)
  static func digits(of number: UInt64) -> Int {
    var count = 1
    var rest = number
    while rest >= 10_000 {
      rest /= 10_000
      count += 4
    }
    return count + (rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
  }

  @inline(__always)
  static func write(_ number: UInt64, to buffer: UnsafeMutableRawPointer, _ pairs: UnsafePointer<UInt16>) -> Int {
    let count = digits(of: number)
    write(number, digits: count, to: buffer, pairs)
    return count
  }

  /// Writes the last `digits` digits, leading zeros included.
  @inline(__always)
  static func write(
    _ number: UInt64, digits: Int, to buffer: UnsafeMutableRawPointer, _ pairs: UnsafePointer<UInt16>
  ) {
    var rest = number
    var place = digits
    while place >= 2 {
      place -= 2
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 100)
      buffer.storeBytes(of: pairs[Int(truncatingIfNeeded: remainder)], toByteOffset: place, as: UInt16.self)
      rest = quotient
    }
    if place == 1 { buffer.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 + rest % 10), as: UInt8.self) }
  }

  @inline(__always)
  static func write(_ number: Int64, to buffer: UnsafeMutableRawPointer, _ pairs: UnsafePointer<UInt16>) -> Int {
    if number >= 0 { return write(UInt64(number), to: buffer, pairs) }
    buffer.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    return write(number.magnitude, to: buffer + 1, pairs) + 1
  }

  static let powers: [UInt64] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// Writes `scaled` / 10^`decimals`; `strips` leaves out zeros at the end, but not the first decimal.
  @inline(__always)
  static func write(
    scaled: Int64, decimals: Int, strips: Bool, to buffer: UnsafeMutableRawPointer, _ pairs: UnsafePointer<UInt16>,
    power: UInt64
  ) -> Int {
    var end = 0
    if scaled < 0 {
      buffer.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
      end = 1
    }
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: power)
    end += write(whole, to: buffer + end, pairs)
    guard decimals > 0 else { return end }
    buffer.storeBytes(of: UInt8(ascii: "."), toByteOffset: end, as: UInt8.self)
    write(fraction, digits: decimals, to: buffer + end + 1, pairs)
    end += 1 + decimals
    if strips {
      var least = decimals
      while least > 1, buffer.load(fromByteOffset: end - 1, as: UInt8.self) == UInt8(ascii: "0") {
        end -= 1
        least -= 1
      }
    }
    return end
  }
}
