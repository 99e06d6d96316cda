import Scenarios
import Testing

@testable import Kafka
@testable import Load

/// A stage's sending after its last message: its end, the reports that it awaits, and the time for them. Times are in milliseconds.
@Suite struct SendingStateTests {
  enum Event: Sendable {
    case allSent
    /// True where it is the first reason.
    case ends(SendingEnding, at: Int64, Bool)
    case hurries(at: Int64)
    case advances(awaited: Int, at: Int64, SendingState.Action, SendingState.Phase)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var ending: SendingEnding?
    var events: [Event]
    var testDescription: String { name }

    init(_ name: String, endsAs ending: SendingEnding? = nil, _ events: Event...) {
      self.name = name
      self.ending = ending
      self.events = events
    }
  }

  private static let fatal = SendingEnding.fatal(KafkaError(code: -150, text: "fenced"))

  private static func until(_ milliseconds: Int64) -> Nanoseconds { .milliseconds(milliseconds) }

  /// The client gets 5 s of grace, and 3 s to report what it purged.
  @Test(arguments: [
    Case("sending goes on, however much is awaited", .advances(awaited: 0, at: 100_000, .none, .sending)),
    Case(
      "all is sent and answered", .allSent, .advances(awaited: 1, at: 10, .none, .settling(until: nil)),
      .advances(awaited: 0, at: 20, .none, .finished), .advances(awaited: 0, at: 30, .none, .finished)),
    Case(
      "all is sent: answers are awaited without a limit of the sender's", .allSent,
      .advances(awaited: 1, at: 3_600_000, .none, .settling(until: nil))),
    Case(
      "stopped, and everything is answered within the grace", endsAs: .stopped, .ends(.stopped, at: 1000, true),
      .advances(awaited: 5, at: 5999, .none, .settling(until: until(6000))),
      .advances(awaited: 0, at: 5999, .none, .finished)),
    Case(
      "stopped: purged when the grace is over, and reported", endsAs: .stopped, .ends(.stopped, at: 1000, true),
      .advances(awaited: 5, at: 6000, .purge, .purging(until: until(9000))),
      .advances(awaited: 5, at: 6001, .none, .purging(until: until(9000))),
      .advances(awaited: 0, at: 6002, .none, .finished)),
    Case(
      "the client does not report what it purged: given up", endsAs: .tooLong, .ends(.tooLong, at: 1000, true),
      .advances(awaited: 5, at: 6500, .purge, .purging(until: until(9500))),
      .advances(awaited: 5, at: 9499, .none, .purging(until: until(9500))),
      .advances(awaited: 5, at: 9500, .giveUp, .finished), .advances(awaited: 5, at: 9501, .none, .finished)),
    Case(
      "the cluster is lost: purged at once", endsAs: .lost, .ends(.lost, at: 1000, true),
      .advances(awaited: 5, at: 1000, .purge, .purging(until: until(4000)))),
    Case(
      "the cluster is lost, and nothing is awaited", endsAs: .lost, .ends(.lost, at: 1000, true),
      .advances(awaited: 0, at: 1000, .none, .finished)),
    Case(
      "the first reason stays, and its grace", endsAs: .stopped, .ends(.stopped, at: 1000, true),
      .ends(.lost, at: 2000, false), .advances(awaited: 5, at: 2000, .none, .settling(until: until(6000)))),
    Case(
      "ended while answers are awaited: the grace limits them", endsAs: .tooLong, .allSent,
      .ends(.tooLong, at: 1000, true), .advances(awaited: 5, at: 6000, .purge, .purging(until: until(9000)))),
    Case(
      "all is sent in the same tick: the grace keeps its limit", endsAs: fatal, .ends(fatal, at: 1000, true), .allSent,
      .advances(awaited: 5, at: 1000, .none, .settling(until: until(6000)))),
    Case(
      "a second stop: purged at once, and given up soon", endsAs: .stopped, .ends(.stopped, at: 1000, true),
      .hurries(at: 2000), .advances(awaited: 5, at: 2001, .purge, .purging(until: until(5001))),
      .hurries(at: 2020), .hurries(at: 2040), .advances(awaited: 5, at: 2041, .none, .purging(until: until(2320))),
      .advances(awaited: 5, at: 2320, .giveUp, .finished), .hurries(at: 2400),
      .advances(awaited: 5, at: 2400, .none, .finished)),
    Case("a second stop while messages are sent", .hurries(at: 10), .advances(awaited: 5, at: 11, .none, .sending)),
    Case(
      "finished: nothing ends it any more", .allSent, .advances(awaited: 0, at: 1, .none, .finished),
      .ends(.stopped, at: 2, false), .advances(awaited: 0, at: 2, .none, .finished)),
  ]) func aStageIsFinished(_ given: Case) {
    var state = SendingState(RunLimits())
    for (number, event) in given.events.enumerated() {
      switch event {
      case .allSent: state.allSent()
      case .ends(let reason, let at, let isFirst):
        #expect(state.end(reason, at: .milliseconds(at)) == isFirst, "event \(number)")
      case .hurries(let at): state.hurry(at: .milliseconds(at))
      case .advances(let awaited, let at, let action, let phase):
        #expect(state.advance(awaited: awaited, at: .milliseconds(at)) == action, "event \(number)")
        #expect(state.phase == phase, "event \(number)")
      }
    }
    #expect(state.ending == given.ending)
  }

