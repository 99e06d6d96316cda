internal import Language
internal import Reporting
package import Scenarios
package import Verification

/// The comparison of builds by their reports: reads the files, and what `compare:` says about the metrics.
package struct BuildComparison: Sendable {
  package var sides: ComparedSides
  /// Those of the command line; stronger than a scenario's.
  package var settings: [ComparisonSetting]
  /// The metrics to compare; empty for all.
  package var metrics: [String]
  package var gatesSuspicions: Bool
  package var allowsDrift: Bool
  /// The file of `--scenario`.
  package var scenario: String?
  package var overrides: Overrides

  package init(
    sides: ComparedSides, settings: [ComparisonSetting] = [], metrics: [String] = [], gatesSuspicions: Bool = false,
    allowsDrift: Bool = false, scenario: String? = nil, overrides: Overrides = Overrides()
  ) {
    self.sides = sides
    self.settings = settings
    self.metrics = metrics
    self.gatesSuspicions = gatesSuspicions
    self.allowsDrift = allowsDrift
    self.scenario = scenario
    self.overrides = overrides
  }

  /// One comparison for each new side, in their order.
  package func run() throws(ComparisonError) -> [Comparison] {
    let (base, news) = try readSides()
    let records = ([base] + news).flatMap(\.compared.records)
    let written = try scenario.map { file throws(ComparisonError) in
      try WrittenRules.read(file, overrides, for: records)
    }
    let previous = try WrittenRules.newestRuns(of: base.compared.records, runs: base.runs)
    var comparisons: [Comparison] = []
    for new in news {
      try refuseSharedRuns(base.compared, new.compared)
      comparisons.append(try compare(base, new, previous, written))
    }
    return comparisons
  }

  private struct Side {
    var compared: ComparedSide
    /// Paths of run.json by run id.
    var runs: [String: String]
  }

  private func readSides() throws(ComparisonError) -> (Side, [Side]) {
    switch sides {
    case .paths(let base, let new):
      let first = try read([base], as: base)
      var others: [Side] = []
      for path in new { others.append(try read([path], as: path)) }
      return (first, others)
    case .builds(let file, let base, let new):
      let all = try read([file], as: file)
      let first = try choose(base, of: all, in: file)
      var others: [Side] = []
      for build in new { others.append(try choose(build, of: all, in: file)) }
      return (first, others)
    case .runs(let base, let new, let baseName, let newName):
      return (try read(base, as: baseName), [try read(new, as: newName)])
    }
  }

  private func read(_ paths: [String], as name: String) throws(ComparisonError) -> Side {
    do throws(ReportInputError) {
      let inputs = try ReportInputs.read(paths)
      return Side(compared: ComparedSide(name: name, records: inputs.records), runs: inputs.runJSON)
    } catch {
      throw .unreadable(error)
    }
  }

  /// The rows of a build: of that name, else of the run with that id, else of the commit that begins so.
  private func choose(_ build: String, of side: Side, in file: String) throws(ComparisonError) -> Side {
    let all = side.compared.records
    let ways: [(StageRecord) -> Bool] = [
      { $0.build == build }, { $0.runID == build },
      { build.count >= 7 && ($0.gitSHA?.hasPrefix(build) ?? false) },
    ]
    let records = ways.lazy.map { all.filter($0) }.first { !$0.isEmpty } ?? []
    guard !records.isEmpty else { throw .unknownBuild(build, in: file, builds: all.map(\.build).distinct) }
    let builds = records.map(\.build).distinct
    guard builds.count == 1 else { throw .ambiguousBuild(build, in: file, builds: builds) }
    return Side(compared: ComparedSide(name: build, records: records), runs: side.runs)
  }

  /// A run on both sides would make them alike.
  private func refuseSharedRuns(_ base: ComparedSide, _ new: ComparedSide) throws(ComparisonError) {
    let known = Set(base.records.map(\.runID))
    let shared = new.records.map(\.runID).filter(known.contains).distinct
    if let first = shared.first { throw .sharedRuns(shared.count, first: first, base: base.name, new: new.name) }
  }

  private func compare(
    _ base: Side, _ new: Side, _ previous: [String: RunResult], _ written: WrittenComparison?
  ) throws(ComparisonError) -> Comparison {
    let newest = try WrittenRules.newestRuns(of: new.compared.records, runs: new.runs)
    var comparison = Comparison(base: base.compared, new: new.compared, gatesSuspicions: gatesSuspicions) { scenario in
      rules(written?.scenario == scenario ? written?.settings ?? [] : newest[scenario]?.comparison ?? [])
    }
    let configured = comparison.scenarios { stage in stage.differences.contains { $0.fact == .clientConfiguration } }
    let drifted = comparison.scenarios(where: \.hasOtherScenario)
    for scenario in comparison.stages.map(\.scenario).distinct {
      guard let before = previous[scenario]?.resolvedScenario, let after = newest[scenario]?.resolvedScenario else {
        continue
      }
      if configured.contains(scenario) {
        comparison.clientSettings += Self.differences(of: scenario, before, after).filter { $0.path.isOfClient }
      }
      if drifted.contains(scenario) {
        comparison.scenarioParts += Self.differences(of: scenario, before.compared, after.compared)
      }
    }
    return comparison
  }

  /// Each stronger than the one before: the defaults, those of the scenario, those of the command line.
  private func rules(_ scenario: [ComparisonSetting]) -> ComparisonRules {
    var rules = ComparisonRules()
    rules.apply(scenario + settings)
    rules.gatesSuspicions = gatesSuspicions
    rules.allowsDrift = allowsDrift
    if !metrics.isEmpty { rules.restrict(to: Set(metrics.compactMap(ComparedMetric.index(of:)))) }
    return rules
  }

  private static func differences(
    of scenario: String, _ base: ResolvedScenario, _ new: ResolvedScenario
  ) -> [Comparison.SettingDifference] {
    let (left, right) = (SettingPaths(base), SettingPaths(new))
    return left.differences(from: right).map {
      Comparison.SettingDifference(scenario: scenario, path: $0, base: left.texts[$0], new: right.texts[$0])
    }
  }
}

extension String {
  /// True for the path of a client's setting.
  fileprivate var isOfClient: Bool {
    let keys = split(separator: ".")
    return keys.contains("librdkafka") || keys.last == "idempotent"
  }
}

extension StageComparison {
  fileprivate var hasOtherScenario: Bool {
    let found: [Drift] = if case .blocked(let drift) = status { drift } else { drift }
    return found.contains { if case .scenario = $0 { true } else { false } }
  }
}

extension Comparison {
  fileprivate func scenarios(where isChosen: (StageComparison) -> Bool) -> Set<String> {
    Set(stages.filter(isChosen).map(\.scenario))
  }
}
