import Scenarios
import Testing

@testable import Load

/// The ends of a sink's topic, as far as the answers of leaders agree.
@Suite struct TopicEndsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// The second, the partition, the end that its leader names, and the leader.
    var answers: [(at: Int64, partition: Int, end: Int64?, leader: Int32)]
    var positions: [Int64]
    /// The second of the question, the seconds of agreement, and whether the ends are reached.
    var at: Int64
    var agreed: Int64?
    var isReached: Bool
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "no answer", answers: [], positions: [0], at: 1, agreed: nil, isReached: false),
    Case(name: "one answer", answers: [(1, 0, 5, 1)], positions: [5], at: 1, agreed: 0, isReached: true),
    Case(
      name: "two answers", answers: [(1, 0, 5, 1), (2, 0, 5, 1)], positions: [5], at: 2, agreed: 1, isReached: true),
    Case(
      name: "not read yet", answers: [(1, 0, 5, 1), (2, 0, 5, 1)], positions: [4], at: 2, agreed: 1, isReached: false),
    Case(
      name: "an end that moves on", answers: [(1, 0, 5, 1), (2, 0, 7, 1)], positions: [7], at: 2, agreed: 1,
      isReached: true),
    Case(
      name: "an end that moved back", answers: [(1, 0, 5, 1), (3, 0, 4, 1)], positions: [5], at: 3, agreed: 0,
      isReached: true),
    Case(
      name: "another leader", answers: [(1, 0, 5, 1), (3, 0, 5, 2), (4, 0, 5, 2)], positions: [5], at: 4, agreed: 1,
      isReached: true),
    Case(
      name: "a leader that does not answer any more", answers: [(1, 0, 5, 1), (2, 0, nil, 1)], positions: [5], at: 9,
      agreed: nil, isReached: true),
    Case(
      name: "one of two partitions is silent", answers: [(1, 0, 5, 1), (2, 0, 5, 1)], positions: [5, 0], at: 2,
      agreed: nil,
      isReached: false),
    Case(
      name: "the shortest of two", answers: [(1, 0, 5, 1), (3, 1, 2, 1), (4, 0, 5, 1), (4, 1, 2, 1)],
      positions: [5, 2], at: 4,
      agreed: 1, isReached: true),
  ]) func agree(_ given: Case) {
    var ends = TopicEnds(partitions: given.positions.count)
    for answer in given.answers {
      ends.note(answer.end, of: answer.partition, leader: answer.leader, at: .seconds(answer.at))
    }
    #expect(ends.agreedFor(at: .seconds(given.at)) == given.agreed.map { .seconds($0) })
    #expect(ends.isReached(by: given.positions) == given.isReached)
  }

  @Test func addedPartitionsMustAnswerToo() {
    var ends = TopicEnds(partitions: 1)
    for second in [1, 2] as [Int64] { ends.note(5, of: 0, leader: 1, at: .seconds(second)) }
    ends.grow(to: 2)
    #expect(ends.agreedFor(at: .seconds(2)) == nil)
    #expect(!ends.isReached(by: [5, 0]))
    #expect(!ends.isReached(by: [5]))
    for second in [2, 3] as [Int64] {
      for partition in 0..<2 { ends.note(5, of: partition, leader: 1, at: .seconds(second)) }
    }
    #expect(ends.agreedFor(at: .seconds(3)) == .seconds(1))
    #expect(ends.isReached(by: [5, 5]))
  }
}
