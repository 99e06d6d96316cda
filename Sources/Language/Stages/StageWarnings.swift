internal import Diagnostics
internal import Scenarios

extension StageReader {
  /// Messages a second that no client reaches: librdkafka sends a tenth of it from one process, so the unit is probably
  /// wrong.
  static let unreachableRate = 10_000_000.0

  /// Warns of a rate that no client reaches. The run would be limited by its client, and would not show how fast the
  /// cluster is.
  func warnOfUnreachableRate(
    _ schedule: Schedule?, at range: SourceRange?, in context: String, _ values: inout ValueReader
  ) {
    guard let range, let peak = schedule?.peak, peak > Self.unreachableRate else { return }
    values.report(
      Diagnostic(
        .warning, code: .unreachableRate, "no client reaches this rate\(context)", at: range,
        remedy: "one process sends about a million a second; is the unit right?"))
  }

  /// Warns of a limit that is shorter than the stage: the rest of the messages is unsent.
  func warnOfShortLimit(
    _ limit: Setting<Nanoseconds>, _ schedule: Schedule?, _ name: StageName, _ values: inout ValueReader
  ) {
    guard case .given(let limit, let range) = limit, let schedule, schedule.isPaced, let length = schedule.length,
      limit < length
    else { return }
    values.report(
      Diagnostic(
        .warning, code: .conflict, "at_most is shorter than \(name.title)",
        at: range, remedy: "the rest is unsent, and the run cannot be judged; write a longer time"))
  }
}
