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
    let bytes = bytes.dropFirst(TextEncoding.markLength(in: bytes))
    let isTooLarge = bytes.count > SourceText.largest
    let text = SourceText(isTooLarge ? bytes.prefix(1000) : bytes, path: path, isMain: isMain)
    if isMain { values.reports.files.main = text } else { values.reports.files.add(text) }
    if isTooLarge {
      values.report(Diagnostic(code: .tooLarge, "the file is larger than 4 MiB", at: text.beginning))
      return nil
    }
    let encoding = TextEncoding(of: bytes)
    if encoding != .utf8 {
      values.report(.encoding(encoding, at: text.beginning))
      return nil
    }
    if let end = SourceText.endOfUTF8(in: bytes, of: text.file) {
      values.reports.hide(SecretLines.ranges(in: text).map { HiddenValue(range: $0) })
      values.report(.encoding(.utf8, at: SourceRange(start: end, end: end)))
      return nil
    }
    let outcome = YAMLReader.read(bytes, as: text)
    values.reports.hide(outcome.hidden)
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

  private static func wrongVersion(_ version: UInt64, at range: SourceRange) -> Diagnostic {
    version == 0
      ? Diagnostic(code: .version, "there is no version 0", at: range, remedy: "write 1")
      : Diagnostic(
        code: .version, "version \(version) of the language needs a newer release of rehearse", at: range,
        remedy: "this one reads version 1")
  }
}
