import FoundationEssentials
import Glibc
import Testing

/// An unpacked Apache Kafka, and the Java that runs it: `KAFKA_HOME`, else what `make kafka` has collected.
struct KafkaHome: Sendable {
  enum Search: Sendable {
    case found(KafkaHome)
    /// The missing part, and how to get it.
    case absent(String)
    /// `KAFKA_HOME` names something else: a mistake, not a choice.
    case mistaken(String)
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  let path: String
  let java: String
  /// As in the name of its clients' jar: `4.3.1`.
  let version: String

  var isBefore4: Bool { version.hasPrefix("3.") }
  var classPath: String { "\(path)/libs/*" }

  static let search = find()

  static var found: KafkaHome? {
    guard case .found(let home) = search else { return nil }
    return home
  }

  static func required() throws -> KafkaHome {
    switch search {
    case .found(let home): return home
    case .absent(let why), .mistaken(let why): throw Missing(description: why)
    }
  }

  /// The repository, from where this file lies in it.
  static let repository = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  private static func find() -> Search {
    let stated = variable("KAFKA_HOME")
    let collected = "\(repository)/.build/kafka"
    guard let path = stated ?? newest(in: collected) else {
      return .absent("there is no Apache Kafka: set KAFKA_HOME, or type: make kafka")
    }
    guard let version = version(of: path) else {
      let why = "there is no libs/kafka-clients-VERSION.jar in \(path)"
      return stated == nil ? .absent("\(why); type: make kafka") : .mistaken("KAFKA_HOME: \(why)")
    }
    guard let java = java() else { return .absent("there is no java on the PATH; Kafka needs version 17") }
    return .found(KafkaHome(path: path, java: java, version: version))
  }

  private static func newest(in folder: String) -> String? {
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let newest = versions.filter { version(of: "\(folder)/\($0)") != nil }.max { left, right in
      numbers(left).lexicographicallyPrecedes(numbers(right))
    }
    return newest.map { "\(folder)/\($0)" }
  }

  private static func numbers(_ version: String) -> [Int] { version.split(separator: ".").map { Int($0) ?? 0 } }

  private static func version(of path: String) -> String? {
    let jars = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/libs")) ?? []
    let clients = jars.compactMap { jar -> String? in
      guard jar.hasPrefix("kafka-clients-"), jar.hasSuffix(".jar") else { return nil }
      return String(jar.dropFirst("kafka-clients-".count).dropLast(".jar".count))
    }
    return clients.first { $0.first?.isNumber ?? false && !$0.contains("-") }
  }

  private static func java() -> String? {
    let places =
      (variable("JAVA_HOME").map { ["\($0)/bin"] } ?? [])
      + (variable("PATH") ?? "").split(separator: ":").map(String.init)
    return places.map { "\($0)/java" }.first { access($0, X_OK) == 0 }
  }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// True on a build server, where the tests with Kafka may not be left out.
  static var isDemanded: Bool { variable("CI") != nil }
}
