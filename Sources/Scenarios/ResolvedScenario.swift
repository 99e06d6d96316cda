package import Diagnostics
package import Templates

/// A scenario as it is saved beside its result: every default filled in, quantities in base units, secrets replaced.
package struct ResolvedScenario: Sendable, Equatable, Codable {
  package struct ClusterPart: Sendable, Equatable, Codable {
    package var brokers: [String]
    package var librdkafka: [Property]
    /// Nil where everything is done without authentication and encryption of the scenario's own.
    package var identities: [IdentityPart]?
  }

  /// One of the identities in use, without its secrets.
  package struct IdentityPart: Sendable, Equatable, Codable {
    package var name: String
    package var mechanism: String?
    package var username: String?
    package var securityProtocol: String
    /// Nil for the cluster's.
    package var brokers: [String]?
    package var truststore: String?
    package var certificate: String?
    /// False where certificates are not checked.
    package var verifies: Bool?
  }

  package struct Property: Sendable, Equatable, Codable {
    package var name: String
    package var value: String
  }

  package struct TopicPart: Sendable, Equatable, Codable {
    /// Nil in what the hash is of.
    package var name: String?
    package var partitions: Int?
    package var replication: Int?
    package var create: Topic.Creation?
    /// Nil for `never`, and in what the hash is of.
    package var delete: Topic.Deletion?
    /// Nil where nothing is written.
    package var config: [Property]?
  }

  package struct TemplatePart: Sendable, Equatable, Codable {
    package var name: String
    package var format: Template.Format
    package var key: String?
    /// Nil where nothing is written, as for all that follows; of a tombstone, too.
    package var value: String?
    package var headers: [Property]?
    package var `let`: [Property]?
    package var locale: String?
    package var sizeMin: UInt64?
    package var sizeMax: UInt64?
    package var data: DataPart?
    /// The files of its schema.
    package var schema: [FilePart]?
  }

  /// A template's data, wherever the file is.
  package struct DataPart: Sendable, Equatable, Codable {
    package var order: DataOrder
    package var rows: Int
    package var sha256: String
  }

  /// A file that messages depend on.
  package struct FilePart: Sendable, Equatable, Codable {
    /// Nil in what the hash is of.
    package var path: String?
    package var sha256: String
  }

  package struct StagePart: Sendable, Equatable, Codable {
    package var name: String
    /// Nil for `max`.
    package var rate: RateProfile.Resolved?
    package var count: UInt64?
    package var durationNanoseconds: Nanoseconds?
    /// Fixed before the start; nil for `max` with only a duration.
    package var messages: UInt64?
    package var template: String
    /// Templates by weight; nil where there is only one.
    package var mix: [SharePart]?
    /// Index of the topic.
    /// Nil for a stage that posts to a target.
    package var topic: Int?
    package var target: String?
    package var partition: String
    package var measure: Bool
    /// Nil for the default, as for all that follow.
    package var producers: Int?
    package var onFull: WhenFull?
    package var transactions: TransactionsPart?
    /// Nil in what the hash is of, as are its properties and conditions: clients have a hash of their own.
    package var idempotent: Bool?
    package var librdkafka: [Property]?
    package var abortWhen: [ConditionPart]?
    package var atMostNanoseconds: Nanoseconds?
    /// The name of its identity; nil where it is the cluster's, and in what the hash is of.
    package var auth: String?
    /// As it would be written; nil where nothing is, and in what the hash is of.
    package var expect: [ExpectationPart]?
  }

  package struct TransactionsPart: Sendable, Equatable, Codable {
    /// Nil for one that ends after a time.
    package var messages: UInt64?
    package var nanoseconds: Nanoseconds?
    package var abort: Fraction
  }

  /// A condition of `abort_when`, as it would be written.
  package struct ConditionPart: Sendable, Equatable, Codable {
    package var check: String
    package var scope: AbortCondition.Scope
  }

  /// A stage or a pause on the time line.
  package struct EntryPart: Sendable, Equatable, Codable {
    package var name: String
    /// Nil for a stage.
    package var pauseNanoseconds: Nanoseconds?
    /// The names of others; nil for an entry that waits for all above it.
    package var with: String?
    package var after: String?
    package var delayNanoseconds: Nanoseconds?
  }

  package struct SharePart: Sendable, Equatable, Codable {
    package var template: String
    package var weight: UInt64
  }

  package struct ExpectationPart: Sendable, Equatable, Codable {
    package var check: String
    package var level: Expectation.Level
  }

  package struct VerifyPart: Sendable, Equatable, Codable {
    package var mode: Verify.Mode
    package var withinNanoseconds: Nanoseconds
    package var atMostNanoseconds: Nanoseconds?
    /// Nil in results of versions that read with `read_committed` only, and by partition.
    package var isolation: Verify.Isolation?
    package var order: Verify.Order?
    /// The name of the reader's identity; nil where it is the cluster's.
    package var auth: String?
    package var expect: String?
  }

  package var name: String
  package var seed: UInt64
  /// Nil in what the hash is of, as is `verify`.
  package var cluster: ClusterPart?
  package var topics: [TopicPart]
  package var templates: [TemplatePart]
  package var stages: [StagePart]
  /// Nil where there are stages alone, one after another.
  package var timeline: [EntryPart]?
  /// `at_most:` at the top; nil where it is not written, and in what the hash is of.
  package var atMostNanoseconds: Nanoseconds?
  package var verify: VerifyPart?
  /// Nil where there are none, as for the three that follow; in what the hash is of, these are nil too: they judge.
  package var targets: [TargetPart]?
  package var sinks: [SinkPart]?
  package var groups: [GroupPart]?
  package var actions: [ActionPart]?
  /// The expectations of the whole run; nil where nothing is written, and for the hash.
  package var expect: [ExpectationPart]?

  /// `digest` is the SHA-256 of a file, `redact` replaces the value of a property that is a secret.
  package init(
    _ scenario: Scenario, seed: UInt64, digest: ([UInt8]) -> String, redact: (ClientProperty) -> String
  ) {
    name = scenario.name
    self.seed = seed
    cluster = ClusterPart(
      brokers: scenario.cluster.brokers.written,
      librdkafka: scenario.cluster.librdkafka.map { Property(name: $0.name, value: redact($0)) },
      identities: IdentityPart.all(of: scenario))
    topics = scenario.topics.map {
      TopicPart(
        name: $0.name, partitions: $0.partitions, replication: $0.replication, create: $0.create,
        delete: $0.deletion == .never ? nil : $0.deletion,
        config: $0.settings.isEmpty ? nil : $0.settings.map { Property(name: $0.name, value: $0.value) })
    }
    templates = scenario.templates.map {
      TemplatePart(
        name: $0.name, format: $0.format, key: $0.key?.source, value: $0.value?.source,
        headers: Self.properties($0.headers.map { ($0.name, $0.value) }),
        let: $0.names.isEmpty ? nil : $0.names.map { Property(name: $0.name, value: $0.source) },
        locale: $0.locale == .american ? nil : $0.locale.rawValue, sizeMin: $0.size?.lowerBound,
        sizeMax: $0.size?.upperBound,
        data: $0.data.map { DataPart(order: $0.order, rows: $0.table.rows, sha256: $0.sha256) },
        schema: $0.requirement.schema.map { schema in
          schema.files.enumerated().map { index, file in
            FilePart(path: index == 0 ? schema.path : file.path, sha256: digest(file.bytes))
          }
        })
    }
    stages = scenario.stages.map { stage in
      StagePart(
        name: stage.name, rate: stage.schedule.profile.resolved, count: stage.schedule.count,
        durationNanoseconds: stage.schedule.duration, messages: stage.schedule.total,
        template: scenario.templateNames(of: stage),
        mix: stage.mix.isEmpty
          ? nil : stage.mix.map { SharePart(template: scenario.templates[$0.template].name, weight: $0.weight) },
        topic: stage.topic, target: stage.target.map { scenario.targets[$0].name },
        partition: stage.partition.source, measure: stage.measured,
        producers: stage.producers == 1 ? nil : stage.producers,
        onFull: stage.whenFull == .block ? nil : stage.whenFull,
        transactions: stage.client.transactions.map(TransactionsPart.init), idempotent: stage.client.isIdempotent,
        librdkafka: stage.client.properties.isEmpty
          ? nil : stage.client.properties.map { Property(name: $0.name, value: redact($0)) },
        abortWhen: stage.abortConditions.isEmpty
          ? nil : stage.abortConditions.map { ConditionPart(check: $0.expectation.condition, scope: $0.scope) },
        atMostNanoseconds: stage.sendingLimit,
        auth: stage.identity == 0 ? nil : scenario.identities[stage.identity].name.text,
        expect: Self.parts(stage.expectations))
    }
    timeline = EntryPart.all(of: scenario)
    atMostNanoseconds = scenario.sendingLimit
    verify = VerifyPart(
      mode: scenario.verify.mode, withinNanoseconds: scenario.verify.within,
      atMostNanoseconds: scenario.verify.atMost, isolation: scenario.verify.isolation, order: scenario.verify.order,
      auth: scenario.verify.identity == 0 ? nil : scenario.identities[scenario.verify.identity].name.text,
      expect: scenario.verify.refusal?.condition)
    expect = Self.parts(scenario.expectations)
    targets = Self.parts(scenario.targets.map(TargetPart.init))
    sinks = Self.parts(scenario.sinks.map { SinkPart($0, in: scenario, digest: digest) })
    groups = Self.parts(scenario.groups.map(GroupPart.init))
    actions = Self.parts(scenario.actions.map { ActionPart($0, in: scenario.timeline) })
  }

  private static func properties(_ texts: [(String, TemplateText)]) -> [Property]? {
    texts.isEmpty ? nil : texts.map { Property(name: $0, value: $1.source) }
  }

  private static func parts(_ expectations: [Expectation]) -> [ExpectationPart]? {
    expectations.isEmpty ? nil : expectations.map { ExpectationPart(check: $0.text, level: $0.level) }
  }

  /// The scenario without the values of its secret variables, which are part of its templates.
  package func hiding(_ secrets: Redaction) -> ResolvedScenario {
    var safe = self
    let hidden = { (properties: [Property]?) in
      properties?.map { Property(name: $0.name, value: secrets.apply(to: $0.value)) }
    }
    for index in safe.templates.indices {
      safe.templates[index].key = safe.templates[index].key.map(secrets.apply)
      safe.templates[index].value = safe.templates[index].value.map(secrets.apply)
      safe.templates[index].headers = hidden(safe.templates[index].headers)
      safe.templates[index].let = hidden(safe.templates[index].let)
    }
    return safe
  }

  /// Without what may differ between runs that are compared: `scenario_sha256` is the hash of this.
  package var compared: ResolvedScenario {
    var compared = withoutPlace
    compared.seed = 0
    return compared
  }

  /// The scenario without its cluster, credentials and expectations: with the seed, it decides what is in each message.
  package var withoutPlace: ResolvedScenario {
    var bare = self
    bare.cluster = nil
    bare.verify = nil
    bare.expect = nil
    bare.atMostNanoseconds = nil
    bare.targets = targets?.map(\.withoutPlace)
    bare.sinks = nil
    bare.groups = nil
    bare.actions = nil
    for index in bare.stages.indices {
      bare.stages[index].expect = nil
      bare.stages[index].auth = nil
      bare.stages[index].idempotent = nil
      bare.stages[index].librdkafka = nil
      bare.stages[index].abortWhen = nil
      bare.stages[index].atMostNanoseconds = nil
    }
    for template in bare.templates.indices {
      for file in bare.templates[template].schema?.indices ?? 0..<0 {
        bare.templates[template].schema?[file].path = nil
      }
    }
    for index in bare.topics.indices {
      bare.topics[index].name = nil
      bare.topics[index].create = nil
      bare.topics[index].delete = nil
    }
    return bare
  }
}

