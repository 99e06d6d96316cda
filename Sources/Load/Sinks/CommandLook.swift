internal import Commands
package import Scenarios
internal import Templates

/// The output of a sink's command, asked once outside of a run.
package struct CommandLook: Sendable, Equatable {
  package var lines: UInt64 = 0
  /// Those with the id of any run.
  package var linesWithID: UInt64 = 0
  /// The reason why it could not be read, free of secrets; nil where it was.
  package var failure: String?

  private static let limit = Duration.seconds(10)

  package init(_ sink: Sink, _ query: CommandQuery, in place: CommandPlace) {
    let tag = RunTag(run: RenderContext.noRun)
    let fields = SinkFields(sink)
    var output = OutputLines()
    var (lines, withID) = (UInt64(0), UInt64(0))
    let note = { (line: OutputLines.Line) in
      lines += 1
      guard case .line(let bytes) = line, fields.take(key: nil, value: bytes) else { return }
      var hasID = false
      fields.forEachID(key: nil, value: bytes) { id in
        if IDPrefix(id, of: tag) != .noID { hasID = true }
      }
      if hasID { withID += 1 }
    }
    do {
      let command = try StreamedCommand(query, tag: tag.text, in: place, limit: Self.limit)
      _ = try command.run(unless: { false }) { output.take($0, note) }
      output.finish(note)
    } catch let error as CommandFailure {
      let last = place.shown(error.errors).split(whereSeparator: \.isNewline).last.map { ": \($0.prefix(200))" }
      failure = error.error.words + (last ?? "")
    } catch {
      failure = "a variable of it has no value"
    }
    (self.lines, linesWithID) = (lines, withID)
  }
}

extension StreamedCommand {
  /// The command of a sink in a run.
  init(
    _ query: CommandQuery, tag: String, in place: CommandPlace, limit: Duration
  ) throws(SecretError) {
    var environment = place.environment
    for variable in query.environment {
      switch variable.value {
      case .text(let text): environment[variable.name] = variable.text?.text(tag: tag) ?? text
      case .secret(let secret): environment[variable.name] = try place.value(secret)
      }
    }
    self.init(
      query.words.map { $0.text(tag: tag) }, environment: environment, in: place.directory,
      input: Array(query.input.text(tag: tag).utf8), limit: limit)
  }
}
