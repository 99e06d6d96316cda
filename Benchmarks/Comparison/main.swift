// How often a comparison is wrong, on simulated builds: Benchmarks/measure, the section "comparison".
//
//   benchmark-comparison COUNT SEED   COUNT comparisons for each line; prints what was done and a share, with a tab between
import Glibc
import Scenarios
import Verification

/// The share of `count` comparisons, each with builds drawn anew, that `isCounted`.
func share(_ count: Int, _ draw: () -> Comparison, _ isCounted: (Comparison) -> Bool) -> Double {
  var counted = 0
  for _ in 0..<count where isCounted(draw()) { counted += 1 }
  return Double(counted) / Double(count)
}

let numbers = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
guard numbers.count == 2, let count = Int(exactly: numbers[0]), count > 0 else {
  print("benchmark-comparison COUNT SEED")
  exit(64)
}
print("metrics\t\(SimulatedBuilds.metricCount)")
var builds = SimulatedBuilds(seed: numbers[1])
for noise in [3, 5, 8] {
  let alarms = share(count, { builds.comparison(runs: 5, noise: Double(noise) / 100) }) { $0.exit == .regressed }
  print("alarm \(noise)\t\(alarms)")
}
for metric in ["ack_latency_p50", "ack_latency_p99"] {
  for runs in [5, 10] {
    let found = share(count, { builds.comparison(runs: runs, noise: 0.03, slower: metric) }) { comparison in
      comparison.stages[0].findings.contains { $0.metric.name == metric && $0.verdict == .moved(.worse) }
    }
    print("found \(metric) \(runs)\t\(found)")
  }
}
