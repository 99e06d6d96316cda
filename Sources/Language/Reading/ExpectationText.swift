internal import Diagnostics
internal import Scenarios

/// The parts of `[stage(NAME|*).|sink(NAME|*).|group(NAME|*).]metric op value`. Errors are thrown with their position in the text.
struct ExpectationText {
  private(set) var scope: Expectation.Scope?
  /// The position of the name in `stage(NAME)`.
  private(set) var scopeOffsets = 0..<0
  let metric: Metric
  let metricOffsets: Range<Int>
  let comparison: Expectation.Comparison
  let bound: Bound

  /// `own` is the kind of place in whose list the text is written; nil in a stage's, and at the top.
  init(_ text: String, own: PlaceKind? = nil) throws(ExpectationError) {
    var scanner = ExpectationScanner(text)
    scanner.skipBlanks()
    guard !scanner.isAtEnd else {
      throw ExpectationError(message: "an expectation is empty", remedy: "for example \"lost == 0\"", offsets: 0..<0)
    }
    if let (scope, offsets) = try Self.scope(&scanner) { (self.scope, scopeOffsets) = (scope, offsets) }
    let start = scanner.offset
    let written = scanner.take { !ExpectationScanner.isOperator($0) && !ExpectationScanner.isBlank($0) }
    metricOffsets = start..<scanner.offset
    let kind = scope.map(\.placeKind) ?? own
    metric = try MetricName.read(written, of: kind, at: metricOffsets, in: scanner)
    comparison = try Self.comparison(&scanner, of: metric, from: start)
    scanner.skipBlanks()
    bound = try BoundReading.read(&scanner, of: metric, comparison, from: start)
  }

  /// `stage(NAME).`, `stage(*).`, or the same of a sink or a group; nil if the text begins with none of these.
  private static func scope(_ scanner: inout ExpectationScanner) throws(ExpectationError) -> (
    Expectation.Scope, Range<Int>
  )? {
    let start = scanner.offset
    var ahead = scanner
    let word = ahead.take { $0.properties.isAlphabetic }
    guard let place = ScopeWord(written: word) else { return nil }
    ahead.skipBlanks()
    let opening = ahead.take { "([".unicodeScalars.contains($0) }
    guard !opening.isEmpty else { return nil }
    let inside = ahead.offset
    let raw = ahead.take { !")].".unicodeScalars.contains($0) && !ExpectationScanner.isOperator($0) }
    let name = raw.filter { !" '\"".contains($0) }
    let offsets = inside..<ahead.offset
    let closing = ahead.take { ")]".unicodeScalars.contains($0) }
    let whole = start..<ahead.offset
    let meant = "\(place.rawValue)(\(name.isEmpty ? "NAME" : name))."
    guard word == place.rawValue, opening == "(", closing == ")", name == raw, !name.isEmpty else {
      throw ExpectationError(
        message: "\(quoted(scanner.text(whole))) names no \(place.rawValue)",
        remedy: "write \"\(meant)\" before the metric",
        offsets: whole)
    }
    guard ahead.take(while: { $0 == "." }) == ".", ahead.peek.map({ !ExpectationScanner.isBlank($0) }) ?? true else {
      throw ExpectationError(
        message: "\(quoted(scanner.text(whole))) is not followed by a dot and a metric",
        remedy: "for example \"\(meant)\(place.example)\"", offsets: whole)
    }
    scanner = ahead
    return (place.scope(name), offsets)
  }

  private static func comparison(
    _ scanner: inout ExpectationScanner, of metric: Metric, from start: Int
  ) throws(ExpectationError) -> Expectation.Comparison {
    let end = scanner.offset
    scanner.skipBlanks()
    let place = scanner.offset
    let sign = scanner.take(while: ExpectationScanner.isOperator)
    if let comparison = Expectation.Comparison(rawValue: sign) { return comparison }
    guard !sign.isEmpty else {
      let rest = scanner.rest
      let isValue = rest.first.map { "0"..."9" ~= $0 } ?? false
      let likely = MetricName.example(for: metric)
      let name = metric.name
      let condition = isValue ? likely.prefix { $0 != " " } + " " + rest : likely[...]
      throw ExpectationError(
        message: "\(quoted(name)) is not compared with anything", remedy: "for example \"\(name) \(condition)\"",
        offsets: start..<end)
    }
    let meant: [String: String] = [
      "=": "==", "===": "==", "=<": "<=", "≤": "<=", "⩽": "<=", "=>": ">=", "≥": ">=", "⩾": ">=", ":": "==", ":=": "==",
      "<<": "<", ">>": ">",
    ]
    throw ExpectationError(
      message: "\(quoted(sign)) is not a comparison",
      remedy: meant[sign].map { "write \"\($0)\"" } ?? "write one of <, <=, >, >=, ==", offsets: place..<scanner.offset)
  }
}

/// The word of a scope, before the name in brackets.
private enum ScopeWord: String, CaseIterable {
  case stage, sink, group

  /// In any case, and in the plural.
  init?(written: String) {
    let plain = written.lowercased()
    guard let word = Self.allCases.first(where: { plain == $0.rawValue || plain == $0.rawValue + "s" }) else {
      return nil
    }
    self = word
  }

  func scope(_ name: String) -> Expectation.Scope {
    switch self {
    case .stage: name == "*" ? .eachStage : .stage(name)
    case .sink: name == "*" ? .eachSink : .sink(name)
    case .group: name == "*" ? .eachGroup : .group(name)
    }
  }

  /// A condition that fits.
  var example: String {
    switch self {
    case .stage: "lost == 0"
    case .sink: "missing == 0"
    case .group: "lag_max < 5k"
    }
  }
}
