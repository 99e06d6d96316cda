/// The meaning of a name in reports and messages, for a person who has to act on it.
package struct Explanation: Sendable, Equatable {
  /// A faulty snippet and the fixed one. Each begins with a key of the file's top level.
  package struct Example: Sendable, Equatable {
    package var faulty: String
    package var fixed: String

    package init(faulty: String, fixed: String) {
      self.faulty = faulty
      self.fixed = fixed
    }
  }

  /// One line: lower case, no full stop.
  package var headline: String
  /// The meaning and the causes. Whole sentences; an empty line separates paragraphs.
  package var causes: String
  /// The remedy; empty where there is nothing to do.
  package var remedy: String
  /// The limits of what the program can observe, and so does not claim.
  package var unseen: String?
  package var example: Example?

  package init(
    _ headline: String, _ causes: String, do remedy: String = "", unseen: String? = nil, example: Example? = nil
  ) {
    self.headline = headline
    self.causes = causes
    self.remedy = remedy
    self.unseen = unseen
    self.example = example
  }
}
