import Testing
import Verification

/// The outcome of an acknowledged message that was not found. Unless a case says otherwise: reading began at 100, the
/// partition begins at 0, ends at 120 for certain, was read to its end, and is not compacted.
@Suite struct MissingOutcomeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var offset: Int64?
    var hasKey: Bool
    var isSuperseded: Bool
    var reading: PartitionReading
    var expected: MissingOutcome

    init(
      _ name: String, offset: Int64?, hasKey: Bool = false, _ expected: MissingOutcome, position: Int64 = 120,
      end: Int64? = 120,
      stable: Bool = true, beginning: Int64? = 0, compaction: PartitionReading.Compaction = .no,
      interruption: String? = nil, readAgain: Bool = false, isSuperseded: Bool = false,
      replacement: LogReplacement? = nil, isGone: Bool = false
    ) {
      testDescription = name
      self.offset = offset
      self.hasKey = hasKey
      self.isSuperseded = isSuperseded
      self.expected = expected
      reading = PartitionReading(topic: "orders", partition: 0, noted: 100)
      reading.position = position
      reading.end = end
      reading.endIsStable = stable
      reading.beginning = beginning
      reading.compaction = compaction
      reading.interruption = interruption
      reading.readAgain = readAgain
      reading.replacement = replacement
      reading.gone = isGone ? .topic : nil
    }
  }

  @Test(arguments: [
    Case("the reader passed it", offset: 110, .lost),
    Case("it is the last that was passed", offset: 119, .lost),
    Case("passed, though the end is not stable", offset: 110, .lost, stable: false),
    Case("passed, though the end is not known", offset: 110, .lost, end: nil),
    Case("passed, though the rest is not read", offset: 110, .lost, position: 111),
    Case("the stable end lies at it", offset: 120, .lost),
    Case("the stable end lies before it", offset: 150, .lost),
    Case("an end before it that may still move", offset: 120, .unseen, stable: false),
    Case("an end before it that was not read to", offset: 130, .unseen, position: 119),
    Case("no end", offset: 120, .unseen, end: nil),
    Case("the reader stopped at it", offset: 110, .unseen, position: 110),
    Case("the reader stopped before it", offset: 119, .unseen, position: 110),

    Case("deleted", offset: 110, .trimmed, beginning: 111),
    Case("deleted, before the reader came", offset: 110, .trimmed, position: 105, beginning: 120),
    Case("deleted from a compacted topic", offset: 110, hasKey: true, .trimmed, beginning: 111, compaction: .yes),
    Case("deleted while the reading was interrupted", offset: 110, .trimmed, beginning: 111, interruption: "leader"),
    Case("the partition begins at it", offset: 110, .lost, beginning: 110),
    Case("the beginning is not known", offset: 110, .unseen, beginning: nil),

    Case("compacted", offset: 110, hasKey: true, .unseen, compaction: .yes),
    Case("compacted, and no key", offset: 110, .unseen, compaction: .yes),
    Case(
      "compacted, and a later record of its key was read", offset: 110, hasKey: true, .trimmed, compaction: .yes,
      isSuperseded: true),
    Case(
      "perhaps compacted, and a later record of its key was read", offset: 110, hasKey: true, .unseen,
      compaction: .unknown, isSuperseded: true),
    Case(
      "compacted and interrupted", offset: 110, hasKey: true, .unseen, compaction: .yes, interruption: "leader",
      isSuperseded: true),
    Case("perhaps compacted", offset: 110, hasKey: true, .unseen, compaction: .unknown),
    Case("perhaps compacted, but that refuses what has no key", offset: 110, .lost, compaction: .unknown),
    Case("not compacted, with a key", offset: 110, hasKey: true, .lost),

    Case("the reading was interrupted", offset: 110, .unseen, interruption: "leader"),
    Case("interrupted, and before a stable end", offset: 120, .unseen, interruption: "leader"),
    Case("interrupted and read again", offset: 110, .lost, interruption: "leader", readAgain: true),
    Case("read again to a stable end", offset: 120, .lost, readAgain: true),

    Case("no offset, all was read", offset: nil, .lost),
    Case("no offset, the partition begins where reading began", offset: nil, .lost, beginning: 100),
    Case("no offset, something was deleted", offset: nil, .unseen, beginning: 101),
    Case("no offset, read on behind the end", offset: nil, .lost, position: 130),
    Case("no offset, not read to the end", offset: nil, .unseen, position: 119),
    Case("no offset, an end that may still move", offset: nil, .unseen, stable: false),
    Case("no offset, no end", offset: nil, .unseen, end: nil),
    Case("no offset, no beginning", offset: nil, .unseen, beginning: nil),
    Case("no offset, perhaps compacted", offset: nil, hasKey: true, .unseen, compaction: .unknown),
    Case("no offset, interrupted", offset: nil, .unseen, interruption: "leader"),
    // The topic was created again: its present records lie before the offset where reading began.
    Case("no offset, an end before the noted one", offset: nil, .unseen, position: 100, end: 5),
    Case("no offset, an end at the noted one", offset: nil, .lost, position: 100, end: 100),
    // Unless the log was replaced, such an offset is one that the client invented.
    Case("before the noted one, and the end too", offset: 3, .unseen, position: 100, end: 5),
    Case("before the noted one, and read to the end", offset: 3, .lost),

    Case(
      "replaced, and read again from its beginning", offset: 3, .lost, position: 50, end: 50, readAgain: true,
      replacement: .acknowledgedBeforeNoted(3)),
    Case(
      "replaced, and the end lies before it", offset: 110, .lost, position: 50, end: 50, readAgain: true,
      replacement: .endBeforeNoted(50)),
    Case("replaced, and not read again", offset: 3, .unseen, position: 120, replacement: .acknowledgedTwice(3)),
    Case(
      "replaced, and deleted since", offset: 3, .trimmed, position: 50, end: 50, beginning: 10, readAgain: true,
      replacement: .acknowledgedTwice(3)),
    Case(
      "replaced, no offset", offset: nil, .lost, position: 50, end: 50, readAgain: true,
      replacement: .endBeforeNoted(50)),
    Case("replaced, no offset, not read again", offset: nil, .unseen, position: 120, replacement: .endBeforeNoted(50)),
    Case("the topic is gone", offset: 110, .unseen, isGone: true),
    Case("the topic is gone, and something was deleted before", offset: 110, .trimmed, beginning: 111, isGone: true),
  ])
  func outcome(_ example: Case) {
    #expect(
      MissingOutcome.decide(
        MissingOutcome.Message(
          offset: example.offset, hasKey: example.hasKey, isSuperseded: example.isSuperseded), in: example.reading)
        == example.expected)
    if example.offset == nil {
      #expect(
        MissingOutcome.isProvablyAbsent(hasKey: example.hasKey, in: example.reading) == (example.expected == .lost))
    }
  }
}
