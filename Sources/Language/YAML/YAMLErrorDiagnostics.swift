internal import Diagnostics

/// Diagnostics of YAML errors: what is wrong in the writer's words, or libyaml's message, and the text that probably needs quotes.
struct YAMLErrorDiagnostics {
  let text: SourceText

  init(_ text: SourceText) { self.text = text }

  /// The mistake that ended the reading, and every unquoted `{{` or `${` that YAML reads as something else.
  func described(_ failure: YAMLEvents.Failure, in bytes: UnsafeBufferPointer<UInt8>) -> [Diagnostic] {
    var message = "this is not YAML: \(failure.message)"
    var position = self.position(of: failure, in: bytes)
    if let context = failure.context, context.line != position.line {
      if text.line(position.line).allSatisfy(\.properties.isWhitespace) {
        // The end of the file has no text to show.
        message += " that begins here"
        position = context
      } else {
        message += " that begins on line \(context.line)"
      }
    }
    let lines = [position.line, failure.context?.line].compactMap { $0 }
    let hint = YAMLHints(text, at: self.position(of: failure, in: bytes), context: failure.context).hint(
      for: failure.cause)
    let braces = UnquotedBraces.all(in: text)
    // Braces in the line of the error are its cause: one mistake, one report.
    if braces.contains(where: { lines.contains($0.range.start.line) }) { return braces }
    if let hint { return [hint.diagnostic] + braces }
    let range = SourceRange(start: position, end: position)
    return [Diagnostic(code: .yaml, message, at: range)] + braces
  }

  /// libyaml's reader is far ahead of its parser, and knows only bytes.
  private func position(of failure: YAMLEvents.Failure, in bytes: UnsafeBufferPointer<UInt8>) -> SourcePosition {
    guard let offset = failure.byteOffset else { return failure.position }
    return SourceText(bytes.prefix(offset), path: text.path, isMain: text.file == nil).end
  }

  /// YAML reads a bare `{{seq}}` as a mapping whose key is a mapping.
  func keyIsNotText(_ key: YAMLNode, mapping start: SourcePosition) -> Diagnostic {
    guard text.slice(from: start, count: 2) == "{{" else {
      return Diagnostic(code: .wrongKind, "a key must be text", at: key.range)
    }
    let line = text.rest(from: start)
    let end =
      line.indices.dropLast().first { line[$0] == "}" && line[$0 + 1] == "}" }.map { $0 + 2 - line.startIndex } ?? 2
    let range = SourceRange(start: start, end: start).first(end)
    let placeholder = text.slice(from: start, count: end) ?? "{{"
    return Diagnostic(
      code: .needsQuotes, "\(quoted(placeholder)) without quotes is a mapping in YAML", at: range,
      remedy: "put the whole value in quotes")
  }

}
