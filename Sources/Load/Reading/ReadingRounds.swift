internal import Kafka
internal import Verification

/// The order of readings (ARCHITECTURE.md, decision 10): every partition to its end, the rest of those that the client gave
/// up, and once more those whose first reading cannot be trusted or did not find everything. Pure, as `ReadingEnd` is.
struct ReadingRounds: Sendable {
  enum Step: Sendable, Equatable {
    /// Read on, to the end of these partitions.
    case read([Int])
    /// Go on with partitions that the client gave up, from where they begin now.
    case resume([StartingPoint])
    /// Read the first record of the run in these partitions once more.
    case confirm([Int])
    /// Ask the ledger what it found.
    case askFindings
    /// Read these partitions once more, from their noted offsets or, where the log was replaced, from their beginnings.
    case readAgain([StartingPoint])
    /// Put back the first reading of these partitions.
    case restore([Int])
    case done
  }

  struct StartingPoint: Sendable, Equatable {
    var partition: Int
    var offset: Int64
  }

  private enum Phase: Equatable {
    case first
    case resuming
    case confirming
    case findings
    /// Something was read again this many times.
    case again(attempts: Int)
    case restoring
    case done
  }

  private static let attempts = 3

  private let isEmbedded: Bool
  private var phase = Phase.first
  /// Every partition's reading, as far as it has come.
  var readings: [PartitionReading]
  private var noted: [LoadError] = []
  /// A reading that was given up does not count where another came to the end of everything; of several the last is reported.
  var errors: [LoadError] {
    let isAllRead = readings.allSatisfy { $0.unfinished == nil && ($0.endIsStable || $0.readAgain) }
    let last = isAllRead ? nil : noted.lastIndex(where: \.isGivenUp)
    return noted.enumerated().filter { !$0.element.isGivenUp || $0.offset == last }.map(\.element)
  }
  /// The first reading of partitions that were read again.
  private var former: [Int: PartitionReading] = [:]
  private var findings = FirstFindings()

  /// The embedded broker keeps too little to read anything again.
  init(_ readings: [PartitionReading], isEmbedded: Bool) {
    self.readings = readings
    self.isEmbedded = isEmbedded
  }

  // MARK: Deciding

  mutating func next(_ seen: ReadingEnd.Observation) -> Step {
    switch phase {
    case .first:
      phase = isEmbedded ? .done : .resuming
      return .read(Array(readings.indices))
    case .resuming:
      phase = .confirming
      let rest = partitionsToResume(seen.partitions)
      if !rest.isEmpty, !seen.isLost, !seen.mustFinish { return .resume(rest) }
      return next(seen)
    case .confirming:
      phase = .findings
      let doubtful = readings.indices.filter {
        readings[$0].replacement == nil && !seen.partitions[$0].isGone
      }
      guard !doubtful.isEmpty, !seen.isLost, !seen.mustFinish else { return next(seen) }
      return .confirm(doubtful)
    case .findings:
      phase = .again(attempts: 0)
      return .askFindings
    case .again(let attempts):
      let again = partitionsToReadAgain(seen, isFirst: attempts == 0)
      let isOver = attempts == Self.attempts || (attempts > 0 && seen.isStopped)
      guard !isOver, !again.isEmpty, !seen.isLost, !seen.mustFinish else {
        if !isOver { doubt(again.map(\.partition)) }
        phase = .restoring
        return next(seen)
      }
      phase = .again(attempts: attempts + 1)
      return .readAgain(again)
    case .restoring:
      phase = .done
      let unfinished = former.keys.filter { !readings[$0].readAgain }.sorted()
      return unfinished.isEmpty ? .done : .restore(unfinished)
    case .done: return .done
    }
  }

  /// Partitions whose beginning retention moved past the reader: the rest can still be read.
  private func partitionsToResume(_ seen: [PartitionProgress]) -> [StartingPoint] {
    readings.indices.compactMap { index in
      guard seen[index].isAbandoned, let beginning = readings[index].beginning, beginning > readings[index].noted
      else { return nil }
      return StartingPoint(partition: index, offset: beginning)
    }
  }

