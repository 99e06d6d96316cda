/// Words that YAML 1.1 or 1.2 does not read as text. Plain decimal numbers are not among them: their text is their
/// spelling.
enum PlainWord {
  static func otherMeaning(of text: String) -> String? {
    let lowered = text.lowercased()
    if ["true", "false", "yes", "no", "on", "off", "y", "n"].contains(lowered) { return "a boolean" }
    if ["", "~", "null"].contains(lowered) { return "null" }
    if [".inf", "-.inf", "+.inf", ".nan"].contains(lowered) { return "a number" }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 1, parts.allSatisfy({ Quantity.isDigits($0) && $0.count <= 2 }) { return "a number to base 60" }
    if text.count > 1, text.first == "0", Quantity.isDigits(text) { return "an octal number" }
    let isRadix = ["0x", "0o", "0b"].contains { lowered.hasPrefix($0) }
    if isRadix, lowered.count > 2, lowered.dropFirst(2).allSatisfy(\.isHexDigit) { return "a number" }
    if text.contains("_"), Quantity.isDigits(text.filter { $0 != "_" }), text.first != "_" { return "a number" }
    if isExponent(lowered) { return "a number" }
    return isDate(text) ? "a date" : nil
  }

  private static func isExponent(_ text: String) -> Bool {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first?.isWholeNumber == true else { return false }
    let exponent = parts[1].first == "+" || parts[1].first == "-" ? parts[1].dropFirst() : parts[1]
    return Quantity.isDigits(parts[0].filter { $0 != "." }) && Quantity.isDigits(exponent)
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].count == 4 && parts.allSatisfy(Quantity.isDigits)
  }
}
