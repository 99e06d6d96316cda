/// The keys of a set of counts; the raw value is the place of each, from 0.
package protocol CountKey: CaseIterable, RawRepresentable<Int>, Hashable, Sendable {
  var facts: MetricFacts { get }
  /// Over several stages it is not the sum that counts, but the greatest.
  var isGreatest: Bool { get }
}
