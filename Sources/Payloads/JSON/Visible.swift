/// Text that others wrote, for a sentence of ours: short, and with nothing in it that a terminal would act on.
enum Visible {
  /// Characters of Unicode that are shown of a value.
  static let longest = 40

  /// In quotes, escaped as JSON does, and cut.
  static func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(longest)
    return
      "\"\(escaped(String(String.UnicodeScalarView(shown)), "\""))\(shown.count < text.unicodeScalars.count ? "…" : "")\""
  }

  /// Control characters, and what changes the direction or does not show, as JSON would write them.
  static func escaped(_ text: String, _ quote: Unicode.Scalar? = nil) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if scalar == quote || (quote != nil && scalar == "\\") {
        escaped += "\\\(scalar)"
      } else if isHidden(scalar) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }
}
