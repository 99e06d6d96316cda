internal import Diagnostics
internal import Scenarios
internal import Verification

/// `check --format sarif`: one SARIF 2.1.0 log of one run over all files. A diagnostic is a result; a file that cannot be
/// read is a notification, because no rule was broken in it. There are no fingerprints: GitHub knows one kind, and its
/// upload action computes that from the sources.
package enum CheckSARIF {
  package static func text(_ files: [CheckedFile], toolVersion: String) -> String {
    let codes = Code.allCases.filter { code in
      files.contains { $0.reading?.diagnostics.contains { $0.code == code } == true }
    }
    let index = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    let unreadable = files.compactMap(SARIFLog.Notification.init)
    let driver = SARIFLog.Driver(
      semanticVersion: toolVersion,
      rules: codes.map { SARIFLog.Rule(.code($0), level: level(of: $0, in: files)) },
      notifications: unreadable.isEmpty ? nil : [SARIFLog.Rule(.code(.unreadable), level: .error)])
    let results = files.compactMap(\.reading).flatMap { reading in
      reading.diagnostics.map { SARIFLog.Result($0, rule: index[$0.code] ?? 0, in: reading) }
    }
    let run = SARIFLog.Run(
      tool: SARIFLog.Tool(driver: driver),
      invocations: [
        SARIFLog.Invocation(
          executionSuccessful: unreadable.isEmpty, exitCode: ExitCode.ranked(files.map(\.exit))[0].rawValue,
          toolExecutionNotifications: unreadable.isEmpty ? nil : unreadable)
      ],
      results: results)
    return PrettyJSON.document(SARIFLog(runs: [run]))
  }

  /// The worst that was found under a code; which it is by default, no table says.
  private static func level(of code: Code, in files: [CheckedFile]) -> Diagnostic.Severity {
    let found = files.compactMap(\.reading).flatMap(\.diagnostics).filter { $0.code == code }
    return found.contains { $0.severity == .error } ? .error : .warning
  }
}

extension SARIFLog.Rule {
  fileprivate init(_ subject: Subject, level: Diagnostic.Severity) {
    let explanation = subject.explanation
    self.init(
      id: subject.name, shortDescription: .init(text: explanation.headline),
      fullDescription: .init(text: explanation.causes),
      help: SARIFLog.Help(text: explanation.plainText, markdown: explanation.markdown),
      defaultConfiguration: .init(level: level.rawValue))
  }
}

extension SARIFLog.Notification {
  /// Nil for a file that was read.
  fileprivate init?(_ file: CheckedFile) {
    guard case .unreadable(let reason) = file.content else { return nil }
    self.init(
      descriptor: .init(id: Code.unreadable.rawValue, index: 0),
      message: SARIFLog.Message("\(file.path.visible): the file cannot be read: \(reason)"),
      locations: [.init(physicalLocation: .init(artifactLocation: .init(path: file.path)))])
  }
}

extension SARIFLog.Result {
  fileprivate init(_ diagnostic: Diagnostic, rule: Int, in reading: CheckedScenario) {
    let related = diagnostic.notes.enumerated().map { index, note in
      SARIFLog.Location(
        id: index + 1, message: SARIFLog.Message(note.message.visible),
        physicalLocation: note.range.map { .init($0, in: reading) })
    }
    self.init(
      ruleId: diagnostic.code.rawValue, ruleIndex: rule, level: diagnostic.severity.rawValue,
      message: SARIFLog.Message(diagnostic.sentence),
      locations: [.init(physicalLocation: .init(diagnostic.range, in: reading))],
      relatedLocations: related.isEmpty ? nil : related)
  }
}

extension SARIFLog.Message {
  /// Text of a file is shown literally: `[a](1)` is not a link, and `{0}` not an argument.
  fileprivate init(_ plain: String) {
    var escaped = plain
    if plain.contains("](") {
      escaped = escaped.replacing("[", with: "\\[").replacing("]", with: "\\]")
    }
    text = escaped.replacing(/\{(\d+)\}/) { "{{\($0.output.1)}}" }
  }
}

extension SARIFLog.PhysicalLocation {
  fileprivate init(_ range: SourceRange, in reading: CheckedScenario) {
    artifactLocation = SARIFLog.Artifact(path: reading.path(of: range.start))
    region = SARIFLog.Region(
      startLine: range.start.line, startColumn: range.start.column, endLine: range.end.line,
      endColumn: range.end.column)
  }
}

extension SARIFLog.Artifact {
  fileprivate init(path: String) {
    uri = URIReference.text(path: path)
    uriBaseId = path.hasPrefix("/") ? nil : "%SRCROOT%"
  }
}
