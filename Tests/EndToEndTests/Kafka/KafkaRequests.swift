import Glibc
import Testing

/// Administrative requests in Kafka's own protocol: each takes milliseconds, where Kafka's programs start a JVM, and needs
/// nothing of what is tested.
extension KafkaCluster {
  struct Refused: Error {
    var request: String
    var code: Int16
  }

  /// Creates a topic with these settings; it can be written when this returns.
  func createTopic(_ name: String, partitions: Int, settings: [String: String]) throws {
    var body = WireBytes()
    body.append([name]) { body, name in
      body.append(name)
      body.append(Int32(clamping: partitions))
      // The cluster's own replication, and its own assignment.
      body.append(Int16(-1))
      body.append(Int32(0))
      body.append(settings.sorted { $0.key < $1.key }) { body, setting in
        body.append(setting.key)
        body.append(setting.value)
      }
    }
    body.append(Self.patience)
    // Not only to be validated.
    body.append(Int8(0))
    var answer = try ask(.createTopics, version: 4, body)
    try answer.skip(8)
    _ = try answer.text()
    try accept(answer.int16(), "create topic \(name)")
    let leads = eventually(within: 20, every: 0.02) {
      (try? leaders(of: name).count == partitions && end(of: name, partition: 0) >= 0) ?? false
    }
    try #require(leads, "\(name) has no leaders")
  }

  func deleteTopic(_ name: String) throws {
    var body = WireBytes()
    body.append([name]) { $0.append($1) }
    body.append(Self.patience)
    var answer = try ask(.deleteTopics, version: 1, body)
    try answer.skip(8)
    _ = try answer.text()
    try accept(answer.int16(), "delete topic \(name)")
  }

  /// Deletes the topic with all its records, and creates an empty one of the same name.
  func makeAnew(_ name: String, partitions: Int = 1) throws {
    try deleteTopic(name)
    try createTopic(name, partitions: partitions, settings: [:])
  }

  /// Changes one of the topic's settings.
  func set(_ setting: String, _ value: String, of topic: String) throws {
    var body = WireBytes()
    body.append([topic]) { body, topic in
      // Of a topic.
      body.append(Int8(2))
      body.append(topic)
      body.append([(setting, value)]) { body, setting in
        body.append(setting.0)
        // Set it, rather than delete or append.
        body.append(Int8(0))
        body.append(setting.1)
      }
    }
    body.append(Int8(0))
    var answer = try ask(.alterConfigs, version: 0, body)
    try answer.skip(8)
    try accept(answer.int16(), "set \(setting) of \(topic)")
  }

  /// Moves the beginning of the first partition to `offset`.
  func deleteRecords(of topic: String, before offset: Int64) throws {
    var body = WireBytes()
    body.append([topic]) { body, topic in
      body.append(topic)
      body.append([offset]) { body, offset in
        body.append(Int32(0))
        body.append(offset)
      }
    }
    body.append(Self.patience)
    var answer = try ask(.deleteRecords, version: 1, body)
    try answer.skip(8)
    _ = try answer.text()
    try answer.skip(4 + 4 + 8)
    try accept(answer.int16(), "delete records of \(topic)")
  }

  /// The last stable offset of the first partition: where its first open transaction begins, else its end.
  func lastStableOffset(of topic: String) throws -> Int64 {
    var body = WireBytes()
    // As a client; of what is committed.
    body.append(Int32(-1))
    body.append(Int8(1))
    body.append([topic]) { body, topic in
      body.append(topic)
      body.append([Int64(-1)]) { body, time in
        body.append(Int32(0))
        body.append(time)
      }
    }
    var answer = try ask(.listOffsets, version: 2, body)
    try answer.skip(8)
    _ = try answer.text()
    try answer.skip(8)
    try accept(answer.int16(), "ask for the last stable offset of \(topic)")
    try answer.skip(8)
    return try answer.int64()
  }

  private static let patience = Int32(20000)

  func accept(_ code: Int16, _ request: String) throws {
    guard code == 0 else { throw Refused(request: request, code: code) }
  }

  /// The first broker's answer, behind its correlation number.
  func ask(_ api: KafkaAPI, version: Int16, _ body: WireBytes) throws -> WireReader {
    let file = TCP.connected(to: brokers[0].ports[.plaintext] ?? 0)
    try #require(file >= 0, "the broker does not accept connections")
    defer { close(file) }
    var request = WireBytes()
    request.append(api.number)
    request.append(version)
    request.append(Int32(1))
    request.append("tests")
    var frame = WireBytes.framed(request.bytes + body.bytes)
    try #require(TCP.write(&frame, to: file) && frame.isEmpty)
    var (buffer, answer) = (FrameBuffer(), [UInt8]?.none)
    let answered = eventually(within: 30) {
      let isOpen = TCP.read(file, into: &buffer)
      answer = buffer.next()
      return answer != nil || !isOpen
    }
    var reader = WireReader(try #require(answer, "no answer (\(answered ? "closed" : "in time"))"))
    try reader.skip(4)
    return reader
  }
}
