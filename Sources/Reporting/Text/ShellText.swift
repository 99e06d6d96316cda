internal import Diagnostics

/// Words of a command as a shell reads them.
enum ShellText {
  /// The text as one word, in quotes where a shell would change it. What must not be shown as it is is written as `$'…'` has
  /// it, which bash, zsh and ksh read.
  static func word(_ text: String) -> String {
    if !text.isEmpty, text.unicodeScalars.allSatisfy(plain.contains) { return text }
    guard text.mustBeEscaped else {
      return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
    // What is escaped below is none of these two.
    let quoted = text.unicodeScalars.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    return "$'\(quoted.escaping(escape))'"
  }

  /// With all of its digits, so that the next character is none of them.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-:,".unicodeScalars)
}
