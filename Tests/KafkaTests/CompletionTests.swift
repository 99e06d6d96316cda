import Dispatch
import Synchronization
import Testing

@testable import Kafka

/// Waits on the monotonic clock, and calls that are awaited by it.
@Suite struct CompletionTests {
  @Test func isHeardBeforeAndWhileItIsWaitedFor() {
    let early = Completion()
    early.signal()
    #expect(early.wait(for: .zero))
    #expect(early.wait(for: nil))
    let late = Completion()
    DispatchQueue(label: "test").async { @Sendable in
      pause(for: .milliseconds(30))
      late.signal()
    }
    #expect(late.wait(for: .seconds(20)))
    #expect(late.wait(for: .zero))
  }

  @Test(arguments: [Duration.zero, .milliseconds(5), .milliseconds(70), .seconds(-1)])
  func endsAtItsLimit(_ limit: Duration) {
    let begun = MonotonicClock.now()
    #expect(!Completion().wait(for: limit))
    let passed = Duration.nanoseconds(MonotonicClock.now() - begun)
    #expect(passed >= limit)
    #expect(passed < .seconds(5))
  }

  /// Asking must cost the same however often it was asked before.
  @Test func aClientCanBeAskedWithoutEndWhetherItRefusesToWait() throws {
    let handle = try ClientHandle(.consumer, ClientSettings())
    defer { handle.close() }
    handle.endWaits { false }
    var refusals = 0
    for _ in 0..<200_000 where handle.refusesToWait() { refusals += 1 }
    #expect(refusals == 0)
    handle.endWaits { true }
    #expect(handle.refusesToWait())
  }

  @Test func aWaitWithoutALimitEndsWhenItIsRefused() {
    let questions = Atomic(0)
    let waited = Completion().wait(for: nil) { questions.add(1, ordering: .relaxed).newValue > 3 }
    #expect(!waited)
    #expect(questions.load(ordering: .relaxed) == 4)
  }

  @Test func aPauseTakesItsTimeUnlessItIsRefused() {
    let begun = MonotonicClock.now()
    pause(for: .milliseconds(40))
    #expect(MonotonicClock.now() - begun >= 40_000_000)
    let refused = MonotonicClock.now()
    pause(for: .seconds(60)) { true }
    #expect(MonotonicClock.now() - refused < 5_000_000_000)
  }

  @Test func aCallThatIsNotAwaitedGoesOnAlone() {
    let (gate, over) = (Completion(), Completion())
    let answer = BlockingCall.answer(within: .milliseconds(20)) { () -> Int in
      _ = gate.wait(for: nil)
      over.signal()
      return 1
    }
    #expect(answer == nil)
    gate.signal()
    #expect(over.wait(for: .seconds(20)))
    #expect(BlockingCall.answer(within: nil) { 2 } == 2)
  }

  /// Questions to a broker that never answers end as soon as they are refused, and the client can be closed meanwhile: it is
  /// destroyed when the last of them has returned.
  @Test func questionsEndWhenTheyAreRefused() throws {
    let server = try SilentServer()
    let prober = try ClientHandle.prober(settings(server.address))
    let isRefused = Atomic(false)
    prober.endWaits { isRefused.load(ordering: .relaxed) }
    DispatchQueue(label: "test").async { @Sendable in
      pause(for: .milliseconds(50))
      isRefused.store(true, ordering: .relaxed)
    }
    let asking = milliseconds {
      #expect(throws: KafkaError.timedOut) { try prober.metadata(.brokersOnly, timeout: .seconds(20)) }
    }
    #expect(asking < 10_000)
    #expect(prober.clusterID(timeout: .seconds(20)) == nil)
    let partition = TopicPartition(topic: "t", partition: 0)
    #expect(prober.offsets(.end, of: [partition], timeout: .seconds(20)) == [.failure(.timedOut)])
    #expect(throws: KafkaError.timedOut) { try prober.topicSettings("t", timeout: .seconds(20)) }
    #expect(!prober.close())
    #expect(throws: KafkaError.timedOut) { try prober.metadata(.brokersOnly, timeout: .seconds(20)) }
  }

  /// Whatever librdkafka's own timeout is, an answer is not waited for longer than that and a little more.
  @Test func aClosedClientAnswersNothing() throws {
    let prober = try ClientHandle.prober(settings(SilentServer.unusedAddress()))
    #expect(prober.close())
    #expect(throws: KafkaError.timedOut) { try prober.metadata(.brokersOnly, timeout: .seconds(20)) }
    #expect(throws: KafkaError.timedOut) { try prober.topicSettings("t", timeout: .seconds(20)) }
  }
}
