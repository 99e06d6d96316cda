internal import Scenarios

/// The answers of its leader that make a partition's end stable (ARCHITECTURE.md, decision 9).
enum EndRule: Sendable, Equatable {
  /// The embedded broker keeps no replicas: its first answer holds.
  case embedded
  /// Answers of one leader that agree over a second, or the one answer that `OneAnswer` accepts.
  case acksAll
  /// Answers of one leader that agree for longer than a follower may stay behind, and then enough replicas in sync; asked
  /// for only where an acknowledged message lies at or behind the end.
  case acksBelowAll

  /// The rule for a topic that these stages sent to.
  init(_ sendings: [SentStage], isEmbedded: Bool) {
    self = isEmbedded ? .embedded : sendings.allSatisfy(\.hasAcksAll) ? .acksAll : .acksBelowAll
  }

  /// The time over which answers must agree.
  static let agreement = Nanoseconds.seconds(1)
  /// Above 1.5 × `replica.lag.time.max.ms`, after which a follower that stayed behind is out of the in-sync replicas.
  static let agreementBelowAll = Nanoseconds.seconds(45)
}

/// The end of a partition, its high watermark, as far as its leader's answers have settled it.
enum PartitionEnd: Sendable, Equatable {
  struct Answer: Sendable, Equatable {
    var end: Int64
    var leader: Int32
    /// The time of the leader's first such answer, since the run's start.
    var since: Nanoseconds
    /// The time of its last such answer.
    var heard: Nanoseconds
  }

  case unknown
  case answered(Answer)
  /// The answers have agreed for long enough with acks below all; the in-sync replicas are still to be asked for.
  case agreed(Answer)
  /// It stays: what others append later is not waited for.
  case stable(Int64)

  /// The end, stable or not.
  var offset: Int64? {
    switch self {
    case .unknown: nil
    case .answered(let answer), .agreed(let answer): answer.end
    case .stable(let end): end
    }
  }

  var isStable: Bool {
    switch self {
    case .unknown, .answered, .agreed: false
    case .stable: true
    }
  }

  /// Two answers of one leader, `EndRule.agreement` apart, were the same.
  var isAgreed: Bool {
    switch self {
    case .unknown: false
    case .answered(let answer): answer.heard - answer.since >= EndRule.agreement
    case .agreed, .stable: true
    }
  }

  /// The last answer of its leader; nil where there is none, or the end is stable.
  var answer: Answer? {
    switch self {
    case .unknown, .stable: nil
    case .answered(let answer), .agreed(let answer): answer
    }
  }

  // MARK: Answers

  /// Takes in that `leader` named `end` at `now`; `highest` is the highest acknowledged offset of the partition.
  mutating func note(_ end: Int64, of leader: Int32, at now: Nanoseconds, highest: Int64, _ rule: EndRule) {
    guard !isStable else { return }
    guard var known = answer, known.leader == leader, known.end == end || known.isBehind(end, highest: highest) else {
      self =
        rule == .embedded ? .stable(end) : .answered(Answer(end: end, leader: leader, since: now, heard: now))
      return
    }
    known.heard = now
    let agreedFor = now - known.since
    switch rule {
    case .embedded: self = .stable(known.end)
    case .acksAll: self = agreedFor >= EndRule.agreement ? .stable(known.end) : .answered(known)
    case .acksBelowAll:
      self =
        highest >= known.end && agreedFor >= EndRule.agreementBelowAll ? .agreed(known) : .answered(known)
    }
  }

  /// Takes in the number of replicas in sync, and the number that must be.
  mutating func note(inSync: Int, of minimum: Int) {
    guard case .agreed(let answer) = self else { return }
    self = inSync >= minimum ? .stable(answer.end) : .answered(answer)
  }

  /// The answers that there are settle the end.
  mutating func settle() {
    if let answer { self = .stable(answer.end) }
  }

  // MARK: Reading

  /// The state of a partition's reading, by its end.
  enum Status: Sendable, Equatable {
    /// Nothing more will be read.
    case done
    /// Everything up to the end is read, and the leader's answers have yet to agree.
    case listening
    /// There is more to be read, or the end is not known.
    case reading
  }

  /// The facts that the status depends on beside the leader's answers.
  struct Circumstances: Sendable, Equatable {
    /// The end before the first send.
    var noted: Int64
    var lastStable: Int64?
    /// The partition is read once more: it was waited for already.
    var isSecond = false
  }

  func status(
    of reader: PartitionProgress, _ circumstances: Circumstances, at now: Nanoseconds, _ rule: EndRule
  ) -> Status {
    if reader.isGone { return .done }
    // An end before the noted one shows that the log was replaced or cut back, if it is not a leader's that is behind.
    let mayBeReplaced = !isAgreed && offset.map { $0 < circumstances.noted } ?? false
    if reader.isAbandoned, !mayBeReplaced { return .done }
    guard let end = offset else { return .reading }
    if isSettled(highest: reader.highestAcknowledged, at: now, rule) {
      if reader.position >= end { return .done }
      // Another producer's open transaction holds the rest back. Where no message of the run lies in it, it is not waited for.
      if let lastStable = circumstances.lastStable, reader.position >= lastStable,
        reader.highestAcknowledged < lastStable || circumstances.isSecond
      {
        return .done
      }
    }
    guard let answer, reader.position >= end, now - answer.heard < EndRule.agreement * 5 else {
      return reader.isAbandoned ? .done : .reading
    }
    return .listening
  }

  /// The end is stable, or nothing depends on its being so.
  private func isSettled(highest: Int64, at now: Nanoseconds, _ rule: EndRule) -> Bool {
    guard let answer else { return isStable }
    return rule == .acksBelowAll && highest < answer.end && now - answer.since >= EndRule.agreement
  }
}

extension PartitionEnd.Answer {
  /// An end that only moved on, in a topic that others write to, still lies behind every message of the run.
  fileprivate func isBehind(_ end: Int64, highest: Int64) -> Bool { end > self.end && highest < self.end }
}
