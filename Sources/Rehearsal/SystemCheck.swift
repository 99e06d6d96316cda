internal import Commands
internal import Diagnostics
internal import Kafka
internal import Load
internal import Scenarios

/// The groups, the commands and the programs of a scenario, each looked at once: nothing is sent, no action is run.
struct SystemCheck {
  private(set) var findings: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ scenario: Scenario, groups: [GroupLook], _ place: CommandPlace) {
    for (group, look) in zip(scenario.groups, groups) { note(look, of: group) }
    for sink in scenario.sinks {
      if case .command(let query) = sink.source { note(CommandLook(sink, query, in: place), of: sink, query) }
    }
    for action in scenario.actions {
      for words in [action.run, action.then ?? []] where !words.isEmpty { find(words[0], of: action, place) }
    }
  }

  private mutating func note(_ look: GroupLook, of group: WatchedGroup) {
    let title = "group \(quoted(group.group))"
    switch look {
    case .committed(let lag): findings.append("\(title): \(Plural.count(lag, "message")) behind")
    case .nothingCommitted:
      diagnostics.append(
        Diagnostic(
          .warning, code: .groupRefused, "\(title) has committed nothing yet", at: group.range,
          remedy: "start the system, if it should run already; is the name right?"))
    case .unknown(let error):
      diagnostics.append(
        Diagnostic(
          code: .groupRefused, "\(title) could not be asked about: \(error.text.visible)", at: group.range,
          remedy: "it needs Describe on the group and its topics"))
    }
  }

  private mutating func note(_ look: CommandLook, of sink: Sink, _ query: CommandQuery) {
    let title = "sink \(quoted(sink.name))"
    if let failure = look.failure {
      diagnostics.append(
        Diagnostic(
          code: .sinkUnreadable, "the command of \(title) failed: \(failure.visible)", at: query.range,
          remedy: "try it in a terminal, in the scenario's folder"))
    } else {
      findings.append(
        "\(title): \(Plural.count(look.lines, "line")), \(look.linesWithID) with an id of some run")
    }
  }

  private mutating func find(_ program: String, of action: ScheduledAction, _ place: CommandPlace) {
    let path = try? ProgramSearch.path(of: program, in: place.environment, startedIn: place.directory)
    if let path {
      findings.append("action \(quoted(action.name)): \(quoted(program)) is \(path)")
    } else {
      diagnostics.append(
        Diagnostic(
          code: .badValue, "the program \(quoted(program)) of action \(quoted(action.name)) is not found",
          at: action.range, remedy: "write its path, or have it in PATH"))
    }
  }
}
