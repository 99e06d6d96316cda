internal import Diagnostics
internal import Scenarios
internal import Verification

/// The two sides of a comparison beside each other: where they are from, and in which facts they differ.
struct ComparisonHead {
  struct Row: Equatable {
    var name: String
    var base: String
    var new: String
    /// The texts are of others: an argument, a label, a host.
    var isOfOthers = true
  }

  /// The arguments, the builds, the runs and the rows that were left out.
  let sides: [Row]
  let differences: [Row]

  init(_ comparison: Comparison) {
    let (base, new) = (comparison.base, comparison.new)
    sides = [
      Row(name: "from", base: base.name, new: new.name),
      Row(name: "builds", base: Self.list(base.builds, "build"), new: Self.list(new.builds, "build")),
      Row(name: "runs", base: String(base.runs), new: String(new.runs), isOfOthers: false),
      Row(name: "left out", base: Self.leftOut(base), new: Self.leftOut(new), isOfOthers: false),
      Row(name: "exact metrics only", base: Self.exactOnly(base), new: Self.exactOnly(new), isOfOthers: false),
    ].filter { !$0.base.isEmpty || !$0.new.isEmpty }
    differences = Self.differences(comparison) + Self.settings(comparison)
  }

  /// A fact that differs alike in several stages is there once; where it is not so in all stages, with their names.
  private static func differences(_ comparison: Comparison) -> [Row] {
    let stages = comparison.stages.filter(\.isOnBothSides)
    let titles = StageTitles(comparison)
    // The settings themselves say more than their checksum.
    let configured = Set(comparison.clientSettings.map(\.scenario))
    var differences = NameGroups<StageComparison.Difference>()
    for stage in stages {
      for difference in stage.differences
      where difference.fact != .clientConfiguration || !configured.contains(stage.scenario) {
        differences.add(titles[stage], to: difference)
      }
    }
    let rows = differences.groups.prefix(most).map { difference, names in
      let name = difference.fact.rawValue
      return Row(
        name: names.count == stages.count ? name : "\(name) (\(NameList.text(names)))",
        base: text(difference.base, of: difference.fact), new: text(difference.new, of: difference.fact))
    }
    return rows + more(differences.groups.count - rows.count)
  }

  private static func more(_ count: Int) -> [Row] {
    count > 0 ? [Row(name: "and \(count) more", base: "…", new: "…", isOfOthers: false)] : []
  }

  /// Those of the clients, and what else differs where scenarios do; the first of many.
  private static func settings(_ comparison: Comparison) -> [Row] {
    let isOne = Set(comparison.stages.map(\.scenario)).count <= 1
    return [comparison.clientSettings, comparison.scenarioParts].flatMap { differences -> [Row] in
      let rows = differences.prefix(most).map { difference in
        Row(
          name: isOne ? difference.path : "\(difference.path) (\(difference.scenario))",
          base: difference.base ?? "not set", new: difference.new ?? "not set")
      }
      return rows + more(differences.count - rows.count)
    }
  }

  private static let most = 12

  private static func text(_ values: [String], of fact: ComparedFact) -> String {
    switch fact {
    case .clientConfiguration: list(values.map(shortHash), "configuration")
    case .seed: list(values, "seed")
    case .host: list(values, "host")
    case .brokerCount, .replicationFactor, .partitionCount, .os, .arch, .cpuCount, .clientVersion, .toolVersion:
      list(values, "value")
    }
  }

  /// `a, b`; `5 seeds` where that is too long.
  static func list(_ values: [String], _ noun: String) -> String {
    let text = values.map { $0.cut(to: 40) }.joined(separator: ", ")
    return values.count > 1 && (values.count > 3 || text.unicodeScalars.count > 40)
      ? Plural.count(values.count, noun) : text
  }

  /// So many digits distinguish all that one meets.
  static func shortHash(_ hash: String) -> String { String(hash.prefix(12)) }

  private static func leftOut(_ side: Comparison.Side) -> String {
    side.leftOut == 0 ? "" : "\(Plural.count(side.leftOut, "row")), aborted or skipped"
  }

  private static func exactOnly(_ side: Comparison.Side) -> String {
    side.exactOnly == 0
      ? "" : "\(Plural.count(side.exactOnly, "row")), inconclusive or limited by the generator"
  }
}

extension StageComparison {
  /// Both sides have rows of it that can be compared, if only to find that they are of different things.
  fileprivate var isOnBothSides: Bool {
    switch status {
    case .compared, .inconclusive, .blocked: true
    case .added, .removed, .nothingLeft: false
    }
  }
}
