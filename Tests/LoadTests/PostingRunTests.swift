import Kafka
import SampleScenarios
import SampleServers
import Scenarios
import Synchronization
import Testing
import Verification

@testable import Load

/// Runs whose stages post to a server of this process.
@Suite("runs that post", .serialized, .timeLimit(.minutes(2))) struct PostingRunTests {
  /// The stages post to `url`, but for those named `kafka…`.
  private static func scenario(
    _ stages: String, to url: String, mode: String = "later", _ change: (inout Target) -> Void = { _ in }
  ) throws -> Scenario {
    // They are read as stages that send to a topic, since the embedded broker is refused beside targets.
    let read = stages.split(separator: "{name: ").joined(separator: "{topic: orders, name: ")
    var scenario = try Samples.scenario(stages: read, more: "verify: {mode: \(mode), within: 5s}")
    var target = Target(name: "api", range: Samples.range, url: url, urlRange: Samples.range)
    change(&target)
    scenario.targets = [target]
    for index in scenario.stages.indices where !scenario.stages[index].name.hasPrefix("kafka") {
      scenario.stages[index].destination = .target(0)
    }
    return scenario
  }

  private static func run(
    _ scenario: Scenario, stop: StopRequest = StopRequest(), _ change: (inout ScenarioRun) -> Void = { _ in }
  ) throws -> RunObservation {
    var run = ScenarioRun(
      scenario: scenario, runID: RunID(milliseconds: 1_790_000_000_000, random: .random(in: 0 ... .max)),
      connection: ClusterConnection(embedded: try MockCluster(), []), selected: Array(scenario.stages.indices),
      workFile: "/tmp/rehearse-posting.offsets", stop: stop, log: { _, _ in }, progress: { _ in }, wallClock: { 0 })
    run.limits.grace = .seconds(1)
    change(&run)
    return run.run()
  }

  private static func counts(_ row: StageResult, _ counts: SendCount...) -> [UInt64] { counts.map { row.send[$0] } }

  @Test("everything is sent once, when it is due, and answered")
  func everything() throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(202)) }
    let observed = try Self.run(
      Self.scenario("[{name: a, rate: 500/s, duration: 1s}, {name: b, count: 200}]", to: server.url))
    #expect(observed.errors == [])
    let (a, b) = (observed.stages[0], observed.stages[1])
    #expect(Self.counts(a, .due, .sent, .acknowledged, .unsent) == [500, 500, 500, 0])
    #expect(Self.counts(b, .due, .sent, .acknowledged, .unsent) == [200, 200, 200, 0])
    #expect(Set(server.requests.map(\.body)).count == 500 && server.requests.count == 700)
    #expect(server.requests.allSatisfy { $0.head.contains("\r\nContent-Type: application/json") })
    #expect(a.answers?.target == "api" && a.answers?.successes == 500 && b.answers?.successes == 200)
    #expect(a.answers.map { $0.connectionsMade >= 1 && $0.connectionsMax >= 1 } == true)
    #expect(a.topic == nil && a.acks == nil && a.read == nil && a.rejections == [] && a.limitedBy == nil)
    #expect(a.ackLatency?.count == 500 && a.lateness?.count == 500 && b.serviceLatency?.count == 200)
    let (first, last) = try (#require(a.firstSend), #require(a.lastSend))
    #expect(last - first >= .milliseconds(950))
    #expect(observed.stages.allSatisfy { $0.seriesViolations == [] })
    #expect(observed.stages.allSatisfy { CountIdentity.violations(send: $0.send, read: $0.read) == [] })
  }

  @Test("beside a stage that sends to Kafka, whose topic is read back")
  func besideKafka() throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(200)) }
    let observed = try Self.run(
      Self.scenario(
        "[{name: kafka, count: 300}, {name: http, rate: 300/s, duration: 1s}]",
        to: server.url, mode: "tail"))
    #expect(observed.errors == [])
    #expect(observed.stages[0].read?[.found] == 300 && observed.stages[0].read?[.foreign] == 0)
    #expect(Self.counts(observed.stages[1], .sent, .acknowledged) == [300, 300])
    #expect(observed.stages[1].read == nil)
  }

  struct Status: CustomTestStringConvertible {
    var status: Int
    var rules = AnswerRules()
    var acknowledged: UInt64 = 0
    var rejected: UInt64 = 0
    var unknown: UInt64 = 0
    var testDescription: String { "\(status)" }
  }

  @Test(
    "an answer means what the target's rules say",
    arguments: [
      Status(status: 201, acknowledged: 20), Status(status: 422, rejected: 20), Status(status: 408, unknown: 20),
      Status(status: 503, unknown: 20), Status(status: 302, unknown: 20),
      Status(status: 401, rules: AnswerRules(acknowledged: [.exactly(401)], rejected: []), acknowledged: 20),
    ])
  func status(_ test: Status) throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(test.status)) }
    let observed = try Self.run(
      Self.scenario("[{name: a, count: 20}]", to: server.url) { $0.answers = test.rules })
    #expect(observed.errors == [])
    let row = observed.stages[0]
    #expect(Self.counts(row, .acknowledged, .rejected, .unknown) == [test.acknowledged, test.rejected, test.unknown])
    #expect(row.rejections.map(\.count) == (test.rejected > 0 ? [20] : []))
    if let rejection = row.rejections.first {
      #expect(rejection.reason == .status(test.status) && !rejection.isInfrastructure)
    }
    let answers = try #require(row.answers)
    #expect(
      [answers.successes, answers.redirects, answers.clientErrors, answers.serverErrors, answers.unanswered]
        == [2, 3, 4, 5, 0].map { $0 == test.status / 100 ? 20 : 0 })
  }

  @Test("a target without a listener rejects for a reason of transport")
  func refused() throws {
    let port = try HostileServer.unusedPort()
    let observed = try Self.run(Self.scenario("[{name: a, count: 20}]", to: "http://127.0.0.1:\(port)/"))
    let row = observed.stages[0]
    #expect(Self.counts(row, .rejected, .unknown) == [20, 0])
    #expect(row.rejections.map(\.code) == ["NO_CONNECTION"] && row.rejections.allSatisfy(\.isInfrastructure))
    #expect(row.answers?.unanswered == 20 && row.answers?.connectionsMade == 0)
  }

  @Test("all connections busy is the target's time", arguments: ["block", "drop", "fail"])
  func busy(_ onFull: String) throws {
    let server = try HostileServer { _ in .late(HostileServer.answer(200), milliseconds: 50) }
    let observed = try Self.run(
      Self.scenario(
        "[{name: a, rate: 200/s, duration: 1s, on_full: \(onFull)}]", to: server.url
      ) { $0.connections = 2 })
    let row = observed.stages[0]
    let queueFull = try #require(row.queueFull)
    #expect(queueFull > .zero)
    #expect(row.answers.map { $0.connectionsMax <= 2 } == true)
    switch onFull {
    case "block":
      #expect(observed.errors == [] && row.limitedBy == .target)
      #expect(Self.counts(row, .acknowledged, .dropped) == [200, 0])
      #expect(queueFull > .seconds(3))
    case "drop":
      #expect(observed.errors == [] && row.limitedBy == .target)
      #expect(row.send[.dropped] > 100 && row.send[.dropped] + row.send[.acknowledged] == 200)
    default:
      #expect(observed.errors == [.queueFull(stage: 0)])
      #expect(row.send[.acknowledged] < 100)
    }
    #expect(CountIdentity.violations(send: row.send, read: row.read) == [])
  }

  @Test("a target that is not ready keeps everything from being sent")
  func notReady() throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(503)) }
    let scenario = try Self.scenario("[{name: a, count: 20}]", to: server.url) { $0.ready = "/ready" }
    let observed = try Self.run(scenario) { $0.limits.targetReady = .milliseconds(600) }
    #expect(observed.errors == [.targetNotReady(target: 0, because: "GET /ready was answered with 503")])
    #expect(server.requests.count >= 2 && server.requests.allSatisfy { $0.head.hasPrefix("GET /ready HTTP/1.1") })
    #expect(observed.stages[0].startedAt == nil)
  }

  @Test("one that becomes ready is waited for")
  func becomesReady() throws {
    let asked = Mutex(0)
    let server = try HostileServer { request in
      let isReady = asked.withLock {
        $0 += 1
        return $0 > 2
      }
      return .bytes(HostileServer.answer(isReady || request.head.hasPrefix("POST") ? 200 : 503))
    }
    let observed = try Self.run(Self.scenario("[{name: a, count: 20}]", to: server.url) { $0.ready = "/ready" })
    #expect(observed.errors == [])
    #expect(observed.stages[0].send[.acknowledged] == 20)
  }

  @Test("a target that answers nothing is lost")
  func lost() throws {
    let server = try HostileServer { _ in .nothing }
    let scenario = try Self.scenario("[{name: a, rate: 50/s, duration: 1m}, {name: b, count: 10}]", to: server.url) {
      $0.timeout = .milliseconds(200)
    }
    let observed = try Self.run(scenario) { $0.limits.clusterLost = .seconds(2) }
    #expect(observed.errors.contains(.targetLost(target: 0, seconds: 2)))
    let row = observed.stages[0]
    #expect(row.send[.unknown] > 50 && row.send[.unsent] > 2000 && row.send[.acknowledged] == 0)
    #expect(observed.stages[1].startedAt == nil)
    #expect(CountIdentity.violations(send: row.send, read: row.read) == [])
  }

  @Test("what is not answered when its time is over is unknown")
  func tooLong() throws {
    let server = try HostileServer { $0.connection % 2 == 0 ? .nothing : .bytes(HostileServer.answer(200)) }
    let scenario = try Self.scenario("[{name: a, rate: 100/s, duration: 1m}]", to: server.url) {
      $0.timeout = .seconds(30)
    }
    let observed = try Self.run(scenario) { $0.limits.stageAtMost = .seconds(1) }
    #expect(observed.errors == [.stageTooLong(stage: 0, atMost: .seconds(1))])
    let row = observed.stages[0]
    #expect(row.send[.unknown] > 0 && row.send[.unsent] > 5000)
    #expect(CountIdentity.violations(send: row.send, read: row.read) == [])
  }
}
