internal import Commands
internal import Reporting
internal import Scenarios
internal import Templates

extension PlannedSystems {
  /// The plan without running a command. `environment` is that in which programs are looked for.
  init(_ scenario: Scenario, environment: [String: String], directory: String?) {
    func missing(_ words: [String]?) -> String? {
      guard let program = words?.first else { return nil }
      let path = try? ProgramSearch.path(of: program, in: environment, startedIn: directory)
      return path == nil ? program : nil
    }
    self.init(
      targets: scenario.targets.enumerated().map { index, target in
        let stages = scenario.stages.filter { $0.target == index }
        let peaks = stages.map(\.schedule.peak)
        return Target(
          name: target.name, url: target.url, connections: target.connections, timeout: target.timeout,
          peak: peaks.contains(nil) ? nil : peaks.compactMap { $0 }.max() ?? 0)
      },
      sinks: scenario.sinks.map { sink in
        var program: String?
        let place: String
        switch sink.source {
        case .topic(let index): place = "topic \(scenario.topics[index].name)"
        case .command(let query):
          let words = query.words.map(\.source)
          place = words.first ?? ""
          program = missing(words)
        case .anyOf(let members): place = members.map { scenario.sinks[$0].name }.joined(separator: " or ")
        }
        let from =
          switch sink.origin {
          case .acknowledged: "acknowledged"
          case .sink(let index): scenario.sinks[index].name
          case .topic(let index): scenario.topics[index].name
          }
        let stages = sink.heldStages.map { scenario.stages[$0].name }.joined(separator: ", ")
        let templates = sink.heldTemplates.map { indices in
          " (\(indices.map { scenario.templates[$0].name }.joined(separator: ", ")))"
        }
        let copies = sink.copies == 1 ? "" : ", \(sink.copies) each"
        let extent = sink.extent == .some ? "some of " : ""
        return Sink(
          name: sink.name, place: place, from: from, holds: extent + stages + (templates ?? "") + copies,
          within: sink.within, missing: program)
      },
      groups: scenario.groups.map { group in
        Group(name: group.group, topics: group.topics.map { scenario.topics[$0].name }, every: group.every)
      },
      actions: scenario.actions.map { action in
        Action(
          name: action.name, start: Self.start(action.start, in: scenario.timeline), words: action.run,
          pause: action.pause, then: action.then, within: action.within,
          missing: missing(action.run) ?? missing(action.then))
      })
  }

  private static func start(_ start: ScheduledAction.Start, in timeline: Timeline) -> String {
    switch start {
    case .at(let time): Bound.duration(time).text
    case .with(let entry, let delay):
      "with \(timeline.entries[entry].name)" + (delay == .zero ? "" : " + \(Bound.duration(delay).text)")
    }
  }
}
