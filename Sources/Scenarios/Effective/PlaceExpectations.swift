package import Diagnostics

extension Expectation {
  /// The expectations of a sink or a group: defaults that nothing replaced, then what is written in it, then what is written at the top
  /// about it. An explicit expectation replaces the default on its metric; a place's own, or `sink(NAME)`, replaces `sink(*)`. One
  /// that only warns replaces none, and none replaces it.
  ///
  /// - Parameters:
  ///   - own: those that are written in the place.
  ///   - top: all of the scenario's top, whatever they are about.
  ///   - absent: metrics of which the place has no value, such as `corrupted` where nothing is compared: there is no default about
  ///     them, and `sink(*)` does not mean it.
  ///   - range: the place's name, at which defaults point.
  package static func effective(
    _ kind: PlaceKind, named name: String, own: [Expectation], top: [Expectation], absent: Set<PlaceMetric> = [],
    range: SourceRange
  ) -> [Expectation] {
    let (one, each): (Scope, Scope) =
      switch kind {
      case .sink: (.sink(name), .eachSink)
      case .group: (.group(name), .eachGroup)
      }
    let named = own + top.filter { $0.scope == one }
    let ownMetrics = Set(named.filter { $0.level == .fail }.map(\.metric))
    let missing = Set(absent.map(Metric.place))
    let others = top.filter {
      $0.scope == each && !missing.contains($0.metric) && ($0.level == .warn || !ownMetrics.contains($0.metric))
    }
    let explicit = named + others
    let replaced = Set(explicit.filter { $0.level == .fail }.map(\.metric))
    let defaults = kind.metrics.map(Metric.place).filter {
      $0.facts.standard == .zero && !replaced.contains($0) && !missing.contains($0)
    }
    return defaults.map { Expectation(metric: $0, comparison: .equal, bound: .count(0), range: range) } + explicit
  }
}
