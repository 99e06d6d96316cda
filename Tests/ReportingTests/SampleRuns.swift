import Diagnostics
import Language
import Scenarios
import Verification

/// Runs as a scenario of two stages leaves them: `warm-up`, unmeasured, and `steady`, 2,000 messages a second for a
/// minute.
enum SampleRun {
  /// Everything went well, on Kafka.
  static var passed: RunResult {
    run(
      stages: [warmUp, steady], verdict: .passed, exits: [.passed],
      notes: ["acks is 1: what only the leader had is not called lost"])
  }

  /// Three messages are lost, one rejected, the rate was not kept, and `unseen` is not known.
  static var failed: RunResult {
    var stage = steady
    stage.verdict = .failed
    stage.limitedBy = .cluster
    stage.keptRateRatio = 0.98999
    stage.keptRate = 1979.98
    stage.send[.acknowledged] = 119_999
    stage.send[.rejected] = 1
    stage.read?[.found] = 119_994
    stage.read?[.read] = 119_994
    stage.read?[.lost] = 3
    stage.read?[.unseen] = 2
    stage.rejections = [
      Rejection(code: "MSG_SIZE_TOO_LARGE", text: "Broker: Message size too large", count: 1, isInfrastructure: false)
    ]
    stage.checks = [
      check(.lost, .broken, 3, witnesses: (0..<3).map { witness(.lost, 4711 + $0, at: 1180, related: 1195) }),
      check(.rejected, .broken, 1),
      check(.unseen, .broken, 2, witnesses: [witness(.unseen, 119_990, at: 40_001, related: 40_000)]),
      check(
        .duplicated, .inconclusive(because: "partition orders[1] could not be read again", exit: .inconclusive), nil),
      check(.invalid, .skipped(because: "the template has no format"), nil),
      Check(
        expectation: Expectation(
          metric: .rateKept, comparison: .atLeast, bound: .ratio(Fraction(99, over: 100)), range: range),
        outcome: .broken, actual: .ratio(0.98999)),
    ]
    return run(
      stages: [warmUp, stage], verdict: .failed, exits: [.verificationFailed, .expectationFailed, .inconclusive])
  }

  /// Interrupted in `steady`.
  static var aborted: RunResult {
    var stage = steady
    stage.verdict = .aborted
    stage.send[.sent] = 60_000
    stage.send[.unsent] = 60_000
    stage.send[.acknowledged] = 60_000
    stage.read = nil
    stage.endToEndLatency = nil
    stage.checks = [.lost, .trimmed].map {
      check(
        $0, .inconclusive(because: "the run was interrupted before the topic was read to its end", exit: .inconclusive),
        nil
      )
    }
    let problem = Problem(code: "signal.interrupt", message: "interrupted by SIGINT", exit: .interrupted)
    stage.problem = problem
    return run(
      stages: [warmUp, stage], verdict: .aborted, exits: [.interrupted, .inconclusive], problems: [problem],
      broker: .embedded)
  }

  /// Nothing could be reached.
  static var unreachable: RunResult {
    let stages = [("warm-up", 0), ("steady", 1)].map { name, index in
      var stage = StageResult(
        name: name, index: index, position: SourcePosition(line: 40, column: 5), measured: true, verdict: .skipped)
      stage.checks = [check(.lost, .skipped(because: "the stage did not run"), nil)]
      return stage
    }
    return run(
      stages: stages, verdict: .inconclusive, exits: [.infrastructure],
      problems: [
        Problem(
          code: "infrastructure.unreachable",
          message: "no broker of kafka.example:9092 answered within 30s; is it running?",
          exit: .infrastructure, position: SourcePosition(line: 3, column: 12))
      ])
  }

  static var warmUp: StageResult {
    var stage = StageResult(
      name: "warm-up", index: 0, position: SourcePosition(line: 38, column: 5), measured: false, verdict: .passed)
    ran(&stage, messages: 5000, seconds: 10)
    stage.checks = [check(.lost, .held, 0)]
    return stage
  }

  static var steady: StageResult {
    var stage = StageResult(
      name: "steady", index: 1, position: SourcePosition(line: 42, column: 9), measured: true, verdict: .passed)
    ran(&stage, messages: 120_000, seconds: 60)
    stage.checks = [check(.lost, .held, 0), check(.duplicated, .held, 0)]
    return stage
  }

