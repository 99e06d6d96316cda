import Diagnostics
import Language
import Scenarios
import Verification

/// A run as a service with a consumer, a table and a dead letter topic behind it leaves it: of 3,333 messages that were posted while a
/// broker was restarted two were not answered, and the table lacks 12.
enum SampleSystem {
  static var run: RunResult {
    var run = SampleRun.run(
      stages: [stage], verdict: .failed, exits: [.verificationFailed, .inconclusive])
    run.scenario = "system-b"
    run.scenarioPath = "Scenarios/system-b.yaml"
    run.provenance.label = nil
    run.sinks = [events, stored, deadLetters]
    run.groups = [group]
    run.actions = [restart]
    return run
  }

  static var stage: StageResult {
    var stage = SampleRun.steady
    stage.name = "minute"
    stage.index = 0
    (stage.topic, stage.partitionCount, stage.replicationFactor) = (nil, nil, nil)
    (stage.acks, stage.compression, stage.lingerMilliseconds, stage.idempotent) = (nil, nil, nil, nil)
    (stage.producerCount, stage.read, stage.endToEndLatency, stage.readRate, stage.drain) = (nil, nil, nil, nil, nil)
    (stage.readGapMax, stage.lagMax, stage.retries) = (nil, nil, nil)
    stage.template = "good+bad"
    stage.send = SendCounts()
    stage.send[.due] = 3333
    stage.send[.sent] = 3333
    stage.send[.acknowledged] = 3331
    stage.send[.unknown] = 2
    stage.send[.bytesAcknowledged] = 333_100
    stage.checks = []
    stage.answers = TargetAnswers(
      target: "api", connectionsMax: 412, connectionsMade: 430, successes: 3331, redirects: 0, clientErrors: 0,
      serverErrors: 1, unanswered: 1)
    return stage
  }

  static var events: SinkResult {
    var sink = SinkResult(
      name: "events", position: SourcePosition(line: 30, column: 3), kind: .topic, topic: "events",
      verdict: .inconclusive,
      comparesContent: true, readings: 1)
    sink.counts = counts([.expected: 3331, .read: 3332, .found: 3331, .unknownFound: 1, .unknownAbsent: 1])
    sink.stages = [SinkStageResult(stage: "minute", counts: sink.counts ?? SinkCounts())]
    sink.caughtUp = .milliseconds(1250)
    sink.endToEndLatency = SampleRun.histogram([2_600_000, 3_100_000, 1_234_000_000])
    sink.series = SinkSeries(found: [1000, 2331], duplicated: [])
    sink.checks = [
      check(.missing, .held, 0),
      check(
        .unknownAbsent, .inconclusive(because: "they were never answered, and are not there", exit: .inconclusive), 1,
        [witness(.unknownAbsent, 1712, due: .milliseconds(25_300), in: "events", topic: "events")]),
    ]
    return sink
  }

  static var stored: SinkResult {
    var sink = SinkResult(
      name: "stored", position: SourcePosition(line: 34, column: 3), kind: .command, from: "events", verdict: .failed,
      readings: 4)
    sink.counts = counts([.expected: 3299, .read: 3290, .found: 3287, .missing: 12, .stray: 1, .duplicated: 2])
    sink.stages = [SinkStageResult(stage: "minute", counts: sink.counts ?? SinkCounts())]
    sink.series = SinkSeries(found: [0, 3287], duplicated: [0, 2])
    sink.checks = [
      check(
        .missing, .broken, 12,
        [
          witness(.missing, 2001, due: .milliseconds(22_000), in: "stored"),
          witness(.missing, 2002, due: .milliseconds(28_500), in: "stored"),
          witness(.missing, 3001, due: .seconds(200), in: "stored"),
        ]),
      check(.stray, .broken, 1, [witness(.stray, 7, due: .seconds(1), in: "stored")]),
      check(.duplicated, .broken, 2, [witness(.duplicated, 9, due: nil, in: "stored")]),
    ]
    return sink
  }

  static var deadLetters: SinkResult {
    var sink = SinkResult(
      name: "events-dlq", position: SourcePosition(line: 40, column: 3), kind: .topic, from: "events",
      topic: "events-dlq", verdict: .passed, readings: 1)
    sink.counts = counts([.expected: 33, .read: 33, .found: 33])
    sink.stages = [SinkStageResult(stage: "minute", counts: sink.counts ?? SinkCounts())]
    sink.caughtUp = .seconds(9)
    sink.checks = [check(.missing, .held, 0)]
    return sink
  }

  static var group: GroupResult {
    var group = GroupResult(
      name: "event-consumers", group: "event-consumers", position: SourcePosition(line: 46, column: 3),
      topics: ["events"], verdict: .failed, lagMax: 3023, lagEnd: 0, caughtUp: .seconds(71), samples: 97,
      samplesFailed: 1, lastFailure: "the coordinator is not available", series: [0, nil, 3023])
    group.checks = [
      Check(
        expectation: Expectation(
          scope: .group("event-consumers"), metric: .place(.caughtUp), comparison: .less,
          bound: .duration(.seconds(60)), range: SampleRun.range),
        outcome: .broken, actual: .duration(71e9))
    ]
    return group
  }

  static var restart: ActionResult {
    var action = ActionResult(
      name: "broker-restart", position: SourcePosition(line: 22, column: 11), run: ["./cluster", "stop"],
      then: ["./cluster", "start"], outcome: .succeeded, thenOutcome: .succeeded, begun: .seconds(20),
      ended: .milliseconds(22_300), thenBegun: .milliseconds(27_300), thenEnded: .milliseconds(31_300),
      output: "stopping 1\n")
    action.ackGapMax = .milliseconds(9100)
    action.readGapMax = .milliseconds(9600)
    action.recovery = .seconds(14)
    (action.missing, action.lost, action.duplicated) = (12, 0, 2)
    action.checks = [ActionCommand.run, .then].map { command in
      Check(.exercise(.action(command)), expectation: expectation(.expected), outcome: .held)
    }
    return action
  }

  /// The same with an action that failed.
  static var failedAction: ActionResult {
    var action = restart
    action.outcome = .failed(because: "exit code 1")
    action.output = "no broker 1\nuse: cluster stop NUMBER\n"
    action.checks[0].outcome = .inconclusive(because: "exit code 1", exit: .infrastructure)
    return action
  }

  static func counts(_ counts: [SinkCount: UInt64]) -> SinkCounts {
    var all = SinkCounts()
    for (key, count) in counts { all[key] = count }
    return all
  }

  static func check(
    _ count: SinkCount, _ outcome: Check.Outcome, _ actual: UInt64?, _ witnesses: [Anomaly] = []
  ) -> Check {
    Check(
      expectation: expectation(count), outcome: outcome, actual: actual.map { .count($0) }, witnesses: witnesses)
  }

  static func expectation(_ count: SinkCount) -> Expectation {
    Expectation(
      metric: .place(.count(count)), comparison: .equal, bound: .count(0), range: SampleRun.range)
  }

  static func witness(
    _ kind: Anomaly.Kind, _ sequence: UInt64, due: Nanoseconds?, in sink: String, topic: String = ""
  ) -> Anomaly {
    var anomaly = Anomaly(
      kind: kind, sink: sink, stage: "minute", sequence: sequence, topic: topic, partition: -1)
    anomaly.id = "rk4m2a7000\(sequence)x"
    anomaly.due = due
    return anomaly
  }
}
