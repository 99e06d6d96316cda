internal import Diagnostics
internal import Scenarios

/// A scalar with its variables replaced, and in the form that may be shown.
struct ScalarText {
  var text: String
  /// The text in the file, so that the value of a variable is not shown by accident.
  var shown: String
  /// Written without quotes, and without a variable that would make it text.
  var isPlain: Bool
  /// The values of its variables, without those that are named like a secret.
  var notes: [Diagnostic.Note] = []
  var holdsSecret = false
}

extension ValueReader {
  /// A scalar of any kind, with `${…}` in it replaced; nil if it was reported why there is none.
  mutating func scalar(_ node: YAMLNode, named name: String, expected: ExpectedValue) -> ScalarText? {
    guard let scalar = node.scalar, !scalar.isNull else {
      wrongKind(node, named: name, expected: expected)
      return nil
    }
    guard Interpolation.isIn(scalar.text) else {
      return ScalarText(text: scalar.text, shown: scalar.text, isPlain: scalar.isPlain)
    }
    return interpolated(scalar, at: node.range)
  }

  private mutating func interpolated(_ scalar: YAMLScalar, at range: SourceRange) -> ScalarText? {
    let interpolation = Interpolation(scalar.text)
    let origin = origin(of: scalar.text, at: range)
    for error in interpolation.errors { report(error, in: scalar, origin) }
    var result = ScalarText(text: "", shown: scalar.text, isPlain: false)
    var isWhole = interpolation.errors.isEmpty
    for part in interpolation.parts {
      switch part {
      case .literal(let text): result.text += text
      case .variable(let variable):
        let set = environment.variable(variable.name).flatMap { $0.isEmpty ? nil : $0 }
        switch (set, variable.whenUnset) {
        case (let value?, _):
          result.text += value
          if SecretName.matches(variable.name) {
            result.holdsSecret = true
            reports.hide(value, of: variable.name)
          } else {
            result.notes.append(.init("${\(variable.name)} is \(quoted(value))"))
          }
        case (nil, .fallback(let text)): result.text += text
        case (nil, .error), (nil, .message):
          isWhole = false
          reportUnset(variable, at: origin.range(of: variable.offsets))
        }
      }
    }
    return isWhole ? result : nil
  }

  /// Each variable once, with the other places at which it is used.
  private mutating func reportUnset(_ variable: Interpolation.Variable, at range: SourceRange) {
    var remedy = "set it, or write ${\(variable.name):-default}"
    if case .message(let message) = variable.whenUnset, !message.isEmpty { remedy = message }
    reports.unset(variable.name, at: range, remedy: remedy)
  }

  private mutating func report(_ error: Interpolation.SyntaxError, in scalar: YAMLScalar, _ origin: ScalarOrigin) {
    let scalars = Array(scalar.text.unicodeScalars)
    let source = String(String.UnicodeScalarView(scalars[error.offsets]))
    let range = origin.range(of: error.offsets)
    // ` #` ends a plain value and begins a comment, which may contain the closing brace.
    let behind = reports.files.text(of: origin.range.end).rest(from: origin.range.end)
    if error.isOpen, scalar.isPlain, behind.first(where: { $0 != " " }) == "#" {
      report(
        Diagnostic(
          code: .needsQuotes, "\(quoted(source)) is cut off: \" #\" begins a comment", at: range,
          remedy: "put the whole value in quotes"))
      return
    }
    report(
      Diagnostic(code: .interpolation, "\(quoted(source)) \(error.reason)", at: range, remedy: error.remedy))
  }
}
