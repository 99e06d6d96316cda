/// A key of `Counts`; its raw value is its index, from 0.
package protocol CountKey: CaseIterable, RawRepresentable<Int>, Hashable, Sendable {
  var facts: MetricFacts { get }
  /// True where several stages have their greatest value together, not their sum.
  var isGreatest: Bool { get }
}
