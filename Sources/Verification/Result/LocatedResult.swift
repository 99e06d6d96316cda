package import Diagnostics
internal import Scenarios

extension RunResult {
  /// The same with the places of the text that the scenario was made of, and with remedies for that text.
  /// - Parameter remedy: what to do there; nil for nothing.
  package func located(_ range: (SourceRange) -> SourceRange, remedy: (String) -> String? = { $0 }) -> RunResult {
    var located = self
    // Checks give the sentence of a problem as their reason.
    var sentences: [String: String] = [:]
    func place(_ position: SourcePosition) -> SourcePosition {
      range(SourceRange(start: position, end: position)).start
    }
    func move(_ problem: inout Problem) {
      let before = problem.sentence
      problem.position = problem.position.map(place)
      problem.remedy = problem.remedy.flatMap(remedy)
      sentences[before] = problem.sentence
    }
    func move(_ checks: inout [Check]) {
      for index in checks.indices {
        checks[index].expectation.range = range(checks[index].expectation.range)
        if case .inconclusive(let reason, let exit) = checks[index].outcome {
          checks[index].outcome = .inconclusive(because: sentences[reason] ?? reason, exit: exit)
        }
      }
    }
    func move(_ stage: inout StageResult) {
      stage.position = stage.position.map(place)
      if var problem = stage.problem {
        move(&problem)
        stage.problem = problem
      }
      move(&stage.checks)
    }
    func move(_ sink: inout SinkResult) {
      sink.position = place(sink.position)
      if var problem = sink.problem {
        move(&problem)
        sink.problem = problem
      }
      move(&sink.checks)
    }
    for index in located.problems.indices { move(&located.problems[index]) }
    for index in located.stages.indices { move(&located.stages[index]) }
    move(&located.whole)
    if var sinks = located.sinks {
      for index in sinks.indices { move(&sinks[index]) }
      located.sinks = sinks
    }
    if var groups = located.groups {
      for index in groups.indices {
        groups[index].position = place(groups[index].position)
        move(&groups[index].checks)
      }
      located.groups = groups
    }
    if var actions = located.actions {
      for index in actions.indices {
        actions[index].position = place(actions[index].position)
        move(&actions[index].checks)
      }
      located.actions = actions
    }
    return located
  }
}
