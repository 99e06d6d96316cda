internal import Posting
internal import Scenarios

/// The outcome of a message that was posted, by its answer. Pure.
enum PostedOutcome: Equatable {
  case acknowledged
  /// The target answered that it did not take it.
  case rejected(status: Int)
  /// No byte of it was sent, for a reason of transport.
  case unreached(TransportRefusal)
  /// It may have been taken or not.
  case unknown
  /// It was given up before a byte was sent: it counts as never sent.
  case unsent

  /// - Parameter expected: the status that the stage expects to be refused with, whatever the rules make of it.
  init(_ outcome: PostingAnswer.Outcome, _ rules: AnswerRules, refusedWith expected: Int?) {
    switch outcome {
    case .answered(let status):
      switch rules.meaning(of: status) {
      case .acknowledged: self = .acknowledged
      case .rejected: self = .rejected(status: status)
      case .unknown: self = status == expected ? .rejected(status: status) : .unknown
      }
    case .notSent(let reason):
      switch reason {
      case .name: self = .unreached(.name)
      case .connection: self = .unreached(.connection)
      case .tls: self = .unreached(.tls)
      case .timeout: self = .unreached(.timeout)
      case .other: self = .unreached(.other)
      case .abandoned: self = .unsent
      }
    case .noAnswer(let reason):
      switch reason {
      // Whatever became of the request: a byte of it was written.
      case .timeout, .closed, .unreadable, .resend, .abandoned: self = .unknown
      }
    }
  }
}

/// The reason why a target was not reached, by which rejections are counted.
enum TransportRefusal: String, Sendable, Hashable, CaseIterable {
  case name = "NO_ADDRESS"
  case connection = "NO_CONNECTION"
  case tls = "TLS"
  case timeout = "CONNECTION_TIMED_OUT"
  case other = "NOT_SENT"
}
