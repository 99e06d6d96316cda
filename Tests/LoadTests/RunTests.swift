import Glibc
import Kafka
import Scenarios
import Testing
import Verification

@testable import Load

@Suite struct LivenessTests {
  @Test func lostOnceNothingIsHeardForItsPatience() {
    let begun = MonotonicClock.now()
    let liveness = Liveness(RunClock(), patience: .milliseconds(20))
    #expect(!Liveness(RunClock(), patience: .seconds(3600)).isLost)
    while !liveness.isLost, MonotonicClock.now() - begun < 5_000_000_000 { pause(for: .microseconds(500)) }
    #expect(liveness.isLost)
    #expect(MonotonicClock.now() - begun >= 19_000_000)
    liveness.heard()
    #expect(!Liveness(RunClock(), patience: .seconds(1)).isLost)
  }
}

@Suite struct AtMostTests {
  private static let second = Nanoseconds.seconds(1)
  private static let one = RateProfile.constant(Rate(messages: 1, per: second))

  @Test(
    arguments: [
      ("three times its duration", one, nil, .seconds(200), .seconds(600)),
      ("of its count", one, 1000, nil, .seconds(3000)), ("five minutes at least", one, 10, nil, .seconds(300)),
      ("at max for a time", .maximum, nil, second, .seconds(300)),
      ("at max with a count alone an hour", .maximum, 10, nil, .seconds(3600)),
      ("no more than fits", one, nil, .max, .max),
    ] as [(String, RateProfile, UInt64?, Nanoseconds?, Nanoseconds)]
  ) func aStageEndsAt(
    _ name: String, _ rate: RateProfile, _ count: UInt64?, _ duration: Nanoseconds?, _ atMost: Nanoseconds
  ) {
    let stage = Samples.stage(rate: rate, count: count, duration: duration)
    #expect(stage.atMost == atMost)
    var limits = RunLimits()
    #expect(limits.atMost(stage) == atMost)
    limits.stageAtMost = 5
    #expect(limits.atMost(stage) == 5)
  }
}

