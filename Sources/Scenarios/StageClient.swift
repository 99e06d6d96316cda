/// The settings of a stage's producers that differ from the cluster's.
package struct StageClient: Sendable, Equatable {
  /// As written under `client`; nil where nothing is.
  package var isIdempotent: Bool?
  package var transactions: Transactions?
  /// Properties of librdkafka, which take the place of the cluster's.
  package var properties: [ClientProperty]

  package init(isIdempotent: Bool? = nil, transactions: Transactions? = nil, properties: [ClientProperty] = []) {
    self.isIdempotent = isIdempotent
    self.transactions = transactions
    self.properties = properties
  }
}

/// The step of a producer whose client takes no more messages.
package enum WhenFull: String, Sendable, Codable {
  /// The message waits, and those behind it come later.
  case block
  /// The message is not sent, and counted.
  case drop
  /// The stage ends.
  case fail
}

/// A condition that ends the sending once it is true.
package struct AbortCondition: Sendable, Equatable {
  /// The sending that it ends.
  package enum Scope: String, Sendable, Codable {
    case run, stage
  }

  package var expectation: Expectation
  package var scope: Scope

  package init(_ expectation: Expectation, scope: Scope = .run) {
    self.expectation = expectation
    self.scope = scope
  }
}
