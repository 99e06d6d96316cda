internal import Commands
internal import Scenarios

/// The programs of actions and sinks, looked for before anything is created or sent: a run without them proves nothing.
extension ScenarioRun {
  func findPrograms() throws(LoadError) {
    for (index, action) in scenario.actions.enumerated() {
      for words in [action.run, action.then ?? []] {
        if let reason = absence(of: words.first) { throw .actionCommand(action: index, because: reason) }
      }
    }
    for (index, sink) in scenario.sinks.enumerated() where scenario.isRead(sink: index) {
      guard case .command(let query) = sink.source else { continue }
      if let reason = absence(of: query.words.first?.source) {
        throw .sinkUnreadable(sink: index, because: reason)
      }
    }
  }

  private func absence(of program: String?) -> String? {
    guard let program else { return nil }
    do throws(CommandError) {
      _ = try ProgramSearch.path(of: program, in: commands.environment, startedIn: commands.directory)
      return nil
    } catch { return error.words }
  }
}
