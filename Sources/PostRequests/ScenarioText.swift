package import Diagnostics

/// A request as the text of a scenario, with the way back from a place in that text to the request's attribute.
package struct ScenarioText: Sendable {
  package let text: String
  /// The variables that its secrets are in: the passwords themselves are not in the text.
  package let variables: [String: String]
  /// The texts that places in attributes refer to: each is an attribute's value as it is sent, without the escapes of JSON.
  package let sources: [SourceText]

  private let writing: ScenarioWriting
  private let ranges: [PostAttribute: SourceRange]

  package static let passwordVariable = "REHEARSE_POST_PASSWORD"
  package static let truststoreVariable = "REHEARSE_POST_TRUSTSTORE_PASSWORD"

  /// - Parameters:
  ///   - name: the scenario's.
  ///   - place: the request, as places in its attributes begin: `request.json`, or `requests.json, request 2`.
  package init(_ request: PostRequest, _ terms: PostTerms, name: String, place: String) {
    var writing = ScenarioWriting(place: place, hasOtherBrokers: terms.brokers != nil)
    writing.write(request, terms, name: name)
    self.writing = writing
    text = writing.lines.joined(separator: "\n") + "\n"
    ranges = request.ranges
    variables = [
      Self.passwordVariable: request.account?.password, Self.truststoreVariable: request.truststore?.password,
    ].compactMapValues { $0 }
    sources = writing.spans.compactMap { span in
      span.scalar.map {
        SourceText(Array($0.rewritten.original.utf8), path: writing.file(of: span.attribute), isMain: false)
      }
    }
  }

  /// The place in the request for a range of the text: in the value of an attribute, or that attribute in the request's file.
  package func origin(of range: SourceRange) -> SourceRange {
    guard range.start.file == nil, let span = writing.span(at: range.start.line) else { return range }
    guard let scalar = span.scalar else { return self.range(of: span.attribute) }
    let start = scalar.position(of: range.start, in: span)
    let isWithin = range.end.line < span.line + span.count
    let end = isWithin ? scalar.position(of: range.end, in: span) : start
    let file = writing.file(of: span.attribute)
    return SourceRange(
      start: SourcePosition(file: file, line: start.line, column: start.column),
      end: SourcePosition(file: file, line: end.line, column: end.column))
  }

  /// The attribute of a range of the text whose place does not name it: one without a text of its own.
  package func attribute(of range: SourceRange) -> PostAttribute? {
    guard range.start.file == nil, let span = writing.span(at: range.start.line), span.scalar == nil else { return nil }
    return span.attribute
  }

  package func origin(of position: SourcePosition) -> SourcePosition {
    origin(of: SourceRange(start: position, end: position)).start
  }

  /// The attribute's value in the request's file, else what it would be a member of.
  private func range(of attribute: PostAttribute) -> SourceRange {
    var next: PostAttribute? = attribute
    while let attribute = next {
      if let range = ranges[attribute] { return range }
      next = attribute.parent
    }
    return SourceText.beginning()
  }
}

/// The lines of a scenario's text as they are written, each with the attribute that it is made of.
struct ScenarioWriting: Sendable {
  /// Lines of the text that one attribute is written in.
  struct Span: Sendable {
    /// The number of the first, from 1.
    var line: Int
    var count: Int
    var attribute: PostAttribute
    /// Nil for lines that have no text of the request in them.
    var scalar: WrittenScalar?
  }

  let place: String
  /// The brokers are those of the command line.
  let hasOtherBrokers: Bool
  private(set) var lines: [String] = []
  private(set) var spans: [Span] = []

  init(place: String, hasOtherBrokers: Bool) {
    self.place = place
    self.hasOtherBrokers = hasOtherBrokers
  }

  func span(at line: Int) -> Span? { spans.first { $0.line..<($0.line + $0.count) ~= line } }

  /// The name of the text that an attribute's value is.
  func file(of attribute: PostAttribute) -> String {
    attribute == .brokers && hasOtherBrokers ? "--brokers" : "\(place)#\(attribute.path)"
  }

  mutating func write(_ request: PostRequest, _ terms: PostTerms, name: String) {
    add("version: 1", .kafka)
    add("name: \(YAMLScalar.word(name))", .kafka)
    add("seed: \(terms.seed.map(String.init) ?? "random")", .message)
    writeCluster(request, terms)
    let topic = writeTopic(request, isEmbedded: request.isEmbedded(terms))
    writeTemplate(request)
    add("stages:", .message)
    add("  - name: post", .message)
    add("    topic: \(topic)", .topic)
    add("    template: message", .content)
    add("    count: \(request.count)", .count)
    add("    producers: \(request.processes)", .processes)
    if let partition = request.partition { add("    partition: \(partition)", .partition) }
    if !terms.verifies { add("verify: {mode: later}", .message) }
  }

