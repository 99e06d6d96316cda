package import Diagnostics
package import Scenarios

/// `rehearse explain`: a line for each value, with what it is and where it comes from.
///
///     cluster.brokers         localhost:9092  orders.yaml:6:12, from ${KAFKA_BROKERS}
///     stages.peak.rate        20k/s           orders.yaml:21:11
///     stages.*.producers      1               default, where nothing else is written
package enum ExplainText {
  /// Wider cells are not padded to, so that one long text does not push everything else out of sight.
  private static let widestPath = 48
  private static let widestValue = 40
  private static let longestValue = 100

  /// The values at `path` and below it, each by itself; all of the scenario without a path, and then what the
  /// language adds to several of a kind is said once.
  package static func text(
    _ entries: [ExplainedValue], at path: String? = nil, place: (SourcePosition) -> String
  ) -> String {
    let shown =
      path.map { path in entries.filter { $0.path == path || $0.path.hasPrefix(path + ".") } }
      ?? SharedDefaults.gathered(entries)
    let rows = shown.map { Row($0, place: place) }
    let pathWidth = min(rows.map(\.path.count).max() ?? 0, widestPath)
    let valueWidth = min(rows.map(\.value.count).max() ?? 0, widestValue)
    var text = ""
    for (index, row) in rows.enumerated() {
      if index > 0, row.group != rows[index - 1].group { text += "\n" }
      text += "\(padded(row.path, pathWidth))  \(padded(row.value, valueWidth))  \(row.source)\n"
    }
    return text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private struct Row {
    var path: String
    var value: String
    var source: String
    /// Rows of one group stand together: a stage, a topic, a section.
    var group: [String]

    init(_ entry: ExplainedValue, place: (SourcePosition) -> String) {
      path = entry.path.visible
      value = entry.value.cut(to: longestValue).visible
      source = ([Self.origin(entry.origin, entry.keys, place)] + entry.notes.map(Self.note)).joined(separator: ", ")
      let isOneOfMany = ["topics", "templates", "identities", "stages"].contains(entry.keys.first)
      group = isOneOfMany ? Array(entry.keys.prefix(2)) : entry.keys.count > 1 ? [entry.keys[0]] : []
    }

    private static func origin(
      _ origin: ExplainedValue.Origin, _ keys: [String], _ place: (SourcePosition) -> String
    ) -> String {
      let isShared = keys.contains(SharedDefaults.anyName)
      switch origin {
      case .written(let position): return place(position)
      case .byLanguage: return isShared ? "default, where nothing else is written" : "default"
      case .computed(let words): return "default: \(words.replacing("`", with: ""))"
      }
    }

    private static func note(_ note: ExplainedValue.Note) -> String {
      switch note {
      case .variable(let name): "from ${\(name)}"
      case .unset(let name): "${\(name)} is not set"
      case .secretVariable(let name): "${\(name)} is named like a secret and not shown"
      case .plainSecret: "a secret, not shown"
      }
    }
  }
}

/// Defaults that the language gives to several stages, topics or templates, said once behind the last of them.
enum SharedDefaults {
  static let anyName = "*"

  static func gathered(_ entries: [ExplainedValue]) -> [ExplainedValue] {
    var result: [ExplainedValue] = []
    var rest = entries[...]
    while let first = rest.first {
      let section = rest.prefix { $0.keys.first == first.keys.first }
      rest = rest.dropFirst(section.count)
      result += isOfMany(section) ? sharing(section) : Array(section)
    }
    return result
  }

  private static func isOfMany(_ section: ArraySlice<ExplainedValue>) -> Bool {
    guard let key = section.first?.keys.first, ["topics", "templates", "identities", "stages"].contains(key) else {
      return false
    }
    return Set(section.map { $0.keys.dropFirst().first }).count > 1
  }

  private static func sharing(_ section: ArraySlice<ExplainedValue>) -> [ExplainedValue] {
    var written: [ExplainedValue] = []
    var shared: [ExplainedValue] = []
    for entry in section {
      if case .written = entry.origin {
        written.append(entry)
        continue
      }
      var general = entry
      if general.keys.count > 2 { general.keys[1] = anyName }
      if !shared.contains(general) { shared.append(general) }
    }
    return written + shared
  }
}