  /// Partitions whose reading was interrupted, whose log was replaced, or whose end lies at or before an acknowledged message; and
  /// after the first reading those in which something is missing or differs: the client may have skipped it, or it was damaged on
  /// its way; what a second one does not find is not there. None whose beginning does not allow it.
  private func partitionsToReadAgain(_ seen: ReadingEnd.Observation, isFirst: Bool) -> [StartingPoint] {
    let wanted = readings.indices.filter { index in
      let reading = readings[index]
      guard !reading.readAgain, !seen.partitions[index].isGone else { return false }
      return reading.interruption != nil || reading.replacement != nil
        || reading.end.map { $0 <= seen.partitions[index].highestAcknowledged } ?? false
        || (isFirst && (isMissing(index) || findings.differing.contains(index)))
    }
    let again = wanted.isEmpty || !seen.mustReadAll ? wanted : Array(readings.indices)
    return again.compactMap { index in
      let reading = readings[index]
      guard let beginning = reading.beginning else { return nil }
      if reading.replacement != nil { return StartingPoint(partition: index, offset: beginning) }
      return beginning <= reading.noted ? StartingPoint(partition: index, offset: reading.noted) : nil
    }
  }

  /// Something is missing that another reading could find: it is not all held back by an open transaction.
  private func isMissing(_ index: Int) -> Bool {
    guard let lowest = findings.missing[index] else { return false }
    return readings[index].openTransaction.map { lowest < $0 } ?? true
  }

  /// These should have been read again and were not, so that nothing that is absent there is proven to be lost.
  private mutating func doubt(_ partitions: [Int]) {
    for index in partitions where readings[index].interruption == nil {
      readings[index].interruption = "the run was ended before it could be read again"
    }
  }

  // MARK: Outcomes

  /// Takes in the answer to `Step.askFindings`.
  mutating func note(findings: FirstFindings) {
    self.findings = findings
    for (index, offset) in findings.acknowledgedTwice {
      readings[index].replacement = readings[index].replacement ?? .acknowledgedTwice(offset)
    }
  }

  /// The answer to `Step.confirm`.
  struct FirstRecordFindings: Sendable, Equatable {
    /// The partitions in which the first record of the run is not there any more, with its offset.
    var replaced: [Int: Int64] = [:]
    /// Those in which it could not be read in time.
    var unanswered: Set<Int> = []
  }

  /// Takes in the answer to `Step.confirm`.
  mutating func note(firstRecords: FirstRecordFindings) {
    for (index, offset) in firstRecords.replaced where readings[index].beginning.map({ $0 <= offset }) ?? false {
      readings[index].replacement = .recordReplaced(offset)
    }
    for index in firstRecords.unanswered {
      readings[index].interruption = readings[index].interruption ?? "its first record could not be read again"
    }
  }

  /// Takes in the present beginning of each partition; nil where its leader did not answer.
  mutating func note(beginnings: [Int64?]) {
    for (index, beginning) in beginnings.enumerated() { readings[index].beginning = beginning }
  }

  /// The second reading of these has begun: the first is kept.
  mutating func note(begunAgain partitions: [Int]) {
    for index in partitions { former[index] = former[index] ?? readings[index] }
  }

  /// The reading that was the last step could not begin; nothing is read again after that.
  mutating func note(failure error: KafkaError) {
    noted.append(.readerFailed(error))
    if case .again = phase { phase = .restoring }
  }

  /// Reading ended although not everything was read.
  mutating func note(givenUp reason: ReadingEnd.GivingUp) {
    if let error = reason.error(readings) { noted.append(error) }
  }

  /// The first reading of the partition counts again.
  mutating func note(restored partition: Int) {
    guard var reading = former[partition] else { return }
    reading.beginning = readings[partition].beginning
    reading.interruption = reading.interruption ?? "its second reading did not come to an end"
    readings[partition] = reading
  }
}

extension LoadError {
  /// A reading did not come to its end.
  fileprivate var isGivenUp: Bool {
    if case .readingGivenUp = self { return true }
    if case .openTransaction = self { return true }
    return false
  }
}
