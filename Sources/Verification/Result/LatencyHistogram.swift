package import Scenarios

/// Counts of latencies in HdrHistogram's layout with three significant digits, in microseconds from 1 µs to one hour:
/// log-linear buckets of 2048 sub-buckets, so a value is kept within 0.1 %. Fixed memory, mergeable; minimum, maximum and
/// sum are exact.
package struct LatencyHistogram: Sendable, Equatable {
  private static let subBucketBits = 11
  private static let subBuckets = 1 << subBucketBits
  private static let halfSubBuckets = subBuckets / 2
  /// Microseconds; a longer latency counts as this one, its exact value is kept in the maximum.
  package static let highest: UInt64 = 3_600_000_000
  /// Buckets until 2048 · 2^(buckets − 1) exceeds `highest`.
  private static let bucketCount = 22
  private static let slots = (bucketCount + 1) * halfSubBuckets
  /// The memory that one takes.
  package static let byteCount = slots * MemoryLayout<UInt64>.stride

  private var counts: [UInt64]
  package private(set) var count: UInt64 = 0
  /// Nanoseconds.
  package private(set) var minimum: UInt64 = .max
  /// Nanoseconds.
  package private(set) var maximum: UInt64 = 0
  private var sum = 0.0

  /// Shared until the first latency is noted.
  private static let empty = Array(repeating: UInt64(0), count: slots)

  package init() { counts = Self.empty }

  package mutating func record(nanoseconds: Int64) { record(Nanoseconds(nanoseconds)) }

  /// Notes one latency; a negative one, from two clocks that disagree, counts as 0.
  package mutating func record(_ latency: Nanoseconds) {
    let value = UInt64(max(latency.count, 0))
    counts[Self.slot(of: min(value / 1000, Self.highest))] += 1
    count += 1
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    sum += Double(value)
  }

  package mutating func merge(_ other: Self) {
    guard other.count > 0 else { return }
    for slot in counts.indices { counts[slot] += other.counts[slot] }
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    sum += other.sum
  }

  /// The same latencies, but those of `part`, which are among them, shorter by `time`. Minimum and maximum are those of the slots.
  func shortening(_ part: Self, by time: Nanoseconds) -> Self {
    var rest = Self()
    for slot in counts.indices {
      let hindered = min(part.counts[slot], counts[slot])
      rest.add(counts[slot] - hindered, of: Nanoseconds(clamping: Self.greatest(of: slot)) * 1000, atMost: maximum)
      let least = slot > 0 ? Self.greatest(of: slot - 1) + 1 : 0
      rest.add(hindered, of: max(Nanoseconds(clamping: least) * 1000 - time, .zero), atMost: maximum)
    }
    return rest
  }

  private mutating func add(_ number: UInt64, of latency: Nanoseconds, atMost greatest: UInt64) {
    guard number > 0 else { return }
    let value = min(UInt64(max(latency.count, 0)), greatest)
    counts[Self.slot(of: min(value / 1000, Self.highest))] += number
    count += number
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    sum += Double(value) * Double(number)
  }

  /// `nanoseconds(atPercentile:)` in milliseconds.
  package func milliseconds(atPercentile percentile: Double) -> Double? {
    nanoseconds(atPercentile: percentile).map { Double($0) / 1e6 }
  }

  /// The value at or below which `percentile` percent of the latencies lie; nil where nothing was recorded. As in
  /// HdrHistogram: the greatest value equivalent to the one at rank ⌈percentile / 100 · count⌉, in whole microseconds.
  package func nanoseconds(atPercentile percentile: Double) -> UInt64? {
    guard count > 0 else { return nil }
    // 99.9 is a little more than 99.9 as a binary fraction: without the step down, the rank of 1,000 would be 1,000, not 999.
    let rank = max(UInt64((percentile.nextDown * Double(count) / 100).rounded(.up)), 1)
    var seen: UInt64 = 0
    for slot in counts.indices where counts[slot] > 0 {
      seen += counts[slot]
      if seen >= rank { return min(Self.greatest(of: slot) * 1000, maximum) }
    }
    return maximum
  }

  /// Nanoseconds; nil where nothing was recorded.
  package func nanoseconds(_ statistic: Latency.Statistic) -> Double? {
    guard count > 0 else { return nil }
    func percentile(_ percent: Double) -> Double? { nanoseconds(atPercentile: percent).map { Double($0) } }
    return switch statistic {
    case .min: Double(minimum)
    case .max: Double(maximum)
    case .mean: sum / Double(count)
    case .p50: percentile(50)
    case .p90: percentile(90)
    case .p95: percentile(95)
    case .p99: percentile(99)
    case .p999: percentile(99.9)
    }
  }

  /// Index of `value` (µs) as HdrHistogram computes it with a unit of 1.
  private static func slot(of value: UInt64) -> Int {
    let bucket = 64 - (value | UInt64(subBuckets - 1)).leadingZeroBitCount - subBucketBits
    let sub = Int(truncatingIfNeeded: value >> UInt64(bucket))
    return (bucket + 1) * halfSubBuckets + sub - halfSubBuckets
  }

  /// The greatest value (µs) that falls into `slot`.
  private static func greatest(of slot: Int) -> UInt64 {
    var bucket = slot / halfSubBuckets - 1
    var sub = slot % halfSubBuckets + halfSubBuckets
    if bucket < 0 {
      sub -= halfSubBuckets
      bucket = 0
    }
    return (UInt64(sub + 1) << UInt64(bucket)) - 1
  }
}

/// Slots that are not empty are `slot:count` pairs in one string, so that a saved run stays small and can still be merged.
extension LatencyHistogram: Codable {
  private enum Keys: String, CodingKey {
    case unit, count, minimum, maximum, sum, slots
  }

  private static let unit =
    "HdrHistogram slots, 3 digits, microseconds; minimum, maximum and sum are nanoseconds"

  package init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: Keys.self)
    let stated = try values.decode(UInt64.self, forKey: .count)
    minimum = try values.decode(UInt64.self, forKey: .minimum)
    maximum = try values.decode(UInt64.self, forKey: .maximum)
    sum = try values.decode(Double.self, forKey: .sum)
    for pair in try values.decode(String.self, forKey: .slots).split(separator: " ") {
      let numbers = pair.split(separator: ":").compactMap { UInt64($0) }
      let (sum, overflow) = count.addingReportingOverflow(numbers.last ?? 0)
      guard numbers.count == 2, numbers[0] < UInt64(Self.slots), counts[Int(numbers[0])] == 0, !overflow else {
        throw DecodingError.dataCorruptedError(
          forKey: .slots, in: values, debugDescription: "a slot that this histogram does not have: \(pair)")
      }
      counts[Int(numbers[0])] = numbers[1]
      count = sum
    }
    guard count == stated, count <= UInt64(Int64.max), sum.isFinite else {
      throw DecodingError.dataCorruptedError(
        forKey: .count, in: values, debugDescription: "the counts of the slots do not add up to it")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Keys.self)
    try values.encode(Self.unit, forKey: .unit)
    try values.encode(count, forKey: .count)
    try values.encode(minimum, forKey: .minimum)
    try values.encode(maximum, forKey: .maximum)
    try values.encode(sum, forKey: .sum)
    let pairs = counts.indices.filter { counts[$0] > 0 }.map { "\($0):\(counts[$0])" }
    try values.encode(pairs.joined(separator: " "), forKey: .slots)
  }
}
