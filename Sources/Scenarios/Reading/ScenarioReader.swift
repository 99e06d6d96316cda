internal import Payloads

/// Makes a scenario of a file's text, and finds every mistake in it. The order of its steps is the order of the file;
/// each kind of mapping has a file of its own.
package struct ScenarioReader {
  static let largestFile = 4 << 20

  let text: ScenarioText
  let json = JSONDocument()
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Report> = []

  private struct Report: Hashable {
    var code: DiagnosticCode
    var range: SourceRange
  }

  private init(_ text: ScenarioText) { self.text = text }

  /// Reads one scenario file's bytes. All mistakes at once, sorted by position.
  package static func read(_ bytes: [UInt8], path: String) -> ScenarioReading {
    let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
    let bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    let isTooLarge = bytes.count > largestFile
    var reader = ScenarioReader(ScenarioText(isTooLarge ? bytes.prefix(1000) : bytes, path: path))
    var scenario: Scenario?
    if isTooLarge {
      reader.report(tooLarge)
    } else if let place = reader.firstFault(in: bytes) {
      reader.report(notUTF8(at: place))
    } else {
      let (root, diagnostics) = YAMLReader.read(bytes, as: reader.text)
      diagnostics.forEach { reader.report($0) }
      scenario = root.flatMap { reader.scenario($0) }
    }
    let diagnostics = reader.diagnostics.sorted { $0.range.start < $1.range.start }
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return ScenarioReading(
      scenario: hasErrors ? nil : scenario, diagnostics: diagnostics, files: SourceFiles(reader.text))
  }

  /// What is inherited by many is found with each of them, and reported once.
  mutating func report(_ diagnostic: Diagnostic) {
    let report = Report(code: diagnostic.code, range: diagnostic.range)
    if reported.insert(report).inserted { diagnostics.append(diagnostic) }
  }

  /// The scenario as far as it can be made; nil where something that it needs was reported.
  private mutating func scenario(_ root: YAMLNode) -> Scenario? {
    if let pair = root.version, let version = quantity(pair, expected: "1", Quantity.integer), version != 1 {
      report(Self.wrongVersion(version, at: pair.value.range))
      return nil
    }
    guard let fields = fields(of: root, named: "scenario", in: "", as: .scenario) else { return nil }
    if fields.lacks("version") {
      missing("version", in: "", at: fields.place, remedy: "write \"version: 1\"")
    }
    if fields.lacks("name") {
      missing("name", in: "", at: fields.place, remedy: "write such as \"name: login-events\"")
    }
    let name = fields["name"].flatMap { self.name($0) }
    let seed = fields.setting("seed") { self.seed($0) }
    let cluster = self.cluster(fields)
    let topics = self.topics(fields)
    let templates = self.templates(fields)
    let defaults = stageDefaults(fields, topics: topics, templates: templates)
    let stages = self.stages(fields, defaults: defaults, topics: topics, templates: templates)
    let verify = self.verify(fields)
    let expectations = fields["expect"].map { self.expectations($0, in: .scenario(stages: stages?.map(\.name))) }
    guard let name, let cluster, let topics = topics?.values, let templates = templates?.values, let stages, let verify
    else { return nil }
    let scenario = Scenario(
      path: text.path, name: name, seed: seed.value ?? .derived(fromName: name), cluster: cluster, topics: topics,
      templates: templates, stages: stages, verify: verify, expectations: expectations ?? [])
    scenario.expectationDiagnostics().forEach { report($0) }
    return scenario
  }

  private mutating func seed(_ pair: YAMLPair) -> Seed? {
    if pair.value.scalar?.text == "random" { return .random }
    return quantity(pair, expected: "a whole number or random") { text throws(QuantityFault) in
      if let nearest = Suggestion.nearest(to: text, in: ["random"]) {
        throw QuantityFault(reason: "is not a whole number", remedy: "did you mean \"\(nearest)\"?")
      }
      return Seed.fixed(try Quantity.integer(text))
    }
  }

  /// Where the bytes stop being UTF-8.
  private func firstFault(in bytes: ArraySlice<UInt8>) -> SourcePosition? {
    if bytes.withUnsafeBytes({ String(validating: $0, as: UTF8.self) }) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var valid = String.UnicodeScalarView()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid.append(scalar) }
    return ScenarioText(Array(String(valid).utf8), path: text.path).end
  }
}

extension YAMLNode {
  fileprivate var version: YAMLPair? {
    if case .mapping(let mapping) = content { mapping["version"] } else { nil }
  }
}

extension ScenarioReader {
  private static let tooLarge = Diagnostic(
    code: .tooLarge, "the file is larger than 4 MiB", at: .beginning)

  private static func notUTF8(at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      code: .encoding, "the file is not UTF-8", at: SourceRange(start: position, end: position),
      remedy: "save it as UTF-8")
  }

  private static func wrongVersion(_ version: UInt64, at range: SourceRange) -> Diagnostic {
    version == 0
      ? Diagnostic(code: .version, "there is no version 0", at: range, remedy: "write 1")
      : Diagnostic(
        code: .version, "version \(version) of the language needs a newer release of rehearse", at: range,
        remedy: "this one reads version 1")
  }
}
