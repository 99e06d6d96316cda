internal import Posting
internal import Verification

/// The answers of a target by the hundreds of their statuses.
struct AnswerCounts: Sendable, Equatable {
  private(set) var successes: UInt64 = 0
  private(set) var redirects: UInt64 = 0
  private(set) var clientErrors: UInt64 = 0
  private(set) var serverErrors: UInt64 = 0
  private(set) var unanswered: UInt64 = 0

  mutating func note(_ outcome: PostingAnswer.Outcome) {
    switch outcome {
    case .answered(let status):
      switch status / 100 {
      case 2: successes += 1
      case 3: redirects += 1
      case 4: clientErrors += 1
      case 5: serverErrors += 1
      default: unanswered += 1
      }
    case .notSent, .noAnswer: unanswered += 1
    }
  }

  func answers(of target: String, _ client: PostingClient) -> TargetAnswers {
    TargetAnswers(
      target: target, connectionsMax: Int(clamping: client.connectionsMax), connectionsMade: client.connectionsMade,
      successes: successes, redirects: redirects, clientErrors: clientErrors, serverErrors: serverErrors,
      unanswered: unanswered)
  }
}