  private mutating func writeCluster(_ request: PostRequest, _ terms: PostTerms) {
    add("cluster:", .kafka)
    if request.isEmbedded(terms) {
      add("  brokers: embedded", .brokers)
    } else {
      add("  brokers: ", RewrittenText(withoutVariables: terms.brokers ?? request.brokers), .brokers)
    }
    if let account = request.account {
      add("  auth:", .authentication)
      add("    mechanism: \(terms.mechanism.rawValue)", .authentication)
      add("    username: ", RewrittenText(withoutVariables: account.name), .account)
      add("    password: {env: \(ScenarioText.passwordVariable)}", .password)
    }
    guard let truststore = request.truststore else { return }
    add("  tls:", .truststore)
    add("    truststore: ", RewrittenText(withoutVariables: truststore.location), .location)
    if truststore.password != nil {
      add("    truststore_password: {env: \(ScenarioText.truststoreVariable)}", .truststorePassword)
    }
  }

  /// Returns the key by which the stage names it.
  private mutating func writeTopic(_ request: PostRequest, isEmbedded: Bool) -> String {
    let isKey =
      request.topic.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains($0))
      } && request.topic.first.map { !"_-".contains($0) } == true
    let key = YAMLScalar.word(isKey ? request.topic : "topic")
    add("topics:", .topic)
    add("  \(key):", .topic)
    if !isKey { add("    name: ", RewrittenText(withoutVariables: request.topic), .topic) }
    add("    create: by-broker", .topic)
    // A real broker decides by its own settings, and so here would the embedded one: there is no other that could.
    if isEmbedded { add("    partitions: \(request.partitions ?? (request.partition ?? 0) + 1)", .partitions) }
    return key
  }

  private mutating func writeTemplate(_ request: PostRequest) {
    let names = ContentNames(request.content, names: request.names)
    add("templates:", .content)
    add("  message:", .content)
    add("    format: \(request.format.rawValue)", .format)
    add("    value: ", RewrittenText(request.content, names.replacements), .content, isBlock: true)
    guard !request.names.isEmpty else { return }
    add("    fields:", .names)
    for name in request.names {
      add("      \(YAMLScalar.word(names.identifier(of: name))): {sequence: {start: 1}}", .names)
    }
  }

  private mutating func add(_ line: String, _ attribute: PostAttribute) {
    lines.append(line)
    spans.append(Span(line: lines.count, count: 1, attribute: attribute))
  }

  /// A key, and its value as YAML has it.
  private mutating func add(
    _ key: String, _ rewritten: RewrittenText, _ attribute: PostAttribute, isBlock: Bool = false
  ) {
    let scalar = YAMLScalar(rewritten.text, allowsBlock: isBlock)
    let written = WrittenScalar(rewritten: rewritten, scalar: scalar, column: key.unicodeScalars.count + 1)
    let value = scalar.lines(indentation: WrittenScalar.indentation)
    spans.append(Span(line: lines.count + 1, count: value.count, attribute: attribute, scalar: written))
    lines += [key + value[0]] + value.dropFirst()
  }
}

/// A text of the request as it is written in the scenario's.
struct WrittenScalar: Sendable {
  var rewritten: RewrittenText
  var scalar: YAMLScalar
  /// The column of its first character in its first line, from 1.
  var column: Int

  /// The blanks before each line of a block.
  static let indentation = 6

  /// The line and column in the request's own text.
  func position(of position: SourcePosition, in span: ScenarioWriting.Span) -> (line: Int, column: Int) {
    let offset = rewritten.originalOffset(offset(of: position, in: span))
    return Self.position(of: offset, in: rewritten.original)
  }

  /// The offset in the text that YAML yields.
  private func offset(of position: SourcePosition, in span: ScenarioWriting.Span) -> Int {
    switch scalar.style {
    case .quoted: return scalar.offset(inQuotes: position.column - column)
    case .block:
      guard position.line > span.line else { return 0 }
      let lines = scalar.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      let row = min(position.line - span.line - 1, lines.count - 1)
      return lines[..<row].reduce(0) { $0 + $1.count + 1 } + max(position.column - 1 - Self.indentation, 0)
    }
  }

  /// Lines end where `SourceText` ends them.
  private static func position(of offset: Int, in text: String) -> (line: Int, column: Int) {
    let before = SourceText(Array(String(String.UnicodeScalarView(text.unicodeScalars.prefix(offset))).utf8), path: "")
      .end
    return (before.line, before.column)
  }
}
