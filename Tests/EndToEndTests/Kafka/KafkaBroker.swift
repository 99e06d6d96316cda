import FoundationEssentials
import Glibc
import Synchronization
import Testing

/// One broker of a cluster, controller as well: it can be killed, stopped, paused and started again.
final class KafkaBroker: Sendable {
  enum Listener: String, Sendable, CaseIterable {
    case plaintext = "PLAINTEXT"
    case login = "SASL_PLAINTEXT"
    case loginOverTLS = "SASL_SSL"
    /// A client certificate is required.
    case certificate = "SSL"
    /// TLS without client certificates and without a login.
    case oneWay = "ONE_WAY"
    /// TLS with a certificate for another host.
    case otherHost = "OTHER_HOST"
    /// TLS with a certificate that has expired.
    case expired = "EXPIRED"
    /// OAUTHBEARER over TLS; a connection lasts as long as its token.
    case token = "TOKEN"
    /// Plain text for clients that come by way of `KafkaProxy`, whose address is advertised.
    case proxied = "PROXIED"
    case controller = "CONTROLLER"

    /// Kafka's name of what is spoken there.
    var securityProtocol: String {
      switch self {
      case .plaintext, .proxied, .controller: "PLAINTEXT"
      case .login: "SASL_PLAINTEXT"
      case .loginOverTLS, .token: "SASL_SSL"
      case .certificate, .oneWay, .otherHost, .expired: "SSL"
      }
    }
  }

  /// From 1, as the cluster numbers it.
  let id: Int32
  let ports: [Listener: UInt16]
  /// Advertised for the listener `proxied`; only a proxy listens there.
  let proxyPort: UInt16
  private let home: KafkaHome
  private let folder: String
  private let process = Mutex<TiedProcess?>(nil)
  private let paused = Atomic<Bool>(false)

  init(id: Int32, ports: [Listener: UInt16], proxyPort: UInt16, home: KafkaHome, folder: String) {
    self.id = id
    self.ports = ports
    self.proxyPort = proxyPort
    self.home = home
    self.folder = folder
  }

  var properties: String { "\(folder)/broker-\(id).properties" }
  var data: String { "\(folder)/data-\(id)" }
  var log: String { "\(folder)/broker-\(id).log" }

  func address(_ listener: Listener = .plaintext) -> String { "127.0.0.1:\(ports[listener] ?? 0)" }

  /// It runs and is not paused.
  var answers: Bool { isRunning && !paused.load(ordering: .relaxed) }
  /// Its process; nil where it is not to run.
  var pid: pid_t? { process.withLock { $0?.id } }
  var isRunning: Bool { process.withLock { $0?.isRunning ?? false } }

  // MARK: Starting

  /// Starts it and waits until it serves.
  func start(within seconds: Double = 60) throws {
    try launch()
    try awaitReady(within: seconds)
  }

  /// Starts it with a new log file, in which its readiness is seen; the old log goes into another file.
  func launch() throws {
    try process.withLock { process in
      process?.end()
      paused.store(false, ordering: .relaxed)
      if access(log, F_OK) == 0 { rename(log, "\(folder)/broker-\(id).before-\(getpid()).\(time(nil)).log") }
      process = try TiedProcess(home.java, arguments, output: log, spoils: data)
    }
  }

  /// The program and its arguments, for one that is started by others.
  var command: [String] { [home.java] + arguments }

  private var arguments: [String] {
    Self.machine + [
      "-Dlog4j2.configurationFile=\(folder)/broker.yaml", "-Dlog4j.configuration=file:\(folder)/broker.log4j",
      "-cp", home.classPath, "kafka.Kafka", properties,
    ]
  }

  private static let machine = [
    "-Xmx512m", "-Xms256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
  ]

  func awaitReady(within seconds: Double = 60) throws {
    let ready = eventually(within: seconds, every: 0.05) { accepts && hasSaid("Kafka Server started") || !isRunning }
    try #require(ready && isRunning, "broker \(id) did not start:\n\(lastWords)")
  }

  private func hasSaid(_ text: String) -> Bool {
    (try? String(contentsOf: URL(filePath: log), encoding: .utf8))?.contains(text) ?? false
  }

  private var accepts: Bool { Port.isOpen(ports[.plaintext] ?? 0) }

  private var lastWords: String {
    let lines = ((try? String(contentsOf: URL(filePath: log), encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.suffix(12).joined(separator: "\n")
  }

  // MARK: Ending

  /// As by a power cut; a paused one dies as well.
  func kill() { process.withLock { $0.take()?.end() } }

  /// In order: it hands its partitions over first. Without a quorum it cannot: then it is killed, and this throws.
  func stop(within seconds: Double = 40) throws {
    let code = process.withLock { process in
      process?.signal(SIGTERM)
      defer { process.take()?.end() }
      return process?.exitCode(within: seconds)
    }
    // Java ends with 128 + SIGTERM when that made it end in order.
    try #require(code == 143, "broker \(id) did not end in order: \(code.map(String.init) ?? "killed")\n\(lastWords)")
  }

  /// Pauses it: it keeps its connections and answers nothing.
  func pause() {
    paused.store(true, ordering: .relaxed)
    process.withLock { $0?.signal(SIGSTOP) }
  }

  func resume() {
    process.withLock { $0?.signal(SIGCONT) }
    paused.store(false, ordering: .relaxed)
  }
}

/// Ports of this machine's own address.
enum Port {
  /// Unused ports: each is kept open until the last is found.
  static func free(_ count: Int) throws -> [UInt16] {
    var held: [Int32] = []
    defer { held.forEach { close($0) } }
    return try (0..<count).map { _ in
      let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
      held.append(file)
      var address = local(0)
      let bound = withUnsafeMutableBytes(of: &address) { bytes -> Bool in
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
        var size = socklen_t(bytes.count)
        return bind(file, start, size) == 0 && getsockname(file, start, &size) == 0
      }
      try #require(bound)
      return UInt16(bigEndian: address.sin_port)
    }
  }

  static func isOpen(_ port: UInt16) -> Bool {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(file) }
    var address = local(port)
    return withUnsafeBytes(of: &address) { bytes in
      guard let start = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return false }
      return connect(file, start, socklen_t(bytes.count)) == 0
    }
  }

  private static func local(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
  }
}
