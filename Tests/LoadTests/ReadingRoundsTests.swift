import Kafka
import Scenarios
import Testing
import Verification

@testable import Load

/// The steps of reading, and the outcome of each.
@Suite struct ReadingRoundsTests {
  /// The result of a reading, for one partition.
  struct Came: Sendable {
    var interruption: String?
    var end: Int64? = 10
    var readAgain = false
    var position: Int64 = 10
    var lastStable: Int64?
    var replacement: LogReplacement?

    static let read = Came()
    static let interrupted = Came(interruption: "its leader changed")
    static let secondRead = Came(readAgain: true)
    static let secondCutShort = Came(position: 5)
  }

  enum Event: Sendable {
    case step(ReadingRounds.Step)
    case came([Int: Came], beginnings: [Int64?])
    /// Acknowledged messages are missing in these partitions, from offset 5 on.
    case missing(Set<Int>)
    case findings(FirstFindings)
    /// The first records of the run at these offsets are not there any more.
    case replaced([Int: Int64])
    /// The first records of these partitions could not be read in time.
    case unconfirmed(Set<Int>)
    case begunAgain([Int])
    case failed(KafkaError)
    case restored(Int)
    case stops
    case mustFinish
    case losesCluster
    case mustReadAll
    case abandoned([Int])
    case gone([Int])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var highest: [Int64]
    var isEmbedded: Bool
    var events: [Event]
    var testDescription: String { name }

    /// Partitions are noted at 2; `highest` is the highest acknowledged offset of each.
    init(_ name: String, highest: [Int64] = [9, 9], isEmbedded: Bool = false, _ events: Event...) {
      self.name = name
      self.highest = highest
      self.isEmbedded = isEmbedded
      self.events = events
    }
  }

