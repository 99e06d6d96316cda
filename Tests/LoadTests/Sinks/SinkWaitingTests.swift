import Scenarios
import Testing
import Verification

@testable import Load

/// The time for which a sink is waited for, and when absent messages are missing.
@Suite struct SinkWaitingTests {
  static let terms = SinkWaiting.Terms(
    within: .seconds(90), atMost: .seconds(600), afterStop: .seconds(10), isPartial: false)
  static let partial = SinkWaiting.Terms(
    within: .seconds(90), atMost: .seconds(600), afterStop: .seconds(10), isPartial: true)

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var terms = SinkWaitingTests.terms
    var at: Int64
    var change: @Sendable (inout SinkWaiting.Sight) -> Void
    var decision: SinkWaiting.Decision
    var testDescription: String { name }

    init(
      _ name: String, _ terms: SinkWaiting.Terms = SinkWaitingTests.terms, at: Int64, _ decision: SinkWaiting.Decision,
      _ change: @escaping @Sendable (inout SinkWaiting.Sight) -> Void
    ) {
      (self.name, self.terms, self.at, self.decision, self.change) = (name, terms, at, decision, change)
    }
  }

  /// A topic read to an end that has agreed for so long; all was answered at 100 s, and the last message found at 101 s.
  private static func topic(_ agreed: Int64?, isAtEnd: Bool = true, isInSync: Bool = true, heard: Int64 = 10_000)
    -> SinkWaiting.Reading
  {
    .topic(agreedFor: agreed.map { .seconds($0) }, heardAt: .seconds(heard), isAtEnd: isAtEnd, isInSync: isInSync)
  }

  /// A command whose last whole answer was asked for then, and is the same since.
  private static func command(
    _ asked: Int64?, same: Int64? = nil, over: Bool = true, failure: String? = nil
  ) -> SinkWaiting.Reading {
    .command(
      asked.map { .init(askedAt: .seconds($0), sameSince: .seconds(same ?? $0), groupWasOver: over) }, failure: failure)
  }

  private static func decide(_ given: Case, _ reading: SinkWaiting.Reading) -> SinkWaiting.Decision {
    var waiting = SinkWaiting(given.terms)
    var seen = SinkWaiting.Sight(
      reading: reading, since: .seconds(100), progressAt: .seconds(101), movedAt: .seconds(101),
      openedAt: .seconds(100),
      isAllFound: false, group: .none)
    given.change(&seen)
    return waiting.decide(seen, at: .seconds(given.at))
  }

  @Test(arguments: [
    Case("all found, one answer", at: 102, .wait) { ($0.isAllFound, $0.reading) = (true, topic(0)) },
    Case("all found, two answers", at: 102, .done(.proven)) { ($0.isAllFound, $0.reading) = (true, topic(1)) },
    Case("all found, not read to the end", at: 102, .wait) {
      ($0.isAllFound, $0.reading) = (true, topic(1, isAtEnd: false))
    },
    Case("all found, interrupted", at: 102, .wait) {
      ($0.isAllFound, $0.reading, $0.interruption) = (true, topic(1), "its leader changed")
    },
    Case("all found, the sink before it is still read", at: 102, .wait) {
      ($0.isAllFound, $0.reading, $0.openedAt) = (true, topic(1), nil)
    },
    Case("all found, the group is behind", at: 102, .wait) {
      ($0.isAllFound, $0.reading, $0.group) = (true, topic(1), .behind)
    },
    Case("all found, the group is behind for within", at: 191, .done(.proven)) {
      ($0.isAllFound, $0.reading, $0.group) = (true, topic(1), .behind)
    },
    Case("all found, the group has caught up", at: 102, .done(.proven)) {
      ($0.isAllFound, $0.reading, $0.group) = (true, topic(1), .caughtUp)
    },
    Case("all found, the ends were answered before the group had caught up", at: 102, .wait) {
      ($0.isAllFound, $0.reading, $0.group) = (true, topic(1, heard: 101), .caughtUp)
    },
    Case("absent, the ends were answered before the group had caught up", at: 191, .wait) {
      ($0.reading, $0.group) = (topic(80, heard: 190), .caughtUp)
    },
    Case("absent, within is not over", at: 190, .wait) { $0.reading = topic(80) },
    Case("absent, within is over", at: 191, .done(.proven)) { $0.reading = topic(80) },
    Case("absent, within counts from the last found", at: 200, .wait) {
      ($0.reading, $0.progressAt) = (topic(80), .seconds(111))
    },
    Case("absent, within counts from the last answer", at: 189, .wait) {
      ($0.reading, $0.progressAt) = (topic(80), nil)
    },
    Case("absent, nothing was ever found", at: 190, .done(.proven)) { ($0.reading, $0.progressAt) = (topic(80), nil) },
    Case("absent, the end agreed for 44 s", at: 191, .wait) { $0.reading = topic(44) },
    Case("absent, the end agreed for 45 s", at: 191, .done(.proven)) { $0.reading = topic(45) },
    Case("absent, too few in sync", at: 191, .wait) { $0.reading = topic(45, isInSync: false) },
    Case("absent, the group is behind", at: 300, .wait) { ($0.reading, $0.group) = (topic(80), .behind) },
    Case("absent, the group is not known", at: 300, .wait) { ($0.reading, $0.group) = (topic(80), .unknown) },
    Case("absent, the group has caught up", at: 191, .done(.proven)) {
      ($0.reading, $0.group) = (topic(80), .caughtUp)
    },
    Case("absent, the group has caught up early", at: 150, .wait) { ($0.reading, $0.group) = (topic(49), .caughtUp) },
    Case("absent, interrupted", at: 300, .wait) { ($0.reading, $0.interruption) = (topic(80), "broke") },
    Case("at_most, the group is behind", at: 701, .done(.absentUnseen(because: "its group still had a lag at at_most")))
    {
      ($0.reading, $0.group) = (topic(80), .behind)
    },
    Case(
      "at_most, too few in sync", at: 701,
      .done(.absentUnseen(because: "fewer replicas than min.insync.replicas were in sync"))
    ) {
      $0.reading = topic(80, isInSync: false)
    },
    Case("at_most, interrupted", at: 701, .done(.unfinished(because: "broke"))) {
      ($0.reading, $0.interruption) = (topic(80), "broke")
    },
    Case("at_most, not read", at: 701, .done(.unfinished(because: "it was not read to its end at at_most"))) {
      ($0.reading, $0.movedAt) = (topic(1, isAtEnd: false), .seconds(700))
    },
    Case(
      "it stands still before its end", at: 192, .done(.unfinished(because: "nothing was read for 90 s before its end"))
    ) {
      $0.reading = topic(1, isAtEnd: false)
    },
    Case("stopped a moment ago", at: 105, .wait) { ($0.reading, $0.isStopped) = (topic(4), true) },
    Case("nothing is waited for", at: 105, .done(.unfinished(because: "the run was ended before it was read"))) {
      ($0.reading, $0.mustFinish) = (topic(4), true)
    },
    Case("nothing is waited for, and all is read", at: 105, .done(.proven)) {
      ($0.isAllFound, $0.reading, $0.mustFinish) = (true, topic(4), true)
    },
    Case("the cluster is lost", at: 105, .done(.unfinished(because: "the cluster did not answer any more"))) {
      ($0.reading, $0.isLost) = (topic(nil, isAtEnd: false), true)
    },
    Case("it cannot be read", at: 105, .done(.unfinished(because: "not allowed"))) {
      ($0.reading, $0.obstacle) = (topic(4), "not allowed")
    },
    Case("some, quiet for 1 s", partial, at: 102, .wait) { ($0.isAllFound, $0.reading) = (true, topic(9)) },
    Case("some, quiet for 2 s", partial, at: 103, .done(.proven)) { ($0.isAllFound, $0.reading) = (true, topic(9)) },
    Case("some, the group is behind", partial, at: 150, .wait) {
      ($0.isAllFound, $0.reading, $0.group) = (true, topic(9), .behind)
    },
  ]) func ofATopic(_ given: Case) { #expect(Self.decide(given, Self.topic(0)) == given.decision) }

  @Test(arguments: [
    Case("not asked yet", at: 101, .wait) { $0.reading = command(nil) },
    Case("all found", at: 101, .done(.proven)) { ($0.isAllFound, $0.reading) = (true, command(101)) },
    Case("all found, the answer after it failed", at: 103, .wait) {
      ($0.isAllFound, $0.reading) = (true, command(101, failure: "exit code 3"))
    },
    Case("all found, the sink before it is still read", at: 103, .wait) {
      ($0.isAllFound, $0.reading, $0.openedAt) = (true, command(101), nil)
    },
    Case("all found, asked before the sink before it had ended", at: 103, .wait) {
      ($0.isAllFound, $0.reading, $0.openedAt) = (true, command(101), .seconds(102))
    },
    Case("all found, the group was behind", at: 103, .wait) {
      ($0.isAllFound, $0.reading) = (true, command(102, over: false))
    },
    Case("all found, the group was behind for within", at: 192, .done(.proven)) {
      ($0.isAllFound, $0.reading) = (true, command(191, over: false))
    },
    Case("absent, asked before within was over", at: 192, .wait) { $0.reading = command(190) },
    Case("absent, asked when within was over", at: 192, .done(.proven)) { $0.reading = command(191) },
    Case("absent, the group was behind when it was asked", at: 192, .wait) {
      ($0.reading, $0.group) = (command(191, over: false), .caughtUp)
    },
    Case("failing, and within is not over", at: 191, .wait) { $0.reading = command(150, failure: "exit code 3") },
    Case("failing for within", at: 192, .done(.unfinished(because: "exit code 3"))) {
      $0.reading = command(150, failure: "exit code 3")
    },
    Case("never answered", at: 192, .done(.unfinished(because: "exit code 3"))) {
      ($0.reading, $0.progressAt) = (command(nil, failure: "exit code 3"), nil)
    },
    Case("it cannot be run", at: 101, .done(.unfinished(because: "no such command"))) {
      ($0.reading, $0.obstacle) = (command(nil, failure: "no such command"), "no such command")
    },
    Case("at_most, no answer", at: 701, .done(.unfinished(because: "its command had not ended at at_most"))) {
      $0.reading = command(nil)
    },
    Case("some, one answer", partial, at: 102, .wait) { ($0.isAllFound, $0.reading) = (true, command(102)) },
    Case("some, two that agree", partial, at: 104, .done(.proven)) {
      ($0.isAllFound, $0.reading) = (true, command(104, same: 102))
    },
    Case("some, two that agree too close to each other", partial, at: 104, .wait) {
      ($0.isAllFound, $0.reading) = (true, command(103, same: 102))
    },
    Case("some, the first of them before the sink before it had ended", partial, at: 104, .wait) {
      ($0.isAllFound, $0.reading, $0.openedAt) = (true, command(104, same: 102), .seconds(103))
    },
    Case("some, the group was behind", partial, at: 104, .wait) {
      ($0.isAllFound, $0.reading) = (true, command(104, same: 102, over: false))
    },
  ]) func ofACommand(_ given: Case) { #expect(Self.decide(given, Self.command(nil)) == given.decision) }

  @Test func aStopEndsItAfterAWhile() {
    var waiting = SinkWaiting(Self.terms)
    let seen = SinkWaiting.Sight(
      reading: Self.topic(1), since: .seconds(100), progressAt: nil, movedAt: .seconds(100), openedAt: .seconds(100),
      isAllFound: false, group: .none, isStopped: true)
    #expect(waiting.decide(seen, at: .seconds(110)) == .wait)
    #expect(waiting.decide(seen, at: .seconds(120)) == .wait)
    #expect(
      waiting.decide(seen, at: .seconds(121))
        == .done(.unfinished(because: "the run was stopped before the sink was read to its end")))
  }
}
