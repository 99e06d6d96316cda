/// Which expectations a run is held to, once defaults and explicit ones are weighed against each other.
package struct EffectiveExpectations: Sendable, Equatable {
  /// For each stage of the scenario: defaults that nothing replaced, then what is written in it, then what is written at
  /// the top about it.
  package var stages: [[Expectation]]
  /// Judged once, on the row `*`.
  package var run: [Expectation]
}

extension Scenario {
  /// An explicit expectation replaces the default on its metric in the stages that it applies to; one of the whole run, in
  /// all of them. Of explicit ones a stage's own, or `stage(NAME)`, replaces `stage(*)`. One that only warns replaces none,
  /// and none replaces it.
  package func effectiveExpectations(isIdempotent: (Stage) -> Bool) -> EffectiveExpectations {
    let run = expectations.filter { $0.scope == .run }
    let stages = stages.map { stage in
      let named = stage.expectations + expectations.filter { $0.scope == .stage(stage.name) }
      let ownMetrics = Self.replaced(by: named)
      let each = expectations.filter { expectation in
        expectation.scope == .eachStage && expectation.hasValue(in: stage)
          && (expectation.level == .warn || !ownMetrics.contains(expectation.metric))
      }
      let explicit = named + each
      // Of a stage that must be refused nothing else can be asked for by default: none of its messages gets through.
      if explicit.contains(where: { $0.metric == .refused }) { return explicit }
      let metrics = Self.replaced(by: explicit + run)
      let defaults = Expectation.defaults(
        for: stage, idempotent: isIdempotent(stage), committed: verify.isolation == .readCommitted)
      return defaults.filter { !metrics.contains($0.metric) && !(verify.order == .none && $0.metric.isOfOrder) }
        + explicit
    }
    return EffectiveExpectations(stages: stages, run: run)
  }

  /// The reason for which a stage must be refused; nil for all others.
  package func expectedRefusal(ofStage index: Int) -> RefusalReason? {
    let stage = stages[index]
    let refusal =
      (stage.expectations + expectations.filter { $0.scope == .stage(stage.name) || $0.scope == .eachStage })
      .first { $0.metric == .refused }
    if case .reason(let reason)? = refusal?.bound { return reason }
    return nil
  }

  private static func replaced(by expectations: [Expectation]) -> Set<Metric> {
    Set(expectations.filter { $0.level == .fail }.map(\.metric))
  }
}

extension Expectation {
  /// The expectations of every stage unless the scenario says otherwise; each points at the stage's name.
  package static func defaults(for stage: Stage, idempotent: Bool, committed: Bool = true) -> [Expectation] {
    Metric.allCases.compactMap { metric in
      // What a target passes on is looked for in sinks.
      if stage.target != nil, metric.facts.source == .reading { return nil }
      let isZero = Expectation(metric: metric, comparison: .equal, bound: .count(0), range: stage.range)
      switch metric.facts.standard {
      case .none: return nil
      case .zero: return isZero
      case .zeroIfIdempotent: return idempotent ? isZero : nil
      case .zeroIfCommitted: return committed ? isZero : nil
      case .atLeast(let bound):
        let expectation = Expectation(metric: metric, comparison: .atLeast, bound: bound, range: stage.range)
        return expectation.hasValue(in: stage) ? expectation : nil
      }
    }
  }

  /// True where the stage's row has a value for it.
  package func hasValue(in stage: Stage) -> Bool { emptiness(in: stage) == nil }

  /// The reason why the stage's row has none.
  func emptiness(in stage: Stage) -> MetricFacts.Row? {
    let empty = metric.facts.emptyIn
    if !stage.measured, empty.contains(.unmeasured) { return .unmeasured }
    if stage.schedule.isPaced { return nil }
    // Of the rate that was kept only the share of the target needs a target.
    let needsTarget = metric == .rateKept && bound.unit == .ratio
    return empty.contains(.atMaximum) || needsTarget ? .atMaximum : nil
  }
}

extension Expectation {
  /// False where it is broken as soon as its metric, a count, is above 0.
  package var allowsSome: Bool {
    guard level == .fail, let bound = bound.fraction else { return true }
    return !comparison.limitsAbove || Fraction(comparison == .less ? 1 : 0) < bound
  }
}

extension Stage {
  /// True where the scenario states how much of `metric` it expects in the stage, and that may be more than 0. `expectations`
  /// are those of the scenario's top.
  package func expects(some metric: Metric, among expectations: [Expectation]) -> Bool {
    let stated = (self.expectations + expectations).filter { $0.metric == metric && $0.level == .fail }
    let own = stated.filter { $0.scope == .own || $0.scope == .stage(name) }
    let effective = (own.isEmpty ? stated.filter { $0.scope == .eachStage } : own) + stated.filter { $0.scope == .run }
    return !effective.isEmpty && effective.allSatisfy(\.allowsSome)
  }
}
