internal import Diagnostics

// What YAML allows and a scenario does not.
extension Diagnostic {
  static func emptyFile(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .empty, "the file is empty", at: range, remedy: "a scenario begins with version: 1")
  }

  static func secondDocument(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: .documents, "a second document begins here", at: range, remedy: "write each scenario into a file of its own"
    )
  }

  static func tooMany(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .tooLarge, "the file has more than \(YAMLReader.mostNodes) values", at: range.first(1))
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .tooLarge, "values are nested more than \(YAMLReader.deepest) levels deep", at: range.first(1))
  }

  static func duplicateKey(_ key: String, at range: SourceRange, first: Int) -> Diagnostic {
    Diagnostic(
      code: .duplicateKey, "\(quoted(key)) is written twice", at: range, remedy: "the first is in line \(first)")
  }

  static func tag(_ tag: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: .tag, "tag \(quoted(tag)) has no meaning in a scenario", at: range.first(tag.unicodeScalars.count),
      remedy: "remove it")
  }

  static func unknownAlias(_ name: String, at range: SourceRange, nearest: String?) -> Diagnostic {
    Diagnostic(
      code: .alias, "no anchor \(quoted("&\(name)")) stands above", at: range,
      remedy: nearest.map { "did you mean \"*\($0)\"?" }
        ?? "an anchor is written before the value that it names: &\(name)")
  }

  static func aliasOfItself(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .alias, "\(quoted("*\(name)")) stands inside of what it names", at: range, remedy: "remove it")
  }
}
