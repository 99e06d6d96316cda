import Kafka
import Testing

@Suite struct RecordSizeTests {
  private static let limit = 2000

  /// The linked librdkafka takes exactly what `atClient` says: the last byte is taken, and one more is not.
  @Test(
    arguments: [(nil, 0), (0, 1), (10, 35), (300, 63), (1, 64), (70, 400)] as [(key: Int?, header: Int)])
  func isWhatTheClientCounts(_ key: Int?, _ header: Int) throws {
    let producer = try Producer(
      settings("127.0.0.1:1", ["message.max.bytes": String(Self.limit)]), topic: "t", headerName: "rehearse",
      capacity: 8)
    defer { producer.close() }
    func size(_ value: Int) -> RecordSize {
      var size = RecordSize(key: key, value: value)
      size.addHeader(name: 8, value: header)
      return size
    }
    let most = try #require((0..<Self.limit).last { size($0).atClient <= Self.limit })
    #expect(size(most).atClient == Self.limit)
    func send(_ value: Int) -> Producer.SendResult {
      producer.send(
        Message(key: key.map { Array(repeating: 1, count: $0) }, value: Array(repeating: 2, count: value)),
        header: Array(repeating: 3, count: header), token: 0)
    }
    #expect(send(most) == .queued)
    producer.purge()
    #expect(send(most + 1) == .refused(code: 10))
  }

  /// Values up to 999,919 bytes pass with the default limit, where a message has the identity and nothing else.
  @Test func ofAMessageWithAnIdentityAlone() {
    func size(_ value: Int) -> Int {
      var size = RecordSize(key: nil, value: value)
      size.addHeader(name: 8, value: 35)
      return size.atClient
    }
    #expect(size(999_919) == RecordSize.usualClientLimit)
    #expect(size(999_930) == 1_000_011)
  }

  /// By hand: the batch's 61 bytes, then the record: its length, attributes, two differences, key, value, count of headers.
  @Test(
    arguments: [
      (nil, nil, [], 61 + 1 + 3 + 1 + 1 + 1), (1, 10, [], 61 + 1 + 3 + 2 + 11 + 1),
      (nil, 100, [35], 61 + 2 + 3 + 1 + 102 + 1 + 9 + 36),
    ] as [(key: Int?, value: Int?, headers: [Int], batch: Int)])
  func ofABatchAlone(_ key: Int?, _ value: Int?, _ headers: [Int], _ batch: Int) {
    var size = RecordSize(key: key, value: value)
    for header in headers { size.addHeader(name: 8, value: header) }
    #expect(size.inBatch == batch)
  }
}
