internal import Kafka
internal import Scenarios
internal import Verification

/// The decision when a reading has ended (ARCHITECTURE.md, decision 9): from the answers of each partition's leader, the
/// reader's progress, the facts of the run, and the time alone. Pure: it asks no broker, reads no clock and does not wait.
/// The leaders' answers are kept from one reading to the next.
struct ReadingEnd: Sendable {
  /// The loop's observations before each decision.
  struct Observation: Sendable {
    var partitions: [PartitionProgress]
    /// A partition that is read again may hold messages of any other.
    var mustReadAll = false
    /// A signal asked the run to stop.
    var isStopped = false
    /// A second one asked it to wait for nothing more.
    var mustFinish = false
    /// No broker has answered for too long.
    var isLost = false
    /// A client of the run lost a connection since the offsets were noted.
    var hasLostConnection: Bool
  }

  enum Decision: Sendable, Equatable {
    case ask(Question)
    case wait
    /// Everything that there is was read.
    case done
    case giveUp(GivingUp)
  }

  enum Question: Sendable, Equatable {
    /// The ends of these partitions, asked of their leaders; with their last stable offsets where others may write as well.
    case ends([Int], withLastStable: Bool)
    /// The number of replicas of this partition that are in sync.
    case inSync(Int)
    /// The present leaders of these partitions, and whether two messages were acknowledged at one offset: with that, the one answer that
    /// there is may settle the end.
    case confirmation([Int])
  }

  /// The reason why a reading ends although not everything was read.
  enum GivingUp: Sendable, Equatable {
    /// No progress for this long, in this partition among others.
    case standstill(partition: Int, within: Nanoseconds)
    /// Too long since the last send.
    case overdue(partition: Int, atMost: Nanoseconds)
    case stopped
    case clusterLost
  }

  /// The first reading of a partition, or the second.
  enum Pass: Sendable, Equatable {
    case first
    /// Once more from the noted offset: what it finds decides.
    case second
  }

  private let terms: ReadingTerms
  private(set) var ends: [PartitionEnd]
  private(set) var lastStable: [Int64?]
  /// The answers to the questions that followed the last one of each partition's leader.
  private var confirmations: [OneAnswer.Confirmation?]
  /// The time at which the ends were last answered.
  private var answeredAt: Nanoseconds?

  // The present reading:
  private var partitions: [Int] = []
  private var pass = Pass.first
  private var best: [Int64] = []
  private var progressAt: Nanoseconds = .zero
  private var stoppedAt: Nanoseconds?
  /// Questions come before the decision, once for each: however long the answers take, reading can be given up.
  private var mayAsk = true

  init(_ terms: ReadingTerms) {
    self.terms = terms
    ends = Array(repeating: .unknown, count: terms.minimumInSync.count)
    lastStable = Array(repeating: nil, count: terms.minimumInSync.count)
    confirmations = Array(repeating: nil, count: terms.minimumInSync.count)
  }

  /// Begins a reading of these partitions. Before a second one ends that are not stable are forgotten.
  mutating func begin(_ partitions: [Int], _ pass: Pass, _ seen: [PartitionProgress], at now: Nanoseconds) {
    self.partitions = partitions
    self.pass = pass
    best = seen.map(\.position)
    progressAt = now
    stoppedAt = nil
    mayAsk = true
    guard pass == .second else { return }
    answeredAt = nil
    // A log that was replaced has another end.
    for index in partitions where !ends[index].isStable || ends[index].offset ?? 0 < terms.noted[index] {
      ends[index] = .unknown
    }
  }

  // MARK: Deciding

  mutating func decide(_ seen: Observation, at now: Nanoseconds) -> Decision {
    if !seen.mustFinish, let question = question(seen, at: now) { return .ask(question) }
    mayAsk = true
    for index in partitions where !ends[index].isStable && oneAnswer(index, seen).obstacle == nil {
      ends[index].settle()
    }
    noteProgress(seen.partitions, at: now)
    let statuses = partitions.map { status(of: $0, seen.partitions[$0], at: now) }
    // Everything is read, and leaders are listened to until their answers agree: that is no standstill.
    if !statuses.contains(.reading) { progressAt = now }
    if seen.isStopped { stoppedAt = stoppedAt ?? now }
    guard let open = zip(partitions, statuses).first(where: { $0.1 != .done })?.0 else { return .done }
    if seen.mustFinish { return .giveUp(.stopped) }
    if now - terms.lastSend > terms.atMost {
      return .giveUp(.overdue(partition: open, atMost: terms.atMost))
    }
    if now - progressAt > terms.within {
      return .giveUp(.standstill(partition: open, within: terms.within))
    }
    if let stoppedAt, now - stoppedAt > terms.afterStop { return .giveUp(.stopped) }
    return seen.isLost ? .giveUp(.clusterLost) : .wait
  }

