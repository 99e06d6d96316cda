import Dispatch
import Glibc
import Load
import Scenarios
import Synchronization
import Testing
import Verification

/// A broker that cannot be reached, goes away, or stops answering. These tests mostly wait, on a broker of their own, so they
/// run beside the others.
@Suite(.serialized, .enabled(if: KafkaHome.found != nil, "no Apache Kafka: set KAFKA_HOME, or type: make kafka"))
struct EndToEndTestsOfLosses {
  private static let own = Result { try KafkaCluster() }

  /// One broker for these tests alone, running.
  private func cluster() throws -> KafkaCluster {
    let cluster = try KafkaCluster.started(Self.own)
    if !cluster.brokers[0].isRunning { try cluster.brokers[0].start() }
    return cluster
  }

  /// The port of a broker that has just been ended.
  @Test func unreachable() throws {
    let folder = try Folder()
    let port = try Port.free(1)[0]
    let ended = try KafkaScenario(brokers: "127.0.0.1:\(port)", topic: "t", stages: "[{name: s, count: 10}]").run(
      in: folder, deadline: 10)
    #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
    #expect(ended.output.contains("cannot reach 127.0.0.1:\(port)"))
    #expect(try folder.stages().first?["verdict"] == "skipped")
  }

  /// The broker answers, but advertises an address where nothing listens.
  @Test func advertisedWhereNothingListens() throws {
    let nowhere = "127.0.0.1:\(try Port.free(1)[0])"
    let cluster = try KafkaCluster(settings: ["advertised.listeners": "PLAINTEXT://\(nowhere)"])
    defer { cluster.end() }
    let folder = try Folder()
    let ended = try KafkaScenario(
      brokers: cluster.bootstrap(), topic: "made", stages: "[{name: s, count: 10}]", partitions: 3
    ).run(in: folder, deadline: 20)
    #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
    let sentence =
      "\(cluster.bootstrap()) answers, but the brokers cannot be reached where they say they are, at \(nowhere) "
    #expect(ended.prose.contains(sentence), "\(ended.output)")
  }

  /// Killed, and started again with all that it had acknowledged: nothing is lost, nothing is duplicated.
  @Test func killedAndStartedAgain() throws {
    let cluster = try cluster()
    let broker = cluster.brokers[0]
    let rehearsed = Rehearsed(
      KafkaScenario(
        brokers: cluster.bootstrap(), topic: "back", stages: "[{name: s, rate: 500/s, duration: 6s, measure: false}]",
        partitions: 3,
        within: "30s"
      ).text)
    let started = Mutex<Result<Void, any Error>?>(nil)
    DispatchQueue.global().asyncAfter(deadline: .now() + 2.5) { @Sendable in
      broker.kill()
      let result = Result { try broker.start() }
      started.withLock { $0 = result }
    }
    let folder = try Folder()
    let result = try rehearsed.run(in: folder)
    #expect(eventually(within: 40) { started.withLock { $0 != nil } })
    try started.withLock { $0 }?.get()
    let stage = try result.stage("s")
    let read = try #require(stage.read)
    #expect(read[.lost] == 0)
    #expect(read[.duplicated] == 0)
    #expect(stage.send[.acknowledged] == 3000)
    #expect(result.exits == [.passed], "\(result.problems)")
    #expect(try cluster.count(of: "back") == 3000)
  }

  /// The real limit of 30 s; then reports, with nothing counted as lost.
  @Test func goneForGood() throws {
    let cluster = try cluster()
    let folder = try Folder()
    let program = try KafkaScenario(
      brokers: cluster.bootstrap(), topic: "gone", stages: "[{name: s, rate: 500/s, duration: 120s, measure: false}]",
      partitions: 3
    ).start(in: folder)
    #expect(eventually { program.errorsSoFar.contains("of 60,000 sent") })
    let clock = ContinuousClock()
    let killed = clock.now
    cluster.brokers[0].kill()
    let ended = try program.wait(deadline: 60)
    let took = clock.now - killed
    #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
    #expect(took > .seconds(28) && took < .seconds(45), "\(took)")
    #expect(ended.output.contains("no broker has answered for 30 s"))
    let stage = try #require(try folder.stages().first)
    #expect(try stage.count("lost") == 0)
    #expect(try stage.count("found") > 1000)
    #expect(try stage.count("unsent") > 0)
  }
}
