import Kafka
import Scenarios
import Testing
import Verification

@testable import Load

/// Runs on an embedded broker with settings or faults of the test's: what the client refuses, and what becomes of its messages when
/// it fails.
@Suite(.serialized) struct RefusalTests {
  private static func run(
    _ stages: String, on mock: MockCluster, _ client: KeyValuePairs<String, String> = [:]
  ) throws -> RunObservation {
    run(try Samples.scenario(stages: stages), on: mock, client)
  }

  private static func run(
    _ scenario: Scenario, on mock: MockCluster, _ client: KeyValuePairs<String, String>
  ) -> RunObservation {
    var run = ScenarioRun(
      scenario: scenario, runID: RunID(milliseconds: 1_790_000_000_000, random: .random(in: 0 ... .max)),
      connection: ClusterConnection(embedded: mock, Samples.properties(client)),
      selected: Array(scenario.stages.indices), workFile: "/nowhere/.offsets", stop: StopRequest(), log: { _, _ in },
      progress: { _ in }, wallClock: { 0 })
    run.limits.grace = .seconds(1)
    return run.run()
  }

  /// librdkafka takes such an answer for a gap in the sequence: the error has the broker's code, 45, and is fatal.
  @Test func aClientThatFailedEndsItsStage() throws {
    let mock = try MockCluster()
    mock.push(Array(repeating: 45, count: 5), to: .produce)
    let observed = try Self.run("[{name: a, topic: orders, rate: 2k/s, duration: 3s}]", on: mock)
    let error = try #require(observed.errors.first)
    guard case .fatal(stage: 0, let cause) = error else {
      Issue.record("\(observed.errors)")
      return
    }
    #expect(cause.isFatal && cause.code == 45)
    let row = try #require(observed.stages.first)
    #expect(row.send[.due] == 6000)
    // What the client gave back was not sent; what was in flight may be there.
    #expect(row.send[.unsent] > 0 && row.send[.rejected] == 0)
    #expect(row.send[.unknown] > 0)
    #expect(row.rejections == [])
    #expect(CountIdentity.violations(send: row.send, read: row.read) == [])
  }

  /// The client refuses it, and never sends it.
  @Test func aMessageBeyondTheClientsLimitIsRefusedByTheClient() throws {
    let mock = try MockCluster()
    let observed = Self.run(try Samples.sized("2kB"), on: mock, ["message.max.bytes": "1000"])
    let row = try #require(observed.stages.first)
    #expect(row.send[.rejected] == 4)
    #expect(
      row.rejections == [
        Rejection(
          code: "MSG_SIZE_TOO_LARGE", text: "Broker: Message size too large", count: 4, isInfrastructure: false,
          origin: .client(messageMaxBytes: 1000))
      ])
  }

  /// With acks 0 nothing is acknowledged: what counts from acknowledgements is empty, not 0.
  @Test func withoutAcknowledgementsNothingIsMeasuredFromThem() throws {
    let observed = try Self.run(
      "[{name: a, topic: orders, count: 500}]", on: try MockCluster(), ["acks": "0", "enable.idempotence": "false"])
    let row = try #require(observed.stages.first)
    #expect(row.send[.unknown] == 500 && row.send[.acknowledged] == 0)
    #expect(row.bytesPerSecond == nil && row.ackGapMax == nil && row.readGapMax == nil && row.lagMax == nil)
    #expect(row.clientCPUPerMessage == nil)
    #expect(row.duration != nil && row.readRate != nil && row.keptRate != nil)
  }

  /// The client's queue takes all at once, so that nothing but this machine limits the rate.
  @Test func atMaxThisMachineIsTheLimit() throws {
    let mock = try MockCluster()
    let observed = try Self.run("[{name: a, topic: orders, rate: max, duration: 1s}]", on: mock)
    let row = try #require(observed.stages.first)
    let isFull = (row.queueFull ?? .zero) - (row.heldByEmbedded ?? .zero) > .zero
    #expect(row.limitedBy == (isFull ? nil : .generator))
  }

  /// A queue of 20 messages, and answers after 50 ms: the cluster is the limit.
  @Test func atMaxTheClusterIsTheLimit() throws {
    let mock = try MockCluster()
    mock.setRoundTrip(.milliseconds(50))
    let observed = try Self.run(
      "[{name: a, topic: orders, rate: max, count: 200}]", on: mock, ["queue.buffering.max.messages": "20"])
    #expect(observed.stages.first?.limitedBy == nil)
    #expect(observed.stages.first?.send[.acknowledged] == 200)
  }
}
