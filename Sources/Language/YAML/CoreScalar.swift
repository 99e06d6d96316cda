/// The value of a scalar without quotes, by YAML 1.2's core schema (yaml.org/spec/1.2.2, 10.3.2).
enum CoreScalar: Equatable {
  case null
  case boolean(Bool)
  /// As JSON writes it (RFC 8259, 6), digit by digit: nothing is rounded.
  case number(String)
  /// `.inf` or `.nan`.
  case notFinite
  case text

  init(_ text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    case ".nan", ".NaN", ".NAN": self = .notFinite
    default: self = Self.parsed(text)
    }
  }

  private static func parsed(_ text: String) -> CoreScalar {
    if let value = prefixed("0o", radix: 8, text) ?? prefixed("0x", radix: 16, text) { return .number(value) }
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    if [".inf", ".Inf", ".INF"].contains(String(rest)) { return .notFinite }
    let whole = digits(&rest)
    var fraction: Substring?
    if rest.first == "." {
      rest = rest.dropFirst()
      fraction = digits(&rest)
    }
    guard !whole.isEmpty || !(fraction ?? "").isEmpty, let exponent = exponent(&rest), rest.isEmpty else {
      return .text
    }
    let significant = whole.drop { $0 == "0" }
    let number = (isNegative ? "-" : "") + (significant.isEmpty ? "0" : significant)
    return .number(number + (fraction.map { ".\($0.isEmpty ? "0" : $0)" } ?? "") + exponent)
  }

  /// Octal and hexadecimal numbers have no sign; one that needs more than 64 bits is text.
  private static func prefixed(_ prefix: String, radix: Int, _ text: String) -> String? {
    guard text.hasPrefix(prefix), let first = text.dropFirst(2).first, first != "+", first != "-" else { return nil }
    return UInt64(text.dropFirst(2), radix: radix).map(String.init)
  }

  private static func digits(_ rest: inout Substring) -> Substring {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// Nil where an `e` is not followed by a number.
  private static func exponent(_ rest: inout Substring) -> String? {
    guard let mark = rest.first, mark == "e" || mark == "E" else { return "" }
    rest = rest.dropFirst()
    var sign = ""
    if let first = rest.first, first == "+" || first == "-" {
      sign = String(first)
      rest = rest.dropFirst()
    }
    let digits = digits(&rest)
    return digits.isEmpty ? nil : "e\(sign)\(digits)"
  }
}
