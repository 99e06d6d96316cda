internal import Scenarios
internal import Verification

/// Decides how long a sink is waited for, and what it means that a message is not in it: from what was read, the group behind it and
/// the time alone. Pure: it asks nothing, reads no clock and does not wait.
struct SinkWaiting: Sendable {
  /// The limits of a sink.
  struct Terms: Sendable, Equatable {
    /// The time without progress after which what is absent is missing.
    var within: Nanoseconds
    /// The longest time since the last answer.
    var atMost: Nanoseconds
    /// After a stop reading goes on for this long.
    var afterStop: Nanoseconds
    /// Nothing is known to be expected: it ends when two looks agree.
    var isPartial: Bool
  }

  /// The records that the group behind the sink has left to read.
  enum Group: Sendable, Equatable {
    /// The sink names none.
    case none
    case caughtUp
    case behind
    /// No sample succeeded since the last answer.
    case unknown

    /// True where an absent message is not on its way any more.
    var isOver: Bool { self == .none || self == .caughtUp }
  }

  /// The state of its reading.
  enum Reading: Sendable, Equatable {
    /// A topic: the time for which the leaders' answers agree on its ends (nil without answers), when the oldest of their last answers
    /// came, and whether all ends were reached.
    case topic(agreedFor: Nanoseconds?, heardAt: Nanoseconds, isAtEnd: Bool, isInSync: Bool)
    /// A command: nil where it has no whole answer yet, and why the answer after the last whole one is none.
    case command(Answer?, failure: String?)
  }

  /// The last whole answer of a command.
  struct Answer: Sendable, Equatable {
    var askedAt: Nanoseconds
    /// The first of the answers running that are the same as this one was asked for then.
    var sameSince: Nanoseconds
    /// The group had caught up when it was asked for.
    var groupWasOver: Bool
  }

  struct Sight: Sendable, Equatable {
    var reading: Reading
    /// All sending was answered then, or the sink that this one takes from found its last message.
    var since: Nanoseconds
    /// The sinks are waited for since then.
    var begunAt = Nanoseconds.min
    /// The last time at which more was found.
    var progressAt: Nanoseconds?
    /// The last time at which reading moved on, whatever was read.
    var movedAt: Nanoseconds
    /// The time since which it is known what must be there; nil while the sink that it takes from is still read.
    var openedAt: Nanoseconds?
    /// Nothing that must be there is absent.
    var isAllFound: Bool
    var group: Group
    /// An event that makes the present reading of a topic provisional: it is read once more.
    var interruption: String?
    /// A reason why it cannot be read any further.
    var obstacle: String?
    var isStopped = false
    var mustFinish = false
    var isLost = false
  }

  enum Decision: Sendable, Equatable {
    case wait
    case done(SinkEnd)
  }

  /// With `holds: some` two looks at it agree for so long.
  static let looksApart = Nanoseconds.seconds(2)

  private let terms: Terms
  private var stoppedAt: Nanoseconds?
  /// Since then it was seen each time that the group had caught up.
  private var caughtUpAt: Nanoseconds?

  init(_ terms: Terms) { self.terms = terms }

  mutating func decide(_ seen: Sight, at now: Nanoseconds) -> Decision {
    if seen.isStopped { stoppedAt = stoppedAt ?? now }
    caughtUpAt = seen.group == .caughtUp ? caughtUpAt ?? now : nil
    if isOver(seen, at: now) { return .done(.proven) }
    if seen.mustFinish { return .done(.unfinished(because: "the run was ended before it was read")) }
    if let obstacle = seen.obstacle { return .done(.unfinished(because: obstacle)) }
    if let stoppedAt, now - stoppedAt > terms.afterStop {
      return .done(.unfinished(because: "the run was stopped before the sink was read to its end"))
    }
    if seen.isLost { return .done(.unfinished(because: "the cluster did not answer any more")) }
    if now - max(seen.since, seen.begunAt) > terms.atMost { return .done(givenUp(seen)) }
    return stoodStill(seen, at: now).map(Decision.done) ?? .wait
  }

  /// Everything was read, and what is absent is missing.
  private func isOver(_ seen: Sight, at now: Nanoseconds) -> Bool {
    guard let openedAt = seen.openedAt, seen.interruption == nil else { return false }
    let quietSince = max(seen.progressAt ?? seen.since, seen.since)
    switch seen.reading {
    case .topic(let agreedFor, let heardAt, let isAtEnd, let isInSync):
      guard let agreedFor, isAtEnd, agreedFor >= TopicEnds.agreement else { return false }
      // What the group wrote before it had caught up lies before an end that was answered after that.
      let isOver = seen.group == .none || caughtUpAt.map { heardAt >= $0 } ?? false
      if terms.isPartial { return isOver && now - max(quietSince, openedAt) >= Self.looksApart }
      if seen.isAllFound { return isOver || mayEnd(quiet: now - quietSince) }
      return isOver && isInSync && now - quietSince >= terms.within && agreedFor >= TopicEnds.agreementOnAbsence
    case .command(let answer, let failure):
      guard let answer, failure == nil else { return false }
      if terms.isPartial {
        return answer.groupWasOver && answer.askedAt - max(answer.sameSince, openedAt) >= Self.looksApart
      }
      if seen.isAllFound {
        return answer.askedAt >= openedAt && (answer.groupWasOver || mayEnd(quiet: answer.askedAt - quietSince))
      }
      return answer.groupWasOver && answer.askedAt - quietSince >= terms.within
    }
  }

  /// With everything found: a group that is behind may still write it once more, so it is waited for, but not for longer than for a
  /// message.
  private func mayEnd(quiet: Nanoseconds) -> Bool { quiet >= terms.within }

  /// The end of a sink that does not come to one.
  private func stoodStill(_ seen: Sight, at now: Nanoseconds) -> SinkEnd? {
    switch seen.reading {
    case .topic(_, _, isAtEnd: false, _):
      guard now - max(seen.movedAt, seen.since) > terms.within else { return nil }
      return .unfinished(because: "nothing was read for \(Int(terms.within.seconds)) s before its end")
    case .topic: return nil
    case .command(_, let failure?):
      return now - max(seen.progressAt ?? .zero, seen.since) > terms.within ? .unfinished(because: failure) : nil
    case .command: return nil
    }
  }

  /// The end at `at_most`.
  private func givenUp(_ seen: Sight) -> SinkEnd {
    if let interruption = seen.interruption { return .unfinished(because: interruption) }
    if seen.openedAt == nil { return .unfinished(because: "the sink that it takes from had not ended at at_most") }
    switch seen.reading {
    case .topic(_, _, isAtEnd: false, _): return .unfinished(because: "it was not read to its end at at_most")
    case .command(nil, let failure):
      return .unfinished(because: failure ?? "its command had not ended at at_most")
    case .command(_, let failure?): return .unfinished(because: failure)
    case .topic, .command: break
    }
    switch seen.group {
    case .behind: return .absentUnseen(because: "its group still had a lag at at_most")
    case .unknown: return .absentUnseen(because: "the lag of its group was not answered")
    case .none, .caughtUp: break
    }
    if case .topic(_, _, _, isInSync: false) = seen.reading {
      return .absentUnseen(because: "fewer replicas than min.insync.replicas were in sync")
    }
    return .absentUnseen(because: "it was still growing, or its end did not stay, at at_most")
  }
}
