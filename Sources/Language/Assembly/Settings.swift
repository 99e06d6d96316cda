internal import Diagnostics

/// A `path=value` of the command line, set in the file's tree before anything is extended.
struct SettingPath {
  struct Segment {
    var text: String
    /// In scalars of the setting.
    var offsets: Range<Int>
  }

  var segments: [Segment] = []
  /// The offset of the value; nil without a `=`.
  var value: Int?

  /// Segments end at dots; one that has a dot itself is quoted.
  init(_ setting: [Unicode.Scalar]) {
    var text = String.UnicodeScalarView()
    var start = 0
    var isQuoted = false
    for (index, character) in setting.enumerated() {
      if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "." || character == "=" {
        segments.append(Segment(text: String(text), offsets: start..<index))
        text = String.UnicodeScalarView()
        start = index + 1
        if character == "=" {
          value = index + 1
          return
        }
      } else {
        text.append(character)
      }
    }
  }
}

extension Assembly {
  /// The tree with every setting in it; a setting that cannot be made is reported at its position on the command line.
  mutating func applying(_ settings: [String], to root: YAMLNode) -> YAMLNode {
    guard !settings.isEmpty else { return root }
    let text = SourceText(
      Array(settings.joined(separator: "\n").utf8), path: ReadingEnvironment.settingsFile, isMain: false)
    values.reports.files.add(text)
    values.reports.hide(SecretLines.ranges(in: text).map { HiddenValue(range: $0) })
    values.reports.hide(Self.addressesWithUsers(in: text))
    var root = root
    var line = 1
    for setting in settings {
      apply(setting, at: SourcePosition(file: ReadingEnvironment.settingsFile, line: line, column: 1), to: &root)
      line += setting.unicodeScalars.count { $0 == "\n" } + 1
    }
    return root
  }

  /// A broker's address has no user and no password.
  private static func addressesWithUsers(in text: SourceText) -> [HiddenValue] {
    (1...max(text.end.line, 1)).compactMap { number in
      let line = text.line(number)
      guard line.contains("brokers".unicodeScalars), line.contains("@"), let sign = line.firstIndex(of: "=") else {
        return nil
      }
      let start = SourcePosition(file: text.file, line: number, column: sign + 2)
      let end = SourcePosition(file: text.file, line: number, column: line.count + 1)
      return HiddenValue(
        range: SourceRange(start: start, end: end), text: String(String.UnicodeScalarView(line[(sign + 1)...])))
    }
  }

  private mutating func apply(_ setting: String, at start: SourcePosition, to root: inout YAMLNode) {
    let scalars = Array(setting.unicodeScalars)
    let path = SettingPath(scalars)
    guard let offset = path.value, !path.segments.contains(where: \.text.isEmpty) else {
      values.report(
        Diagnostic(
          code: .setting, "\(quoted(setting)) is not a setting",
          at: SourceRange(start: start, end: start).first(scalars.count),
          remedy: "for example stages.peak.rate=10k/s"))
      return
    }
    let value = String(String.UnicodeScalarView(scalars[offset...]))
    let place = SourcePosition(file: start.file, line: start.line, column: start.column + offset)
    guard !value.isEmpty else {
      let range = SourceRange(start: place, end: place)
      values.report(
        Diagnostic(code: .setting, "there is no value after \"=\"", at: range, remedy: "write a value, or null"))
      return
    }
    let text = SourceText(Array(value.utf8), path: ReadingEnvironment.settingsFile, isMain: false)
    let outcome = YAMLReader.read(Array(value.utf8)[...], as: text, .setting)
    for var diagnostic in outcome.diagnostics {
      diagnostic.range = diagnostic.range.moved(to: place)
      values.report(diagnostic)
    }
    guard let node = outcome.root ?? (outcome.diagnostics.isEmpty ? nil : .nothing(at: place)) else { return }
    var walk = SettingWalk(segments: path.segments, start: start)
    if let diagnostic = walk.put(node.moved(to: place), into: &root, as: .mapping(ScenarioKeys.table)) {
      values.report(diagnostic)
    }
  }
}

/// The path from the top of the tree to the value that a setting sets.
private struct SettingWalk {
  let segments: [SettingPath.Segment]
  let start: SourcePosition
  private var index = 0

  init(segments: [SettingPath.Segment], start: SourcePosition) {
    self.segments = segments
    self.start = start
  }

  private var segment: SettingPath.Segment { segments[index] }

  private var range: SourceRange {
    let first = SourcePosition(file: start.file, line: start.line, column: start.column + segment.offsets.lowerBound)
    return SourceRange(start: first, end: first).first(segment.offsets.count)
  }

  /// The path above the present segment: `stages.peak`.
  private var above: String { segments[..<index].map(\.text).joined(separator: ".") }

