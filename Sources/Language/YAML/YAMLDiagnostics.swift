internal import Diagnostics

// Diagnostics of YAML that is not supported.
extension Diagnostic {
  static func emptyFile(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .empty, "the file is empty", at: range, remedy: "a scenario begins with version: 1")
  }

  static func secondDocument(in kind: YAMLKind, at range: SourceRange) -> Diagnostic {
    let noun = kind == .document ? "document" : "scenario"
    return Diagnostic(
      code: .documents, "a second document begins here", at: range, remedy: "write each \(noun) into a file of its own")
  }

  static func tooMany(_ kind: YAMLKind, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .tooLarge, "the file has more than \(kind.mostNodes) values", at: range.first(1))
  }

  static func tooDeep(_ kind: YAMLKind, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .tooLarge, "values are nested more than \(kind.deepest) levels deep", at: range.first(1))
  }

  static func duplicateKey(_ key: String, at range: SourceRange, first: Int, isHeader: Bool) -> Diagnostic {
    Diagnostic(
      code: .duplicateKey, "\(quoted(key)) is written twice", at: range,
      remedy: "the first is in line \(first)" + (isHeader ? "; to send both, write one list, \(key): [a, b]" : ""))
  }

  static func tag(_ tag: String, in kind: YAMLKind, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: .tag, "tag \(quoted(tag)) is not supported\(kind == .document ? "" : " in a scenario")",
      at: range.first(tag.unicodeScalars.count), remedy: "remove it, or put the value in quotes")
  }

  static func unknownAlias(_ name: String, at range: SourceRange, nearest: String?) -> Diagnostic {
    Diagnostic(
      code: .alias, "no anchor \(quoted("&\(name)")) is defined above", at: range,
      remedy: nearest.map { "did you mean \"*\($0)\"?" }
        ?? "an anchor is written before the value that it names: &\(name); text that begins with * needs quotes")
  }

  /// `&amp text` is `text`, with a name that nothing uses.
  static func unusedAnchor(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: .alias, "anchor \(quoted("&\(name)")) is never used, and is not a part of the text", at: range,
      remedy: "put the value in quotes, or remove it")
  }

  static func aliasOfItself(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .alias, "\(quoted("*\(name)")) is inside the value that it names", at: range, remedy: "remove it")
  }
}
