internal import Diagnostics

/// Makes nodes of a file's events, within bounds, with aliases and merges resolved: YAML that the language does not
/// allow is reported here. After an error in YAML itself, the part above it is kept.
struct YAMLReader: ~Copyable {
  let text: SourceText
  private let kind: YAMLKind
  private var events: YAMLEvents
  private var nodes = 0
  private var anchors: [String: Anchor] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var uses: [YAMLUse] = []
  private var hidden = HiddenValues()
  /// The keys of the mappings that are being read.
  private var path: [String] = []
  /// The reason why no more events are read.
  private var ending: Ending?

  private enum Ending {
    case failure(YAMLEvents.Failure)
    case bound(Diagnostic)
  }

  /// The node of an alias; nil while it is being read.
  private struct Anchor {
    var node: YAMLNode?
    var count = 0
    var height = 0
    /// The place of an anchor of plain text, until it is used.
    var unused: SourceRange?
  }

  /// The result of reading a file.
  struct Outcome {
    /// Nil if nothing could be read, and then there are diagnostics.
    var root: YAMLNode?
    var diagnostics: [Diagnostic] = []
    var uses: [YAMLUse] = []
    /// The values that must not be shown.
    var hidden: [HiddenValue] = []
    /// The line from which on YAML could not go on; values there may be incomplete.
    var cut: Int?
  }

  static func read(_ bytes: ArraySlice<UInt8>, as text: SourceText, _ kind: YAMLKind = .scenario) -> Outcome {
    bytes.withUnsafeBufferPointer { bytes in
      guard let events = YAMLEvents(bytes, file: text.file) else {
        let fault = Diagnostic(code: .yaml, "not enough memory to read it", at: text.beginning)
        return Outcome(diagnostics: [fault])
      }
      var reader = YAMLReader(text, kind, events)
      var root = reader.document()
      reader.warnOfUnusedAnchors()
      var cut: Int?
      if kind == .scenario, reader.ending == nil, root?.isNull ?? true {
        reader.diagnostics.append(.emptyFile(at: text.beginning))
        root = nil
      }
      switch reader.ending {
      case .bound(let diagnostic):
        reader.diagnostics.append(diagnostic)
        root = nil
      case .failure(let failure):
        let found = YAMLErrorDiagnostics(text).described(failure, in: bytes)
        reader.diagnostics += found
        // A mistake can be above the line at which reading ended.
        cut = min(failure.firstLine, found.first { $0.code == .yaml }?.range.start.line ?? .max)
        reader.hidden.hide(SecretLines.ranges(in: text))
      case nil: break
      }
      let strays = LookAlike.blanks(in: text)
      if let first = strays.first?.range.start.line {
        // What they do to the lines below, and to a key above that gets no value, is no mistake of its own.
        reader.diagnostics = reader.diagnostics.filter { $0.range.start.line < first } + strays
        cut = min(cut ?? .max, max(first - 1, 1))
      }
      return Outcome(
        root: root, diagnostics: reader.diagnostics, uses: reader.uses, hidden: reader.hidden.values, cut: cut)
    }
  }

  private init(_ text: SourceText, _ kind: YAMLKind, _ events: consuming YAMLEvents) {
    self.text = text
    self.kind = kind
    self.events = events
  }

  /// Nil once something has ended the reading.
  private mutating func next() -> YAMLEvents.Event? {
    guard ending == nil else { return nil }
    do throws(YAMLEvents.Failure) {
      return try events.next()
    } catch {
      ending = .failure(error)
      return nil
    }
  }

  private mutating func document() -> YAMLNode? {
    var root: YAMLNode?
    var documents = 0
    while let event = next() {
      switch event.content {
      case .streamEnd: return root
      case .documentStart:
        documents += 1
        if documents > 1 { ending = .bound(.secondDocument(in: kind, at: event.range)) }
      case .passedOver: continue
      default: root = node(event, depth: 1)
      }
    }
    return root
  }

  private mutating func node(_ event: YAMLEvents.Event, depth: Int) -> YAMLNode? {
    count(1, at: event.range)
    if depth > kind.deepest { bound(.tooDeep(kind, at: event.range)) }
    guard ending == nil else { return nil }
    switch event.content {
    case .scalar(let scalar, let properties):
      let node = YAMLNode(content: isRead(properties, at: event.range) ? .scalar(scalar) : .unread, range: event.range)
      if let anchor = properties.anchor {
        anchors[anchor] = Anchor(node: node, count: 1, height: 1, unused: scalar.isPlain ? event.range : nil)
      }
      return node
    case .alias(let name): return alias(name, at: event.range, depth: depth)
    case .sequenceStart(let properties):
      return anchored(properties, from: event.range) { $0.sequence(from: event.range, depth: depth) }
    case .mappingStart(let properties, let isFlow):
      return anchored(properties, from: event.range) { $0.mapping(from: event.range, isFlow: isFlow, depth: depth) }
    case .documentStart, .end, .streamEnd, .passedOver:
      return YAMLNode(content: .unread, range: event.range)
    }
  }

