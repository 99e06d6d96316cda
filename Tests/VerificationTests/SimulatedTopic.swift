import Scenarios
import Verification

/// A topic with every fault that can occur: the records that were stored, what was reported of them, and the counts of a
/// reader with memory enough for everything.
struct SimulatedTopic {
  struct Message: Hashable {
    var stage: Int
    var sequence: UInt64
  }

  enum Slot {
    case message(Message, isDamaged: Bool)
    /// The message's record with its identity destroyed.
    case destroyed(Message)
    /// An offset that holds nothing that is shown.
    case hole(Message?)
    case anotherRun
    case withoutHeader
  }

  struct Sent {
    var message: Message
    var named: Int
    var outcome: Settlement.Outcome
    var offset: Int64 = -1
  }

  static let messages: UInt64 = 60
  let partitions: Int
  let stages: Int
  var slots: [[Slot]]
  var sent: [Sent] = []
  var readings: [PartitionReading] = []

  /// With `isLocal` a message's second record lies in the partition of its first.
  init(_ random: inout SplitMix64, isLocal: Bool) {
    partitions = 1 + Int(random.next() % 3)
    stages = 1 + Int(random.next() % 2)
    // Offset 0 is never acknowledged: behind a message without an offset it would count as invented.
    slots = Array(repeating: [.hole(nil)], count: partitions)
    var isTold: Set<Message> = []
    for stage in 0..<stages {
      for sequence in 0..<Self.messages {
        let message = Message(stage: stage, sequence: sequence)
        let named = Int(sequence) % partitions
        let outcome: Settlement.Outcome =
          random.chance(80)
          ? .acknowledged : random.chance(40) ? .unknown : random.chance(50) ? .absent : .aborted
        sent.append(Sent(message: message, named: named, outcome: outcome))
        let isStored =
          switch outcome {
          case .acknowledged: random.chance(90)
          case .unknown: random.chance(50)
          case .absent: random.chance(10)
          case .aborted: random.chance(30)
          }
        if outcome == .acknowledged, random.chance(90) { isTold.insert(message) }
        guard isStored else {
          slots[named].append(.hole(message))
          continue
        }
        let place = random.chance(5) ? Int(random.next() % UInt64(partitions)) : named
        if place != named { slots[named].append(.hole(message)) }
        slots[place].append(
          random.chance(5) ? .destroyed(message) : .message(message, isDamaged: random.chance(5)))
        if random.chance(8) {
          let other = isLocal ? place : Int(random.next() % UInt64(partitions))
          slots[other].append(.message(message, isDamaged: false))
        }
        if random.chance(5) { slots[named].append(random.chance(50) ? .anotherRun : .withoutHeader) }
      }
    }
    for partition in 0..<partitions {
      for index in slots[partition].indices.dropFirst() where random.chance(20) {
        slots[partition].swapAt(index, max(1, index - Int(random.next() % 5)))
      }
    }
    note(isTold)
    for partition in 0..<partitions { readings.append(reading(of: partition, &random)) }
  }

  /// The acknowledged offset of a message is that of its first slot in its own partition.
  private mutating func note(_ isTold: Set<Message>) {
    for index in sent.indices where isTold.contains(sent[index].message) {
      let own = slots[sent[index].named].firstIndex { slot in
        switch slot {
        case .message(let message, _), .destroyed(let message): message == sent[index].message
        case .hole(let message): message == sent[index].message
        case .anotherRun, .withoutHeader: false
        }
      }
      sent[index].offset = own.map(Int64.init) ?? -1
    }
  }

  private func reading(of partition: Int, _ random: inout SplitMix64) -> PartitionReading {
    let end = Int64(slots[partition].count)
    var reading = PartitionReading(topic: "orders", partition: Int32(partition), noted: 0)
    reading.end = end
    reading.position = random.chance(70) ? end : Int64(random.next() % UInt64(end + 1))
    reading.beginning = random.chance(80) ? 0 : Int64(random.next() % UInt64(end + 1))
    reading.endIsStable = random.chance(80)
    if random.chance(15) { reading.interruption = "its leader changed" }
    return reading
  }