/// Folders of its own, each removed with what is in it.
@Suite struct WorkFileTests {
  @Test func readsBackWhatWasWrittenAndLeavesNothingBehind() throws {
    let folder = try Self.folder()
    defer { rmdir(folder) }
    let file = WorkFile(path: "\(folder)/.offsets")
    let chunks: [[UInt8]] = [[1, 2, 3], [], Array(repeating: 7, count: 100_000), [255]]
    let extents = try chunks.map { try file.write($0) }
    #expect(extents.map(\.position) == [0, 3, 3, 100_003])
    #expect(access("\(folder)/.offsets", F_OK) == -1)
    for (extent, chunk) in zip(extents, chunks).reversed() { #expect(try file.read(extent) == chunk) }
    // It holds nothing but itself: an empty folder can be removed.
    #expect(rmdir(folder) == 0)
  }

  @Test func whatWasNeverWrittenIsAnError() throws {
    let folder = try Self.folder()
    defer { rmdir(folder) }
    let path = "\(folder)/.offsets"
    let file = WorkFile(path: path)
    #expect(throws: WorkFileError(path: path, code: EBADF)) {
      try file.read(OffsetLog.Extent(position: 0, count: 1))
    }
    _ = try file.write([1, 2])
    #expect(throws: WorkFileError(path: path, code: EIO)) {
      try file.read(OffsetLog.Extent(position: 1, count: 2))
    }
  }

  /// Even root makes no file in a folder that is not there.
  @Test func aFolderThatTakesNoFileIsAnError() {
    let path = "/nowhere/to/be/found/.offsets"
    #expect(throws: WorkFileError(path: path, code: ENOENT)) { try WorkFile(path: path).write([1]) }
  }

  private static func folder() throws -> String {
    var template = Array("/tmp/rehearse-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// The counts of a whole run on the embedded broker.
@Suite(.serialized) struct ScenarioRunTests {
  private static func run(_ scenario: Scenario) throws -> RunObservation {
    try ScenarioRun(
      scenario: scenario, runID: RunID(milliseconds: 1_790_000_000_000, random: .random(in: 0 ... .max)),
      connection: ClusterConnection(scenario), selected: Array(scenario.stages.indices),
      workFile: "/nowhere/.offsets", stop: StopRequest(), log: { _, _ in }, progress: { _ in }, wallClock: { 0 }
    ).run()
  }

  /// All of them sent, acknowledged and found, and nothing else in the topic.
  private static func expectAll(_ row: StageResult, _ count: UInt64) throws {
    #expect(row.send[.due] == count)
    #expect(row.send[.sent] == count)
    #expect(row.send[.acknowledged] == count)
    let read = try #require(row.read)
    #expect(read[.found] == count)
    #expect(read[.read] == count)
    #expect(CountIdentity.violations(send: row.send, read: read) == [])
    #expect(row.seriesViolations == [])
    #expect(row.series?.total(\.acknowledged) == count)
    #expect(row.series?.total(\.read) == count)
    #expect(row.series?.total(\.anomalies) == 0)
    #expect(row.witnesses.isEmpty)
  }

  @Test func aSecondAtAThousandASecond() throws {
    let observed = try Self.run(Samples.scenario(stages: "[{name: a, topic: orders, rate: 1k/s, duration: 1s}]"))
    #expect(observed.errors == [])
    let row = try #require(observed.stages.first)
    try Self.expectAll(row, 1000)
    // The last is due after 999 ms; how much later all is done is the machine's.
    #expect(try #require(row.duration) >= 999_000_000)
    #expect(row.lateness?.count == 1000)
    #expect(row.ackLatency?.count == 1000)
    #expect(row.series?.intervals.first?.due == 1000)
    #expect(row.series?.targets.first == 1000)
    #expect(row.peak?.due == 1000)
    #expect(row.serviceLatency?.count == 1000)
    #expect(row.endToEndLatency?.count == 1000)
    #expect(row.lateness?.minimum ?? .max < 1_000_000_000)
    #expect(observed.partitions.map(\.position).reduce(0, +) == 1000)
    #expect(observed.partitions.allSatisfy { $0.noted == 0 && $0.isComplete && $0.interruption == nil })
  }

  @Test func readingAfterTheLoad() throws {
    let observed = try Self.run(
      Samples.scenario(
        stages: "[{name: a, topic: orders, rate: max, count: 2000}]", more: "verify: {mode: after, within: 5s}"))
    #expect(observed.errors == [])
    try Self.expectAll(try #require(observed.stages.first), 2000)
  }

  @Test func stagesOnTwoTopics() throws {
    let observed = try Self.run(
      Samples.scenario(
        stages: """

            - {name: a, topic: orders, rate: max, count: 700}
            - {name: b, topic: parcels, rate: 1k/s, count: 30}
            - {name: c, topic: orders, rate: max, count: 11, measure: false}
          """))
    #expect(observed.errors == [])
    try #require(observed.stages.count == 3)
    for (row, count) in zip(observed.stages, [700, 30, 11] as [UInt64]) { try Self.expectAll(row, count) }
    #expect(observed.partitions.map(\.topic) == ["orders", "orders", "parcels"])
    #expect(observed.partitions.map(\.position).reduce(0, +) == 741)
    #expect(observed.partitions.last?.position == 30)
    #expect(observed.stages.map { $0.serviceLatency == nil } == [false, false, true])
  }

  @Test func atMaxForATime() throws {
    let observed = try Self.run(
      Samples.scenario(stages: "[{name: a, topic: orders, rate: max, duration: 300ms}]"))
    #expect(observed.errors == [])
    let row = try #require(observed.stages.first)
    #expect(row.send[.due] > 0)
    try Self.expectAll(row, row.send[.due])
    // Nothing has a due time, so nothing is late.
    #expect(row.lateness == nil)
    #expect(row.serviceLatency?.count == row.send[.due])
  }

  @Test func afterTheLoadNoMoreThanTheEmbeddedBrokerKeeps() throws {
    let observed = try Self.run(
      Samples.scenario(stages: "[{name: a, topic: orders, rate: max, count: 1M}]", more: "verify: {mode: after}"))
    #expect(observed.errors == [.tooMuchForEmbedded(stage: 0, bound: MockCluster.boundPerPartition)])
    #expect(observed.stages.map(\.send[.sent]) == [0])
  }
}
