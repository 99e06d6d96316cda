internal import Diagnostics

/// Escaped text for XML 1.0, never CDATA: some readers of JUnit files join two sections by a comma.
enum XMLText {
  /// Between tags. A carriage return would be read back as a line feed, so it is made visible like all that XML forbids.
  static func content(_ text: String) -> String { escaped(text, lineEnds: false) }

  /// Between the quotes of an attribute, where a line end must be a reference to survive.
  static func attribute(_ text: String) -> String { escaped(text, lineEnds: true) }

  /// ` name="value"` for each.
  static func attributes(_ pairs: KeyValuePairs<String, String>) -> String {
    pairs.map { " \($0.key)=\"\(attribute($0.value))\"" }.joined()
  }

  private static func escaped(_ text: String, lineEnds: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.reduce(into: "") { escaped, index in
      let scalar = scalars[index]
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t":
        if lineEnds { escaped += "&#\(scalar.value);" } else { escaped.unicodeScalars.append(scalar) }
      // To a parser it is the same, and to a CI system no command.
      case _ where LogCommand.begins(scalars, at: index): escaped += "&#\(scalar.value);"
      default: escaped += String(Character(scalar)).visible
      }
    }
  }
}
