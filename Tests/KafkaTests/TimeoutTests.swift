import Testing

@testable import Kafka

@Suite struct TimeoutTests {
  @Test(
    arguments: [
      ("whole milliseconds", .milliseconds(250), 250), ("seconds", .seconds(3), 3000), ("none", .zero, 0),
      ("a part of a millisecond counts as one", .microseconds(1), 1),
      ("and so beside whole ones", .microseconds(2001), 3), ("below zero would be for ever", .seconds(-1), 0),
      ("more than librdkafka takes", .seconds(Int64.max), .max),
    ] as [(String, Duration, Int32)]
  ) func inWholeMilliseconds(_ name: String, _ duration: Duration, _ milliseconds: Int32) {
    #expect(duration.milliseconds == milliseconds)
  }
}
