import Glibc
import Scenarios
import Verification

/// Builds whose runs differ by noise alone: 24 metrics that gate, independent of each other, in four stages. A run in 33 is an
/// outlier in a metric: half as much again.
struct SimulatedBuilds {
  /// The metrics of each stage that gate by a test of their own noise, with the level about which they vary: so high that the
  /// relative tolerance decides. A share of at most 1 does not vary so.
  private static let levels: [(index: Int, level: Double)] = ComparedMetric.all.indices.compactMap { index in
    let metric = ComparedMetric.all[index]
    guard metric.gate == .statistical, metric.tolerance.relative > 0 else { return nil }
    return (index, 20 * metric.tolerance.absolute / metric.tolerance.relative)
  }
  private static let stages = ["warm-up", "steady", "peak", "burst"]

  private var random: SplitMix64

  /// The independent metrics of a comparison.
  static var metricCount: Int { levels.count * stages.count }

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// A comparison of two builds with so many runs each; of the new one, `slower` takes 20 % more in the first stage.
  mutating func comparison(runs: Int, noise: Double, slower: String? = nil) -> Comparison {
    Comparison(
      base: side("base", runs, noise, slower: nil), new: side("new", runs, noise, slower: slower),
      rules: ComparisonRules())
  }

  private mutating func side(_ name: String, _ runs: Int, _ noise: Double, slower: String?) -> ComparedSide {
    var records: [StageRecord] = []
    for run in 0..<runs {
      for stage in Self.stages {
        var values = [Double?](repeating: nil, count: ComparedMetric.all.count)
        for (index, level) in Self.levels {
          let isSlower = stage == Self.stages[0] && ComparedMetric.all[index].name == slower
          values[index] = level * (isSlower ? 1.2 : 1) * factor(noise)
        }
        records.append(
          StageRecord(
            runID: "\(name)-\(run)", scenario: "simulated", stage: stage, label: name, scenarioSHA256: "1",
            broker: "kafka", values: values))
      }
    }
    return ComparedSide(name: name, records: records)
  }

  private mutating func factor(_ noise: Double) -> Double {
    exp(noise * normal()) * (uniform() < 0.03 ? 1.5 : 1)
  }

  /// Box and Muller.
  private mutating func normal() -> Double {
    (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  /// From 0 to below 1.
  private mutating func uniform() -> Double { Double(random.next() >> 11) * 0x1p-53 }
}

/// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
