import Testing

@testable import Scenarios

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

  // MARK: As other clients

  @Test func keysAreHashedAsOtherClientsDo() {
    #expect(KeyHashVector.all.count == 223)
    for vector in KeyHashVector.all {
      // An empty array has no address, which would mean no key.
      (vector.key + [0]).withUnsafeBytes { bytes in
        let key = UnsafeRawBufferPointer(rebasing: bytes.dropLast())
        func of(_ rule: PartitionRule, _ partitions: Int32) -> Int32 {
          rule.partition(sequence: 4711, key: key, of: partitions)
        }
        let note: Comment = "key \(vector.key)"
        #expect(Int32(bitPattern: Murmur2.hash(key)) == vector.murmur2, note)
        #expect(of(.byKey, 7) == vector.partitionOf7, note)
        #expect(of(.byKey, 1000) == vector.partitionOf1000, note)
        #expect(CRC32.hash(key) == vector.crc32, note)
        #expect(of(.byKeyCRC32, 7) == vector.crcPartitionOf7, note)
      }
    }
  }

  // MARK: By the seed

  @Test func randomIsEvenAndTheSameForASeed() {
    let rule = PartitionRule.random(key: 0).seeded(by: 42, stage: "a")
    var counts = [Int](repeating: 0, count: 7)
    for n: UInt64 in 0..<70_000 { counts[Int(Self.partition(rule, n, of: 7))] += 1 }
    // Five standard deviations of a binomial count.
    for count in counts { #expect(abs(count - 10_000) < 463, "\(counts)") }
    #expect((0..<12).map { Self.partition(rule, $0, of: 7) } == [2, 2, 4, 6, 0, 0, 5, 1, 4, 4, 6, 3])
    #expect(rule == PartitionRule.random(key: 0).seeded(by: 42, stage: "a"))
    #expect(rule != PartitionRule.random(key: 0).seeded(by: 43, stage: "a"))
    #expect(rule != PartitionRule.random(key: 0).seeded(by: 42, stage: "b"))
  }

  struct Weighing: Sendable, CustomTestStringConvertible {
    var name: String
    var weights: [(Int32, UInt64)]
    /// The messages of each partition in a run, by the partition's number.
    var run: [Int32: Int]
    var testDescription: String { name }
  }

  /// In each run every partition comes exactly as often as its weight, and runs differ in their order.
  @Test(arguments: [
    Weighing(name: "three to one", weights: [(0, 3), (1, 1)], run: [0: 3, 1: 1]),
    Weighing(name: "reduced", weights: [(5, 60), (2, 30), (0, 10)], run: [5: 6, 2: 3, 0: 1]),
    Weighing(name: "one of nothing", weights: [(0, 0), (7, 2)], run: [7: 1]),
    Weighing(name: "large weights", weights: [(0, 999), (1, 1)], run: [0: 999, 1: 1]),
  ]) func weightsAreExactInEachRun(_ given: Weighing) throws {
    let weights = try #require(PartitionWeights(given.weights.map { (partition: $0.0, weight: $0.1) }))
    let rule = PartitionRule.weights(weights).seeded(by: 42, stage: "a")
    let length = UInt64(given.run.values.reduce(0, +))
    for run: UInt64 in [0, 1, 2, 1_000_000_007] {
      var counts: [Int32: Int] = [:]
      for n in run * length..<(run + 1) * length { counts[Self.partition(rule, n, of: 8), default: 0] += 1 }
      #expect(counts == given.run, "run \(run)")
    }
    #expect(rule == PartitionRule.weights(weights).seeded(by: 42, stage: "a"))
  }

  @Test func theOrderOfARunIsBySeedAndRun() throws {
    let weights = try #require(PartitionWeights([(partition: 0, weight: 12), (partition: 1, weight: 7)]))
    func order(_ seed: UInt64, _ run: UInt64) -> [Int32] {
      let rule = PartitionRule.weights(weights).seeded(by: seed, stage: "a")
      return (run * 19..<(run + 1) * 19).map { Self.partition(rule, $0, of: 2) }
    }
    #expect(order(42, 0) == [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0])
    #expect(Set([order(42, 0), order(42, 1), order(42, 2), order(43, 0)]).count == 4)
  }

  @Test func withoutAWeightThereIsNoRule() {
    #expect(PartitionWeights([]) == nil)
    #expect(PartitionWeights([(partition: 0, weight: 0)]) == nil)
    #expect(PartitionWeights([(partition: 0, weight: .max), (partition: 1, weight: .max - 1)]) == nil)
  }

  @Test func partitionsThatAreNamedHaveTheirMessages() throws {
    func named(_ rule: PartitionRule) -> [[UInt64]] {
      rule.named(of: 1001).map { [UInt64($0.partition), $0.expected] }
    }
    let weights = try #require(
      PartitionWeights([(partition: 0, weight: 3), (partition: 9, weight: 1), (partition: 4, weight: 0)]))
    #expect(named(.fixed(4)) == [[4, 1001]])
    #expect(named(.weights(weights)) == [[0, 750], [9, 250]])
    #expect(weights.source == "{weights: {0: 3, 9: 1}}")
    for rule in [PartitionRule.byKey, .byKeyCRC32, .sticky, .roundRobin, .random(key: 1)] {
      #expect(named(rule).isEmpty)
    }
  }
}