  /// A collection, remembered under its anchor.
  private mutating func anchored(
    _ properties: YAMLProperties, from start: SourceRange, _ read: (inout YAMLReader) -> YAMLNode
  ) -> YAMLNode {
    let isRead = isRead(properties, at: start)
    let before = nodes
    if let anchor = properties.anchor { anchors[anchor] = Anchor() }
    var node = read(&self)
    if !isRead { node.content = .unread }
    if let anchor = properties.anchor {
      anchors[anchor] = Anchor(node: node, count: nodes - before + 1, height: node.height)
    }
    return node
  }

  private mutating func sequence(from start: SourceRange, depth: Int) -> YAMLNode {
    var items: [YAMLNode] = []
    var end = start.end
    while let event = next() {
      end = event.range.end
      if case .end = event.content { break }
      if let item = node(event, depth: depth + 1) { items.append(item) }
    }
    // If it is cut off before its first item, it is not known to be empty.
    let isKnown = ending == nil || !items.isEmpty
    return YAMLNode(
      content: isKnown ? .sequence(items) : .unread, range: SourceRange(start: start.start, end: end))
  }

  private mutating func mapping(from start: SourceRange, isFlow: Bool, depth: Int) -> YAMLNode {
    var building = MappingBuilder(isFlow: isFlow, isHeaders: path.last == "headers")
    var end = start.end
    while let event = next() {
      end = event.range.end
      if case .end = event.content { break }
      // Mistakes inside a key that is a mapping are not reported separately.
      let before = diagnostics.count
      guard let key = node(event, depth: depth + 1), let valueEvent = next() else { break }
      path.append(key.scalar?.text ?? "")
      var value = node(valueEvent, depth: depth + 1)
      path.removeLast()
      // libyaml puts a value that is not written where the next begins.
      if value?.isNull ?? false, value?.range.start.line != key.range.end.line, valueEvent.range.isEmpty {
        value?.range = SourceRange(start: key.range.end, end: key.range.end)
      }
      guard let scalar = key.scalar else {
        if building.isRead, diagnostics.count == before {
          diagnostics.append(YAMLErrorDiagnostics(text).keyIsNotText(key, mapping: start.start))
        }
        building.isRead = false
        continue
      }
      guard var value else { break }
      if isFlow, let hint = YAMLHint.missingBlankAfterColon(in: key, scalar, value) {
        diagnostics.append(hint.diagnostic)
        value.content = .unread
        building.isRead = false
      }
      let pair = YAMLPair(key: .init(text: scalar.text, isPlain: scalar.isPlain, range: key.range), value: value)
      // A schema has the names of secrets, and no secrets.
      if kind != .document { hidden.note(pair, below: path, in: text, isFlow: isFlow) }
      building.add(pair, &diagnostics)
    }
    building.mapping.isOpen = building.mapping.isOpen || ending != nil
    return YAMLNode(content: building.content, range: SourceRange(start: start.start, end: end))
  }

  private mutating func alias(_ name: String, at range: SourceRange, depth: Int) -> YAMLNode {
    guard let anchor = anchors[name] else {
      let nearest = Suggestion.nearest(to: name, in: anchors.keys.sorted())
      diagnostics.append(.unknownAlias(name, at: range, nearest: nearest))
      return YAMLNode(content: .unread, range: range)
    }
    guard let node = anchor.node else {
      diagnostics.append(.aliasOfItself(name, at: range))
      return YAMLNode(content: .unread, range: range)
    }
    anchors[name]?.unused = nil
    count(anchor.count - 1, at: range)
    if depth + anchor.height - 1 > kind.deepest { bound(.tooDeep(kind, at: range)) }
    uses.append(YAMLUse(definition: node.range, use: range, text: "used as *\(name)"))
    return node
  }

  private mutating func count(_ more: Int, at range: SourceRange) {
    nodes += more
    if nodes > kind.mostNodes { bound(.tooMany(kind, at: range)) }
  }

  private mutating func bound(_ diagnostic: Diagnostic) {
    if ending == nil { ending = .bound(diagnostic) }
  }

  private mutating func warnOfUnusedAnchors() {
    guard ending == nil else { return }
    for (name, anchor) in anchors.sorted(by: { $0.key < $1.key }) {
      if let range = anchor.unused {
        diagnostics.append(.unusedAnchor(name, at: range.first(name.unicodeScalars.count + 1)))
      }
    }
  }

  /// False if a tag changes the kind of the node.
  private mutating func isRead(_ properties: YAMLProperties, at range: SourceRange) -> Bool {
    if properties.isTagged { diagnostics.append(.tag(text.word(at: range.start), in: kind, at: range)) }
    return !properties.isTagged
  }
}

extension YAMLNode {
  /// Levels, itself included.
  fileprivate var height: Int {
    switch content {
    case .scalar, .unread: 1
    case .sequence(let items): 1 + (items.map(\.height).max() ?? 0)
    case .mapping(let mapping): 1 + (mapping.pairs.map(\.value.height).max() ?? 0)
    }
  }
}