  @Test(
    arguments: [
      ("nothing ends it", false, false, 1000, nil), ("a signal", true, false, 0, .stopped),
      ("a signal before a lost cluster", true, true, 2000, .stopped), ("a lost cluster", false, true, 0, .lost),
      ("a lost cluster before `at_most`", false, true, 2000, .lost),
      ("the run's `at_most` is over", false, false, 1001, .runTooLong),
    ] as [(String, Bool, Bool, Nanoseconds, SendingEnding?)]
  ) func aStageIsEnded(
    _ name: String, _ isStopped: Bool, _ isLost: Bool, _ elapsed: Nanoseconds, _ ending: SendingEnding?
  ) {
    #expect(SendingEnding(isStopped: isStopped, isLost: isLost, elapsed: elapsed, atMost: 1000) == ending)
  }

  // MARK: Reports

  @Test(
    arguments: [
      ("stored", .persisted, 0, .acknowledged), ("possibly stored", .possiblyPersisted, -192, .unknown),
      ("purged in flight, so possibly stored", .possiblyPersisted, -151, .unknown),
      ("in flight when the client failed", .possiblyPersisted, 45, .unknown),
      ("refused by the broker", .notPersisted, 10, .rejected),
      ("purged from the queue, as by a client that failed", .notPersisted, -152, .unsent),
      ("purged in flight", .notPersisted, -151, .unsent), ("after a fatal error", .notPersisted, -150, .unsent),
      ("timed out", .notPersisted, -192, .rejected),
    ] as [(String, DeliveryReport.Status, Int32, Delivery)]
  ) func reports(_ name: String, _ status: DeliveryReport.Status, _ code: Int32, _ delivery: Delivery) {
    let report = DeliveryReport(token: 0, status: status, code: code, partition: 0, offset: 0, answeredAt: 0)
    #expect(Delivery(report) == delivery)
  }

  // MARK: Ticks

  struct Tick: Sendable, CustomTestStringConvertible {
    var name: String
    var isBehind: Bool
    var pacing: Numbering.Decision?
    var isAwaiting: Bool
    /// Microseconds after the tick before.
    var after: Int64
    var testDescription: String { name }

    init(
      _ name: String, isBehind: Bool = false, _ pacing: Numbering.Decision?, isAwaiting: Bool = false, after: Int64
    ) {
      self.name = name
      self.isBehind = isBehind
      self.pacing = pacing
      self.isAwaiting = isAwaiting
      self.after = after
    }
  }

  /// The stage began at 2 s, and the tick ended at 5 s.
  @Test(arguments: [
    Tick("more is due: at once", isBehind: true, .go(5), isAwaiting: true, after: 0),
    Tick("more was due, and then the sending ended: at once", isBehind: true, nil, isAwaiting: true, after: 0),
    Tick("at the next due time", .wait(until: .milliseconds(3000) + Nanoseconds(700_000)), after: 700),
    Tick("no sooner than 250 µs", .wait(until: .milliseconds(3000) + Nanoseconds(100_000)), after: 250),
    Tick("nor when it is over", .wait(until: .milliseconds(2000)), after: 250),
    Tick("reports are awaited: within a millisecond", .wait(until: .milliseconds(3050)), isAwaiting: true, after: 1000),
    Tick(
      "reports are awaited, and something is due before", .wait(until: .milliseconds(3000) + Nanoseconds(400_000)),
      isAwaiting: true, after: 400),
    Tick("nothing is due for long: 100 ms all the same", .wait(until: .milliseconds(9000)), after: 100_000),
    Tick("something is due by now", .go(3), after: 250),
    Tick("other producers have to catch up", .held, after: 250),
    Tick("the client took no more", .go(3), isAwaiting: true, after: 250),
    Tick("all is sent", .done, isAwaiting: true, after: 250),
    Tick("reports alone are awaited", nil, isAwaiting: true, after: 1000),
  ]) func ticksAgain(_ given: Tick) {
    let now: Nanoseconds = .milliseconds(5000)
    let time = NextTick.time(
      isBehind: given.isBehind, given.pacing, start: .milliseconds(2000), isAwaiting: given.isAwaiting,
      quantum: NextTick.quantum(producers: 1), at: now)
    #expect(time - now == .microseconds(given.after))
  }

  /// Several producers of a stage share the cores.
  @Test(arguments: [(1, 2, 250), (2, 2, 500), (64, 2, 500), (3, 8, 750), (1, 1, 250)])
  func severalProducersTickLessOften(_ producers: Int, _ cores: Int, _ microseconds: Int64) {
    #expect(NextTick.quantum(producers: producers, cores: cores) == .microseconds(microseconds))
  }
}