  /// The records of `partition` up to the reader's position.
  func records(of partition: Int) -> [Record] {
    slots[partition].prefix(Int(readings[partition].position)).enumerated().compactMap { offset, slot in
      if case .hole = slot { return nil }
      return Record(partition: partition, offset: Int64(offset), slot: slot)
    }
  }

  struct Record {
    var partition: Int
    var offset: Int64
    var slot: Slot
  }

  func named(_ message: Message) -> Int { Int(message.sequence) % partitions }

  // MARK: The oracle

  /// Counts by definition, over all records in the order in which they were read, and everything that was sent.
  func counts(reading records: [Record]) -> [ReadCounts] {
    var counts = Array(repeating: ReadCounts(), count: stages)
    var seen: Set<Message> = []
    var highest: [[Int]: UInt64] = [:]
    var destroyed: Set<[Int64]> = []
    for record in records {
      switch record.slot {
      case .hole: continue
      case .anotherRun, .withoutHeader, .destroyed:
        counts[0][.foreign] += 1
        counts[0][.read] += 1
        counts[0][.bytesRead] += 7
        if case .destroyed(let message) = record.slot {
          destroyed.insert([Int64(record.partition), record.offset, Int64(message.stage), Int64(message.sequence)])
        }
      case .message(let message, let isDamaged):
        counts[message.stage][.read] += 1
        counts[message.stage][.bytesRead] += 10
        guard seen.insert(message).inserted else {
          counts[message.stage][.duplicated] += 1
          continue
        }
        if isDamaged { counts[message.stage][.corrupted] += 1 }
        if record.partition != named(message) { counts[message.stage][.misrouted] += 1 }
        let order = [message.stage, record.partition]
        if let before = highest[order], before > message.sequence {
          counts[message.stage][.reordered] += 1
          counts[message.stage][.reorderedDistanceMax] = max(
            counts[message.stage][.reorderedDistanceMax], before - message.sequence)
        } else {
          highest[order] = message.sequence
        }
      }
    }
    for one in sent {
      let (stage, reading) = (one.message.stage, readings[one.named])
      let outcome = MissingOutcome.decide(
        MissingOutcome.Message(offset: one.offset < 0 ? nil : one.offset, hasKey: false), in: reading)
      switch (one.outcome, seen.contains(one.message)) {
      case (.acknowledged, true): counts[stage][.found] += 1
      case (.acknowledged, false):
        if destroyed.contains([Int64(one.named), one.offset, Int64(stage), Int64(one.message.sequence)]) {
          counts[stage][.found] += 1
          counts[stage][.corrupted] += 1
          counts[stage][.read] += 1
          counts[0][.foreign] -= 1
          counts[0][.read] -= 1
          continue
        }
        switch outcome {
        case .lost: counts[stage][.lost] += 1
        case .trimmed: counts[stage][.trimmed] += 1
        case .unseen: counts[stage][.unseen] += 1
        }
      case (.unknown, true): counts[stage][.unknownFound] += 1
      case (.unknown, false):
        if MissingOutcome.isProvablyAbsent(hasKey: false, in: reading) {
          counts[stage][.unknownAbsent] += 1
        } else {
          counts[stage][.unknownUnseen] += 1
        }
      case (.absent, true): counts[stage][.phantom] += 1
      case (.absent, false): break
      case (.aborted, true): counts[stage][.abortedVisible] += 1
      case (.aborted, false): counts[stage][.abortedHidden] += 1
      }
    }
    return counts
  }

  func sendCounts(of stage: Int) -> SendCounts {
    var counts = SendCounts()
    for one in sent where one.message.stage == stage {
      counts[.due] += 1
      counts[.sent] += 1
      switch one.outcome {
      case .acknowledged: counts[.acknowledged] += 1
      case .unknown: counts[.unknown] += 1
      case .absent: counts[.rejected] += 1
      case .aborted: counts[.aborted] += 1
      }
    }
    return counts
  }
}
