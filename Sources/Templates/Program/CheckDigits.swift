/// Check digits of numbers, computed from the characters written before them; other characters than digits are passed over.
enum CheckDigits: UInt8 {
  /// ISO/IEC 7812: every second digit from the right doubled.
  case luhn = 0
  /// Articles and books: weights 3 and 1 from the right.
  case gs1
  /// ISO 2108 with ten digits: weights 10 to 2, modulo 11, X for ten.
  case isbn10
  /// Banks in the United States: weights 3, 7 and 1.
  case aba
  /// Brazil: two digits of modulo 11, with weights that rise to the left, for companies only up to 9.
  case cpf, cnpj
  /// France: two digits, 97 minus the remainder.
  case french
  /// Italy: a letter, by values of the characters in odd and even places.
  case italian
  /// ISO 3779: the ninth character of seventeen.
  case vehicle

  @inline(never)
  static func append(_ kind: UInt8, from start: UnsafeMutableRawPointer, end: UnsafeMutableRawPointer) -> Int {
    guard let kind = CheckDigits(rawValue: kind) else { return 0 }
    let text = UnsafeMutableRawBufferPointer(start: start, count: end - start)
    switch kind {
    case .luhn:
      let sum = sum(text) { place, digit in place % 2 == 0 ? digit * 2 - (digit > 4 ? 9 : 0) : digit }
      return put((10 - sum % 10) % 10, to: end)
    case .gs1: return put((10 - sum(text) { $0 % 2 == 0 ? $1 * 3 : $1 } % 10) % 10, to: end)
    case .isbn10:
      let check = (11 - sum(text) { ($0 + 2) * $1 } % 11) % 11
      return check == 10 ? put(byte: UInt8(ascii: "X"), to: end) : put(check, to: end)
    // The check digit's weight is 1; to its left are 7 and 3.
    case .aba: return put((10 - sum(text) { ($0 % 3 == 0 ? 7 : $0 % 3 == 1 ? 3 : 1) * $1 } % 10) % 10, to: end)
    case .cpf, .cnpj:
      let most = kind == .cpf ? 12 : 8
      let first = modulo11(sum(text) { ($0 % most + 2) * $1 })
      let second = modulo11(2 * first + sum(text) { (($0 + 1) % most + 2) * $1 })
      return put(first, to: end) + put(second, to: end + 1)
    case .french:
      var remainder = 0
      for byte in text where isDigit(byte) { remainder = (remainder * 10 + Int(byte) - 0x30) % 97 }
      return put((97 - remainder) / 10, to: end) + put((97 - remainder) % 10, to: end + 1)
    case .italian:
      var sum = 0
      for (place, byte) in text.enumerated() {
        let value = isDigit(byte) ? Int(byte) - 0x30 : Int(byte) - 0x41
        sum += place % 2 == 0 ? italianValue(value) : value
      }
      return put(byte: 0x41 + UInt8(sum % 26), to: end)
    case .vehicle:
      guard text.count == 17 else { return 0 }
      var sum = 0
      for place in 0..<17 where place != 8 {
        let weight = place < 7 ? 8 - place : place == 7 ? 10 : 18 - place
        sum += vehicleValue(text[place]) * weight
      }
      let check = sum % 11
      text[8] = check == 10 ? UInt8(ascii: "X") : 0x30 + UInt8(check)
      return 0
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The sum of what each digit is worth, by its place among the digits from the right, counted from 0.
  private static func sum(_ text: UnsafeMutableRawBufferPointer, _ worth: (Int, Int) -> Int) -> Int {
    var (sum, place) = (0, 0)
    for index in stride(from: text.count - 1, through: 0, by: -1) where isDigit(text[index]) {
      sum += worth(place, Int(text[index]) - 0x30)
      place += 1
    }
    return sum
  }

  private static func modulo11(_ sum: Int) -> Int { sum % 11 < 2 ? 0 : 11 - sum % 11 }

  /// The values of the digits and letters in odd places, counted from 1, by decree of the finance ministry (23 December 1976).
  private static func italianValue(_ value: Int) -> Int {
    switch value {
    case 0: 1
    case 1: 0
    case 2: 5
    case 3: 7
    case 4: 9
    case 5: 13
    case 6: 15
    case 7: 17
    case 8: 19
    case 9: 21
    case 10: 2
    case 11: 4
    case 12: 18
    case 13: 20
    case 14: 11
    case 15: 3
    case 16: 6
    case 17: 8
    case 18: 12
    case 19: 14
    case 20: 16
    case 21: 10
    case 22: 22
    case 23: 25
    case 24: 24
    default: 23
    }
  }

  /// Letters count from 1 to 9 as in EBCDIC: A, J from 1, S from 2.
  private static func vehicleValue(_ byte: UInt8) -> Int {
    let value = Int(byte)
    if isDigit(byte) { return value - 0x30 }
    return value < 0x4a ? value - 0x40 : value < 0x53 ? value - 0x49 : value - 0x51
  }

  private static func put(_ digit: Int, to end: UnsafeMutableRawPointer) -> Int {
    put(byte: 0x30 + UInt8(digit), to: end)
  }

  private static func put(byte: UInt8, to end: UnsafeMutableRawPointer) -> Int {
    end.storeBytes(of: byte, as: UInt8.self)
    return 1
  }
}
