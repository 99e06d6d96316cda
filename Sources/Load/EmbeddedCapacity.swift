internal import Kafka
package import Scenarios
package import Templates

/// The messages that the embedded broker can hold, decided before anything is sent, from the sizes of rendered messages. Of long
/// stages some messages are rendered only; a compressed message may be much smaller than it is here, so it is not refused.
package struct EmbeddedCapacity {
  private let scenario: Scenario
  private let profile: ClientProfile
  /// Stages of at most this many messages, and of about this many bytes, are rendered whole.
  private static let mostRendered: UInt64 = 5_000
  private static let mostBytes = 128 << 20
  private static let samples: UInt64 = 256

  package init(_ scenario: Scenario, profile: ClientProfile) {
    self.scenario = scenario
    self.profile = profile
  }

  /// The most bytes that the client sends in one batch of several messages.
  package static func largestBatch(_ profile: ClientProfile) -> Int {
    func size(_ names: String...) -> Int {
      names.lazy.compactMap { profile.producer[$0] }.first.flatMap { Int($0) } ?? 1_000_000
    }
    return min(size("batch.size"), size("message.max.bytes"))
  }

  /// The reason why the selected stages cannot be run; nil if they can. `recipe` is that of a stage.
  package func refusal(selected: [Int], recipe: (Int) -> RenderRecipe) -> LoadError? {
    switch scenario.verify.mode {
    case .tail: break
    case .after: return afterTheLoad(selected, recipe)
    // What the broker drops is not read.
    case .later: return nil
    }
    guard profile.compression == "none" else { return nil }
    var neighbours = scenario.topics.map { topic in
      Array(repeating: Neighbours(largestBatch: Self.largestBatch(profile)), count: topic.partitions ?? 1)
    }
    for stage in selected {
      guard let topic = scenario.stages[stage].topic else { continue }
      let sizes = Sizes(recipe(stage), scenario.stages[stage], scenario.topics[topic])
      if let bytes = sizes.tooLarge(in: &neighbours[topic]) {
        return .tooLargeForEmbedded(stage: stage, bytes: bytes, bound: MockCluster.keptPerPartition)
      }
    }
    return nil
  }

  /// The batches in a row that one partition may get.
  struct Neighbours {
    let largestBatch: Int
    /// A message that is a batch of its own; 0 where there is none.
    private var large = 0
    /// The messages since, which may be one batch.
    private var small = 0

    /// No batch of several messages is larger than half of what the broker keeps: `EmbeddedQuota` does not let it grow.
    init(largestBatch: Int) { self.largestBatch = min(largestBatch, MockCluster.keptPerPartition / 2) }

    /// Takes in the next message; false if the broker cannot keep it together with the batch before it.
    mutating func fits(_ bytes: Int) -> Bool {
      let size = bytes + MockCluster.overheadPerRecord
      guard size > largestBatch else {
        small = min(small + size, largestBatch)
        return large + small <= MockCluster.keptPerPartition
      }
      let before = small > 0 ? small : large
      (large, small) = (size, 0)
      return before == 0 || before + size <= MockCluster.keptPerPartition
    }
  }

  /// The sizes of one stage's messages.
  private struct Sizes {
    let recipe: RenderRecipe
    let stage: Stage
    let partitions: Int32

    init(_ recipe: RenderRecipe, _ stage: Stage, _ topic: Topic) {
      self.recipe = recipe
      self.stage = stage
      partitions = Int32(clamping: topic.partitions ?? 1)
    }

    /// The size of the first message that does not fit; nil where all do, as far as they are rendered.
    func tooLarge(in neighbours: inout [Neighbours]) -> Int? {
      var renderer = MessageRenderer(recipe)
      guard let total = stage.schedule.total, total <= EmbeddedCapacity.mostRendered else {
        return sampled(&renderer)
      }
      var rendered = 0
      for number in 0..<total {
        renderer.render(number, due: .zero)
        let bytes = renderer.byteCount
        let partition = stage.partition.partition(sequence: number, key: renderer.key, of: partitions)
        guard neighbours.indices.contains(Int(partition)) else { return nil }
        if !neighbours[Int(partition)].fits(bytes) { return bytes }
        rendered += bytes
        if rendered > EmbeddedCapacity.mostBytes { return sampled(&renderer) }
      }
      return nil
    }

    /// Any two of many messages may follow one another.
    private func sampled(_ renderer: inout MessageRenderer) -> Int? {
      var largest = 0
      let total = stage.schedule.total
      let step = max((total ?? 0) / EmbeddedCapacity.samples, 1)
      for index in 0..<min(EmbeddedCapacity.samples, total ?? .max) {
        renderer.render(index * step, due: .zero)
        largest = max(largest, renderer.byteCount)
      }
      return 2 * (largest + MockCluster.overheadPerRecord) <= MockCluster.keptPerPartition ? nil : largest
    }
  }

  /// With `mode: after` the embedded broker is not read while the load runs, so it must hold everything.
  private func afterTheLoad(_ selected: [Int], _ recipe: (Int) -> RenderRecipe) -> LoadError? {
    var bytes: [Int: UInt64] = [:]
    for index in selected {
      let stage = scenario.stages[index]
      guard let topic = stage.topic else { continue }
      // The longest of some, the last among them, whose numbers have the most digits.
      var renderer = MessageRenderer(recipe(index))
      let last = max(stage.schedule.total ?? 1, 1) - 1
      var longest = 0
      for number in [last] + (0..<min(last, 64)) {
        renderer.render(number, due: .zero)
        longest = max(longest, renderer.byteCount)
      }
      let each = UInt64(longest + MockCluster.overheadPerRecord)
      let partitions = UInt64(
        stage.partition == .roundRobin || stage.partition == .sticky
          ? scenario.topics[topic].partitions ?? 1 : 1)
      let (product, overflow) = (stage.schedule.total ?? .max).multipliedReportingOverflow(by: each)
      let share = overflow ? .max : product / partitions + min(PartitionRule.stickyRun * each, .max / 4)
      let (sum, tooMuch) = bytes[topic, default: 0].addingReportingOverflow(share)
      bytes[topic] = sum
      if overflow || tooMuch || sum > UInt64(MockCluster.boundPerPartition) {
        return .tooMuchForEmbedded(stage: index, bound: MockCluster.boundPerPartition)
      }
    }
    return nil
  }
}
