internal import Diagnostics
internal import Scenarios
internal import Templates

/// Texts for commands, in which `{{run.tag}}` and `{{vars.NAME}}` are replaced and nothing else.
extension ValueReader {
  /// Nil if it was reported why there is none. A secret is refused: other users can read a command's arguments, and reports show its
  /// input.
  mutating func runText(_ pair: YAMLPair, variables: [Variable]?) -> RunText? {
    guard let scalar = scalarText(pair) else { return nil }
    if scalar.holdsSecret {
      report(.secretOfCommand(at: pair.value.range))
      return nil
    }
    return runText(scalar.text, written: pair, variables: variables)
  }

  mutating func runText(_ text: String, written pair: YAMLPair, variables: [Variable]?) -> RunText? {
    let parsed = ParsedTemplate(text, variables: variables?.map(\.name) ?? [])
    let origin = origin(of: text, at: pair.value.range)
    var pieces: [RunText.Piece] = []
    var isWhole = true
    if let start = parsed.unterminated {
      report(
        Diagnostic(
          code: .placeholder, "a placeholder is not closed", at: origin.range(of: start..<start + 2),
          remedy: "close it with }}, or write {{ '{{' }} for two braces"))
      isWhole = false
    }
    for part in parsed.parts {
      switch part {
      case .literal(let bytes): pieces.append(.text(String(decoding: bytes, as: UTF8.self)))
      case .placeholder(let index):
        let placeholder = parsed.placeholders[index]
        guard let piece = piece(placeholder, at: origin.range(of: placeholder.offsets), variables) else {
          isWhole = false
          continue
        }
        pieces.append(piece)
      }
    }
    return isWhole ? RunText(pieces) : nil
  }

  private mutating func piece(
    _ placeholder: Placeholder, at range: SourceRange, _ variables: [Variable]?
  ) -> RunText.Piece? {
    if let expression = placeholder.expression, expression.steps.isEmpty, expression.format == nil, !expression.isRaw {
      switch expression.source {
      case .runTag: return .runTag
      case .text(let text): return .text(text)
      case .variable(let name):
        guard let variables else { return nil }
        if let variable = variables.first(where: { $0.name == name }) {
          if !variable.isSecret { return .text(variable.value) }
          report(.secretOfCommand(at: range))
        } else {
          report(
            .unknown(
              "variable", name, in: "", code: .unknownName, at: range, read: variables.map(\.name), later: [],
              listed: "vars has"))
        }
        return nil
      default: break
      }
    }
    report(
      Diagnostic(
        code: .placeholder, "\(quoted(placeholder.source)) is not replaced in a command", at: range,
        remedy: "write {{run.tag}} or {{vars.NAME}}; {{ '{{' }} writes two braces"))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func secretOfCommand(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: .notAllowed, "a secret in the words or the input of a command can be read by others", at: range,
      remedy: "write it under environment: {NAME: {env: NAME}}")
  }
}
