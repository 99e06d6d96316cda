internal import Diagnostics
internal import Scenarios
internal import Templates

// What can only be said once everything is read: mistakes of sense rather than of spelling.
extension ScenarioReader {
  /// Messages a second beyond which nobody's client goes: librdkafka reaches a tenth of it from one process, so a unit is
  /// likelier wrong than a rate meant.
  static let unreachableRate = 10_000_000.0

  /// Warns of a rate that no client reaches. The run would be limited by its generator, and say nothing of the cluster.
  mutating func warnOfUnreachableRate(_ schedule: Schedule?, at range: SourceRange?, in context: String) {
    guard let range, let peak = schedule?.peak, peak > Self.unreachableRate else { return }
    report(
      Diagnostic(
        .warning, code: .unreachableRate, "no client reaches this rate\(context)", at: range,
        remedy: "one process sends about a million a second; is the unit right?"))
  }

  /// Warns of a limit that ends a stage before its time: the rest is unsent, and nothing can be told of it.
  mutating func warnOfShortLimit(_ limit: Setting<Nanoseconds>, _ schedule: Schedule?, _ name: StageName) {
    guard case .given(let limit, let range) = limit, let schedule, schedule.isPaced, let length = schedule.length,
      limit < length
    else { return }
    report(
      Diagnostic(
        .warning, code: .conflict, "at_most ends\(name.context.replacing(" in ", with: " ")) before its time",
        at: range, remedy: "the rest is unsent, and the run cannot be judged; write more"))
  }

  /// An order within each key needs keys.
  mutating func holdOrderPerKey(_ verify: Fields?, _ templates: Declarations<Template>?, used: Set<Int>) {
    guard let pair = verify?["order"], pair.value.scalar?.text == "per-key", let templates else { return }
    for index in used.sorted() {
      guard let fields = templates.entries[index].fields, fields.lacks("key") else { continue }
      report(
        Diagnostic(
          code: .conflict, "messages of template \(quoted(templates.entries[index].name)) have no key to be ordered by",
          at: pair.value.range, remedy: "give the template a key, or write per-partition"))
    }
  }
}
