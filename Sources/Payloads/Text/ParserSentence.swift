/// A parser's error text, as part of an error message.
package enum ParserSentence {
  /// The text without its capital and full stop.
  package static func plain(_ text: String) -> String { text.prefix(1).lowercased() + open(text).dropFirst() }

  /// The text without its full stop.
  package static func open(_ text: String) -> String { text.last == "." ? String(text.dropLast()) : text }
}
