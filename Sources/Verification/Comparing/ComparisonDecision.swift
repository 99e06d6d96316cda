package import Scenarios

extension Comparison {
  /// Compares the rows of each stage of a scenario that both sides have.
  package init(base: ComparedSide, new: ComparedSide, rules: ComparisonRules) {
    self.init(base: base, new: new, gatesSuspicions: rules.gatesSuspicions) { _ in rules }
  }

  /// The same, with rules for each scenario.
  package init(
    base: ComparedSide, new: ComparedSide, gatesSuspicions: Bool, rules: (_ scenario: String) -> ComparisonRules
  ) {
    let (base, new) = (SideRows(base), SideRows(new))
    let keys = base.keys + new.keys.filter { base.rows[$0] == nil }
    // A row for the whole run repeats those of the stages.
    let staged = Set(keys.filter { !$0.isWholeRun }.map(\.scenario))
    stages = keys.filter { !$0.isWholeRun || !staged.contains($0.scenario) }.map { key in
      StageComparison(key, base: base.rows[key], new: new.rows[key], rules: rules(key.scenario))
    }
    self.base = base.summary(of: stages)
    self.new = new.summary(of: stages)
    self.new.exactOnly += stages.reduce(0) { $0 + $1.withoutEvidence }
    self.gatesSuspicions = gatesSuspicions
  }
}

/// The name of what is compared.
struct StageKey: Hashable {
  var scenario: String
  var stage: String
  var isWholeRun: Bool { stage == StageRecord.wholeRun }
}

/// The rows of a side, by stage.
private struct SideRows {
  let side: ComparedSide
  /// In the order of the rows.
  private(set) var keys: [StageKey] = []
  private(set) var rows: [StageKey: [StageRecord]] = [:]

  init(_ side: ComparedSide) {
    self.side = side
    for record in side.records {
      let key = StageKey(scenario: record.scenario, stage: record.stage)
      if rows[key] == nil { keys.append(key) }
      rows[key, default: []].append(record)
    }
  }

  /// Counts of the rows that belong to one of `stages`.
  func summary(of stages: [StageComparison]) -> Comparison.Side {
    let used = stages.compactMap { rows[StageKey(scenario: $0.scenario, stage: $0.stage)] }.joined()
    let kept = used.filter(\.isComparable)
    let starts = Dictionary(used.map { ($0.build, $0.startedAt ?? .max) }, uniquingKeysWith: min)
    return Comparison.Side(
      name: side.name, builds: starts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key),
      runs: Set(kept.map(\.runID)).count, leftOut: used.count - kept.count,
      exactOnly: kept.count { !$0.isFullyComparable })
  }
}

extension StageRecord {
  /// False for a row of which nothing is compared.
  package var isComparable: Bool {
    switch verdict {
    case .passed, .failed, .inconclusive: true
    case .skipped, .aborted: false
    }
  }

  /// False for a row of which only exact metrics are compared.
  package var isFullyComparable: Bool { isComparable && verdict != .inconclusive && !isGeneratorLimited }
}

extension StageComparison {
  /// `base` and `new` are nil where the side lacks the stage.
  fileprivate init(_ key: StageKey, base: [StageRecord]?, new: [StageRecord]?, rules: ComparisonRules) {
    self.init(scenario: key.scenario, stage: key.stage, status: .compared)
    guard let base, let new else {
      status = base == nil ? .added : .removed
      return
    }
    let (left, right) = (base.filter(\.isComparable), new.filter(\.isComparable))
    guard !left.isEmpty, !right.isEmpty else {
      status = .nothingLeft(base: left.isEmpty, new: right.isEmpty)
      return
    }
    differences = ComparedFact.allCases.indices.compactMap { Self.difference($0, left, right) }
    drift = Self.drift(left, right)
    guard drift.isEmpty || rules.allowsDrift else {
      status = .blocked(drift)
      drift = []
      return
    }
    let evidence = MissingEvidence(beyond: left)
    let known = right.filter { evidence.metrics(of: $0).isEmpty }
    withoutEvidence = right.count { $0.isFullyComparable } - known.count { $0.isFullyComparable }
    if known.isEmpty {
      let missing = Set(right.flatMap(evidence.metrics))
      status = .inconclusive(because: missing.sorted().map { ComparedMetric.all[$0] })
    }
    findings = ComparedMetric.all.indices.filter { rules[$0].isCompared }.compactMap { index in
      Self.finding(index, rules[index], left, ComparedMetric.all[index].gate == .exact ? right : known)
    }
  }

  /// Nil where nothing of the metric can be compared: neither side has a value, or only exact metrics are compared.
  private static func finding(
    _ index: Int, _ rule: ComparisonRules.Rule, _ base: [StageRecord], _ new: [StageRecord]
  ) -> Finding? {
    let metric = ComparedMetric.all[index]
    var rule = rule
    if rule.needsRate, !(base + new).allSatisfy(\.hasRate) { rule.gate = .never }
    let isExact = metric.gate == .exact
    let values = { (rows: [StageRecord]) in
      rows.filter { isExact || $0.isFullyComparable }.compactMap { $0.values[index] }
    }
    let finding = Finding(metric, rule, base: values(base), new: values(new))
    return finding.base.values.isEmpty && finding.new.values.isEmpty ? nil : finding
  }

  private static func drift(_ base: [StageRecord], _ new: [StageRecord]) -> [Drift] {
    var drift: [Drift] = []
    let newer = (base + new).map(\.schemaVersion).max() ?? 0
    if newer > RunResult.currentSchemaVersion { drift.append(.schemaVersion(newer)) }
    let scenarios = (base.map(\.scenarioSHA256).distinct, new.map(\.scenarioSHA256).distinct)
    if Set(scenarios.0 + scenarios.1).count > 1 { drift.append(.scenario(base: scenarios.0, new: scenarios.1)) }
    let brokers = (base.compactMap(\.broker).distinct, new.compactMap(\.broker).distinct)
    if Set(brokers.0 + brokers.1).count > 1 { drift.append(.broker(base: brokers.0, new: brokers.1)) }
    return drift
  }

  private static func difference(_ index: Int, _ base: [StageRecord], _ new: [StageRecord]) -> Difference? {
    let left = base.map { $0.facts[index] }.filter { !$0.isEmpty }.distinct
    let right = new.map { $0.facts[index] }.filter { !$0.isEmpty }.distinct
    guard !left.isEmpty, !right.isEmpty, Set(left) != Set(right) else { return nil }
    return Difference(fact: ComparedFact.allCases[index], base: left, new: right)
  }
}

/// Messages of which the outcome is not known, more than in any run of the base: such a run says nothing certain about its times.
private struct MissingEvidence {
  /// The most of each such metric in the base; none where the base lacks it.
  private let most: [(metric: Int, value: Double)]

  init(beyond base: [StageRecord]) {
    most = ComparedMetric.all.indices.filter { ComparedMetric.all[$0].isMissingEvidence }.compactMap { index in
      base.compactMap { $0.values[index] }.max().map { (index, $0) }
    }
  }

  /// Those of which a row has more.
  func metrics(of row: StageRecord) -> [Int] {
    most.filter { metric, value in row.values[metric].map { $0 > value } ?? false }.map(\.metric)
  }
}
