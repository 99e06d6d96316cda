internal import Diagnostics
internal import Scenarios
internal import Verification

/// `check --format text`, for people.
package enum CheckText {
  /// For standard error: every diagnostic with its line and caret, or why the file cannot be read. Without a line end;
  /// empty where there is nothing to say.
  package static func findings(_ file: CheckedFile) -> String {
    switch file.content {
    case .unreadable(let reason): "rehearse: cannot read \"\(file.path.visible)\": \(reason)"
    case .read(let reading): reading.files.describe(reading.diagnostics)
    }
  }

  /// For standard error, behind everything: where to learn more. Empty where no code was shown.
  package static func hint(_ files: [CheckedFile]) -> String {
    let codes = files.flatMap { $0.reading?.diagnostics ?? [] }
    guard let first = codes.first(where: { $0.severity == .error }) ?? codes.first else { return "" }
    return "\nmore about a code in brackets: rehearse why \(first.code.rawValue)\n"
  }

  /// For standard output, of a file that can be run: `Scenarios/quickstart.yaml: good; 3 stages, 100,000 messages`.
  package static func praise(_ file: CheckedFile) -> String {
    guard file.exit == .passed, let scenario = file.reading?.scenario else { return "" }
    let totals = scenario.stages.map(\.schedule.total)
    let known = totals.compactMap { $0 }.reduce(UInt64(0)) { $0.addingReportingOverflow($1).partialValue }
    return "\(file.path.visible): good; \(HumanNumber.count(UInt64(totals.count), "stage")), "
      + "\(HumanNumber.count(known, "message"))\(totals.contains(nil) ? " and what goes at max" : "")\n"
  }
}
