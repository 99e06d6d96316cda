import FoundationEssentials
import Glibc
import Testing

/// Kafka's own programs, by their classes.
enum KafkaTool: Sendable {
  case topics, offsets, consumer, groups, performance, configs, acls, deletion

  func name(in home: KafkaHome) -> String {
    switch self {
    case .topics: "org.apache.kafka.tools.TopicCommand"
    case .offsets: "org.apache.kafka.tools.GetOffsetShell"
    case .consumer: "org.apache.kafka.tools.consumer.ConsoleConsumer"
    case .groups: "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand"
    case .performance: "org.apache.kafka.tools.ProducerPerformance"
    case .configs: "kafka.admin.ConfigCommand"
    case .deletion: home.isBefore4 ? "kafka.admin.DeleteRecordsCommand" : "org.apache.kafka.tools.DeleteRecordsCommand"
    case .acls: home.isBefore4 ? "kafka.admin.AclCommand" : "org.apache.kafka.tools.AclCommand"
    }
  }

  /// The arguments that name the cluster.
  func bootstrap(_ addresses: String) -> [String] {
    switch self {
    case .performance: ["--producer-props", "bootstrap.servers=\(addresses)"]
    case .topics, .offsets, .consumer, .groups, .configs, .acls, .deletion: ["--bootstrap-server", addresses]
    }
  }
}

/// One record as Kafka's own consumer shows it.
struct DumpedRecord: Sendable, Hashable {
  var partition: Int32
  var offset: Int64
  var key: String
  var value: String
}

extension KafkaCluster {
  /// Starts one of Kafka's programs, which goes on until it ends or is ended.
  func start(_ tool: KafkaTool, _ arguments: [String], output: String) throws -> TiedProcess {
    try TiedProcess(
      home.java,
      Self.toolMachine + [
        "-Dlog4j2.configurationFile=\(folder)/tool.yaml", "-Dlog4j.configuration=file:\(folder)/tool.log4j", "-cp",
        home.classPath, tool.name(in: home),
      ] + tool.bootstrap(answering) + arguments, output: output)
  }

  /// One that does not answer would hold a program up for half a minute.
  private var answering: String { brokers.filter(\.answers).map { $0.address() }.joined(separator: ",") }

  /// Runs one of Kafka's programs to its end: what it wrote.
  @discardableResult
  func tool(_ tool: KafkaTool, _ arguments: [String], within seconds: Double = 40) throws -> String {
    let own = try Folder()
    let running = try start(tool, arguments, output: own.path("out"))
    defer { running.end() }
    let code = running.exitCode(within: seconds)
    let said = try own.read("out")
    try #require(code == 0, "\(tool.name(in: home)) \(arguments.joined(separator: " ")): \(said.suffix(2000))")
    return said
  }

  /// The brokers' topics, their own left out.
  func topics() throws -> Set<String> {
    Set(try tool(.topics, ["--list", "--exclude-internal"]).split(separator: "\n").map(String.init))
  }

  /// The end offset of each partition, by Kafka's own program.
  func ends(of topic: String) throws -> [Int32: Int64] {
    let lines = try tool(.offsets, ["--topic", topic]).split(separator: "\n")
    let ends = lines.compactMap { line -> (Int32, Int64)? in
      let cells = line.split(separator: ":")
      guard cells.count == 3, cells[0] == topic, let partition = Int32(cells[1]), let end = Int64(cells[2]) else {
        return nil
      }
      return (partition, end)
    }
    return Dictionary(uniqueKeysWithValues: ends)
  }

  func count(of topic: String) throws -> Int64 { try ends(of: topic).values.reduce(0, +) }

  /// The whole topic, read by Kafka's own consumer up to what Kafka's own program says that there is. Keys and values must
  /// be text without tabs and line ends. A compacted topic has fewer records than offsets, so there it ends when none has
  /// come for some seconds.
  func dump(_ topic: String, isCompacted: Bool = false) throws -> [DumpedRecord] {
    let count = try count(of: topic)
    guard count > 0 else { return [] }
    let shown = ["print.partition=true", "print.offset=true", "print.key=true"].flatMap { ["--property", $0] }
    let said = try tool(
      .consumer,
      [
        "--topic", topic, "--from-beginning", "--max-messages", "\(count)", "--timeout-ms",
        isCompacted ? "3000" : "20000",
      ]
        + shown)
    return said.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let cells = line.split(separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
      guard cells.count == 4, let partition = cells[0].number(after: "Partition:"),
        let offset = cells[1].number(after: "Offset:")
      else { return nil }
      return DumpedRecord(
        partition: Int32(partition), offset: offset, key: String(Substring(cells[2])),
        value: String(Substring(cells[3])))
    }
  }
}

extension Substring.UTF8View {
  fileprivate func number(after name: String) -> Int64? {
    let text = Substring(self)
    return text.hasPrefix(name) ? Int64(text.dropFirst(name.count)) : nil
  }
}