  private mutating func question(_ seen: Observation, at now: Nanoseconds) -> Question? {
    if mayAsk, answeredAt.map({ now - $0 >= EndRule.agreement }) ?? true {
      mayAsk = false
      let asked = partitions.filter { !ends[$0].isStable || seen.partitions[$0].position < ends[$0].offset ?? .max }
      if !asked.isEmpty { return .ends(asked, withLastStable: !terms.isEmbedded) }
    }
    if let agreed = partitions.first(where: { if case .agreed = ends[$0] { true } else { false } }) {
      return .inSync(agreed)
    }
    let open = partitions.filter { oneAnswer($0, seen).obstacle == .notConfirmed }
    return open.isEmpty ? nil : .confirmation(open)
  }

  private func oneAnswer(_ index: Int, _ seen: Observation) -> OneAnswer {
    OneAnswer(
      sending: terms.sendingObstacles[index], noted: terms.noted[index], notedLeader: terms.notedLeaders[index],
      hasLostConnection: seen.hasLostConnection, isFirstReading: pass == .first, answer: ends[index].answer,
      confirmation: confirmations[index], reader: seen.partitions[index])
  }

  private mutating func noteProgress(_ seen: [PartitionProgress], at now: Nanoseconds) {
    for index in partitions where seen[index].position > best[index] {
      // What others appended behind the end is no progress.
      if best[index] < ends[index].offset ?? .max { progressAt = now }
      best[index] = seen[index].position
    }
  }

  private func status(of index: Int, _ seen: PartitionProgress, at now: Nanoseconds) -> PartitionEnd.Status {
    ends[index].status(
      of: seen,
      PartitionEnd.Circumstances(
        noted: terms.noted[index], lastStable: lastStable[index], isSecond: pass == .second),
      at: now, terms.rules[index])
  }

  // MARK: Answers

  /// The answer to `Question.ends` for one partition; nil where its leader did not answer.
  struct EndAnswer: Sendable, Equatable {
    var end: Int64?
    var lastStable: Int64?
  }

  /// Takes in the answers to `Question.ends`, which came at `now`; `seen` is what the leaders were taken from.
  mutating func note(_ answers: [EndAnswer], of asked: [Int], _ seen: [PartitionProgress], at now: Nanoseconds) {
    // From the answer on: the next one is then at least `agreement` younger.
    answeredAt = now
    for (index, answer) in zip(asked, answers) {
      lastStable[index] = answer.lastStable ?? lastStable[index]
      guard let end = answer.end else { continue }
      ends[index].note(
        end, of: seen[index].leader, at: now, highest: seen[index].highestAcknowledged, terms.rules[index])
      confirmations[index] = nil
    }
  }

  /// Takes in the answer to `Question.confirmation`.
  mutating func note(_ confirmation: OneAnswer.Confirmation, of index: Int) { confirmations[index] = confirmation }

  /// Takes in the answer to `Question.inSync`; 0 where there was none.
  mutating func note(inSync: Int, of index: Int) {
    ends[index].note(inSync: inSync, of: terms.minimumInSync[index])
  }

  // MARK: Outcome

  /// Puts down how far the present reading came, as its last decision saw it.
  func record(_ seen: [PartitionProgress], at now: Nanoseconds, in readings: inout [PartitionReading]) {
    for index in partitions {
      readings[index].position = seen[index].position
      readings[index].end = ends[index].offset
      readings[index].endIsStable = ends[index].isStable
      readings[index].lastStable = lastStable[index]
      readings[index].gone = seen[index].gone
      readings[index].highestAcknowledged =
        seen[index].highestAcknowledged < 0 ? nil : seen[index].highestAcknowledged
      readings[index].replacement = readings[index].replacement ?? replacement(of: index, seen[index])
      // What interrupted the first reading is still reported when a second one has decided.
      readings[index].interruption = seen[index].interruption?.text ?? readings[index].interruption
      guard pass == .second else { continue }
      readings[index].readAgain =
        seen[index].interruption == nil && status(of: index, seen[index], at: now) == .done
    }
  }
}

extension ReadingEnd {
  /// The evidence that the log was replaced, or cut back before the noted end.
  private func replacement(of index: Int, _ seen: PartitionProgress) -> LogReplacement? {
    if let offset = seen.acknowledgedBeforeNoted { return .acknowledgedBeforeNoted(offset) }
    if seen.wasDeleted, !seen.isGone { return .topicDeleted }
    guard ends[index].isAgreed, let end = ends[index].offset, end < terms.noted[index] else { return nil }
    return .endBeforeNoted(end)
  }
}

extension ReadingEnd.GivingUp {
  /// The error that is reported; nil for a stop and a lost cluster, which are reported elsewhere.
  func error(_ readings: [PartitionReading]) -> LoadError? {
    switch self {
    case .standstill(let index, let within): Self.error(within: within, atMost: nil, readings[index])
    case .overdue(let index, let atMost): Self.error(within: nil, atMost: atMost, readings[index])
    case .stopped, .clusterLost: nil
    }
  }

  private static func error(within: Nanoseconds?, atMost: Nanoseconds?, _ reading: PartitionReading) -> LoadError {
    let partition = TopicPartition(topic: reading.topic, partition: reading.partition)
    if let offset = reading.openTransaction, let end = reading.end {
      return .openTransaction(partition: partition, from: offset, end: end)
    }
    return .readingGivenUp(
      within: within, atMost: atMost, partition: partition, position: reading.position, end: reading.end)
  }
}
