import Rehearsal
import Scenarios

/// What `check` says of a file that can be run: `Scenarios/quickstart.yaml: good; 3 stages, 100,000 messages`.
enum CheckSummary {
  static func text(_ file: ScenarioFile) -> String {
    guard let scenario = file.scenario else { return "" }
    let stages = scenario.stages.count
    let totals = scenario.stages.map(\.total)
    let known = totals.compactMap { $0 }.reduce(UInt64(0)) { $0.addingReportingOverflow($1).partialValue }
    let messages =
      totals.contains(nil) ? "\(grouped(known)) messages and what goes at max" : "\(grouped(known)) messages"
    return "\(file.path): good; \(stages) \(stages == 1 ? "stage" : "stages"), \(messages)\n"
  }

  private static func grouped(_ number: UInt64) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }
}
