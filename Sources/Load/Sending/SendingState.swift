internal import Kafka
internal import Scenarios

/// The reason why no more is sent although the stage is not over.
enum SendingEnding: Sendable, Equatable {
  case stopped
  case lost
  /// The target has answered nothing for too long.
  case targetLost
  case tooLong
  /// The client's queue was full, and the stage is to end, then.
  case queueFull
  /// A condition of `abort_when` of this stage was true.
  case aborted(Expectation, stage: Int)
  /// The sending of the whole run took longer than it may.
  case runTooLong
  /// The embedded broker takes no more.
  case held
  case fatal(KafkaError)
  /// The cluster turns the client or its messages away.
  case refused(KafkaError)

  /// The reason why all stages of a run end; nil where they may go on. `elapsed` and `atMost` count from the first stage's start.
  init?(isStopped: Bool, isLost: Bool, elapsed: Nanoseconds, atMost: Nanoseconds?) {
    if isStopped {
      self = .stopped
    } else if isLost {
      self = .lost
    } else if let atMost, elapsed > atMost {
      self = .runTooLong
    } else {
      return nil
    }
  }
}

/// The state of a stage's sending, from the first message to the last report. Pure: times count from the run's start.
struct SendingState: Sendable {
  enum Phase: Sendable, Equatable {
    case sending
    /// All is sent, or the sending was ended: reports are awaited, until the time where there is one.
    case settling(until: Nanoseconds?)
    /// The client was asked to purge its queue; until this time it may report what it held.
    case purging(until: Nanoseconds)
    case finished
  }

  /// The step for the messages that the client still holds.
  enum Action: Sendable, Equatable {
    case none
    /// The client is asked to purge them.
    case purge
    /// They are counted as unknown: the client reports nothing more.
    case giveUp
  }

  private(set) var phase = Phase.sending
  /// Nil where the stage came to its own end.
  private(set) var ending: SendingEnding?
  private let limits: RunLimits

  init(_ limits: RunLimits) { self.limits = limits }

  /// Everything that was due is sent. Where the sending was ended just before, the client's grace has its limit already.
  mutating func allSent() { if phase == .sending { phase = .settling(until: nil) } }

  /// No more is sent; what the client holds gets its grace. False where that was so already: the first reason stays.
  mutating func end(_ reason: SendingEnding, at now: Nanoseconds) -> Bool {
    guard ending == nil, phase != .finished else { return false }
    ending = reason
    phase = .settling(until: now + (reason == .lost || reason == .targetLost ? .zero : limits.grace))
    return true
  }

  /// The time for the client to give back what it holds once nothing more is to be waited for.
  static let lastPurge = Nanoseconds.milliseconds(300)

  /// Cuts the limits short: the run is to wait for nothing more.
  mutating func hurry(at now: Nanoseconds) {
    switch phase {
    case .sending, .finished: break
    case .settling(let until): phase = .settling(until: min(until ?? now, now))
    case .purging(let until): phase = .purging(until: min(until, now + Self.lastPurge))
    }
  }

  /// `awaited` is the number of messages that the client holds.
  mutating func advance(awaited: Int, at now: Nanoseconds) -> Action {
    switch phase {
    case .sending, .finished: return .none
    case .settling(let until):
      if awaited == 0 {
        phase = .finished
      } else if let until, now >= until {
        phase = .purging(until: now + limits.purge)
        return .purge
      }
    case .purging(let until):
      if awaited == 0 {
        phase = .finished
      } else if now >= until {
        phase = .finished
        return .giveUp
      }
    }
    return .none
  }
}
