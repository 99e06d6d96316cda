import Dispatch
import FoundationEssentials
import Glibc
import Synchronization
import Testing

/// Apache Kafka on this machine, one broker or several, in a folder of its own. Its brokers end with it, or with the tests,
/// however those end; the logs stay where a test has failed.
final class KafkaCluster: Sendable {
  let home: KafkaHome
  let folder: String
  let brokers: [KafkaBroker]
  let certificates: KafkaCertificates

  /// The one broker that tests share, a topic each, with auto.create.topics.enable.
  static func shared() throws -> KafkaCluster { try started(one) }
  /// Three brokers that tests share; each leaves them as it found them, by `restore`.
  static func trio() throws -> KafkaCluster { try started(three) }

  /// One broker that creates nothing by itself and cleans compacted topics at once, for tests that change topics during a run.
  static func strict() throws -> KafkaCluster { try started(alone) }

  /// One broker that creates nothing by itself, and where a user may do only what an ACL allows; without a login everything, at
  /// the listeners for that.
  static func secured() throws -> KafkaCluster { try started(guarded) }

  private static let guarded = Result {
    try KafkaCluster(settings: ["auto.create.topics.enable": "false", "allow.everyone.if.no.acl.found": "false"])
  }
  private static let alone = Result {
    try KafkaCluster(settings: ["auto.create.topics.enable": "false", "log.cleaner.backoff.ms": "200"])
  }
  private static let one = Result { try KafkaCluster() }
  private static let three = Result { try KafkaCluster(brokers: 3, settings: ["broker.session.timeout.ms": "6000"]) }

  /// The failed expectation of the first test that started it is not recorded again: the others must fail by themselves.
  static func started(_ cluster: Result<KafkaCluster, any Error>) throws -> KafkaCluster {
    switch cluster {
    case .success(let cluster): return cluster
    case .failure(let error): throw KafkaHome.Missing(description: "the shared brokers did not start: \(error)")
    }
  }

  /// `settings` go over those of `BrokerProperties`.
  init(brokers count: Int = 1, settings: [String: String] = [:]) throws {
    home = try KafkaHome.required()
    folder = try KafkaRemains.newFolder()
    certificates = try KafkaCertificates.made()
    let listeners = KafkaBroker.Listener.allCases
    // One more for each broker's proxy.
    let each = listeners.count + 1
    let ports = try Port.free(count * each)
    let (home, folder) = (home, folder)
    brokers = (0..<count).map { index in
      let own = ports[index * each..<(index + 1) * each]
      return KafkaBroker(
        id: Int32(index + 1), ports: Dictionary(uniqueKeysWithValues: zip(listeners, own)),
        proxyPort: own[own.endIndex - 1], home: home, folder: folder)
    }
    for (name, level) in [("broker", "INFO"), ("tool", "OFF")] {
      try write(BrokerProperties.log4j2(level), to: "\(name).yaml")
      try write(BrokerProperties.log4j(level), to: "\(name).log4j")
    }
    for broker in brokers {
      let properties = BrokerProperties(broker: broker, all: brokers, certificates: certificates, settings: settings)
      try write(properties.text, to: "broker-\(broker.id).properties")
    }
    try format()
    for broker in brokers { try broker.launch() }
    for broker in brokers { try broker.awaitReady() }
    KafkaRemains.living(self)
  }

  deinit { end() }

  /// Every broker by KILL; then its data is removed.
  func end() {
    for broker in brokers {
      broker.kill()
      try? FileManager.default.removeItem(atPath: broker.data)
    }
  }

  /// Starts again what was killed, resumes what was paused, and waits until all replicas of all topics are in sync.
  func restore() throws {
    let dead = brokers.filter { !$0.isRunning }
    for broker in brokers { broker.resume() }
    for broker in dead { try broker.launch() }
    for broker in dead { try broker.awaitReady() }
    try #require(eventually(within: 40, every: 0.1) { isWhole }, "replicas stay behind")
  }

  func broker(_ id: Int32) throws -> KafkaBroker { try #require(brokers.first { $0.id == id }) }

  /// The addresses of all brokers, running or not, for a scenario's `brokers`.
  func bootstrap(_ listener: KafkaBroker.Listener = .plaintext) -> String {
    brokers.map { $0.address(listener) }.joined(separator: ",")
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }

  /// Formats all at the same time, because a JVM takes a second to start.
  private func format() throws {
    let cluster = "rehearsal-tests-000001"
    let users = BrokerProperties.users.flatMap { user in
      ["256", "512"].flatMap { ["--add-scram", "SCRAM-SHA-\($0)=[name=\(user),password=\(user)-secret]"] }
    }
    let formats = try brokers.map { broker in
      try TiedProcess(
        home.java,
        Self.toolMachine + [
          "-cp", home.classPath, "kafka.tools.StorageTool", "format", "-t", cluster, "-c", broker.properties,
        ]
          + users, output: "\(folder)/format-\(broker.id).log")
    }
    for (broker, format) in zip(brokers, formats) {
      let code = format.exitCode(within: 30)
      format.end()
      let said = try String(contentsOf: URL(filePath: "\(folder)/format-\(broker.id).log"), encoding: .utf8)
      try #require(code == 0, "\(said)")
    }
  }

  static let toolMachine = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"]
}

/// The folders of all clusters of this process. They are removed at its end where every test has passed; else they are
/// named, for the brokers' logs are in them.
enum KafkaRemains {
  private struct State {
    var folders: [String] = []
    var clusters: [WeakCluster] = []
    var isRegistered = false
  }

  private struct WeakCluster {
    weak var cluster: KafkaCluster?
  }

  private static let state = Mutex(State())

  static func newFolder() throws -> String {
    var template = Array("/tmp/rehearse-kafka-XXXXXX".utf8CString)
    let made = String(cString: try #require(mkdtemp(&template)))
    state.withLock { state in
      state.folders.append(made)
      guard !state.isRegistered else { return }
      state.isRegistered = true
      on_exit({ status, _ in KafkaRemains.clear(passed: status == 0) }, nil)
    }
    return made
  }

  static func living(_ cluster: KafkaCluster) {
    state.withLock { $0.clusters.append(WeakCluster(cluster: cluster)) }
  }

  private static func clear(passed: Bool) {
    let (folders, clusters) = state.withLock { ($0.folders, $0.clusters.compactMap(\.cluster)) }
    for cluster in clusters { cluster.end() }
    for folder in folders where passed { try? FileManager.default.removeItem(atPath: folder) }
    guard !passed else { return }
    let text = "the brokers' logs are kept in \(folders.joined(separator: " "))\n"
    _ = write(2, text, text.utf8.count)
  }
}
