internal import Diagnostics
internal import Templates

// The systems under test, as `run.json` has them.
extension ResolvedScenario {
  package struct TargetPart: Sendable, Equatable, Codable {
    package var name: String
    package var method: String
    /// Nil in what the hash is of, as is all that follows: the same may be asked of another place.
    package var url: String?
    package var ready: String?
    package var headers: [Property]?
    /// The name of its identity, or how requests sign in.
    package var auth: String?
    package var connections: Int?
    package var timeoutNanoseconds: Nanoseconds?
    package var keepAliveNanoseconds: Nanoseconds?
    /// Statuses, as they would be written.
    package var acknowledged: [String]?
    package var rejected: [String]?
  }

  package struct SinkPart: Sendable, Equatable, Codable {
    package var name: String
    /// Index of the topic.
    package var topic: Int?
    package var command: [String]?
    package var input: String?
    package var environment: [Property]?
    package var everyNanoseconds: Nanoseconds?
    package var anyOf: [String]?
    /// The name of a sink or of a topic; nil for what was acknowledged.
    package var from: String?
    /// Nil where each message must be there.
    package var holds: String?
    package var stages: [String]
    /// Nil for all templates of these stages.
    package var templates: [String]?
    package var copies: Int
    package var `where`: [Property]?
    package var identity: String
    package var same: [Property]?
    package var format: String?
    package var schema: [FilePart]?
    package var group: String?
    package var mode: Verify.Mode
    package var withinNanoseconds: Nanoseconds
    package var atMostNanoseconds: Nanoseconds?
    package var isolation: Verify.Isolation
    package var auth: String?
    package var expect: [ExpectationPart]?
  }

  package struct GroupPart: Sendable, Equatable, Codable {
    package var name: String
    /// The name in the cluster.
    package var group: String
    /// Indices of the topics.
    package var topics: [Int]
    package var everyNanoseconds: Nanoseconds
    package var expect: [ExpectationPart]?
  }

  package struct ActionPart: Sendable, Equatable, Codable {
    package var name: String
    /// After the start of the first stage; nil where it is with another entry.
    package var atNanoseconds: Nanoseconds?
    package var with: String?
    package var delayNanoseconds: Nanoseconds?
    package var run: [String]
    package var withinNanoseconds: Nanoseconds
    package var forNanoseconds: Nanoseconds?
    package var then: [String]?
  }

  static func parts<Part>(_ parts: [Part]) -> [Part]? { parts.isEmpty ? nil : parts }
}

extension ResolvedScenario.TargetPart {
  init(_ target: Target) {
    name = target.name
    method = target.method
    url = target.url.withoutUserInfo
    ready = target.ready
    headers = ResolvedScenario.parts(
      target.headers.map { ResolvedScenario.Property(name: $0.name, value: $0.value.shown) })
    auth =
      target.access.name
      ?? {
        switch target.access.authorization {
        case .none: target.access.certificate == nil ? nil : "certificate"
        case .basic: "BASIC"
        case .bearer: "BEARER"
        }
      }()
    connections = target.connections
    timeoutNanoseconds = target.timeout
    keepAliveNanoseconds = target.keepAlive
    acknowledged = target.answers.acknowledged.map(\.text)
    rejected = target.answers.rejected.map(\.text)
  }

  /// The part that decides what is sent.
  var withoutPlace: Self {
    var bare = self
    (bare.url, bare.ready, bare.headers, bare.auth, bare.connections) = (nil, nil, nil, nil, nil)
    (bare.timeoutNanoseconds, bare.keepAliveNanoseconds, bare.acknowledged, bare.rejected) = (nil, nil, nil, nil)
    return bare
  }
}

extension ResolvedScenario.SinkPart {
  init(_ sink: Sink, in scenario: Scenario, digest: ([UInt8]) -> String) {
    name = sink.name
    switch sink.source {
    case .topic(let index): topic = index
    case .command(let query):
      command = query.words.map(\.source)
      input = query.input.pieces.isEmpty ? nil : query.input.source
      environment = ResolvedScenario.parts(
        query.environment.map { ResolvedScenario.Property(name: $0.name, value: $0.text?.source ?? $0.value.shown) })
      everyNanoseconds = query.every
    case .anyOf(let members): anyOf = members.map { scenario.sinks[$0].name }
    }
    switch sink.origin {
    case .acknowledged: break
    case .sink(let index): from = scenario.sinks[index].name
    case .topic(let index): from = scenario.topics[index].name
    }
    holds = sink.extent == .some ? "some" : nil
    stages = sink.heldStages.map { scenario.stages[$0].name }
    templates = sink.heldTemplates?.map { scenario.templates[$0].name }
    copies = sink.copies
    self.where = ResolvedScenario.parts(
      sink.conditions.map { ResolvedScenario.Property(name: $0.field.text, value: $0.value) })
    identity = sink.identity.source
    same = ResolvedScenario.parts(
      sink.comparisons.map { ResolvedScenario.Property(name: $0.record.text, value: $0.message.text) })
    format = sink.format?.rawValue
    schema = sink.schema.map { schema in
      schema.files.enumerated().map { index, file in
        ResolvedScenario.FilePart(path: index == 0 ? schema.path : file.path, sha256: digest(file.bytes))
      }
    }
    group = sink.group.map { scenario.groups[$0].name }
    mode = sink.mode
    withinNanoseconds = sink.within
    atMostNanoseconds = sink.atMost
    isolation = sink.isolation
    auth = sink.reader == 0 ? nil : scenario.identities[sink.reader].name.text
    expect = ResolvedScenario.parts(
      sink.expectations.map { ResolvedScenario.ExpectationPart(check: $0.text, level: $0.level) })
  }
}

extension ResolvedScenario.GroupPart {
  init(_ group: WatchedGroup) {
    name = group.name
    self.group = group.group
    topics = group.topics
    everyNanoseconds = group.every
    expect = ResolvedScenario.parts(
      group.expectations.map { ResolvedScenario.ExpectationPart(check: $0.text, level: $0.level) })
  }
}

extension ResolvedScenario.ActionPart {
  init(_ action: ScheduledAction, in timeline: Timeline) {
    name = action.name
    switch action.start {
    case .at(let time): atNanoseconds = time
    case .with(let entry, let delay):
      with = timeline.entries[entry].name
      delayNanoseconds = delay == .zero ? nil : delay
    }
    run = action.run
    withinNanoseconds = action.within
    forNanoseconds = action.pause == .zero ? nil : action.pause
    then = action.then
  }
}

extension SecretText {
  /// The text, or a mask in place of a secret.
  package var shown: String {
    switch self {
    case .text(let text): text
    case .secret: Redaction.mask
    }
  }
}

extension RecordIdentity {
  /// As it would be written.
  package var source: String {
    switch self {
    case .header: "header"
    case .key: "key"
    case .line: "line"
    case .json(let path): "{json: \(path.text)}"
    case .xml(let path): "{xml: \(path)}"
    case .regex(let pattern): "{regex: \(pattern)}"
    }
  }
}
