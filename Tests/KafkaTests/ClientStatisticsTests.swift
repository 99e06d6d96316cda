import Testing

@testable import Kafka

/// The numbers that are taken from librdkafka's statistics.
@Suite struct ClientStatisticsTests {
  private static func read(_ json: String) -> ClientStatistics? {
    Array(json.utf8).withUnsafeBytes { ClientStatistics(json: $0) }
  }

  @Test func theCountersOfEachBroker() {
    let json = #"""
      { "name": "rehearse#producer-1", "ts":12, "replyq":0, "msg_cnt":22, "msg_max": 100000, "simple_cnt":0,
        "brokers":{ "a\"}:9092/1": { "name":"a:9092/1", "nodeid":1, "state":"UP", "txretries":3, "disconnects":2,
          "rtt": { "min":1, "max":9 }, "throttle": { "min":0, "max":250, "avg":10 },
          "toppars":{ "t-0": { "topic":"t", "partition":0 } } },
        "b:9092/bootstrap": { "name":"b", "nodeid":-1, "disconnects":1 } },
        "topics":{ "t": { "disconnects":77, "partitions": { "0": {"msg_cnt":5} } } }, "tx":8, "list":[1,{"a":[]},"]"] }
      """#
    let expected = ClientStatistics(
      queuedMessages: 22,
      brokers: [
        .init(id: 1, disconnects: 2, requestRetries: 3, throttleMax: 250), .init(id: -1, disconnects: 1),
      ])
    #expect(Self.read(json) == expected)
    #expect(expected.disconnects == 3)
  }

  @Test func aClientWithoutBrokers() {
    #expect(Self.read(#"{"msg_cnt":0,"brokers":{}}"#) == ClientStatistics(queuedMessages: 0, brokers: []))
    #expect(Self.read("{}") == ClientStatistics(queuedMessages: 0, brokers: []))
  }

  @Test(arguments: [
    "", "{", "[]", #"{"msg_cnt":"#, #"{"msg_cnt":x}"#, #"{"brokers":{"a":{"nodeid":1}"#, #"{"a" 1}"#, #"{"a":1"#,
  ])
  func whatIsNotTheirJSONIsNothing(_ json: String) { #expect(Self.read(json) == nil) }

  /// Cut at each byte it is nothing, and never read beyond.
  @Test func aTextThatIsCut() {
    let json = #"{"msg_cnt":22,"brokers":{"a\\":{"nodeid":1,"throttle":{"max":2}}},"x":[{"y":"\""}]}"#
    for count in 0..<json.utf8.count {
      #expect(Self.read(String(decoding: json.utf8.prefix(count), as: UTF8.self)) == nil, "\(count)")
    }
    #expect(Self.read(json)?.brokers.count == 1)
  }
}
