/// A signed address in base 64: `https://kafka.eu-west-1.amazonaws.com/?…&X-Amz-Date=20260131T120000Z&X-Amz-Expires=900…`.
enum SignedAddress {
  /// The moment of its signature, in milliseconds since 1970, and the milliseconds that it is good for; nil for anything else.
  static func life(of text: String) -> (begin: Int64, lifetime: Int64)? {
    guard let bytes = Base64URL.bytes(text.utf8), let address = String(validating: bytes, as: UTF8.self),
      address.hasPrefix("https://"), let question = address.firstIndex(of: "?")
    else { return nil }
    let parameters = address[address.index(after: question)...].split(separator: "&")
    func value(_ name: String) -> Substring? {
      parameters.first { $0.lowercased().hasPrefix(name + "=") }?.dropFirst(name.utf8.count + 1)
    }
    guard let date = value("x-amz-date").flatMap(moment), let seconds = value("x-amz-expires").flatMap({ Int64($0) }),
      // Seven days are the most that AWS takes.
      0...604_800 ~= seconds
    else { return nil }
    return (date * 1000, seconds * 1000)
  }

  /// `20260131T120000Z` as seconds since 1970.
  private static func moment(_ text: Substring) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z") else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      bytes[range].reduce(Int64?.some(0)) { sum, byte in
        48...57 ~= byte ? sum.map { $0 * 10 + Int64(byte - 48) } : nil
      }
    }
    guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), let hour = number(9..<11),
      let minute = number(11..<13), let second = number(13..<15), year >= 1970, 1...12 ~= month, 1...31 ~= day,
      hour < 24,
      minute < 60, second < 61
    else { return nil }
    return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// Days since 1970 in the Gregorian calendar; a year begins with March, so that the leap day is its last.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let yearOfEra = year % 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
