internal import Diagnostics

extension DataNames {
  /// The column of a path; `offsets` are those of the path in the template's text.
  func reference(_ path: DataPath, written: String, at offsets: Range<Int>) throws(ExpressionError) -> DataReference {
    switch self {
    case .absent:
      throw ExpressionError(
        "\(quoted(written)) is used, but the template has no data", at: offsets,
        remedy: "write data: {file: users.csv} in the template")
    case .unknown: return DataReference(path: path, column: 0, jsonColumn: 0, kind: .cell, canBeEmpty: true)
    case .known(let fields):
      if let reference = fields.references[path] { return reference }
      if fields.isCSV, path.names.count > 1, fields.names.contains(where: { $0.names[0] == path.names[0] }) {
        let last = path.names[1]
        throw ExpressionError(
          "\(quoted(path.names[0])) is a CSV cell, which has no fields", at: offsets,
          remedy: TextMethod(rawValue: last) != nil ? "write .\(last)() to call the method" : nil)
      }
      throw fields.unknown(path, at: offsets)
    }
  }
}

extension DataFields {
  fileprivate func unknown(_ path: DataPath, at offsets: Range<Int>) -> ExpressionError {
    // With very many columns, not all are compared for each error.
    let nearest = Suggestion.nearest(to: path.spelled, in: names.prefix(1000).map(\.spelled))
      .flatMap { spelled in names.first { $0.spelled == spelled } }
    let some = names.prefix(12).map(\.written)
    let more = names.count > some.count ? " and \(names.count - some.count) more" : ""
    return ExpressionError(
      "\(quoted(file)) has no \(isCSV ? "column" : "field") \(quoted(path.spelled))", at: offsets,
      remedy: nearest.map { "did you mean \"\($0.written)\"?" }
        ?? (some.isEmpty ? nil : "it has \(Diagnostic.list(some))\(more)"))
  }
}

extension ExpressionScanner {
  /// The names after `data`: `.name` or `["name"]`, repeated, up to a method, a slice or anything else.
  mutating func dataPath() throws(ExpressionError) -> DataPath {
    var names: [String] = []
    while true {
      var probe = self
      if probe.take(".") {
        let name = probe.word()
        if !names.isEmpty, probe.next == "(" { break }
        guard !name.isEmpty else {
          throw ExpressionError("a name is missing", at: probe.place, remedy: "write data.NAME or data[\"NAME\"]")
        }
        names.append(name)
        self = probe
      } else if probe.take("["), probe.next == "'" || probe.next == "\"" {
        let start = probe.index
        names.append(try probe.string())
        guard probe.take("]") else {
          throw ExpressionError(
            "a name in brackets is not closed", at: start..<probe.index, remedy: "close it with ]")
        }
        self = probe
      } else {
        break
      }
    }
    return DataPath(names)
  }

  /// The path that a placeholder begins with, and whether it is raw; nil where it does not use data.
  package static func dataPath(ofPlaceholder source: String) -> (path: DataPath, isRaw: Bool)? {
    var scanner = Self(ofPlaceholder: source)
    let (word, isRaw) = scanner.wordAfterRaw()
    guard word == "data", let path = try? scanner.dataPath(), !path.names.isEmpty else { return nil }
    return (path, isRaw)
  }

  /// The first word of a placeholder, after `raw`; empty where it does not begin with a word.
  package static func word(ofPlaceholder source: String) -> String {
    var scanner = Self(ofPlaceholder: source)
    return scanner.wordAfterRaw().word
  }

  private init(ofPlaceholder source: String) {
    self.init(Array(source.unicodeScalars.dropFirst(2).dropLast(2))[...])
  }

  private mutating func wordAfterRaw() -> (word: String, isRaw: Bool) {
    skipBlanks()
    let first = word()
    guard first == "raw" else { return (first, false) }
    skipBlanks()
    return (word(), true)
  }
}
