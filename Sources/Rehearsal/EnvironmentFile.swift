internal import Diagnostics
package import Reporting
package import Verification

/// A file of variables that cannot be used: every mistake at its line, or why the file cannot be read.
package struct EnvironmentFileError: Error, Sendable {
  package var checked: CheckedFile

  /// As a person reads it, without a line end.
  package var text: String { CheckText.findings(checked) }
  package var exit: ExitCode { checked.exit }
}

/// The variables of `--env-file`. Variables of the environment itself override them, as they do with Compose.
package struct EnvironmentFile: Sendable, Equatable {
  package private(set) var variables: [String: String] = [:]

  package init() {}

  package static func read(_ path: String) throws(EnvironmentFileError) -> EnvironmentFile {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path)
    } catch {
      throw EnvironmentFileError(checked: CheckedFile(path: path, .unreadable(reason: error.reason)))
    }
    return try EnvironmentFile(bytes, path: path)
  }

  package init(_ bytes: [UInt8], path: String) throws(EnvironmentFileError) {
    let bytes = bytes.dropFirst(TextEncoding.markLength(in: bytes))
    let diagnostics: [Diagnostic]
    var shown: [String] = []
    let encoding = TextEncoding(of: bytes)
    if bytes.count > SourceText.largest {
      diagnostics = [Diagnostic(code: .tooLarge, "the file is larger than 4 MiB", at: SourceText.beginning())]
    } else if encoding != .utf8 {
      diagnostics = [.encoding(encoding, at: SourceText.beginning())]
    } else if let position = SourceText.endOfUTF8(in: bytes) {
      shown = Array(repeating: EnvironmentLines.hidden, count: position.line)
      diagnostics = [.encoding(.utf8, at: SourceRange(start: position, end: position))]
    } else {
      let lines = EnvironmentLines(String(decoding: bytes, as: UTF8.self))
      variables = lines.variables
      shown = lines.shown
      diagnostics = lines.diagnostics
    }
    guard !diagnostics.isEmpty else { return }
    // A line may hold a secret, so that no more of the text than what may be shown is kept for excerpts.
    let text = SourceText(
      Array((shown.isEmpty ? EnvironmentLines.hidden : shown.joined(separator: "\n")).utf8), path: path)
    throw EnvironmentFileError(
      checked: CheckedFile(
        path: path, .read(CheckedScenario(scenario: nil, diagnostics: diagnostics, files: SourceFiles(text)))))
  }
}
