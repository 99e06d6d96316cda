/// Pieces of Markdown.
enum ReferenceText {
  static func code(_ text: String) -> String { "`\(text)`" }

  /// A link to the section of a mapping: `[a stage](#a-stage)`.
  static func link(_ table: KeyTable) -> String {
    let title = table.title
    let text = title.prefix(1).lowercased() + title.dropFirst()
    let anchor = text.filter { $0 != "'" }.replacing(" ", with: "-")
    return "[\(text)](#\(anchor))"
  }

  static func table(_ heads: [String], _ rows: [[String]]) -> String {
    let lines = rows.map { row in row.map { $0.replacing("|", with: "\\|") } }
    let rule = heads.map { _ in "---" }
    return ([heads, rule] + lines).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}

extension Kind {
  /// The values that a key takes, in a few words, for a table.
  var referenceText: String {
    switch self {
    case .version: "`1`"
    case .boolean: "`true`, `false`"
    case .template: "text with placeholders"
    case .integer(let bounds): Self.range(bounds)
    case .path: "a file"
    case .brokers: "[brokers](#values)"
    case .separator: "[separator](#values)"
    case .expectation: "an [expectation](#values)"
    case .url: "a [url](#values)"
    case .status: "a [status](#values)"
    case .field: "a [field](#values)"
    case .scalar: "any value"
    case .urlOr(let table): "a [url](#values), or \(ReferenceText.link(table))"
    case .textOrSecret: "[text](#values), or \(ReferenceText.link(SecretKeys.table))"
    case .reference(let declared): "the name of \(declared == .identity ? "an" : "a") \(declared.rawValue)"
    case .words(let words): words.map { ReferenceText.code($0.text) }.joined(separator: ", ")
    case .list(let kind): "a list; each is \(kind.referenceText)"
    case .mapping(let table): ReferenceText.link(table)
    case .named(let kind, let names): "\(names.referenceText); each is \(kind.referenceText)"
    case .properties: "properties of librdkafka"
    case .topicSettings: "settings of Kafka"
    case .trueOr(let table): "`true`, or \(ReferenceText.link(table))"
    case .either(let kinds):
      kinds.enumerated().map { index, kind in
        if index > 0, case .list(let item) = kind, item.referenceText == kinds[index - 1].referenceText {
          "a list of these"
        } else {
          kind.referenceText
        }
      }.joined(separator: ", or ")
    case .name, .text, .count, .repetition, .duration, .rate, .ratio, .size, .constantRate, .rateOrNone:
      "[\(spelling?.name ?? "text")](#values)"
    }
  }

  private static func range(_ bounds: ClosedRange<UInt64>) -> String {
    let greatest = [UInt64.max, UInt64(Int32.max), UInt64(Int16.max)].contains(bounds.upperBound)
    return greatest
      ? "a whole number from \(bounds.lowerBound)" : "a whole number, \(bounds.lowerBound) to \(bounds.upperBound)"
  }
}

extension Kind.NameRule {
  fileprivate var referenceText: String {
    switch self {
    case .name: "by [name](#values)"
    case .partition: "by number"
    case .variable: "by name (letters, digits, `_`)"
    case .header: "by header"
    case .metric: "by metric"
    case .environment: "by variable"
    case .field: "by [field](#values)"
    }
  }
}
