/// What a parser says, as a part of a sentence of ours.
package enum ParserSentence {
  /// Without its capital and full stop.
  package static func plain(_ text: String) -> String { text.prefix(1).lowercased() + open(text).dropFirst() }

  /// Without its full stop.
  package static func open(_ text: String) -> String { text.last == "." ? String(text.dropLast()) : text }
}
