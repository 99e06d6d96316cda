internal import Diagnostics

/// Text from a payload or a schema as part of a sentence: short, and with nothing in it that a terminal would act on.
enum Visible {
  /// The most characters of Unicode that are shown of a value.
  static let longest = 40

  /// In quotes, escaped as JSON does, and cut.
  static func quoted(_ text: String) -> String {
    let shown = String(text.unicodeScalars.prefix(longest))
    let escaped = escaped(shown.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))
    return "\"\(escaped)\(shown.unicodeScalars.count < text.unicodeScalars.count ? "…" : "")\""
  }

  /// Invisible characters as JSON would write them.
  static func escaped(_ text: String) -> String { text.visibleJSON }
}
