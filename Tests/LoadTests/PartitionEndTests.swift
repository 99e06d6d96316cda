import Scenarios
import Testing
import Verification

@testable import Load

/// One partition: what its leader's answers make of its end, and the state of its reading. Times are in milliseconds.
@Suite struct PartitionEndTests {
  private static func answer(_ end: Int64, by leader: Int32 = 1, since: Int64 = 0, heard: Int64? = nil)
    -> PartitionEnd.Answer
  {
    PartitionEnd.Answer(
      end: end, leader: leader, since: .milliseconds(since), heard: .milliseconds(heard ?? since))
  }

  // MARK: Answers

  struct Answered: Sendable, CustomTestStringConvertible {
    var name: String
    var rule: EndRule
    var before: PartitionEnd
    var end: Int64
    var leader: Int32
    var at: Int64
    var highest: Int64
    var after: PartitionEnd
    var testDescription: String { name }

    init(
      _ name: String, _ rule: EndRule, _ before: PartitionEnd, says end: Int64, by leader: Int32 = 1, at: Int64,
      highest: Int64 = 9, makes after: PartitionEnd
    ) {
      self.name = name
      self.rule = rule
      self.before = before
      self.end = end
      self.leader = leader
      self.at = at
      self.highest = highest
      self.after = after
    }
  }

  @Test(arguments: [
    Answered(
      "acks all: one answer is not stable", .acksAll, .unknown, says: 10, at: 5, makes: .answered(answer(10, since: 5))),
    Answered(
      "acks all: nor are two within a second", .acksAll, .answered(answer(10)), says: 10, at: 999,
      makes: .answered(answer(10, heard: 999))),
    Answered(
      "acks all: two a second apart are", .acksAll, .answered(answer(10)), says: 10, at: 1000, makes: .stable(10)),
    Answered(
      "the second counts from the first answer, not from the last", .acksAll, .answered(answer(10, heard: 999)),
      says: 10, at: 1000, makes: .stable(10)),
    Answered(
      "another leader: agreement begins again", .acksAll, .answered(answer(10)), says: 10, by: 2, at: 1000,
      makes: .answered(answer(10, by: 2, since: 1000))),
    Answered(
      "an end that moved back: agreement begins again", .acksAll, .answered(answer(10)), says: 9, at: 1000, highest: 5,
      makes: .answered(answer(9, since: 1000))),
    Answered(
      "an end that moved on behind every message of the run agrees", .acksAll, .answered(answer(10)), says: 15,
      at: 1000, makes: .stable(10)),
    Answered(
      "one that moved on over a message of the run does not", .acksAll, .answered(answer(10)), says: 15, at: 1000,
      highest: 10, makes: .answered(answer(15, since: 1000))),
    Answered(
      "moved on at another leader: agreement begins again", .acksAll, .answered(answer(10)), says: 15, by: 2, at: 1000,
      makes: .answered(answer(15, by: 2, since: 1000))),
    Answered(
      "stable stays stable, whatever is appended", .acksAll, .stable(10), says: 20, at: 5000, makes: .stable(10)),
    Answered(
      "stable stays stable at another leader", .acksAll, .stable(10), says: 3, by: 2, at: 5000, makes: .stable(10)),
    Answered(
      "fewer acks: a second is not enough", .acksBelowAll, .answered(answer(10)), says: 10, at: 1000, highest: 10,
      makes: .answered(answer(10, heard: 1000))),
    Answered(
      "fewer acks: nor is anything below 45 seconds", .acksBelowAll, .answered(answer(10)), says: 10, at: 44_999,
      highest: 10, makes: .answered(answer(10, heard: 44_999))),
    Answered(
      "fewer acks: after 45 seconds the replicas are asked for", .acksBelowAll, .answered(answer(10)), says: 10,
      at: 45_000, highest: 10, makes: .agreed(answer(10, heard: 45_000))),
    Answered(
      "fewer acks: not where every acknowledged message lies before the end", .acksBelowAll, .answered(answer(10)),
      says: 10, at: 45_000, highest: 9, makes: .answered(answer(10, heard: 45_000))),
    Answered(
      "fewer acks: another leader within 45 seconds, and they begin again", .acksBelowAll, .answered(answer(10)),
      says: 10, by: 2, at: 45_000, highest: 10, makes: .answered(answer(10, by: 2, since: 45_000))),
    Answered(
      "embedded: one answer is enough", .embedded, .unknown, says: 10, at: 0, makes: .stable(10)),
  ]) func answersMakeAnEnd(_ given: Answered) {
    var end = given.before
    end.note(given.end, of: given.leader, at: .milliseconds(given.at), highest: given.highest, given.rule)
    #expect(end == given.after)
  }

  @Test(
    arguments: [
      ("enough replicas", .agreed(answer(10)), 2, 2, .stable(10)),
      ("more than enough", .agreed(answer(10)), 3, 2, .stable(10)),
      ("too few: asked again after the next answer", .agreed(answer(10)), 1, 2, .answered(answer(10))),
      ("no answer counts as none", .agreed(answer(10)), 0, 1, .answered(answer(10))),
      ("only after agreement", .answered(answer(10)), 2, 2, .answered(answer(10))),
      ("nothing is known of the end", .unknown, 2, 2, .unknown),
      ("stable already", .stable(10), 0, 2, .stable(10)),
    ] as [(String, PartitionEnd, Int, Int, PartitionEnd)]
  ) func replicasInSyncSettleAnAgreement(
    _ name: String, _ before: PartitionEnd, _ inSync: Int, _ minimum: Int, _ after: PartitionEnd
  ) {
    var end = before
    end.note(inSync: inSync, of: minimum)
    #expect(end == after)
  }

