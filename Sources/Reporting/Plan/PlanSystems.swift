internal import Diagnostics
internal import Scenarios

/// The systems under test in a plan.
extension PlanText {
  /// Nil where there are none.
  static func systems(_ systems: PlannedSystems) -> String? {
    let parts = [targets(systems.targets), sinks(systems.sinks), groups(systems.groups), actions(systems.actions)]
    let text = parts.compactMap { $0 }.joined(separator: "\n")
    return text.isEmpty ? nil : text
  }

  private static func targets(_ targets: [PlannedSystems.Target]) -> String? {
    guard !targets.isEmpty else { return nil }
    let table = TextTable(columns: [
      .init(title: "target", cells: targets.map(\.name), isWords: true),
      .init(title: "posts to", cells: targets.map { $0.url.cut(to: 50).visible }, isWords: true),
      .init(title: "connections", cells: targets.map { String($0.connections) }),
      .init(title: "timeout", cells: targets.map(\.timeout.shortDuration)),
    ])
    return table.text(width: width) + "\n" + targets.map { fact($0.name.cut(to: 10), open($0)) }.joined()
  }

  /// The connections that an answer of the whole timeout would take.
  private static func open(_ target: PlannedSystems.Target) -> String {
    guard let peak = target.peak, let needed = target.needed else {
      return "at max as many requests are open as it has connections"
    }
    let product =
      "\(HumanNumber.rate(peak)) x \(target.timeout.shortDuration) = \(HumanNumber.grouped(needed)) open requests"
    return needed <= UInt64(target.connections)
      ? "\(product) where every answer takes as long as it may: there are enough connections"
      : "\(product) where every answer takes as long as it may; with \(target.connections) connections messages wait then"
  }

  private static func sinks(_ sinks: [PlannedSystems.Sink]) -> String? {
    guard !sinks.isEmpty else { return nil }
    let table = TextTable(columns: [
      .init(title: "sink", cells: sinks.map(\.name), isWords: true),
      .init(title: "is", cells: sinks.map { $0.place.cut(to: 30).visible }, isWords: true),
      .init(title: "from", cells: sinks.map { $0.from.visible }, isWords: true),
      .init(title: "holds", cells: sinks.map { $0.holds.cut(to: 40).visible }, isWords: true),
      .init(title: "waits", cells: sinks.map(\.within.shortDuration)),
    ])
    return table.text(width: width) + "\n" + missing(sinks.map { ("sink", $0.name, $0.missing) })
  }

  private static func groups(_ groups: [PlannedSystems.Group]) -> String? {
    guard !groups.isEmpty else { return nil }
    let table = TextTable(columns: [
      .init(title: "group", cells: groups.map { $0.name.visible }, isWords: true),
      .init(
        title: "lag in", cells: groups.map { $0.topics.joined(separator: ", ").cut(to: 50).visible }, isWords: true),
      .init(title: "asked every", cells: groups.map(\.every.shortDuration)),
    ])
    return table.text(width: width) + "\n"
  }

  private static func actions(_ actions: [PlannedSystems.Action]) -> String? {
    guard !actions.isEmpty else { return nil }
    func words(_ words: [String]) -> String { words.joined(separator: " ").cut(to: 60).visible }
    let table = TextTable(columns: [
      .init(title: "action", cells: actions.map(\.name), isWords: true),
      .init(title: "begins", cells: actions.map(\.start), isWords: true),
      .init(title: "may take", cells: actions.map(\.within.shortDuration)),
    ])
    let commands = actions.map { action in
      let then = action.then.map { "; after \(action.pause.shortDuration): \(words($0))" } ?? ""
      return fact(action.name.cut(to: 10), words(action.words) + then)
    }
    return table.text(width: width) + "\n" + commands.joined()
      + missing(actions.map { ("action", $0.name, $0.missing) })
  }

  private static func missing(_ programs: [(kind: String, name: String, program: String?)]) -> String {
    programs.compactMap { kind, name, program in
      program.map { "the program of \(kind) \(name), \($0.cut(to: 40).visible), is not found here\n" }
    }.joined()
  }
}
