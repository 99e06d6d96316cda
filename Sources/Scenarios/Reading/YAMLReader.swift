/// Makes nodes of a file's events, within bounds: what YAML allows and the language does not is reported here.
struct YAMLReader {
  static let deepest = 50
  static let mostNodes = 100_000

  private let text: ScenarioText
  private var nodes = 0
  private var anchors: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  private init(_ text: ScenarioText) { self.text = text }

  /// The document's root; nil where there is none to work with, and then there are diagnostics.
  static func read(
    _ bytes: ArraySlice<UInt8>, as text: ScenarioText
  ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    var reader = YAMLReader(text)
    let root = bytes.withUnsafeBufferPointer { bytes -> YAMLNode? in
      guard var events = YAMLEvents(bytes) else {
        reader.diagnostics.append(Diagnostic(code: .yaml, "not enough memory to read it", at: .beginning))
        return nil
      }
      do {
        return try reader.document(&events)
      } catch let failure as YAMLEvents.Failure {
        reader.diagnostics.append(reader.described(failure, in: bytes))
      } catch let limit as Limit {
        reader.diagnostics.append(limit.diagnostic)
      } catch {
        reader.diagnostics.append(Diagnostic(code: .yaml, "\(error)", at: .beginning))
      }
      return nil
    }
    return (root, reader.diagnostics)
  }

  private struct Limit: Error { var diagnostic: Diagnostic }

  private mutating func document(_ events: inout YAMLEvents) throws -> YAMLNode? {
    var root: YAMLNode?
    var documents = 0
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd:
        if root == nil || root?.isNull == true {
          diagnostics.append(Self.empty)
          return nil
        }
        return root
      case .documentStart:
        documents += 1
        if documents > 1 { throw Limit(diagnostic: Self.secondDocument(at: event.range)) }
      case .passedOver: continue
      default: root = try node(event, &events, depth: 1)
      }
    }
  }

  private mutating func node(_ event: YAMLEvents.Event, _ events: inout YAMLEvents, depth: Int) throws -> YAMLNode {
    nodes += 1
    if nodes > Self.mostNodes { throw Limit(diagnostic: Self.tooMany(at: event.range)) }
    if depth > Self.deepest { throw Limit(diagnostic: Self.tooDeep(at: event.range)) }
    switch event.kind {
    case .scalar(let scalar, let properties):
      return YAMLNode(content: checked(properties, at: event.range) ? .scalar(scalar) : .unread, range: event.range)
    case .alias(let name):
      if !anchors.contains(name) { diagnostics.append(.notSupported("*\(name)", at: event.range)) }
      return YAMLNode(content: .unread, range: event.range)
    case .sequenceStart(let properties):
      let isRead = checked(properties, at: event.range)
      var items: [YAMLNode] = []
      while true {
        let next = try events.next()
        if case .end = next.kind {
          let range = SourceRange(start: event.range.start, end: next.range.end)
          return YAMLNode(content: isRead ? .sequence(items) : .unread, range: range)
        }
        items.append(try node(next, &events, depth: depth + 1))
      }
    case .mappingStart(let properties, let isFlow):
      let isRead = checked(properties, at: event.range)
      let (content, end) = try mapping(from: event.range.start, isFlow: isFlow, &events, depth: depth)
      return YAMLNode(
        content: isRead ? content : .unread, range: SourceRange(start: event.range.start, end: end))
    case .documentStart, .end, .streamEnd, .passedOver:
      return YAMLNode(content: .unread, range: event.range)
    }
  }

  private mutating func mapping(
    from start: SourcePosition, isFlow: Bool, _ events: inout YAMLEvents, depth: Int
  ) throws -> (YAMLNode.Content, SourcePosition) {
    var mapping = YAMLMapping(pairs: [], isFlow: isFlow, merges: false)
    var lines: [String: Int] = [:]
    var isRead = true
    while true {
      let next = try events.next()
      if case .end = next.kind { return (isRead ? .mapping(mapping) : .unread, next.range.end) }
      // What is wrong inside a key that is itself a mapping is not worth a word of its own.
      let before = diagnostics.count
      let key = try node(next, &events, depth: depth + 1)
      guard let scalar = key.scalar else {
        if isRead, diagnostics.count == before { diagnostics.append(keyIsNoText(key, mapping: start)) }
        isRead = false
        let valueEvent = try events.next()
        _ = try node(valueEvent, &events, depth: depth + 1)
        continue
      }
      let isMerge = scalar.isPlain && scalar.text == "<<"
      let valueEvent = try events.next()
      if isMerge {
        mapping.merges = true
        // Its anchor was reported, or else the merge is: the alias in between is not.
        var isKnown = false
        if case .alias(let name) = valueEvent.kind { isKnown = !anchors.insert(name).inserted }
        if !isKnown { diagnostics.append(.notSupported("<<", at: key.range)) }
      }
      let value = try node(valueEvent, &events, depth: depth + 1)
      if isMerge { continue }
      if let first = lines[scalar.text] {
        diagnostics.append(Self.duplicate(scalar.text, at: key.range, first: first))
      } else {
        lines[scalar.text] = key.range.start.line
        mapping.pairs.append(
          YAMLPair(key: .init(text: scalar.text, isPlain: scalar.isPlain, range: key.range), value: value))
      }
    }
  }

  /// False where a tag makes something else of the node.
  private mutating func checked(_ properties: YAMLProperties, at range: SourceRange) -> Bool {
    if let anchor = properties.anchor, anchors.insert(anchor).inserted {
      diagnostics.append(.notSupported("&\(anchor)", at: range.first(anchor.unicodeScalars.count + 1)))
    }
    if properties.isTagged {
      let tag = text.word(at: range.start)
      let message = "tag \(quoted(tag)) has no meaning in a scenario"
      let place = range.first(tag.unicodeScalars.count)
      diagnostics.append(Diagnostic(code: .tag, message, at: place, remedy: "remove it"))
    }
    return !properties.isTagged
  }
}

