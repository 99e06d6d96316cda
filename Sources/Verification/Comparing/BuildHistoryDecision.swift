package import Scenarios

extension BuildHistory {
  /// The history of the metrics that gate by `rules`; of all that `rules` compares where `showsAll` says so.
  package init(of records: [StageRecord], rules: ComparisonRules, showsAll: Bool = false) {
    self.init(of: records, showsAll: showsAll) { _ in rules }
  }

  /// The same, with rules for each scenario.
  package init(of records: [StageRecord], showsAll: Bool = false, rules: (_ scenario: String) -> ComparisonRules) {
    let known = records.filter { $0.schemaVersion <= RunResult.currentSchemaVersion }
    let kept = known.filter(\.isComparable)
    let order = BuildOrder(kept)
    // A row for the whole run repeats those of the stages.
    let staged = Set(kept.filter { $0.stage != StageRecord.wholeRun }.map(\.scenario))
    let used = kept.filter { $0.stage != StageRecord.wholeRun || !staged.contains($0.scenario) }
    series = grouped(used) { StageKey(scenario: $0.scenario, stage: $0.stage) }.flatMap { key, rows in
      StageHistory(key, rows, order).series(rules: rules(key.scenario), showsAll: showsAll)
    }
    builds = order.builds
    runs = Set(kept.map(\.runID)).count
    leftOut = known.count - kept.count
    newer = records.count - known.count
    exactOnly = used.count { !$0.isFullyComparable }
  }
}

/// The builds in the order of their first start; those without a start are last, in the order of the rows.
private struct BuildOrder {
  let builds: [String]
  let starts: [String: Int64]
  private let places: [String: Int]

  init(_ records: [StageRecord]) {
    let groups = grouped(records, by: \.build)
    let starts = Dictionary(
      groups.compactMap { build, rows in rows.compactMap(\.startedAt).min().map { (build, $0) } },
      uniquingKeysWith: min)
    // Two that began together keep the order of the rows.
    let ordered = groups.enumerated().sorted { left, right in
      (starts[left.element.0] ?? .max, left.offset) < (starts[right.element.0] ?? .max, right.offset)
    }
    builds = ordered.map(\.element.0)
    places = Dictionary(uniqueKeysWithValues: builds.enumerated().map { ($1, $0) })
    self.starts = starts
  }

  func place(of build: String) -> Int { places[build] ?? 0 }

  /// The rows by build, in the order of the builds.
  func byBuild(_ rows: [StageRecord]) -> [(String, [StageRecord])] {
    grouped(rows, by: \.build).sorted { place(of: $0.0) < place(of: $1.0) }
  }
}

/// The rows of one stage of one scenario.
private struct StageHistory {
  /// The rows that can be compared: of one scenario file, as its hash says, and one kind of broker.
  private struct Conditions: Hashable {
    var scenario: String
    var broker: String?
  }

  private let key: StageKey
  private let order: BuildOrder
  /// By build, in order.
  private let builds: [(String, [StageRecord])]

  init(_ key: StageKey, _ rows: [StageRecord], _ order: BuildOrder) {
    self.key = key
    self.order = order
    builds = order.byBuild(rows)
  }

  func series(rules: ComparisonRules, showsAll: Bool) -> [HistorySeries] {
    let rows = builds.flatMap(\.1)
    // A file that does not say which broker it was is of the kind that others are of.
    let known = rows.lazy.compactMap(\.broker).first
    let conditions = grouped(rows) { Conditions(scenario: $0.scenarioSHA256, broker: $0.broker ?? known) }
    return ComparedMetric.all.indices.filter { rules[$0].isCompared }.flatMap { index -> [HistorySeries] in
      var previous: Conditions?
      return conditions.compactMap { condition, rows in
        guard let one = series(of: index, rules[index], rows, showsAll, after: previous, condition) else { return nil }
        previous = condition
        return one
      }
    }
  }

  /// Nil where there is nothing to show.
  private func series(
    of index: Int, _ rule: ComparisonRules.Rule, _ rows: [StageRecord], _ showsAll: Bool, after previous: Conditions?,
    _ conditions: Conditions
  ) -> HistorySeries? {
    let metric = ComparedMetric.all[index]
    let gates = rule.gate != .never && (!metric.needsRate || rows.allSatisfy(\.hasRate))
    guard gates || showsAll else { return nil }
    let isExact = metric.gate == .exact
    let points = order.byBuild(rows.filter { isExact || $0.isFullyComparable }).compactMap { build, rows in
      let values = rows.compactMap { $0.values[index] }
      // One message that is lost in one run of many must be seen.
      return (isExact ? values.max() : Median.of(values)).map {
        HistorySeries.Point(build: build, startedAt: order.starts[build], value: $0, runs: values.count)
      }
    }
    guard !points.isEmpty else { return nil }
    return HistorySeries(
      scenario: key.scenario, stage: key.stage, metric: metric, tolerance: rule.tolerance,
      brokenBy: previous.map { Self.reason($0, conditions) }, points: points,
      changes: changes(in: points, of: metric, rule))
  }

  private static func reason(_ previous: Conditions, _ next: Conditions) -> HistorySeries.Break {
    previous.scenario == next.scenario
      ? .broker(from: previous.broker ?? "", to: next.broker ?? "")
      : .scenario(from: previous.scenario, to: next.scenario)
  }

  private func changes(
    in points: [HistorySeries.Point], of metric: ComparedMetric, _ rule: ComparisonRules.Rule
  ) -> [HistorySeries.Change] {
    let values = points.map(\.value)
    // One message that is lost is a change, where none was before.
    let found = ChangePoints.find(in: values, exceeding: rule.tolerance, countingAnyFromZero: rule.gate == .exact)
    let ends = found.dropFirst().map(\.index) + [values.count]
    let starts = [0] + found.map(\.index)
    return zip(found, zip(starts, ends)).map { point, around in
      let level = Self.levels(point, values[around.0..<point.index], values[point.index..<around.1])
      let place = order.place(of: points[point.index].build)
      return HistorySeries.Change(
        index: point.index, before: level.before, after: level.after, p: point.p,
        direction: Finding.direction(level.before, level.after, metric.better),
        buildsSince: builds.count { order.place(of: $0.0) >= place })
    }
  }

  /// The medians on either side. Where outliers alone made the change, the medians do not move the same way; then the means.
  private static func levels(
    _ point: ChangePoint, _ left: ArraySlice<Double>, _ right: ArraySlice<Double>
  ) -> (before: Double, after: Double) {
    guard let before = Median.of(Array(left)), let after = Median.of(Array(right)),
      (after - before) * (point.meanAfter - point.meanBefore) > 0
    else { return (point.meanBefore, point.meanAfter) }
    return (before, after)
  }
}

/// Groups in the order of their first element.
private func grouped<Element, Key: Hashable>(
  _ elements: [Element], by key: (Element) -> Key
) -> [(Key, [Element])] {
  var places: [Key: Int] = [:]
  var groups: [(Key, [Element])] = []
  for element in elements {
    let key = key(element)
    if let place = places[key] {
      groups[place].1.append(element)
    } else {
      places[key] = groups.count
      groups.append((key, [element]))
    }
  }
  return groups
}