  private static func ran(_ stage: inout StageResult, messages: UInt64, seconds: Int64) {
    stage.startedAt = 1_795_233_003_004
    stage.targetDuration = .seconds(seconds)
    stage.duration = .seconds(seconds) + 12_345_678
    stage.topic = "orders"
    stage.partitionCount = 6
    stage.replicationFactor = 3
    stage.template = "order"
    stage.acks = "all"
    stage.compression = "zstd"
    stage.lingerMilliseconds = 5
    stage.idempotent = true
    stage.producerCount = 2
    stage.messageMeanBytes = 262.25
    stage.targetRate = Double(messages) / Double(seconds)
    stage.keptRate = stage.targetRate
    stage.keptRateRatio = 1
    stage.send[.due] = messages
    stage.send[.sent] = messages
    stage.send[.acknowledged] = messages
    stage.send[.bytesAcknowledged] = messages * 262
    stage.bytesPerSecond = 524_000
    var read = ReadCounts()
    read[.read] = messages
    read[.bytesRead] = messages * 262
    read[.found] = messages
    stage.read = read
    stage.lateness = histogram([40_000, 120_000, 900_000])
    stage.serviceLatency = histogram([1_500_000, 2_000_000, 8_250_500])
    stage.ackLatency = histogram([1_600_000, 2_100_000, 9_000_000])
    stage.endToEndLatency = histogram([2_600_000, 3_100_000, 1_234_000_000])
    stage.queueFull = 0
    stage.retries = 0
    stage.ackGapMax = 15_500_000
    stage.readRate = Double(messages) / Double(seconds)
    stage.readGapMax = 20_000_000
    stage.lagMax = 412
    stage.drain = 1_002_003_004
    stage.anomaliesWritten = 0
    stage.clientCPU = 7_500_000_000
    stage.clientRSSMax = 88_000_000
  }

  static func run(
    stages: [StageResult], verdict: Verdict, exits: [ExitCode], problems: [Problem] = [], notes: [String] = [],
    broker: Provenance.Broker = .kafka
  ) -> RunResult {
    var whole = StageResult(name: "*", index: nil, position: nil, measured: true, verdict: verdict)
    if stages.contains(where: { $0.startedAt != nil }) {
      whole.read = stages.contains { $0.read == nil } ? nil : ReadCounts()
      whole.ackLatency = LatencyHistogram()
      for stage in stages {
        whole.send += stage.send
        if let read = stage.read { whole.read? += read }
        if stage.measured, let latency = stage.ackLatency { whole.ackLatency?.merge(latency) }
      }
    }
    return RunResult(
      runID: "01k9x3v8zq", scenario: "orders", scenarioPath: "Scenarios/orders.yaml",
      provenance: Provenance(
        label: "nightly, \"main\"", gitSHA: "0123abc", gitBranch: nil, gitDirty: true, toolVersion: "0.1.0",
        clientVersion: "2.0.2", scenarioSHA256: "5c", clientConfigSHA256: "c5", seed: .max, host: "runner-7",
        os: "Debian 12", arch: "x86_64", cpuCount: 2, broker: broker, brokerCount: problems.isEmpty ? 3 : nil,
        securityProtocol: "plaintext"),
      startedAt: 1_795_233_003_004, duration: 75_412_000_000, verdict: verdict, exits: exits, problems: problems,
      stages: stages, whole: whole, partitions: [PartitionReading(topic: "orders", partition: 0, noted: 12)],
      notes: notes)
  }

  static func check(
    _ metric: Metric, _ outcome: Check.Outcome, _ actual: UInt64?, witnesses: [Anomaly] = []
  ) -> Check {
    Check(
      expectation: Expectation(
        metric: metric, comparison: .equal, bound: .count(0), range: range),
      outcome: outcome, actual: actual.map { .count($0) }, witnesses: witnesses)
  }

  static let range = SourceRange(
    start: SourcePosition(line: 42, column: 9), end: SourcePosition(line: 42, column: 15))

  static func witness(_ kind: Anomaly.Kind, _ sequence: UInt64, at offset: Int64?, related: Int64? = nil) -> Anomaly {
    Anomaly(kind: kind, sequence: sequence, topic: "orders", partition: 2, offset: offset, relatedOffset: related)
  }

  static func histogram(_ nanoseconds: [Int64]) -> LatencyHistogram {
    nanoseconds.reduce(into: LatencyHistogram()) { $0.record(nanoseconds: $1) }
  }
}
