/// Nouns and verbs that agree with a number; the only place that asks whether it is 1.
package enum Plural {
  /// `1 message`, `2 messages`, `0 messages`. `many` is given where it is not `one` with an s.
  package static func count(_ count: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(form(count, one, many))"
  }

  /// The word alone: `message` or `messages`, `is` or `are`.
  package static func form(_ count: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? one : many ?? "\(one)s"
  }
}
