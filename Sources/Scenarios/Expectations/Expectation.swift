package import Diagnostics

/// A condition on a metric, with its position in the scenario.
package struct Expectation: Sendable, Equatable, Codable {
  package enum Comparison: String, Sendable, Codable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case equal = "=="
  }

  /// The stage, the run, or the sink or group that it applies to.
  package enum Scope: Sendable, Hashable, Codable {
    /// The stage, the sink or the group that it is written in, or whose default it is.
    case own
    /// `stage(NAME).`, at the top.
    case stage(String)
    /// `stage(*).`: every stage that has the metric, each by itself.
    case eachStage
    /// All stages together, judged once.
    case run
    /// `sink(NAME).`, at the top.
    case sink(String)
    /// `sink(*).`: every sink that has the metric, each by itself.
    case eachSink
    /// `group(NAME).`, at the top.
    case group(String)
    /// `group(*).`
    case eachGroup

    /// The kind of place that it is about; nil for stages, and for the place that it is written in.
    package var placeKind: PlaceKind? {
      switch self {
      case .own, .stage, .eachStage, .run: nil
      case .sink, .eachSink: .sink
      case .group, .eachGroup: .group
      }
    }
  }

  package enum Level: String, Sendable, Codable {
    case fail
    /// It says what was seen, and changes no verdict.
    case warn
  }

  package var scope: Scope
  package var metric: Metric
  package var comparison: Comparison
  package var bound: Bound
  package var level: Level
  /// Its text, or for a default the stage's name.
  package var range: SourceRange

  package init(
    scope: Scope = .own, metric: Metric, comparison: Comparison, bound: Bound, level: Level = .fail,
    range: SourceRange
  ) {
    self.scope = scope
    self.metric = metric
    self.comparison = comparison
    self.bound = bound
    self.level = level
    self.range = range
  }

  package var position: SourcePosition { range.start }

  /// As it would be written where it stands: `stage(peak).lost == 0`.
  package var text: String {
    switch scope {
    case .own, .run: condition
    case .stage(let name): "stage(\(name)).\(condition)"
    case .eachStage: "stage(*).\(condition)"
    case .sink(let name): "sink(\(name)).\(condition)"
    case .eachSink: "sink(*).\(condition)"
    case .group(let name): "group(\(name)).\(condition)"
    case .eachGroup: "group(*).\(condition)"
    }
  }

  /// As it would be written in the stage itself: `lost == 0`, `rate_kept >= 99%`.
  package var condition: String { "\(metric.name) \(comparison.rawValue) \(bound.text)" }
}

extension Expectation.Comparison {
  /// True where `value` compares with `bound` as asked.
  package func holds<Number: Comparable>(_ value: Number, _ bound: Number) -> Bool {
    switch self {
    case .less: value < bound
    case .atMost: value <= bound
    case .greater: value > bound
    case .atLeast: value >= bound
    case .equal: value == bound
    }
  }

  /// It can be broken by a value that is too great; `==` by either.
  package var limitsAbove: Bool { self == .less || self == .atMost || self == .equal }

  /// It can be broken by a value that is too small.
  package var limitsBelow: Bool { self == .greater || self == .atLeast || self == .equal }
}
