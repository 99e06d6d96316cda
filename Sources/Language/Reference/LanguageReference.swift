/// The reference of the language in Markdown, made from its tables: kinds of value, then each mapping with its keys.
package enum LanguageReference {
  /// The lines around the reference in `Scenarios/README.md`.
  package static let beginning = "<!-- made by `rehearse schema reference`: edit Sources/Language/Mappings instead -->"
  package static let end = "<!-- the end of what is made -->"

  /// All of it, with both lines and a line end.
  package static var text: String {
    let sections = [values] + LanguageTables.all.map(section) + [MetricReference.text]
    return "\(beginning)\n\n\(sections.joined(separator: "\n\n"))\n\n\(end)\n"
  }

  private static var values: String {
    let rows = Spelling.explained.map { spelling in
      let good = spelling.good.map(ReferenceText.code).joined(separator: ", ")
      let refused = spelling.refused.map { "\(ReferenceText.code($0.text)) (\($0.reason))" }.joined(separator: ", ")
      return [spelling.name, spelling.summary, good, refused]
    }
    return "## Values\n\n" + ReferenceText.table(["kind", "what it is", "such as", "refused"], rows)
  }

  private static func section(_ table: KeyTable) -> String {
    var parts = ["### \(table.title)", table.isLater ? "*Not supported yet.* \(table.summary)" : table.summary]
    // The keys of these two are those of others, and said of those.
    let isDefaults = table.name == StageKeys.defaults.name
    let isOwn = !isDefaults && table.name != ScenarioKeys.included.name
    if isDefaults { parts.append(except(table)) }
    if isOwn {
      let rows = table.rows.map { row in
        [
          ReferenceText.code(row.name), row.kind.referenceText, fallback(row),
          row.isLater ? "*Not supported yet.* \(row.summary)" : row.summary,
        ]
      }
      parts.append(ReferenceText.table(["key", "value", "default", "meaning"], rows))
    }
    let words = isOwn ? table.rows.compactMap(wordList) : []
    if !words.isEmpty { parts.append(words.joined(separator: "\n")) }
    if let example = table.example { parts.append("```yaml\n\(example.text)\n```") }
    return parts.joined(separator: "\n\n")
  }

  private static func except(_ table: KeyTable) -> String {
    let left = StageKeys.table.rows.map(\.name).filter { table.row($0) == nil }.map(ReferenceText.code)
    return "The keys of \(ReferenceText.link(StageKeys.table)) but \(left.joined(separator: ", "))."
  }

  private static func fallback(_ row: KeyRow) -> String {
    switch row.fallback {
    case _ where row.isRequired: "required"
    case .nothing: ""
    case .value(let text): ReferenceText.code(text)
    case .described(let text): text
    }
  }

  /// The meanings of the words that a key takes.
  private static func wordList(_ row: KeyRow) -> String? {
    let words = row.kind.words
    guard !words.isEmpty else { return nil }
    let meanings = words.map { word in
      "\(ReferenceText.code(word.text)) (\(word.summary)\(word.isLater && !row.isLater ? "; *not supported yet*" : ""))"
    }
    return "- \(ReferenceText.code(row.name)): \(meanings.joined(separator: ", "))"
  }
}
