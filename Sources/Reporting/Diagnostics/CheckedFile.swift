package import Diagnostics
package import Verification

/// The findings of `check` in one file, as data: the formats are functions of this.
package struct CheckedFile: Sendable {
  package enum Content: Sendable {
    /// With the system's words: `No such file or directory`.
    case unreadable(reason: String)
    case read(CheckedScenario)
  }

  /// As it was named on the command line, `<stdin>` for standard input.
  package var path: String
  package var content: Content
  /// Errors of the cluster, where it was asked.
  private var ofCluster: ExitCode?

  package init(path: String, _ content: Content) {
    self.path = path
    self.content = content
  }

  package var reading: CheckedScenario? {
    if case .read(let reading) = content { reading } else { nil }
  }

  /// With what is wrong at the cluster, each at its line of the scenario; `exit` is what an error means for a run.
  package mutating func add(ofCluster diagnostics: [Diagnostic], exit: ExitCode) {
    guard case .read(var reading) = content, !diagnostics.isEmpty else { return }
    reading.diagnostics += diagnostics
    content = .read(reading)
    if diagnostics.contains(where: { $0.severity == .error }) { ofCluster = exit }
  }

  /// `passed` where it can be run.
  package var exit: ExitCode {
    guard let reading else { return .missingFile }
    if let ofCluster { return ofCluster }
    return reading.scenario == nil || count(of: .error) > 0 ? .invalidInput : .passed
  }

  /// The exit code of its diagnostics; a file that cannot be read has none, but is an error all the same.
  func count(of severity: Diagnostic.Severity) -> Int {
    guard let reading else { return severity == .error ? 1 : 0 }
    return reading.diagnostics.count { $0.severity == severity }
  }
}

extension CheckedScenario {
  /// The file that a position is in, as it was named.
  func path(of position: SourcePosition) -> String { files.text(of: position).path }
}

extension Diagnostic {
  /// In one line, for those who see no caret: `unknown key "durtion" in stage "steady"; did you mean "duration"?`
  var sentence: String { (message + (remedy.map { "; \($0)" } ?? "")).visible }
}
