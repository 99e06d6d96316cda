/// The options of a command line that change what becomes of a request.
package struct PostTerms: Sendable, Equatable {
  /// The mechanisms of an account with a password.
  package enum Mechanism: String, Sendable, CaseIterable {
    case plain = "PLAIN"
    case scramSHA256 = "SCRAM-SHA-256"
    case scramSHA512 = "SCRAM-SHA-512"
  }

  package var mechanism = Mechanism.plain
  /// False where only the sends are judged: the topic is not read back.
  package var verifies = true
  /// Used instead of the request's: addresses with commas between them, or the literal `embedded`.
  package var brokers: String?
  /// Nil for a new one each time.
  package var seed: UInt64?

  package init() {}
}

extension PostRequest {
  /// The messages go to the broker inside this program: that is asked for by this word alone.
  package func isEmbedded(_ terms: PostTerms) -> Bool { (terms.brokers ?? brokers) == "embedded" }
}
