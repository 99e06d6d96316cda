import Kafka
import SampleScenarios
import Scenarios
import Synchronization
import Testing
import Verification

@testable import Load

/// Runs on the embedded broker that read nothing back: the sends are counted as ever, and everything else is empty.
@Suite(.serialized) struct UnreadRunTests {
  private static func run(
    _ stages: String, on mock: MockCluster, _ client: KeyValuePairs<String, String> = [:],
    progress: @escaping @Sendable (StageProgress) -> Void = { _ in }
  ) throws -> RunObservation {
    try run(Samples.scenario(stages: stages, more: "verify: {mode: later}"), on: mock, client, progress: progress)
  }

  private static func run(
    _ scenario: Scenario, on mock: MockCluster, _ client: KeyValuePairs<String, String> = [:],
    progress: @escaping @Sendable (StageProgress) -> Void = { _ in }
  ) -> RunObservation {
    var run = ScenarioRun(
      scenario: scenario, runID: RunID(milliseconds: 1_790_000_000_000, random: .random(in: 0 ... .max)),
      connection: ClusterConnection(embedded: mock, Samples.properties(client)),
      selected: Array(scenario.stages.indices), workFile: "/nowhere/.offsets", stop: StopRequest(), log: { _, _ in },
      progress: progress, wallClock: { 0 })
    run.limits.grace = .seconds(1)
    return run.run()
  }

  private static func expectNothingRead(_ observed: RunObservation) {
    #expect(observed.partitions.isEmpty && observed.drain == nil && observed.readerAnswer == nil)
    for row in observed.stages {
      #expect(row.read == nil && row.order == nil && row.endToEndLatency == nil)
      #expect(row.drain == nil && row.readRate == nil && row.lagMax == nil && row.unusedPartitions == nil)
      #expect(CountIdentity.violations(send: row.send, read: row.read) == [])
      #expect(row.seriesViolations == [])
    }
  }

  @Test func everythingIsAcknowledged() throws {
    let reports = Mutex<[StageProgress]>([])
    let observed = try Self.run(
      "[{name: a, topic: orders, rate: 1k/s, duration: 1500ms}, {name: b, topic: parcels, count: 300}]",
      on: try MockCluster(), progress: { report in reports.withLock { $0.append(report) } })
    #expect(observed.errors == [])
    #expect(observed.notes.first == .nothingReadBack(unanswered: 0, isEmbedded: true))
    #expect(observed.stages.map(\.send[.acknowledged]) == [1500, 300])
    Self.expectNothingRead(observed)
    let row = try #require(observed.stages.first)
    #expect(row.ackLatency?.count == 1500 && row.lateness?.count == 1500)
    let (first, last, acknowledged) = try (
      #require(row.firstSend), #require(row.lastSend), #require(row.lastAcknowledgement)
    )
    #expect(last - first >= .milliseconds(1400) && acknowledged > first)
    reports.withLock { #expect($0.allSatisfy { $0.read == nil && $0.lag == nil }) }
  }

  /// Nothing has to be read before more is sent.
  @Test func moreThanTheEmbeddedBrokerKeeps() throws {
    let observed = try Self.run("[{name: a, topic: parcels, count: 150k}]", on: try MockCluster())
    #expect(observed.errors == [])
    let row = try #require(observed.stages.first)
    #expect(row.send[.acknowledged] == 150_000 && row.heldByEmbedded == .zero)
    Self.expectNothingRead(observed)
  }

  /// Two of these are more than the embedded broker keeps of a partition.
  @Test(arguments: [(mode: "later", isRefused: false), ("tail", true)])
  func messagesThatAreTooLargeToBeRead(_ mode: String, _ isRefused: Bool) throws {
    let scenario = try SampleScenario(
      topics: "{orders: {partitions: 1}}", templates: #"{order: {value: "order {{seq}}", size: 3MB}}"#,
      stages: "[{name: a, count: 4}]", more: "verify: {mode: \(mode)}"
    ).scenario()
    let observed = Self.run(scenario, on: try MockCluster(), ["message.max.bytes": "4000000"])
    #expect(observed.stages[0].send[.acknowledged] == (isRefused ? 0 : 4), "\(observed.errors)")
    #expect(observed.errors.isEmpty != isRefused, "\(observed.errors)")
  }

  /// INVALID_RECORD, 87, is final: the client does not retry.
  @Test func messagesThatAreRejected() throws {
    let mock = try MockCluster()
    mock.push(Array(repeating: 87, count: 1000), to: .produce)
    let observed = try Self.run("[{name: a, topic: orders, count: 200}]", on: mock)
    let row = try #require(observed.stages.first)
    #expect(row.send[.rejected] == 200 && row.send[.acknowledged] == 0)
    #expect(row.rejections.map(\.code) == ["INVALID_RECORD"])
    #expect(row.lastAcknowledgement == nil && row.firstSend != nil && row.lastSend != nil)
    Self.expectNothingRead(observed)
  }

  @Test func messagesThatAreNotAnswered() throws {
    let observed = try Self.run(
      "[{name: a, topic: orders, count: 500}]", on: try MockCluster(), ["acks": "0", "enable.idempotence": "false"])
    let row = try #require(observed.stages.first)
    #expect(row.send[.unknown] == 500 && row.send[.acknowledged] == 0)
    #expect(observed.notes.contains(.nothingReadBack(unanswered: 500, isEmbedded: true)))
    #expect(row.lastAcknowledgement == nil)
    Self.expectNothingRead(observed)
  }
}
