import Diagnostics
import Kafka
import SampleScenarios
import Scenarios
import Testing
import Verification

@testable import Load

/// The messages that the embedded broker can keep: two batches in a row of a partition must be within 5 MiB.
@Suite struct EmbeddedCapacityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var batch: Int
    var sizes: [(bytes: Int, fits: Bool)]
    var testDescription: String { name }

    init(_ name: String, batch: Int = 1_000_000, _ sizes: (bytes: Int, fits: Bool)...) {
      self.name = name
      self.batch = batch
      self.sizes = sizes
    }
  }

  private static let half = (5 << 20) / 2 - MockCluster.overheadPerRecord

  @Test(arguments: [
    Case("small ones, however many", (900_000, true), (900_000, true), (900_000, true), (900_000, true)),
    Case("two of half", (half, true), (half, true), (half, true)),
    Case("two of a byte more", (half + 1, true), (half + 1, false)),
    Case("one alone, however large", (60_000_000, true)),
    Case("a large one and a small one", (6_000_000, true), (10, false)),
    Case("a small one before a large one", (10, true), (6_000_000, false)),
    Case("a large one between small ones", (10, true), (4_000_000, true), (10, true), (4_000_000, true)),
    Case("small ones that may be one batch with it", (4_500_000, true), (500_000, true), (500_000, false)),
    Case("batches that the quota keeps small", batch: 8_000_000, (900_000, true), (900_000, true), (900_000, true)),
  ]) func keepsTwoInARow(_ given: Case) {
    var neighbours = EmbeddedCapacity.Neighbours(largestBatch: given.batch)
    for (index, size) in given.sizes.enumerated() {
      #expect(neighbours.fits(size.bytes) == size.fits, "message \(index)")
    }
  }

  @Test(
    arguments: [
      ("within the limit", "2.5MB", "count: 8", "", nil),
      ("3 MB, one after the other", "3MB", "count: 8, partition: 0", "", 3_000_000),
      ("4 MB, one after the other", "4MB", "count: 8, partition: 0", "", 4_000_000),
      ("6 MB, one after the other", "6MB", "count: 8, partition: 0", "", 6_000_000),
      ("6 MB, one alone", "6MB", "count: 1", "", nil),
      ("3 MB, one in each partition", "3MB", "count: 2, partition: round-robin", "", nil),
      ("3 MB, for as long as it takes", "3MB", "rate: max, duration: 1s", "", 3_000_000),
      ("3 MB, more than are rendered", "3MB", "count: 1M", "", 3_000_000),
      ("small, more than are rendered", "3kB", "count: 1M", "", nil),
      ("3 MB, compressed", "3MB", "count: 8", "librdkafka: {compression.type: lz4}", nil),
    ] as [(String, String, String, String, Int?)]
  ) func refusesWhatItCannotKeep(
    _ name: String, _ size: String, _ stage: String, _ client: String, _ largest: Int?
  ) throws {
    let text = """
      version: 1
      name: large
      cluster: {brokers: embedded, \(client)}
      topics: {orders: {partitions: 2}}
      templates: {large: {value: "{{seq}}", size: \(size)}}
      stages: [{name: a, \(stage)}]
      """
    let scenario = try SampleScenario(text).scenario()
    let profile = ClientProfile(bootstrap: [], isEmbedded: true, written: scenario.cluster.librdkafka)
    let refusal = EmbeddedCapacity(scenario, profile: profile).refusal(selected: [0]) { stage in
      scenario.recipe(stage: stage, seed: 0, runID: "0000000000000", startedAt: 0)
    }
    #expect(refusal == largest.map { .tooLargeForEmbedded(stage: 0, bytes: $0, bound: 5 << 20) })
  }

  @Test func aPartitionThatIsNotReadAnyFurtherHoldsNoSender() {
    let quota = EmbeddedQuota(partitions: 2)
    for partition in 0..<2 {
      #expect(quota.take(partition: partition, bytes: 3_000_000))
      #expect(!quota.take(partition: partition, bytes: 3_000_000))
    }
    quota.abandon(partition: 1)
    #expect(!quota.take(partition: 0, bytes: 3_000_000))
    for _ in 0..<100 {
      #expect(quota.take(partition: 1, bytes: 3_000_000))
      quota.release(partition: 1, bytes: 3_000_000)
    }
  }

  @Test(arguments: [(1_000_000, true), (8_000_000, false)])
  func twoBatchesThatMayBeInFlightAreWithinTheLimit(_ largest: Int, _ isAllowed: Bool) {
    let quota = EmbeddedQuota(partitions: 1, largestBatch: largest)
    #expect(quota.take(partition: 0, bytes: 2_600_000))
    #expect(quota.take(partition: 0, bytes: 100_000) == isAllowed)
  }
}
