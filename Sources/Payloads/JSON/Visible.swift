internal import Diagnostics

/// Text from messages and schemas, for error messages: cut, and without characters that a terminal would act on.
enum Visible {
  /// The most Unicode scalars that are shown of a value.
  static let longest = 40

  /// The most that are shown of an address, which is typed again to fix it.
  static let longestAddress = 200

  /// The text in quotes, escaped as in JSON, and cut.
  static func quoted(_ text: String, longest: Int = Self.longest) -> String {
    let shown = String(text.unicodeScalars.prefix(longest))
    let escaped = escaped(shown.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))
    return "\"\(escaped)\(shown.unicodeScalars.count < text.unicodeScalars.count ? "…" : "")\""
  }

  /// The text with invisible characters escaped as in JSON.
  static func escaped(_ text: String) -> String { text.visibleJSON }
}