extension ResolvedScenario.TransactionsPart {
  fileprivate init(_ transactions: Transactions) {
    abort = transactions.abort
    switch transactions.length {
    case .messages(let count): messages = count
    case .time(let time): nanoseconds = time
    }
  }
}

extension ResolvedScenario.EntryPart {
  fileprivate static func all(of scenario: Scenario) -> [Self]? {
    let timeline = scenario.timeline
    return timeline.isPlain ? nil : timeline.entries.map { Self($0, in: timeline) }
  }

  private init(_ entry: Timeline.Entry, in timeline: Timeline) {
    name = entry.name
    if case .pause(let length) = entry.activity { pauseNanoseconds = length }
    switch entry.start {
    case .afterAllAbove: break
    case .with(let other, let delay):
      with = timeline.entries[other].name
      delayNanoseconds = delay == .zero ? nil : delay
    case .after(let other, let delay):
      after = timeline.entries[other].name
      delayNanoseconds = delay == .zero ? nil : delay
    }
  }
}

extension ResolvedScenario.IdentityPart {
  fileprivate static func all(of scenario: Scenario) -> [Self]? {
    let parts = scenario.identities.indices.map { Self(of: $0, in: scenario) }
    let isBare = parts.allSatisfy { $0.securityProtocol == SecurityProtocol.plaintext.rawValue && $0.brokers == nil }
    return isBare ? nil : parts
  }

