internal import Diagnostics
internal import Scenarios
package import Verification

/// A comparison for a build server, valid against Jenkins' `junit-10.xsd`: a suite for the comparisons themselves, then one for each
/// scenario, with a case for each stage and each metric that can fail it. A file without a red case means exit 0.
package enum ComparisonJUnit {
  package static func text(_ comparisons: [Comparison]) -> String {
    let suites = [whole(comparisons)] + scenarios(comparisons).map { suite(of: $0, comparisons) }
    let counts = suites.map(\.counts).reduce(JUnitSuite.Counts(), +)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"
      + XMLText.attributes([
        "name": "compare", "time": "0.000", "tests": String(counts.tests), "failures": String(counts.failures),
        "errors": String(counts.errors),
      ]) + ">\n" + suites.enumerated().map { $1.text(id: $0) }.joined() + "</testsuites>\n"
  }

  /// A case for each new side: an error where nothing could be compared with it.
  private static func whole(_ comparisons: [Comparison]) -> ComparisonSuite {
    let cases = comparisons.enumerated().map { index, comparison in
      JUnitCase(
        name: name("comparison", comparison, index, of: comparisons),
        outcome: comparison.exit == .notComparable ? .error(incomparable(comparison)) : .passed)
    }
    let none = JUnitCase(
      name: "comparison",
      outcome: .error(
        JUnitCase.Finding(type: "comparison.incomparable", message: "there is nothing to compare", lines: [])))
    return ComparisonSuite(
      name: "compare", properties: [], cases: (cases.isEmpty ? [none] : cases).map { ("compare", $0) })
  }

  private static func incomparable(_ comparison: Comparison) -> JUnitCase.Finding {
    JUnitCase.Finding(
      type: "comparison.incomparable",
      message: "nothing of \(comparison.new.name) can be compared with \(comparison.base.name)".visible,
      lines: ComparisonNotes.obstacles(comparison).map { "  \($0)" })
  }

  private static func scenarios(_ comparisons: [Comparison]) -> [String] {
    var seen: Set<String> = []
    return comparisons.flatMap { $0.stages.map(\.scenario) }.filter { seen.insert($0).inserted }
  }

  private static func suite(of scenario: String, _ comparisons: [Comparison]) -> ComparisonSuite {
    let cases = comparisons.enumerated().flatMap { index, comparison in
      comparison.stages.filter { $0.scenario == scenario }.flatMap { stage -> [(String, JUnitCase)] in
        let classname = "\(JUnitSuite.part(scenario)).\(JUnitSuite.part(stage.stage))"
        let first = JUnitCase(
          name: name("stage", comparison, index, of: comparisons), outcome: outcome(of: stage, in: comparison))
        let metrics = stage.findings.filter(\.gates).map { finding in
          JUnitCase(
            name: name(finding.metric.name, comparison, index, of: comparisons),
            outcome: outcome(of: finding, suspicionsFail: comparison.gatesSuspicions))
        }
        return ([first] + metrics).map { (classname, $0) }
      }
    }
    return ComparisonSuite(
      name: "compare.\(JUnitSuite.part(scenario))", properties: properties(comparisons), cases: cases)
  }

  /// Where there are several new sides, with the name of this one; a number where two have one name.
  private static func name(_ text: String, _ comparison: Comparison, _ index: Int, of all: [Comparison]) -> String {
    guard all.count > 1 else { return text }
    let isTwice = all.count { $0.new.name == comparison.new.name } > 1
    return "\(text) in \(comparison.new.name.visible.cut(to: 200))\(isTwice ? " (\(index + 1))" : "")"
  }

  private static func properties(_ comparisons: [Comparison]) -> [(String, String)] {
    guard let base = comparisons.first?.base else { return [] }
    let sides = [("base", base)] + comparisons.map { ("new", $0.new) }
    return sides.flatMap { name, side in
      [
        (name, side.name), ("\(name).build", ComparisonHead.list(side.builds, "build")),
        ("\(name).runs", String(side.runs)),
      ]
    }
  }

  private static func outcome(of stage: StageComparison, in comparison: Comparison) -> JUnitCase.Outcome {
    var alone = comparison
    alone.stages = [stage]
    let sentences = ComparisonNotes.obstacles(alone)
    let text = sentences.first ?? ""
    switch stage.status {
    case .compared: return sentences.isEmpty ? .passed : .noted(sentences)
    case .inconclusive: return .noted(sentences)
    // Not by itself a reason to fail, which the case of the comparison is where no stage is compared.
    case .blocked, .added, .removed, .nothingLeft: return .skipped(text)
    }
  }

  private static func outcome(of finding: Finding, suspicionsFail: Bool) -> JUnitCase.Outcome {
    let row = FindingRow(finding, stage: "")
    let sentence = "\(row.metric) \(row.word.shown): \(row.base) in base, \(row.new) in new, \(row.change)"
    switch row.word {
    case .absent:
      return .skipped("\(row.metric) has no value in \(finding.base.values.isEmpty ? "base" : "new")")
    case .unchanged: return .passed
    case .regressed, .suspect, .improved, .maybeImproved, .worse, .maybeWorse, .better, .maybeBetter, .moved,
      .maybeMoved, .unclear, .withinTolerance, .withinNoise:
      guard finding.fails(suspicionsToo: suspicionsFail) else { return .noted([sentence]) }
      return .failure(
        JUnitCase.Finding(
          type: "comparison.\(row.word.rawValue)", message: sentence,
          lines: ["  base: \(values(finding.base, finding))", "  new:  \(values(finding.new, finding))"] + test(row)))
    }
  }

  /// In the unit of the column.
  private static func values(_ sample: Finding.Sample, _ finding: Finding) -> String {
    sample.values.map { FixedPoint.text($0, places: finding.metric.unit.places) ?? "?" }.joined(separator: ", ")
  }

  private static func test(_ row: FindingRow) -> [String] { row.p.isEmpty ? [] : ["  p:    \(row.p)"] }
}

/// A `testsuite`; it has no time of its own.
private struct ComparisonSuite {
  var name: String
  var properties: [(String, String)]
  /// With the class of each.
  var cases: [(String, JUnitCase)]

  var counts: JUnitSuite.Counts { JUnitSuite.Counts(cases.map(\.1)) }

  func text(id: Int) -> String {
    let counts = counts
    let properties = properties.map { name, value in
      "      <property" + XMLText.attributes(["name": name, "value": value.visible]) + "/>\n"
    }.joined()
    return "  <testsuite"
      + XMLText.attributes([
        "name": name, "tests": String(counts.tests), "failures": String(counts.failures),
        "errors": String(counts.errors), "skipped": String(counts.skipped), "time": "0.000", "id": String(id),
      ]) + ">\n" + (properties.isEmpty ? "" : "    <properties>\n\(properties)    </properties>\n")
      + cases.map { $1.text(classname: $0) }.joined() + "  </testsuite>\n"
  }
}
