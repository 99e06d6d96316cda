internal import Diagnostics

/// Makes one tree of a scenario's file, the files that it includes, what it extends, its defaults, and the settings of
/// the command line.
struct Assembly {
  var values: ValueReader

  /// Nil if the file cannot be read, which was reported.
  mutating func tree(_ bytes: [UInt8], path: String) -> YAMLNode? {
    guard let root = load(bytes, path: path, isMain: true), isReadable(version: root) else { return nil }
    let whole = applying(values.environment.settings, to: including(root, path: path, chain: []))
    return isReadable(version: whole) ? resolved(whole) : nil
  }

  /// One file's tree; nil if it has none, which was reported.
  mutating func load(_ bytes: [UInt8], path: String, isMain: Bool) -> YAMLNode? {
    let bytes = bytes.dropFirst(ByteOrderMark.length(in: bytes))
    let isTooLarge = bytes.count > SourceText.largest
    let text = SourceText(isTooLarge ? bytes.prefix(1000) : bytes, path: path, isMain: isMain)
    if isMain { values.reports.files.main = text } else { values.reports.files.add(text) }
    if isTooLarge {
      values.report(Diagnostic(code: .tooLarge, "the file is larger than 4 MiB", at: text.beginning))
      return nil
    }
    if let place = firstFault(in: bytes, of: text) {
      values.report(
        Diagnostic(
          code: .encoding, "the file is not UTF-8", at: SourceRange(start: place, end: place),
          remedy: "save it as UTF-8"))
      return nil
    }
    let outcome = YAMLReader.read(bytes, as: text)
    outcome.diagnostics.forEach { values.report($0) }
    values.reports.note(outcome.uses)
    values.reports.cut(text.file, from: outcome.cut)
    return outcome.root
  }

  /// True unless another version of the language is written, which is reported.
  mutating func isReadable(version root: YAMLNode) -> Bool {
    guard let pair = root.mapping?["version"] else { return true }
    guard let version = ScenarioKeys.version.read(&values, pair), version != 1 else { return true }
    values.report(Self.wrongVersion(version, at: pair.value.range))
    return false
  }

  /// The position at which the bytes stop being UTF-8.
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
