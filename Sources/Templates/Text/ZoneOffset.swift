/// An offset from UTC as it is written: `UTC`, `Z`, `+02:00` or `-0330`.
enum ZoneOffset {
  /// The offset in seconds, less than a day; nil where the text is none.
  static func seconds(_ text: String) -> Int? {
    if text == "UTC" || text == "Z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    let hasColon = text.contains(":")
    guard digits.count == 4, digits.allSatisfy({ ("0"..."9").contains($0) }),
      !hasColon || text.count == 6 && text.dropFirst(3).first == ":",
      let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours < 24, minutes < 60
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
