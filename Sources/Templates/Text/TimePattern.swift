/// Writes dates as strftime does, in the C locale and UTC.
enum TimePattern {
  static let directives = "YmdHMSfjaAbBypIzZFTs%"
  static let listed = "%" + directives.map(String.init).joined(separator: " %") + " %:z"
  static let iso8601 = "%Y-%m-%dT%H:%M:%S"
  static let date = "%Y-%m-%d"
  static let dateTime = "%Y-%m-%d %H:%M:%S"

  private static let days: [StaticString] = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months: [StaticString] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The most bytes that `pattern` can become: %s has twenty digits, no name more than nine letters, %F and %T twelve.
  static func longest(_ pattern: [UInt8]) -> Int { pattern.count * 12 + 20 }

  /// The first directive that is none, such as `%q`; `%` for one at the end.
  static func unknownDirective(in text: String) -> (offset: Int, text: String)? {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      guard scalars[index] == "%" else { continue }
      guard index + 1 < scalars.count else { return (index, "%") }
      if scalars[index + 1] == ":", index + 2 < scalars.count, scalars[index + 2] == "z" {
        index += 2
      } else if directives.unicodeScalars.contains(scalars[index + 1]) {
        index += 1
      } else {
        return (index, "%" + String(scalars[index + 1]))
      }
    }
    return nil
  }

  /// Writes `microseconds` since 1970 by `pattern`, and returns the number of bytes.
  /// - Parameter offset: the offset of the written time from UTC in seconds, in whole minutes.
  static func write(
    _ microseconds: Int64, offset: Int = 0, by pattern: UnsafeRawBufferPointer, to buffer: UnsafeMutableRawPointer,
    _ pairs: UnsafePointer<UInt16>
  ) -> Int {
    let seconds = microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
    let time = CivilTime(secondsSince1970: seconds + Int64(offset))
    var end = 0
    func put(_ number: Int, digits: Int) {
      NumberWriting.write(UInt64(truncatingIfNeeded: number), digits: digits, to: buffer + end, pairs)
      end += digits
    }
    func put(_ byte: UInt8) {
      buffer.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
      end += 1
    }
    func put(_ text: StaticString, first count: Int? = nil) {
      let count = count ?? text.utf8CodeUnitCount
      (buffer + end).copyMemory(from: text.utf8Start, byteCount: count)
      end += count
    }
    func putOffset(colon: Bool) {
      put(UInt8(ascii: offset < 0 ? "-" : "+"))
      put(abs(offset) / 3600, digits: 2)
      if colon { put(UInt8(ascii: ":")) }
      put(abs(offset) / 60 % 60, digits: 2)
    }
    func putDate() {
      put(Int(min(max(time.year, 0), 9999)), digits: 4)
      put(UInt8(ascii: "-"))
      put(time.month, digits: 2)
      put(UInt8(ascii: "-"))
      put(time.day, digits: 2)
    }
    func putTime() {
      put(time.second / 3600, digits: 2)
      put(UInt8(ascii: ":"))
      put(time.second / 60 % 60, digits: 2)
      put(UInt8(ascii: ":"))
      put(time.second % 60, digits: 2)
    }
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      index += 1
      guard byte == UInt8(ascii: "%"), index < pattern.count else {
        put(byte)
        continue
      }
      let directive = pattern[index]
      index += 1
      switch directive {
      case UInt8(ascii: "Y"): put(Int(min(max(time.year, 0), 9999)), digits: 4)
      case UInt8(ascii: "y"): put(Int(time.year % 100), digits: 2)
      case UInt8(ascii: "m"): put(time.month, digits: 2)
      case UInt8(ascii: "d"): put(time.day, digits: 2)
      case UInt8(ascii: "H"): put(time.second / 3600, digits: 2)
      case UInt8(ascii: "I"): put((time.second / 3600 + 11) % 12 + 1, digits: 2)
      case UInt8(ascii: "M"): put(time.second / 60 % 60, digits: 2)
      case UInt8(ascii: "S"): put(time.second % 60, digits: 2)
      case UInt8(ascii: "f"): put(Int(microseconds - seconds * 1_000_000), digits: 6)
      // Milliseconds: not a directive that can be written.
      case UInt8(ascii: "L"): put(Int(microseconds - seconds * 1_000_000) / 1000, digits: 3)
      case UInt8(ascii: "j"): put(time.dayOfYear, digits: 3)
      case UInt8(ascii: "p"): put(time.second < 43_200 ? "AM" : "PM")
      case UInt8(ascii: "a"): put(days[time.weekday], first: 3)
      case UInt8(ascii: "A"): put(days[time.weekday])
      case UInt8(ascii: "b"): put(months[time.month - 1], first: 3)
      case UInt8(ascii: "B"): put(months[time.month - 1])
      case UInt8(ascii: "z"): putOffset(colon: false)
      case UInt8(ascii: ":"):
        // Only before a z.
        index += 1
        putOffset(colon: true)
      case UInt8(ascii: "Z"):
        put("UTC")
        if offset != 0 { putOffset(colon: true) }
      case UInt8(ascii: "F"): putDate()
      case UInt8(ascii: "T"): putTime()
      case UInt8(ascii: "s"): end += NumberWriting.write(seconds, to: buffer + end, pairs)
      default: put(directive)
      }
    }
    return end
  }
}
