internal import Diagnostics
internal import Verification

/// `check --format github`: a workflow command for each diagnostic, which GitHub Actions makes an annotation of. Files
/// without a mistake are passed over.
package enum CheckGitHub {
  package static func text(_ files: [CheckedFile]) -> String { files.map(text).joined() }

  private static func text(_ file: CheckedFile) -> String {
    switch file.content {
    case .unreadable(let reason):
      command(
        .error, [("file", file.path), ("title", Code.unreadable.rawValue)],
        "\(file.path.visible): the file cannot be read: \(reason)")
    case .read(let reading): reading.diagnostics.map { text($0, in: reading) }.joined()
    }
  }

  private static func text(_ diagnostic: Diagnostic, in reading: CheckedScenario) -> String {
    let (start, end) = (diagnostic.range.start, diagnostic.range.end)
    var properties = [("file", reading.path(of: start)), ("line", "\(start.line)"), ("endLine", "\(end.line)")]
    // Of a range over several lines the runner drops the columns, and says so in its log. The last one is inside.
    if start.line == end.line {
      properties += [("col", "\(start.column)"), ("endColumn", "\(max(start.column, end.column - 1))")]
    }
    properties.append(("title", diagnostic.code.rawValue))
    // The log shows the message alone, so the place is repeated.
    let notes = diagnostic.notes.map { note in
      "\nnote: \(note.message.visible)" + (note.range.map { " at \(reading.files.place($0.start))" } ?? "")
    }
    return command(
      diagnostic.severity, properties, "\(reading.files.place(start)): \(diagnostic.sentence)\(notes.joined())")
  }

  private static func command(
    _ severity: Diagnostic.Severity, _ properties: [(name: String, value: String)], _ message: String
  ) -> String {
    let list = properties.map { "\($0.name)=\(escaped($0.value.visible, ":,"))" }.joined(separator: ",")
    return "::\(severity.rawValue) \(list)::\(escaped(message))\n"
  }

  /// As the runner reads it: in a message `%` and line ends, in a property also what parts properties.
  private static func escaped(_ text: String, _ more: String = "") -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      guard "%\r\n".unicodeScalars.contains(scalar) || more.unicodeScalars.contains(scalar) else {
        return escaped.unicodeScalars.append(scalar)
      }
      escaped += "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
    }
  }
}