  private init(of index: Int, in scenario: Scenario) {
    let (identity, encryption) = (scenario.identities[index], scenario.encryption(of: index))
    name = identity.name.text
    mechanism = identity.mechanism?.rawValue
    username = identity.username
    securityProtocol = scenario.securityProtocol(of: index).rawValue
    brokers = identity.brokers?.written
    truststore = encryption?.truststore?.path
    verifies = encryption?.verifies
    certificate =
      switch identity.certificate {
      case .pem(let file, _, _)?, .keystore(let file, _)?: file.path
      case nil: nil
      }
  }
}

extension Brokers {
  /// As they would be written, one by one.
  package var written: [String] {
    switch self {
    case .embedded: ["embedded"]
    case .addresses(let addresses): addresses
    }
  }
}

extension TemplateText {
  /// As it would be written.
  package var source: String {
    pieces.map { piece in
      switch piece {
      case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
      case .placeholder(let expression, _): expression.spelled
      }
    }.joined()
  }
}

extension TemplateName {
  /// As it would be written.
  fileprivate var source: String {
    guard let counts else { return text.source }
    return "{repeat: \(counts.lowerBound)..\(counts.upperBound), value: \(text.source)}"
  }
}

extension Expression {
  /// As it is written, and with the text of what the braces do not hold themselves.
  fileprivate var spelled: String {
    switch source {
    case .counter(let prefix, let start): "\(written)[\(prefix)\(start)]"
    case .text(let text): "\(written)[\(text)]"
    default: written
    }
  }
}

extension Scenario {
  /// The template, or all templates of a mix.
  package func templateNames(of stage: Stage) -> String {
    stage.shares.map { templates[$0.template].name }.joined(separator: "+")
  }
}

extension PartitionRule {
  /// As it would be written.
  package var source: String {
    switch self {
    case .byKey: "by-key"
    case .byKeyCRC32: "by-key-crc32"
    case .sticky: "sticky"
    case .roundRobin: "round-robin"
    case .random: "random"
    case .weights(let weights): weights.source
    case .fixed(let partition): "\(partition)"
    }
  }
}
