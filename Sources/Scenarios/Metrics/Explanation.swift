/// The meaning of a name in reports and messages, for a person who has to act on it.
package struct Explanation: Sendable, Equatable {
  /// What is wrong and what is right in its place. Each begins with a key of the file's top level.
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
  /// What it means and what brings it about. Whole sentences; an empty line parts paragraphs.
  package var causes: String
  /// What to do. Empty where there is nothing to do.
  package var remedy: String
  /// What the program cannot see here, and so does not claim.
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
