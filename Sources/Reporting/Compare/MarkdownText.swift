internal import Diagnostics

/// Texts of others in Markdown, where they are shown as they are: no markup, no link, no mention, no line end.
enum MarkdownText {
  /// In a cell or a sentence: code, in which a build server looks for no names of persons or issues.
  static func code(_ text: String) -> String {
    let text = text.visible.cut(to: longest)
    if let first = text.first, let last = text.last, first != " ", last != " ",
      text.unicodeScalars.allSatisfy(simple.contains)
    {
      return "`\(text)`"
    }
    // Between backticks a table's bar and a backtick need escapes that Markdown's dialects read in different ways.
    return "<code>\(entities(text))</code>"
  }

  /// In a sentence of a report. Persons and issues are looked for in what is no code, entities or not.
  static func plain(_ text: String) -> String {
    // An address becomes a link wherever its first letters are in one piece.
    let text = text.visible.replacing("www.", with: "www\u{1}").replacing("://", with: ":\u{2}")
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\u{1}": escaped += "<code>.</code>"
      case "\u{2}": escaped += "<code>//</code>"
      case "<", ">", "&", "$": escaped += "&#\(scalar.value);"
      case "@", "#": escaped += "<code>\(scalar)</code>"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "!": escaped += "\\\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// In an HTML comment, which only `>` can end.
  static func comment(_ text: String) -> String {
    text.visible.replacing("<", with: "\\u{3C}").replacing(">", with: "\\u{3E}")
  }

  private static let longest = 100
  /// Not the full stop, which makes a link of `www.`.
  private static let inert = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789- ".unicodeScalars)
  private static let simple = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/ ".unicodeScalars)

  /// Each sign that Markdown or HTML may take for its own as a reference, which is never markup.
  private static func entities(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if !scalar.isASCII || inert.contains(scalar) {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "&#\(scalar.value);"
      }
    }
  }
}
