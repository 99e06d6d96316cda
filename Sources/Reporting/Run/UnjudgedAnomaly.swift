internal import Scenarios
internal import Verification

/// Anomalies of a stage that were counted, and that no expectation is about: they fail nothing, and are shown all the same.
struct UnjudgedAnomaly {
  let stage: StageResult
  let metric: Metric
  let count: UInt64
  let witnesses: [Anomaly]

  /// `6,000 records repeat a message: the producers are not idempotent, so this is no failure`
  var sentence: String {
    let words = metric.sentence(count, in: stage) ?? "\(metric.name) is \(HumanNumber.grouped(count))"
    let isUsual = metric.facts.standard == .zeroIfIdempotent && stage.idempotent == false
    let why = isUsual ? "the producers are not idempotent" : "no expectation is about \(metric.name)"
    return "\(words): \(why), so this is no failure"
  }
}

extension RunResult {
  func unjudged(in stage: StageResult) -> [UnjudgedAnomaly] {
    guard stage.ran else { return [] }
    let judged = Set((stage.checks + whole.checks).filter { $0.subject == nil }.map(\.expectation.metric))
    return Anomaly.Kind.allCases.compactMap { kind in
      guard !judged.contains(kind.metric), case .count(let count)? = stage.value(of: kind.metric, in: .count), count > 0
      else { return nil }
      return UnjudgedAnomaly(
        stage: stage, metric: kind.metric, count: count, witnesses: stage.witnesses.filter { $0.kind == kind })
    }
  }
}
