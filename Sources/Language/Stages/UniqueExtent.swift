internal import Diagnostics
internal import Scenarios

extension StageReader {
  /// The schedule, with no more messages than the unique placeholders of its templates have values: at `max` with a duration
  /// the stage ends after the last of them, which a warning says; otherwise more messages are an error. Each is reported once.
  mutating func holdUnique(
    _ schedule: Schedule?, _ templates: [Int], _ name: StageName, _ values: inout ValueReader
  ) -> Schedule? {
    guard var schedule, let entries = declared.templates?.entries else { return schedule }
    let names = Set(templates.map { entries[$0].name })
    for place in declared.uniquePlaces where names.contains(place.template) {
      let has = "\(quoted(place.source)) has \(place.values) value\(place.values == 1 ? "" : "s")"
      guard let total = schedule.total else {
        values.report(
          Diagnostic(
            .warning, code: .placeholder, "\(has), and \(name.title) ends after as many messages",
            at: place.range, remedy: "write count: \(place.values) in \(name.title), or draw from more values"))
        schedule = Schedule(schedule.profile, count: place.values, duration: schedule.duration)
        continue
      }
      guard total > place.values, exhausted.insert(place.range).inserted else { continue }
      values.report(
        Diagnostic(
          code: .placeholder, "\(has), and \(name.title) sends \(total) messages", at: place.range,
          remedy: "draw from more values, or write count: \(place.values) or less"))
    }
    return schedule
  }
}
