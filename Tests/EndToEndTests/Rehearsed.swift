import Kafka
import Load
import Rehearsal
import Scenarios
import Testing
import Verification

/// A scenario that is run in this process, on a cluster that the test controls.
struct Rehearsed {
  var scenario: String
  var connection: ClusterConnection?
  var sabotage: Sabotage?
  var limits = RunLimits()
  var stop = StopRequest()

  init(_ scenario: String) { self.scenario = scenario }

  /// One topic `orders`, one keyed JSON template; `stages` as the list of YAML, `more` at the end.
  init(stages: String, partitions: Int = 3, brokers: String = "embedded", more: String = "") {
    scenario = """
      version: 1
      name: test
      cluster: {brokers: "\(brokers)"}
      topics: {orders: {partitions: \(partitions)}}
      templates:
        order: {format: json, key: "k{{seq}}", value: '{"n": {{seq}}, "stage": "{{stage.name}}"}'}
      stages: \(stages)
      \(more)
      """
  }

  func run(in folder: Folder, name: String = "test.yaml") throws -> RunResult {
    let file = try folder.write(scenario, to: name)
    var rehearsal = ScenarioRehearsal(
      request: RunRequest(file: file, reportDirectory: folder.path("Reports"), toolVersion: "test"), stop: stop,
      connection: connection, sabotage: sabotage)
    rehearsal.limits = limits
    switch rehearsal.run() {
    case .finished(let run):
      #expect(run.unwritten == [])
      return run.result
    case .refused(let refusal):
      Issue.record("refused with \(refusal.exit): \(refusal.text)")
      throw Refused(text: refusal.text, exit: refusal.exit)
    }
  }

  struct Refused: Error {
    var text: String
    var exit: ExitCode
  }
}

extension RunResult {
  func stage(_ name: String) throws -> StageResult { try #require(stages.first { $0.name == name }) }
}

extension StageResult {
  func outcome(_ metric: Metric) -> Check.Outcome? { checks.first { $0.expectation.metric == metric }?.outcome }

  /// The metrics whose checks are broken.
  var broken: [Metric] { checks.filter { $0.outcome == .broken }.map(\.expectation.metric) }

  /// The metrics whose checks are inconclusive.
  var inconclusive: [Metric] {
    checks.filter { if case .inconclusive = $0.outcome { true } else { false } }.map(\.expectation.metric)
  }
}

extension String {
  /// The repository, from where this file lies in it.
  static func repository(_ path: String, file: String = #filePath) -> String {
    let parts = file.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/" + path
  }
}
