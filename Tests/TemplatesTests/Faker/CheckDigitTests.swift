import Testing

@testable import Templates

/// Check digits, by published examples.
@Suite struct CheckDigitTests {
  private static func appended(_ kind: CheckDigits, _ text: String) -> String {
    let bytes = Array(text.utf8)
    return withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      base.copyMemory(from: bytes, byteCount: bytes.count)
      let count = CheckDigits.append(kind.rawValue, from: base, end: base + bytes.count)
      return String(decoding: UnsafeRawBufferPointer(start: base, count: bytes.count + count), as: UTF8.self)
    }
  }

  @Test(arguments: [
    (CheckDigits.luhn, "7992739871", "79927398713"),
    (.luhn, "401288888888188", "4012888888881881"),
    (.gs1, "400638133393", "4006381333931"),
    (.gs1, "7351353", "73513537"),
    (.gs1, "03600029145", "036000291452"),
    (.gs1, "978-0-306-40615-", "978-0-306-40615-7"),
    (.isbn10, "0-306-40615-", "0-306-40615-2"),
    (.isbn10, "0-8044-2957-", "0-8044-2957-X"),
    (.aba, "11100002", "111000025"),
    (.cpf, "529.982.247-", "529.982.247-25"),
    (.cnpj, "11.222.333/0001-", "11.222.333/0001-81"),
    (.french, "2550814168025", "255081416802538"),
    (.italian, "RSSMRA85T10A562", "RSSMRA85T10A562S"),
    (.vehicle, "1M8GDM9A0KP042788", "1M8GDM9AXKP042788"),
    (.vehicle, "11111111011111111", "11111111111111111"),
  ]) func areAppended(_ kind: CheckDigits, _ text: String, _ expected: String) {
    #expect(Self.appended(kind, text) == expected)
  }

  /// Each function's last digit is that of the others.
  @Test(arguments: [
    ("credit_card_number()", CheckDigits.luhn, 1), ("ean13()", .gs1, 1), ("ean8()", .gs1, 1), ("upc_a()", .gs1, 1),
    ("localized_ean()", .gs1, 1), ("isbn10()", .isbn10, 1), ("isbn13()", .gs1, 1), ("aba()", .aba, 1),
    ("cpf()", .cpf, 2), ("cnpj()", .cnpj, 2),
  ]) func areThoseOfTheNumbers(_ call: String, _ kind: CheckDigits, _ digits: Int) {
    let rendering = Rendering("{{faker.\(call)}}")
    for number: UInt64 in 0..<200 {
      let text = rendering.text(number)
      #expect(Self.appended(kind, String(text.dropLast(digits))) == text)
    }
  }

  @Test func numbersOfPeopleAreAssignedToNoOne() {
    let american = Rendering("{{faker.ssn()}}")
    let italian = Rendering("{{faker.ssn()}}", locale: .italian)
    let french = Rendering("{{faker.ssn()}}", locale: .french)
    for number: UInt64 in 0..<200 {
      let parts = american.text(number).split(separator: "-")
      #expect(parts[0].first == "9" && (10...49).contains(Int(parts[1]) ?? 0))
      let code = italian.text(number)
      #expect("NOPQRSTUVWXY".contains(code.dropFirst(11).first ?? " "), "\(code)")
      #expect(Self.appended(.italian, String(code.dropLast())) == code)
      let key = french.text(number)
      #expect(key.dropFirst(5).hasPrefix("00") && Self.appended(.french, String(key.dropLast(2))) == key, "\(key)")
    }
  }
}