  @Test(arguments: [
    Case(
      "everything was found: nothing is read again",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 2]),
      .step(.askFindings), .missing([]), .step(.done), .step(.done)),
    Case(
      "embedded: nothing is read again, whatever is missing", isEmbedded: true,
      .step(.read([0, 1])), .came([0: .interrupted, 1: Came(end: 3)], beginnings: [0, 0]), .step(.done)),
    Case(
      "interrupted: that partition alone",
      .step(.read([0, 1])), .came([0: .read, 1: .interrupted], beginnings: [0, 0]),
      .step(.askFindings), .missing([]),
      .step(.again([1])), .begunAgain([1]), .came([1: .secondRead], beginnings: [0, 0]), .step(.done)),
    Case(
      "an end at an acknowledged message: that partition", highest: [9, 10],
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([]),
      .step(.again([1])), .begunAgain([1]), .came([1: .secondRead], beginnings: [0, 0]), .step(.done)),
    Case(
      "no end is known: nothing says that it was cut back", highest: [9, 10],
      .step(.read([0, 1])), .came([0: .read, 1: Came(end: nil)], beginnings: [0, 0]),
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "something is missing after the first reading",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([0]),
      .step(.again([0])), .begunAgain([0]), .came([0: .secondRead], beginnings: [0, 0]), .step(.done)),
    Case(
      "what is missing is asked for once: a second reading that is cut short is not repeated for it",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([0]),
      .step(.again([0])), .begunAgain([0]), .came([0: .secondCutShort], beginnings: [0, 0]),
      .step(.restore([0])), .restored(0), .step(.done)),
    Case(
      "all that there is to read again, in order", highest: [10, 9, 9],
      .step(.read([0, 1, 2])), .came([0: .read, 1: .read, 2: .interrupted], beginnings: [0, 0, 0]),
      .step(.askFindings), .missing([1]),
      .step(.again([0, 1, 2])), .begunAgain([0, 1, 2]),
      .came([0: .secondRead, 1: .secondRead, 2: .secondRead], beginnings: [0, 0, 0]), .step(.done)),
    Case(
      "it begins where it was noted: it is read again",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [2, 0]),
      .step(.askFindings), .missing([]), .step(.again([0]))),
    Case(
      "it does not begin any more where it was noted: the first reading's answer stays",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [3, 0]),
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "its leader does not say where it begins: the first reading's answer stays",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [nil, 0]),
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "too many messages in other partitions than theirs: all are read again, but for those that begin later",
      highest: [9, 9, 9],
      .step(.read([0, 1, 2])), .came([0: .read, 1: .interrupted, 2: .read], beginnings: [0, 0, 3]),
      .step(.askFindings), .missing([]), .mustReadAll, .step(.again([0, 1]))),
    Case(
      "too many messages in other partitions than theirs, and nothing to read again",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([]), .mustReadAll, .step(.done)),
    Case(
      "after that all are read again with any of them, those included that came to their end",
      .step(.read([0, 1])), .came([0: .read, 1: .interrupted], beginnings: [0, 0]),
      .step(.askFindings), .missing([]), .mustReadAll,
      .step(.again([0, 1])), .begunAgain([0, 1]), .came([0: .secondRead, 1: .interrupted], beginnings: [0, 0]),
      .step(.again([0, 1])), .begunAgain([0, 1]), .came([0: .secondRead, 1: .secondRead], beginnings: [0, 0]),
      .step(.done)),
    Case(
      "a record differs: that partition, before it is called corrupted",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .findings(FirstFindings(differing: [1])),
      .step(.again([1])), .begunAgain([1]), .came([1: .secondRead], beginnings: [0, 0]), .step(.done)),
    Case(
      "a replaced log: from its beginning",
      .step(.read([0, 1])),
      .came([0: .read, 1: Came(end: 1, replacement: .endBeforeNoted(1))], beginnings: [0, 0]),
      .step(.askFindings), .missing([]), .step(.readAgain([.init(partition: 1, offset: 0)])), .begunAgain([1]),
      .came([1: .secondRead], beginnings: [0, 0]), .step(.done)),
    Case(
      "a replaced log: from its beginning, though that lies behind the noted offset",
      .step(.read([0, 1])),
      .came([0: .read, 1: Came(replacement: .acknowledgedBeforeNoted(1))], beginnings: [0, 7]),
      .step(.askFindings), .missing([]), .step(.readAgain([.init(partition: 1, offset: 7)]))),
    Case(
      "two messages at one offset: the log was replaced",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .findings(FirstFindings(acknowledgedTwice: [1: 3])),
      .step(.readAgain([.init(partition: 1, offset: 0)]))),
    Case(
      "a replaced log whose beginning is not known stays as the first reading left it",
      .step(.read([0, 1])),
      .came([0: .read, 1: Came(replacement: .acknowledgedBeforeNoted(1))], beginnings: [0, nil]),
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "the first record is another: the log was replaced, though nothing else shows it",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]), .step(.confirm([0, 1])),
      .replaced([1: 4]), .step(.askFindings), .missing([]), .step(.readAgain([.init(partition: 1, offset: 0)]))),
    Case(
      "a first record that could not be read in time: that partition once more",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]), .step(.confirm([0, 1])),
      .unconfirmed([1]), .step(.askFindings), .missing([]), .step(.again([1]))),
    Case(
      "the first record was deleted by retention: no other log",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 5]), .step(.confirm([0, 1])),
      .replaced([1: 4]), .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "given up by the client, and known to be replaced: only the first is asked for",
      .step(.read([0, 1])), .abandoned([0]),
      .came([0: .interrupted, 1: Came(replacement: .endBeforeNoted(1))], beginnings: [0, 0]), .step(.confirm([0])),
      .step(.askFindings)),
    Case(
      "an open transaction holds back all that is missing: nothing is read again for it",
      .step(.read([0, 1])), .came([0: Came(position: 5, lastStable: 5), 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([0]), .step(.done)),
    Case(
      "something is missing before an open transaction",
      .step(.read([0, 1])), .came([0: Came(position: 6, lastStable: 6), 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([0]), .step(.again([0]))),
    Case(
      "a topic that is gone",
      .step(.read([0, 1])), .gone([0, 1]), .came([0: .interrupted, 1: .read], beginnings: [nil, nil]),
      .step(.askFindings), .missing([0]), .step(.done)),
    Case(
      "a lost cluster: nothing is read again",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]), .losesCluster,
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "a second stop: nothing is read again",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]), .stops, .mustFinish,
      .step(.askFindings), .missing([1]), .step(.done)),
    Case(
      "a second stop: what the client gave up is not resumed",
      .step(.read([0, 1])), .abandoned([0]), .came([0: .interrupted, 1: .read], beginnings: [5, 0]), .stops,
      .mustFinish,
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "a stop before it: once more all the same",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]), .stops,
      .step(.askFindings), .missing([]), .step(.again([0]))),
  ]) func whatIsReadAgain(_ given: Case) { _ = expect(given) }

  @Test(arguments: [
    Case(
      "interrupted again: up to three times, then the first reading's answer is put back",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([]),
      .step(.again([0])), .begunAgain([0]), .came([0: .interrupted], beginnings: [0, 0]),
      .step(.again([0])), .begunAgain([0]), .came([0: .interrupted], beginnings: [0, 0]),
      .step(.again([0])), .begunAgain([0]), .came([0: .interrupted], beginnings: [0, 0]),
      .step(.restore([0])), .restored(0), .step(.done)),
    Case(
      "those that came to their end are not read a third time",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .interrupted], beginnings: [0, 0]),
      .step(.askFindings), .missing([]),
      .step(.again([0, 1])), .begunAgain([0, 1]),
      .came([0: Came(interruption: "earlier", readAgain: true), 1: .interrupted], beginnings: [0, 0]),
      .step(.again([1])), .begunAgain([1]), .came([1: .secondRead], beginnings: [0, 0]), .step(.done)),
    Case(
      "a stop: no third time",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([]),
      .step(.again([0])), .begunAgain([0]), .came([0: .interrupted], beginnings: [0, 0]), .stops,
      .step(.restore([0])), .restored(0), .step(.done)),
    Case(
      "the cluster is lost meanwhile",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .interrupted], beginnings: [0, 0]),
      .step(.askFindings), .missing([]),
      .step(.again([0, 1])), .begunAgain([0, 1]), .losesCluster,
      .came([0: .secondCutShort, 1: .secondRead], beginnings: [nil, nil]), .step(.restore([0])), .restored(0),
      .step(.done)),
    Case(
      "retention moved on meanwhile: not read a third time",
      .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]),
      .step(.askFindings), .missing([]),
      .step(.again([0])), .begunAgain([0]), .came([0: .interrupted], beginnings: [3, 0]),
      .step(.restore([0])), .restored(0), .step(.done)),
  ]) func whatIsPutBack(_ given: Case) { _ = expect(given) }

  @Test(arguments: [
    Case(
      "retention moved past the reader: it goes on from there, and is not read again",
      .step(.read([0, 1])), .abandoned([0]), .came([0: .interrupted, 1: .read], beginnings: [5, 0]),
      .step(.resume([ReadingRounds.StartingPoint(partition: 0, offset: 5)])),
      .came([0: .interrupted], beginnings: [5, 0]), .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "given up by the client, and it begins where it was noted: read again instead",
      .step(.read([0, 1])), .abandoned([0]), .came([0: .interrupted, 1: .read], beginnings: [2, 0]),
      .step(.askFindings), .missing([]), .step(.again([0]))),
    Case(
      "given up by the client, and its leader does not say where it begins",
      .step(.read([0, 1])), .abandoned([0]), .came([0: .interrupted, 1: .read], beginnings: [nil, 0]),
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "it begins later, and the client did not give it up: nothing is left to read",
      .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [5, 0]),
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "a lost cluster: not gone on with",
      .step(.read([0, 1])), .abandoned([0]), .came([0: .interrupted, 1: .read], beginnings: [5, 0]), .losesCluster,
      .step(.askFindings), .missing([]), .step(.done)),
    Case(
      "embedded: not gone on with", isEmbedded: true,
      .step(.read([0, 1])), .abandoned([0]), .came([0: .interrupted, 1: .read], beginnings: [5, 0]), .step(.done)),
  ]) func whatIsGoneOnWith(_ given: Case) { _ = expect(given) }

  // MARK: What comes of it

  @Test func aSecondReadingThatIsPutBackKeepsWhatInterruptedTheFirst() {
    let rounds = expect(
      Case(
        "",
        .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]),
        .step(.askFindings), .missing([1]),
        .step(.again([0, 1])), .begunAgain([0, 1]),
        .came([0: .secondCutShort, 1: .secondCutShort], beginnings: [1, nil]), .stops,
        .step(.restore([0, 1])), .restored(0), .restored(1), .step(.done)))
    #expect(rounds.readings.map(\.position) == [10, 10])
    #expect(rounds.readings.map(\.beginning) == [1, nil])
    #expect(rounds.readings.map(\.readAgain) == [false, false])
    #expect(
      rounds.readings.map(\.interruption) == ["its leader changed", "its second reading did not come to an end"])
    #expect(rounds.errors.isEmpty)
  }

  /// It proves no loss there: the first reading alone may have skipped what is missing.
  @Test func aPartitionThatShouldHaveBeenReadAgainIsInDoubt() {
    let rounds = expect(
      Case(
        "",
        .step(.read([0, 1])), .came([0: .read, 1: .read], beginnings: [0, 0]), .stops, .mustFinish,
        .step(.askFindings), .missing([1]), .step(.done)))
    #expect(rounds.readings.map(\.isProvisional) == [false, true])
    #expect(rounds.readings[1].interruption == "the run was ended before it could be read again")
  }

  @Test func theFirstReadingIsPutBackNotTheSecond() {
    let rounds = expect(
      Case(
        "",
        .step(.read([0, 1])), .came([0: Came(interruption: "first", position: 9), 1: .read], beginnings: [0, 0]),
        .step(.askFindings), .missing([]),
        .step(.again([0])), .begunAgain([0]),
        .came([0: Came(interruption: "second", position: 8)], beginnings: [0, 0]),
        .step(.again([0])), .begunAgain([0]), .came([0: .secondCutShort], beginnings: [0, 0]), .stops,
        .step(.restore([0])), .restored(0)))
    #expect(rounds.readings[0].position == 9)
    #expect(rounds.readings[0].interruption == "first")
  }

  @Test func whatCannotBePutBackStaysAsTheSecondReadingLeftIt() {
    let rounds = expect(
      Case(
        "",
        .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]),
        .step(.askFindings), .missing([]),
        .step(.again([0])), .begunAgain([0]), .came([0: .secondCutShort], beginnings: [0, 0]), .stops,
        .step(.restore([0])), .step(.done)))
    #expect(rounds.readings[0].position == 5)
    #expect(rounds.readings[0].interruption == nil)
  }

  @Test func aReaderThatCannotGoOnIsAFaultAndTheSecondReadingComesAllTheSame() {
    let rounds = expect(
      Case(
        "",
        .step(.read([0, 1])), .abandoned([0]), .came([0: .interrupted, 1: .interrupted], beginnings: [5, 0]),
        .step(.resume([ReadingRounds.StartingPoint(partition: 0, offset: 5)])), .failed(.down),
        .step(.askFindings), .missing([]), .step(.again([1]))))
    #expect(rounds.errors == [LoadError.readerFailed(.down)])
  }

  @Test func aSecondReadingThatCannotBeginIsAFaultAndTheLast() {
    let rounds = expect(
      Case(
        "",
        .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]),
        .step(.askFindings), .missing([]),
        .step(.again([0])), .failed(.down), .step(.done)))
    #expect(rounds.errors == [LoadError.readerFailed(.down)])
    #expect(rounds.readings[0].interruption == "its leader changed")
  }

  @Test func aThirdReadingThatCannotBeginPutsTheFirstBack() {
    _ = expect(
      Case(
        "",
        .step(.read([0, 1])), .came([0: .interrupted, 1: .read], beginnings: [0, 0]),
        .step(.askFindings), .missing([]),
        .step(.again([0])), .begunAgain([0]), .came([0: .interrupted], beginnings: [0, 0]),
        .step(.again([0])), .failed(.down), .step(.restore([0])), .restored(0), .step(.done)))
  }

  /// The second reading came to the end of everything: nothing was given up in the end.
  @Test func aFirstReadingThatWasGivenUpDoesNotCountOnceAllIsRead() {
    var rounds = ReadingRounds([PartitionReading(topic: "orders", partition: 0, noted: 2)], isEmbedded: false)
    rounds.note(givenUp: .standstill(partition: 0, within: 7))
    #expect(rounds.errors.count == 1)
    rounds.readings[0].end = 10
    rounds.readings[0].position = 10
    #expect(rounds.errors.count == 1, "one answer, which may be old")
    rounds.readings[0].endIsStable = true
    #expect(rounds.errors == [])
    rounds.readings[0].interruption = "its leader changed"
    #expect(rounds.errors.count == 1)
    rounds.readings[0].readAgain = true
    #expect(rounds.errors == [])
  }

  @Test func givingUpIsAFaultWhereNothingElseSaysIt() {
    var rounds = ReadingRounds([PartitionReading(topic: "orders", partition: 0, noted: 2)], isEmbedded: false)
    for reason: ReadingEnd.GivingUp in [.stopped, .clusterLost, .standstill(partition: 0, within: 7)] {
      rounds.note(givenUp: reason)
    }
    #expect(
      rounds.errors == [
        .readingGivenUp(
          within: 7, atMost: nil, partition: TopicPartition(topic: "orders", partition: 0), position: 2, end: nil)
      ])
  }

  private func expect(_ given: Case) -> ReadingRounds {
    var rounds = ReadingRounds(
      given.highest.indices.map { PartitionReading(topic: "orders", partition: Int32($0), noted: 2) },
      isEmbedded: given.isEmbedded)
    var seen = ReadingEnd.Observation(
      partitions: given.highest.map { PartitionProgress(position: 2, highestAcknowledged: $0, leader: 1) },
      hasLostConnection: false)
    for (number, event) in given.events.enumerated() {
      switch event {
      case .step(let step):
        var next = rounds.next(seen)
        if case .confirm = step {} else if case .confirm = next { next = rounds.next(seen) }
        #expect(next == step, "event \(number)")
      case .replaced(let offsets): rounds.note(firstRecords: ReadingRounds.FirstRecordFindings(replaced: offsets))
      case .unconfirmed(let partitions):
        rounds.note(firstRecords: ReadingRounds.FirstRecordFindings(unanswered: partitions))
      case .came(let partitions, let beginnings):
        for (index, came) in partitions {
          rounds.readings[index].position = came.position
          rounds.readings[index].end = came.end
          rounds.readings[index].interruption = came.interruption
          rounds.readings[index].lastStable = came.lastStable
          rounds.readings[index].replacement = rounds.readings[index].replacement ?? came.replacement
          rounds.readings[index].readAgain = came.readAgain
        }
        rounds.note(beginnings: beginnings)
      case .missing(let partitions):
        rounds.note(findings: FirstFindings(missing: Dictionary(uniqueKeysWithValues: partitions.map { ($0, 5) })))
      case .findings(let findings): rounds.note(findings: findings)
      case .begunAgain(let partitions): rounds.note(begunAgain: partitions)
      case .failed(let error): rounds.note(failure: error)
      case .restored(let partition): rounds.note(restored: partition)
      case .stops: seen.isStopped = true
      case .mustFinish: seen.mustFinish = true
      case .losesCluster: seen.isLost = true
      case .mustReadAll: seen.mustReadAll = true
      case .gone(let partitions): for index in partitions { seen.partitions[index].gone = .topic }
      case .abandoned(let partitions): for index in partitions { seen.partitions[index].isAbandoned = true }
      }
    }
    return rounds
  }
}

extension ReadingRounds.Step {
  /// These partitions once more, from where they were noted.
  fileprivate static func again(_ partitions: [Int]) -> Self {
    .readAgain(partitions.map { ReadingRounds.StartingPoint(partition: $0, offset: 2) })
  }
}

extension KafkaError {
  fileprivate static let down = KafkaError(code: -195, text: "down")
}