  /// Sets `value` below `node`; returns why it cannot.
  mutating func put(_ value: YAMLNode, into node: inout YAMLNode, as kind: Kind?) -> Diagnostic? {
    if case .list(.mapping(let table))? = kind, table.name == StageKeys.table.name { return putIntoStage(value, &node) }
    // Blocks of the writer's own have no table: any key is allowed in them.
    let child = kind?.child(segment.text)
    let isOwnBlock = index == 0 && segment.text.hasPrefix("x-")
    if let kind, child == nil, !isOwnBlock { return refusal(of: kind) }
    if segment.text == "include", index == 0 {
      return Diagnostic(
        code: .setting, "\"include\" cannot be set", at: range, remedy: "files are included before anything is set")
    }
    guard var mapping = node.mapping else {
      return Diagnostic(
        code: .setting, "\(quoted(above)) is not a mapping in the file", at: range,
        remedy: "set all of it: \(above)={\(segment.text): …}")
    }
    let found = mapping.pairs.firstIndex { $0.key.text == segment.text }
    guard index + 1 < segments.count else {
      let pair = YAMLPair(key: .init(text: segment.text, isPlain: false, range: range), value: value)
      if let found { mapping.pairs[found] = pair } else { mapping.pairs.append(pair) }
      if !value.isNull { dropExcluded(from: &mapping, kind) }
      node.content = .mapping(mapping)
      return nil
    }
    guard let found else {
      return Diagnostic(
        code: .setting, "\(quoted(segment.text)) is not in the file\(above.isEmpty ? "" : " below \(quoted(above))")",
        at: range,
        remedy: "set all of it: \(above.isEmpty ? "" : above + ".")\(segment.text)={\(segments[index + 1].text): …}")
    }
    index += 1
    let mistake = put(value, into: &mapping.pairs[found].value, as: child)
    node.content = .mapping(mapping)
    return mistake
  }

  /// A setting is stronger than the file: keys that exclude it are removed, as with inherited keys.
  private func dropExcluded(from mapping: inout YAMLMapping, _ kind: Kind?) {
    guard case .mapping(let table)? = kind else { return }
    for group in table.excluding where group.contains(segment.text) {
      mapping.pairs.removeAll { pair in
        pair.key.text != segment.text && group.contains(pair.key.text) && pair.key.range.start.file != start.file
      }
    }
    let dropped = table.rules.flatMap { $0.dropped { $0 == segment.text } }
    mapping.pairs.removeAll { dropped.contains($0.key.text) && $0.key.range.start.file != start.file }
  }

  /// Stages are named, not counted.
  private mutating func putIntoStage(_ value: YAMLNode, _ node: inout YAMLNode) -> Diagnostic? {
    guard case .sequence(var items) = node.content else {
      return Diagnostic(code: .setting, "\"stages\" is not a list in the file", at: range)
    }
    let names = items.map { $0.mapping?["name"]?.value.scalar?.text }
    guard let found = names.firstIndex(of: segment.text) else {
      return .unknown(
        "stage", segment.text, in: "", code: .setting, at: range, read: names.compactMap { $0 }, later: [],
        listed: "the file has")
    }
    guard index + 1 < segments.count else {
      return Diagnostic(
        code: .setting, "a stage cannot be set as a whole", at: range,
        remedy: "name one of its keys: stages.\(segment.text).rate=10k/s")
    }
    index += 1
    let mistake = put(value, into: &items[found], as: .mapping(StageKeys.table))
    node.content = .sequence(items)
    return mistake
  }

  private func refusal(of kind: Kind) -> Diagnostic {
    switch kind {
    case .mapping(let table), .trueOr(let table), .urlOr(let table):
      let context = above.isEmpty ? "" : " in \(above)"
      return .unknown(
        "key", segment.text, in: context, code: .setting, at: range, read: table.read, later: table.later,
        listed: "allowed keys")
    default:
      return Diagnostic(
        code: .setting, "\(quoted(above)) has no keys", at: range, remedy: "set \(above) itself, as a whole")
    }
  }
}

extension SourceRange {
  /// The range of a text that was read by itself, as a range of the text that has it at `place`.
  func moved(to place: SourcePosition) -> SourceRange {
    SourceRange(start: start.moved(to: place), end: end.moved(to: place))
  }
}

extension SourcePosition {
  fileprivate func moved(to place: SourcePosition) -> SourcePosition {
    SourcePosition(
      file: place.file, line: place.line + line - 1, column: line == 1 ? place.column + column - 1 : column)
  }
}

extension YAMLNode {
  fileprivate static func nothing(at place: SourcePosition) -> YAMLNode {
    YAMLNode(content: .unread, range: SourceRange(start: place, end: place))
  }

  fileprivate func moved(to place: SourcePosition) -> YAMLNode {
    var node = self
    node.range = range.moved(to: place)
    switch content {
    case .scalar, .unread: break
    case .sequence(let items): node.content = .sequence(items.map { $0.moved(to: place) })
    case .mapping(var mapping):
      for index in mapping.pairs.indices {
        mapping.pairs[index].key.range = mapping.pairs[index].key.range.moved(to: place)
        mapping.pairs[index].value = mapping.pairs[index].value.moved(to: place)
      }
      node.content = .mapping(mapping)
    }
    return node
  }
}
