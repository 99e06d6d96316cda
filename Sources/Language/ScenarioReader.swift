internal import Diagnostics
internal import Payloads
internal import Scenarios
internal import Templates

/// Makes a scenario of a file's text, and finds every mistake in it, in three steps: the files become one tree, in which
/// everything inherited is in its place (Assembly/); the tree becomes values, key by key as the tables of the language
/// say (one file for each kind of mapping); and the values are held against each other (Meaning/).
package struct ScenarioReader {
  var files: SourceFiles
  let surroundings: Surroundings
  let json = JSONDocument()
  let xml = XMLDocument()
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<Report> = []
  /// Variables that were reported to be unset, with the index of the diagnostic.
  var unset: [String: Int] = [:]
  /// As far as they were read.
  var clientProperties: [ClientProperty] = []
  /// Who signs in, and who is to be turned away.
  var controls = Controls()
  /// Of the expectations read last, those that somebody is turned away.
  var refusals: [(reason: RefusalReason, range: SourceRange)] = []
  /// How the cluster is spoken to where nothing else is said; nil where that could not be read.
  var clusterWay: Controls.Way?
  /// Indices of the templates that stages send.
  var usedTemplates: Set<Int> = []
  /// Those that were read, so that none is compiled twice; nil for a faulty one.
  var schemas: [SchemaName: ValueSchema?] = [:]
  /// Templates whose messages have to be looked at, and in which nothing was found so far.
  var proven: [ProvenTemplate] = []
  /// Errors so far, each as often as it was found.
  private(set) var errorCount = 0
  /// Data files by their paths, as long as templates are read, and what was made of them.
  var dataFiles: [String: Result<DataBytes, Surroundings.Unreadable>] = [:]
  var dataTables: [DataRequest: (names: DataFields, table: DataTable)] = [:]
  private var uses: [YAMLUse] = []
  /// What variables hold that are named like a secret, with what stands for it wherever something is said.
  private var secrets: [(value: String, source: String)] = []
  /// Lines from which on a file could not be read, by file: what is said of them would be said of half a value.
  private var cuts: [String?: Int] = [:]

  private struct Report: Hashable {
    var code: Code
    var range: SourceRange
  }

  private init(_ text: SourceText, in surroundings: Surroundings) {
    files = SourceFiles(text)
    self.surroundings = surroundings
  }

  /// Reads one scenario file's bytes. All mistakes at once, sorted by position.
  package static func read(
    _ bytes: [UInt8], path: String, in surroundings: Surroundings = .none
  ) -> ScenarioReading {
    var reader = ScenarioReader(SourceText([], path: path), in: surroundings)
    let tree = reader.tree(bytes, path: path)
    let scenario = tree.flatMap { reader.scenario($0) }
    let diagnostics = reader.finished()
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return ScenarioReading(
      scenario: hasErrors ? nil : scenario, diagnostics: diagnostics,
      clientProperties: reader.clientProperties, files: reader.files,
      tree: tree.map { ResolvedTree($0, variable: surroundings.variable) })
  }

  /// The file with all that it includes, inherits and is set to; nil where nothing can be said of it.
  private mutating func tree(_ bytes: [UInt8], path: String) -> YAMLNode? {
    guard let root = load(bytes, path: path, isMain: true), isReadable(version: root) else { return nil }
    let whole = applying(surroundings.settings, to: including(root, path: path, chain: []))
    return isReadable(version: whole) ? resolved(whole) : nil
  }

  /// One file's tree; nil where there is none, and that was reported.
  mutating func load(_ bytes: [UInt8], path: String, isMain: Bool) -> YAMLNode? {
    let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
    let bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    let isTooLarge = bytes.count > SourceText.largest
    let text = SourceText(isTooLarge ? bytes.prefix(1000) : bytes, path: path, isMain: isMain)
    if isMain { files.main = text } else { files.add(text) }
    if isTooLarge {
      report(Diagnostic(code: .tooLarge, "the file is larger than 4 MiB", at: text.beginning))
      return nil
    }
    if let place = firstFault(in: bytes, of: text) {
      report(
        Diagnostic(
          code: .encoding, "the file is not UTF-8", at: SourceRange(start: place, end: place),
          remedy: "save it as UTF-8"))
      return nil
    }
    let outcome = YAMLReader.read(bytes, as: text)
    outcome.diagnostics.forEach { report($0) }
    uses += outcome.uses
    cuts[text.file] = outcome.cut
    return outcome.root
  }

  /// Keeps what a variable holds out of everything that is said. Short values would make nonsense of every sentence;
  /// they are kept out where they are used.
  mutating func hide(_ value: String, of variable: String) {
    if value.utf8.count > 2 { secrets.append((value: value, source: "${\(variable)}")) }
  }

  mutating func note(_ use: YAMLUse) { uses.append(use) }

  /// Whether the language's version is one that can be read, as far as it is written.
  mutating func isReadable(version root: YAMLNode) -> Bool {
    guard let pair = root.mapping?["version"] else { return true }
    guard let version = ScenarioKeys.version.read(&self, pair), version != 1 else { return true }
    report(Self.wrongVersion(version, at: pair.value.range))
    return false
  }

  /// What is inherited by many is found with each of them, and reported once.
  mutating func report(_ diagnostic: Diagnostic) {
    let place = diagnostic.range.start
    if let cut = cuts[place.file] ?? nil {
      // What reaches into the part that could not be read is half of something, and what is missing may stand there.
      if diagnostic.range.end.line >= cut || diagnostic.code == .missingKey { return }
    }
    if diagnostic.severity == .error { errorCount += 1 }
    let report = Report(code: diagnostic.code, range: diagnostic.range)
    if reported.insert(report).inserted { diagnostics.append(diagnostic) }
  }

  mutating func addNote(_ note: Diagnostic.Note, to index: Int) {
    if !diagnostics[index].notes.contains(note) { diagnostics[index].notes.append(note) }
  }

  /// Everything reported, sorted by position, each with where it is used that is defined elsewhere.
  private func finished() -> [Diagnostic] {
    diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      for (value, source) in secrets { diagnostic.hide(value, behind: source) }
      guard ![.alias, .extends].contains(diagnostic.code) else { return diagnostic }
      let use = uses.first { $0.definition.contains(diagnostic.range) && !$0.use.contains(diagnostic.range) }
      if let use { diagnostic.notes.append(.init(use.text, at: use.use)) }
      return diagnostic
    }.sorted { $0.range.start < $1.range.start }
  }

  /// Where the bytes stop being UTF-8.
  private func firstFault(in bytes: ArraySlice<UInt8>, of text: SourceText) -> SourcePosition? {
    if bytes.withUnsafeBytes({ String(validating: $0, as: UTF8.self) }) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var valid = String.UnicodeScalarView()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid.append(scalar) }
    return SourceText(Array(String(valid).utf8), path: text.path, isMain: text.file == nil).end
  }

  private static func wrongVersion(_ version: UInt64, at range: SourceRange) -> Diagnostic {
    version == 0
      ? Diagnostic(code: .version, "there is no version 0", at: range, remedy: "write 1")
      : Diagnostic(
        code: .version, "version \(version) of the language needs a newer release of rehearse", at: range,
        remedy: "this one reads version 1")
  }
}
