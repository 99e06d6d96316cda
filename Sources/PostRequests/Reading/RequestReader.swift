internal import Diagnostics
internal import Payloads

/// Reads one request and finds every mistake in it: attribute by attribute, in the order of their table.
struct RequestReader {
  /// The number of the request in an array, from 1; nil for one alone.
  private let number: Int?
  private let places: BytePositions
  private let secrets: RequestSecrets
  private(set) var diagnostics: [Diagnostic] = []
  /// The attributes that unknown names stand for: they are not reported as missing, too.
  private var meant: Set<PostAttribute> = []
  private var ranges: [PostAttribute: SourceRange] = [:]

  /// Unknown attributes of one object that are reported, and duplicates of one request.
  static let mostReported = 50

  static func entry(
    _ node: JSONNode, number: Int?, _ places: BytePositions, _ secrets: RequestSecrets
  ) -> PostRequestFile.Entry {
    var reader = RequestReader(number: number, places: places, secrets: secrets)
    let request = reader.request(node)
    return PostRequestFile.Entry(
      request: request, asked: asked(in: node),
      diagnostics: reader.diagnostics.sorted { $0.range.start < $1.range.start })
  }

  private init(number: Int?, places: BytePositions, secrets: RequestSecrets) {
    self.number = number
    self.places = places
    self.secrets = secrets
  }

  /// The number of messages, whatever else is wrong.
  private static func asked(in node: JSONNode) -> UInt64 {
    guard case .object(let members) = node.content else { return 0 }
    func value(_ attribute: PostAttribute, in members: [JSONNode.Member]) -> JSONNode.Content? {
      members.first { $0.name == attribute.name }?.value.content
    }
    guard case .object(let message)? = value(.message, in: members) else { return 1 }
    switch value(.count, in: message) {
    case nil, .null?: return 1
    case .integer(let word)?: return UInt64(word) ?? 0
    case let content?: return wholeNumber(meantBy: content) ?? 0
    }
  }

  private mutating func request(_ node: JSONNode) -> PostRequest? {
    guard case .object(let members) = node.content else {
      report(.badAttribute, "a request must be an object, not \(node.noun)", at: node.range)
      return nil
    }
    reportDuplicates(in: node)
    let top = object(members, of: nil, at: node.range.lowerBound..<node.range.lowerBound + 1)
    let kafka = object(.kafka, in: top)
    let truststore = kafka.flatMap { object(.truststore, in: $0) }
    let authentication = kafka.flatMap { object(.authentication, in: $0) }
    let message = object(.message, in: top)
    require([.kafka, .message], in: top)

    let brokers = kafka.flatMap { text(.brokers, in: $0) }
    let topic = kafka.flatMap { text(.topic, in: $0) }
    let partitions = kafka.flatMap { whole(.partitions, in: $0, 1...UInt64(Int32.max)) }
    let location = truststore.flatMap { text(.location, in: $0) }
    let truststorePassword = truststore.flatMap { text(.truststorePassword, in: $0) }
    let account = authentication.flatMap { self.account(in: $0) }
    let content = message.flatMap { text(.content, in: $0) }
    let names = message.flatMap { self.names(in: $0, content: content) }
    let count = message.flatMap { whole(.count, in: $0, 1...PostRequest.mostMessages) }
    let processes = message.flatMap { whole(.processes, in: $0, 1...PostRequest.mostProcesses) }
    let partition = message.flatMap { whole(.partition, in: $0, 0...UInt64(Int32.max)) }
    let format = message.flatMap { self.format(in: $0) }
    if let kafka { require([.brokers, .topic], in: kafka) }
    if let truststore { require([.location], in: truststore) }
    if let message { require([.content], in: message) }

    guard let brokers, let topic, let content else { return nil }
    var request = PostRequest(brokers: brokers, topic: topic, content: content)
    request.partitions = partitions
    request.truststore = location.map { .init(location: $0, password: truststorePassword) }
    request.account = account
    request.names = names ?? []
    request.count = count ?? 1
    request.processes = processes ?? 1
    request.partition = partition
    request.format = format ?? .string
    request.ranges = ranges
    return request
  }

  private mutating func account(in object: RequestObject) -> PostRequest.Account? {
    let remedy = "write both, or leave \(PostAttribute.authentication.path) out"
    let name = text(.account, in: object)
    let password = text(.password, in: object)
    require([.account, .password], in: object, remedy: remedy)
    guard let name, let password else { return nil }
    return .init(name: name, password: password)
  }

  private mutating func format(in object: RequestObject) -> PostRequest.Format? {
    guard let text = text(.format, in: object) else { return nil }
    if let format = PostRequest.Format(rawValue: text.lowercased()) { return format }
    let words = PostRequest.Format.allCases.map(\.rawValue)
    report(
      .badAttribute,
      "\(PostAttribute.format.path) must be \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")",
      at: object[.format]?.range,
      remedy: Suggestion.nearest(to: text, in: words).map { "did you mean \"\($0)\"?" })
    return nil
  }

  // MARK: What all parts of it need

  func quoted(_ text: String) -> String { secrets.quoted(text) }

  func shown(_ text: String) -> String { secrets.shown(text) }

  /// The value of an attribute; nil where it is absent or null.
  mutating func value(_ attribute: PostAttribute, in object: RequestObject) -> JSONNode? {
    guard let value = object[attribute] else { return nil }
    if case .null = value.content { return nil }
    ranges[attribute] = places[value.range]
    return value
  }

  mutating func mean(_ attribute: PostAttribute) {
    var next: PostAttribute? = attribute
    while let attribute = next {
      meant.insert(attribute)
      next = attribute.parent
    }
  }

  /// Reports attributes that are absent or null and must not be.
  private mutating func require(_ attributes: [PostAttribute], in object: RequestObject, remedy: String? = nil) {
    for attribute in attributes {
      let remedy = remedy ?? "for example \(RequestExample.member(attribute))"
      if let value = object[attribute] {
        if case .null = value.content {
          report(.missingAttribute, "\(attribute.path) must not be null", at: value.range, remedy: remedy)
        }
      } else if !meant.contains(attribute) {
        report(.missingAttribute, "\(attribute.path) is missing", at: object.head, remedy: remedy)
      }
    }
  }

  mutating func report(
    _ code: Code, _ message: String, at range: Range<Int>?, remedy: String? = nil, notes: [(String, Range<Int>)] = []
  ) {
    let place = range.map { places[$0] } ?? SourceText.beginning()
    let message = number.map { "request \($0): \(message)" } ?? message
    diagnostics.append(
      Diagnostic(
        code: code, message, at: place, remedy: remedy, notes: notes.map { .init($0.0, at: places[$0.1]) }))
  }
}