  // MARK: Reading

  struct Read: Sendable, CustomTestStringConvertible {
    var name: String
    var rule: EndRule
    var end: PartitionEnd
    var position: Int64
    var highest: Int64
    var isAbandoned: Bool
    var lastStable: Int64?
    var noted: Int64
    var isSecond: Bool
    var isGone: Bool
    var at: Int64
    var status: PartitionEnd.Status
    var testDescription: String { name }

    init(
      _ name: String, _ rule: EndRule, _ end: PartitionEnd, position: Int64, highest: Int64 = 9,
      isAbandoned: Bool = false, lastStable: Int64? = nil, noted: Int64 = 0, isSecond: Bool = false,
      isGone: Bool = false, at: Int64 = 0, _ status: PartitionEnd.Status
    ) {
      self.name = name
      self.rule = rule
      self.end = end
      self.position = position
      self.highest = highest
      self.isAbandoned = isAbandoned
      self.lastStable = lastStable
      self.noted = noted
      self.isSecond = isSecond
      self.isGone = isGone
      self.at = at
      self.status = status
    }
  }

  @Test(arguments: [
    Read("read to a stable end", .acksAll, .stable(10), position: 10, .done),
    Read("beyond it", .acksAll, .stable(10), position: 12, .done),
    Read("not to it", .acksAll, .stable(10), position: 9, .reading),
    Read("no end is known", .acksAll, .unknown, position: 10, .reading),
    Read("given up by the client, whatever is known", .acksAll, .unknown, position: 0, isAbandoned: true, .done),
    Read("given up by the client before its end", .acksAll, .stable(10), position: 3, isAbandoned: true, .done),
    Read("read to an end that is not stable", .acksAll, .answered(answer(10)), position: 10, .listening),
    Read("time does not make it so", .acksAll, .answered(answer(10)), position: 10, at: 4999, .listening),
    Read(
      "a leader that fell silent is not listened to", .acksAll, .answered(answer(10)), position: 10, at: 5000, .reading),
    Read(
      "silence counts from the last answer", .acksAll, .answered(answer(10, heard: 3000)), position: 10, at: 7999,
      .listening),
    Read("not read to an end that is not stable", .acksAll, .answered(answer(10)), position: 9, .reading),
    Read(
      "fewer acks: nothing of the run behind the end, and a second over", .acksBelowAll, .answered(answer(10)),
      position: 10, at: 1000, .done),
    Read(
      "fewer acks: the second is not over", .acksBelowAll, .answered(answer(10)), position: 10, at: 999, .listening),
    Read(
      "fewer acks: a message of the run at the end", .acksBelowAll, .answered(answer(10)), position: 10, highest: 10,
      at: 1000, .listening),
    Read(
      "fewer acks: waiting for the replicas", .acksBelowAll, .agreed(answer(10, heard: 45_000)), position: 10,
      highest: 10, at: 45_001, .listening),
    Read(
      "an open transaction holds back others' messages", .acksAll, .stable(10), position: 6, highest: 5, lastStable: 6,
      .done),
    Read("a message of the run lies in it", .acksAll, .stable(10), position: 6, highest: 6, lastStable: 6, .reading),
    Read("not read up to it", .acksAll, .stable(10), position: 5, highest: 4, lastStable: 6, .reading),
    Read("no transaction is open", .acksAll, .stable(10), position: 9, highest: 5, lastStable: 10, .reading),
    Read(
      "an open transaction before an end that is not stable", .acksAll, .answered(answer(10)), position: 6, highest: 5,
      lastStable: 6, at: 1000, .reading),
    Read(
      "fewer acks: nothing of the run in the open transaction", .acksBelowAll, .answered(answer(10)), position: 6,
      highest: 5, lastStable: 6, at: 1000, .done),
    Read(
      "a message of the run in an open transaction: a second reading does not wait for it again", .acksAll, .stable(10),
      position: 6, highest: 6, lastStable: 6, isSecond: true, .done),
    Read(
      "given up by the client, and the end lies before the noted one: it is listened for a second answer", .acksAll,
      .answered(answer(10)), position: 20, isAbandoned: true, noted: 20, .listening),
    Read(
      "and the second agrees", .acksAll, .answered(answer(10, heard: 1000)), position: 20, isAbandoned: true, noted: 20,
      at: 1000, .done),
    Read(
      "or the leader fell silent", .acksAll, .answered(answer(10)), position: 20, isAbandoned: true, noted: 20,
      at: 5000,
      .done),
    Read("the topic is gone", .acksAll, .unknown, position: 3, isGone: true, .done),
  ]) func readingIsDone(_ given: Read) {
    let reader = PartitionProgress(
      position: given.position, highestAcknowledged: given.highest, leader: 1, gone: given.isGone ? .topic : nil,
      isAbandoned: given.isAbandoned)
    #expect(
      given.end.status(
        of: reader,
        PartitionEnd.Circumstances(noted: given.noted, lastStable: given.lastStable, isSecond: given.isSecond),
        at: .milliseconds(given.at), given.rule)
        == given.status)
  }
}