extension YAMLReader {
  private static var empty: Diagnostic {
    Diagnostic(code: .empty, "the file is empty", at: .beginning, remedy: "a scenario begins with version: 1")
  }

  private static func secondDocument(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: .documents, "a second document begins here", at: range,
      remedy: "write each scenario into a file of its own")
  }

  private static func tooMany(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .tooLarge, "the file has more than \(mostNodes) values", at: range.first(1))
  }

  private static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .tooLarge, "values are nested more than \(deepest) levels deep", at: range.first(1))
  }

  private static func duplicate(_ key: String, at range: SourceRange, first: Int) -> Diagnostic {
    Diagnostic(
      code: .duplicateKey, "\(quoted(key)) is written twice", at: range,
      remedy: "the first is in line \(first)")
  }

  /// A bare `{{seq}}` is, to YAML, a mapping whose key is a mapping.
  private func keyIsNoText(_ key: YAMLNode, mapping start: SourcePosition) -> Diagnostic {
    guard text.slice(from: start, count: 2) == "{{" else {
      return Diagnostic(code: .wrongKind, "a key must be text", at: key.range)
    }
    let line = text.rest(from: start)
    let end =
      line.indices.dropLast().first { line[$0] == "}" && line[$0 + 1] == "}" }.map { $0 + 2 - line.startIndex } ?? 2
    let range = SourceRange(start: start, end: SourcePosition(line: start.line, column: start.column + end))
    let placeholder = text.slice(from: start, count: end) ?? "{{"
    return Diagnostic(
      code: .needsQuotes, "\(quoted(placeholder)) without quotes is a mapping to YAML", at: range,
      remedy: "put the whole value in quotes")
  }

  private func described(
    _ failure: YAMLEvents.Failure, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Diagnostic {
    var message = "this is not YAML: \(failure.message)"
    var position = failure.byteOffset.map { ScenarioText(bytes.prefix($0), path: text.path).end } ?? failure.position
    if let context = failure.context, context.line != position.line {
      if text.line(position.line).allSatisfy(\.properties.isWhitespace) {
        // At the end of the file, where there is nothing to see.
        message += " that begins here"
        position = context
      } else {
        message += " that begins in line \(context.line)"
      }
    }
    let lines = [position.line, failure.context?.line].compactMap { $0 }
    let hint = lines.lazy.compactMap { Self.hint(for: text.line($0)) }.first
    let range = SourceRange(start: position, end: position)
    return Diagnostic(code: .yaml, message, at: range, remedy: hint)
  }

  private static func hint(for line: [Unicode.Scalar]) -> String? {
    var quote: Unicode.Scalar?
    var previous: Unicode.Scalar?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        // An apostrophe within a word opens nothing.
        if previous == nil || " [{,:".unicodeScalars.contains(previous ?? " ") { quote = character }
      } else if quote == nil, character == "{", let previous, previous == "{" || previous == "$" {
        return "put a value that holds \"\(previous){\" in quotes"
      }
      previous = character
    }
    if line.contains("'{{".unicodeScalars) { return "between single quotes, write '' for one single quote" }
    return line.first { $0 != " " } == "\t" ? "indent with spaces: YAML refuses tabs" : nil
  }
}
