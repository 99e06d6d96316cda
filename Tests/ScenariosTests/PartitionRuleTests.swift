import Scenarios
import Testing

@Suite struct PartitionRuleTests {
  private static func partition(_ rule: PartitionRule, _ sequence: UInt64, _ key: String = "", of count: Int32) -> Int32
  {
    Array(key.utf8).withUnsafeBytes { rule.partition(sequence: sequence, key: $0, of: count) }
  }

  /// From the tests of Kafka's Java client (`UtilsTest.testMurmur2`).
  @Test(
    arguments: [
      ("21", -973_932_308), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536),
      ("a-little-bit-longer-string", -1_486_304_829),
      ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971), ("abc", 479_470_107),
    ] as [(String, Int32)]) func murmur2IsThatOfTheJavaClient(_ text: String, _ expected: Int32)
  {
    #expect(Array(text.utf8).withUnsafeBytes { Int32(bitPattern: Murmur2.hash($0)) } == expected)
  }

  /// toPositive(murmur2(key)) % partitions, as in the Java client.
  @Test(arguments: [("21", 6), ("foobar", 7), ("abc", 1), ("", 12)] as [(String, Int32)])
  func byKeyIsTheHashWithoutItsSign(_ key: String, _ count: Int32) {
    let hash = Array(key.utf8).withUnsafeBytes { Int32(bitPattern: Murmur2.hash($0)) }
    #expect(Self.partition(.byKey, 4711, key, of: count) == (hash & 0x7fff_ffff) % count)
  }

  @Test func byKeyByHand() {
    // -973932308 & 0x7fffffff = 1173551340; 479470107 is positive.
    #expect(Self.partition(.byKey, 0, "21", of: 6) == 0)
    #expect(Self.partition(.byKey, 0, "21", of: 7) == 1_173_551_340 % 7)
    #expect(Self.partition(.byKey, 0, "abc", of: 10) == 7)
  }

  /// From librdkafka 2.0.2 itself: `rd_kafka_msg_partitioner_consistent` of these keys, for 1, 3, 6, 12, 100 and 1000 partitions.
  @Test(
    arguments: [
      ("", [0, 0, 0, 0, 0, 0]), ("a", [0, 0, 3, 3, 7, 907]), ("21", [0, 1, 4, 4, 32, 532]),
      ("abc", [0, 0, 0, 6, 78, 578]), ("123456789", [0, 2, 2, 2, 62, 262]), ("key-0", [0, 0, 0, 0, 40, 940]),
      ("user-4711", [0, 2, 5, 5, 13, 113]), ("order 17", [0, 1, 1, 7, 27, 727]), ("Grüße", [0, 0, 3, 9, 97, 97]),
      ("日本", [0, 2, 2, 8, 56, 756]), ("00000000-0000-4000-8000-000000000000", [0, 0, 3, 3, 67, 367]),
    ] as [(String, [Int32])]) func byKeyCRC32IsThatOfLibrdkafka(_ key: String, _ expected: [Int32])
  {
    let counts: [Int32] = [1, 3, 6, 12, 100, 1000]
    #expect(counts.map { Self.partition(.byKeyCRC32, 4711, key, of: $0) } == expected)
  }

  /// The check value of the polynomial, of nine digits.
  @Test func crc32IsThatOfZlib() {
    #expect(Array("123456789".utf8).withUnsafeBytes { CRC32.hash($0) } == 0xcbf4_3926)
  }

  @Test(arguments: [PartitionRule.byKey, .byKeyCRC32]) func aMessageWithoutAKeyIsSpread(_ rule: PartitionRule) {
    let none = UnsafeRawBufferPointer(start: nil, count: 0)
    #expect([0, 127, 128, 256].map { rule.partition(sequence: $0, key: none, of: 3) } == [0, 0, 1, 2])
  }

  @Test func stickyStaysForARun() {
    let sequences: [UInt64] = [0, 127, 128, 255, 256, 383, 384, .max]
    #expect(
      sequences.map { Self.partition(.sticky, $0, of: 3) } == [0, 0, 1, 1, 2, 2, 0, Int32((UInt64.max / 128) % 3)])
  }

  @Test func roundRobinTakesTurns() {
    #expect((0..<5).map { Self.partition(.roundRobin, $0, of: 3) } == [0, 1, 2, 0, 1])
    #expect(Self.partition(.roundRobin, .max, of: .max) == Int32(UInt64.max % UInt64(Int32.max)))
  }

  @Test func fixedIsWhatItSays() {
    #expect(Self.partition(.fixed(4), 99, "abc", of: 6) == 4)
  }
}
