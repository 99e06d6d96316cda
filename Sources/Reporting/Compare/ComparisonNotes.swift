internal import Diagnostics
internal import Scenarios
internal import Verification

/// The sentences about a comparison: what was not compared, and what would decide what is not known.
enum ComparisonNotes {
  /// The reasons for which stages were not compared, in the order of the stages; those that share one are in one sentence.
  static func obstacles(_ comparison: Comparison) -> [String] {
    let titles = StageTitles(comparison)
    var stages = NameGroups<StageComparison.Status>()
    for stage in comparison.stages where stage.status != .compared { stages.add(titles[stage], to: stage.status) }
    return shortened(stages.groups.flatMap { sentences($0.shared, $0.names) } + drift(comparison))
  }

  private static func shortened(_ sentences: [String]) -> [String] {
    let most = 20
    return sentences.count > most ? sentences.prefix(most) + ["and \(sentences.count - most) more"] : sentences
  }

  /// Metrics that only one side has.
  static func absences(_ comparison: Comparison) -> [String] {
    let titles = StageTitles(comparison)
    return [true, false].flatMap { isBase -> [String] in
      let stages = comparison.stages.filter { !$0.findings.isEmpty }
      var metrics = NameGroups<[String]>()
      for stage in stages {
        let absent = stage.findings.filter { $0.isAbsent(inBase: isBase) }.map(\.metric.name)
        if !absent.isEmpty { metrics.add(titles[stage], to: absent) }
      }
      return shortened(
        metrics.groups.map { absent, places in
          let place = places.count == stages.count ? "" : " (\(NameList.text(places)))"
          return "not in \(isBase ? "base" : "new"): \(names(absent))\(place)"
        })
    }
  }

  /// The remedies for differences of which it is not known whether they are noise; each once.
  static func advice(_ comparison: Comparison) -> [String] {
    let findings = comparison.stages.flatMap(\.findings).filter(\.gates)
    let words = Set(findings.map(FindingWord.init))
    var advice: [String] = []
    let few = findings.filter(\.lacksRuns)
    if let base = few.map(\.base.count).min(), let new = few.map(\.new.count).min() {
      // Of some runs only exact metrics are compared: as many again may not be enough.
      let isRepeated = min(comparison.base.runs, comparison.new.runs) >= 5
      advice.append(
        "a test needs 4 runs a side; base has \(base), and new has \(new): rehearse run --repeat \(isRepeated ? 10 : 5)"
      )
    }
    if words.contains(.unclear) {
      advice.append(
        "unclear: the medians differ by more than the tolerance, but the runs overlap: rehearse run --repeat 10"
      )
    }
    return advice
  }

  private static func sentences(_ status: StageComparison.Status, _ titles: [String]) -> [String] {
    let stages = "\(Plural.form(titles.count, "stage")) \(NameList.text(titles))"
    switch status {
    case .compared: return []
    case .inconclusive(let metrics):
      return [
        "inconclusive: \(stages): new has more \(names(metrics.map(\.name))) than base, messages of which the outcome is not "
          + "known; only exact metrics were compared"
      ]
    case .blocked(let drift): return drift.map { "not compared: \(stages): \($0.sentence); \($0.remedy)" }
    case .added: return ["only in new: \(stages)"]
    case .removed: return ["only in base: \(stages)"]
    case .nothingLeft(let base, let new):
      let side = base && new ? "both sides" : base ? "base" : "new"
      return [
        "not compared: \(stages): each row of \(side) is aborted or skipped; run \(base && new ? "them" : "it") again"
      ]
    }
  }

  /// The drift that `--allow-drift` let through.
  private static func drift(_ comparison: Comparison) -> [String] {
    var seen: Set<StageComparison.Drift> = []
    return comparison.stages.flatMap(\.drift).filter { seen.insert($0).inserted }.map {
      "compared all the same: \($0.sentence) (--allow-drift)"
    }
  }

  private static func names(_ names: [String]) -> String {
    guard names.count > 6 else { return names.joined(separator: ", ") }
    return names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
  }
}

extension StageComparison.Drift {
  /// Value beside value.
  var sentence: String {
    switch self {
    case .scenario(let base, let new):
      "scenario_sha256 is \(Self.hashes(base)) in base and \(Self.hashes(new)) in new"
    case .broker(let base, let new):
      "broker is \(base.joined(separator: ", ")) in base and \(new.joined(separator: ", ")) in new"
    case .schemaVersion(let version):
      "schema_version is \(version), and this rehearse knows \(RunResult.currentSchemaVersion)"
    }
  }

  var remedy: String {
    switch self {
    case .scenario: "compare runs of one scenario, or use --allow-drift"
    case .broker: "compare runs on the same kind of broker, or use --allow-drift"
    case .schemaVersion: "use a newer rehearse, or --allow-drift"
    }
  }

  private static func hashes(_ hashes: [String]) -> String {
    ComparisonHead.list(hashes.map(ComparisonHead.shortHash), "value")
  }
}

extension Finding {
  fileprivate func isAbsent(inBase: Bool) -> Bool {
    if case .absent(let base, let new) = verdict { inBase ? base : new } else { false }
  }

  /// There are values on both sides, and too few for a test.
  fileprivate var lacksRuns: Bool {
    switch verdict {
    case .absent: return false
    case .moved, .suspected, .inconclusive, .unchanged: break
    }
    switch method {
    case .deviation, .tolerance: return true
    case .exact, .rankSum: return false
    }
  }
}
