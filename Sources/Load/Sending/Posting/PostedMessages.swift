internal import Scenarios
internal import Synchronization
internal import Verification

/// The answer that each message of a stage got from its target: the sinks ask for it. Bits, so a million messages are some 125 kB.
final class PostedMessages: Sendable {
  private struct Sets: ~Copyable {
    var acknowledged = PagedBitmap()
    var rejected = PagedBitmap()
    var unknown = PagedBitmap()
    var limit: UInt64 = 0
  }

  private let sets = Mutex(Sets())

  func note(_ meaning: AnswerRules.Meaning, _ number: UInt64) {
    sets.withLock {
      $0.limit = max($0.limit, number + 1)
      switch meaning {
      case .acknowledged: _ = $0.acknowledged.insert(number)
      case .rejected: _ = $0.rejected.insert(number)
      case .unknown: _ = $0.unknown.insert(number)
      }
    }
  }

  /// The answer to a message; nil for one that was not sent, or is not answered yet.
  func answer(_ number: UInt64) -> AnswerRules.Meaning? {
    sets.withLock {
      if $0.acknowledged.contains(number) { return .acknowledged }
      if $0.rejected.contains(number) { return .rejected }
      return $0.unknown.contains(number) ? .unknown : nil
    }
  }

  /// Above the number of every message that was sent.
  var limit: UInt64 { sets.withLock { $0.limit } }

  var acknowledgedCount: UInt64 { sets.withLock { $0.acknowledged.count } }
  var rejectedCount: UInt64 { sets.withLock { $0.rejected.count } }
  var unknownCount: UInt64 { sets.withLock { $0.unknown.count } }
}
