package import Diagnostics
package import Templates

/// One scenario file as values: every default filled in, every name resolved to an index.
package struct Scenario: Sendable, Equatable {
  /// The file as it was named on the command line; every position in the values is in it.
  package var path: String
  package var name: String
  /// The purpose, in the author's words.
  package var description: String?
  package var seed: Seed
  /// `vars:`, which are already part of the templates.
  package var variables: [Variable]
  package var cluster: Cluster
  /// Those that the cluster, stages and the reader use. The first is the cluster's.
  package var identities: [ClientIdentity]
  package var topics: [Topic]
  package var templates: [Template]
  /// The stages that send, in the order of the file.
  package var stages: [Stage]
  /// Those and the pauses, and when each begins.
  package var timeline: Timeline
  /// `at_most:` at the top: after this long all sending ends.
  package var sendingLimit: Nanoseconds?
  package var verify: Verify
  /// The HTTP endpoints that stages post to.
  package var targets: [Target] = []
  /// The places, beside the topics that stages send to, where messages must be found.
  package var sinks: [Sink] = []
  package var groups: [WatchedGroup] = []
  package var actions: [ScheduledAction] = []
  /// As written at the top, in its order.
  package var expectations: [Expectation]
  /// `compare:`, in the order of the file: no part of a run.
  package var comparison: [ComparisonSetting]

  package init(
    path: String, name: String, description: String? = nil, seed: Seed, variables: [Variable] = [], cluster: Cluster,
    identities: [ClientIdentity] = [.unauthenticated], topics: [Topic], templates: [Template],
    stages: [Stage], timeline: Timeline? = nil, sendingLimit: Nanoseconds? = nil, verify: Verify,
    expectations: [Expectation] = [], comparison: [ComparisonSetting] = []
  ) {
    self.path = path
    self.name = name
    self.description = description
    self.seed = seed
    self.variables = variables
    self.cluster = cluster
    self.identities = identities
    self.topics = topics
    self.templates = templates
    self.stages = stages
    self.timeline = timeline ?? Timeline(inSequence: stages)
    self.sendingLimit = sendingLimit
    self.verify = verify
    self.expectations = expectations
    self.comparison = comparison
  }
}

extension Scenario {
  /// The values of variables that must not be shown, as they are and as JSON has them.
  package var secretTexts: [String] {
    let secrets = variables.filter(\.isSecret).map(\.value)
    return secrets + secrets.map { String(decoding: JSONText.escaped($0), as: UTF8.self) }
  }

  /// With the seed of a run, for due times and partitions that are drawn. A scenario that was read has its own seed, if it is
  /// fixed.
  package func seeded(by seed: UInt64) -> Scenario {
    var seeded = self
    for (index, stage) in stages.enumerated() {
      seeded.stages[index].schedule = stage.schedule.seeded(by: seed, stage: stage.name)
      seeded.stages[index].partition = stage.partition.seeded(by: seed, stage: stage.name)
    }
    return seeded
  }
}

/// A text under a name.
package struct Variable: Sendable, Equatable {
  package var name: String
  package var value: String
  /// It holds what a variable of the environment holds that is named like a secret.
  package var isSecret: Bool

  package init(name: String, value: String, isSecret: Bool = false) {
    self.name = name
    self.value = value
    self.isSecret = isSecret
  }
}

/// The seed of all random values.
package enum Seed: Sendable, Equatable {
  /// Written in the file or, without a word about it, derived from the scenario's name.
  case fixed(UInt64)
  /// `seed: random`: drawn anew by each run, printed, and kept in `run.json`.
  case random

  /// The greatest number up to which every tool reads a whole number exactly: many JSON parsers, data frames and spreadsheets keep
  /// numbers in 53 bits.
  package static let mostExact: UInt64 = 1 << 53

  /// The default: FNV-1a of the name, so that runs repeat without a seed being written.
  package static func derived(fromName name: String) -> Seed { .fixed(chosen(fnvHash(name))) }

  /// A seed of at most 53 bits, made of all 64.
  package static func chosen(_ bits: UInt64) -> UInt64 { (bits >> 53) ^ (bits & (mostExact - 1)) }

  /// The warning about a seed that tools which read the reports would round; nil for any other.
  package static func warning(about seed: UInt64) -> (message: String, remedy: String)? {
    guard seed > mostExact else { return nil }
    return (
      "seed \(seed) is above 2^53: jq, pandas and spreadsheets round it when they read the reports",
      "use a seed of at most \(mostExact)"
    )
  }
}

/// The cluster that a scenario speaks to.
package struct Cluster: Sendable, Equatable {
  package var brokers: Brokers
  /// The position of `brokers:`, for errors found by connecting.
  package var brokersRange: SourceRange?
  /// Index of the identity that asks about topics and creates them.
  package let identity = 0
  /// `tls:`; nil where connections are not encrypted, or the client's properties say how.
  package var encryption: Encryption?
  package var librdkafka: [ClientProperty]

  package init(
    brokers: Brokers, brokersRange: SourceRange?, encryption: Encryption? = nil, librdkafka: [ClientProperty]
  ) {
    self.brokers = brokers
    self.brokersRange = brokersRange
    self.encryption = encryption
    self.librdkafka = librdkafka
  }
}

extension Cluster {
  /// Uses the brokers of the command line, which are at no position of the scenario.
  package mutating func override(_ brokers: Brokers) {
    self.brokers = brokers
    brokersRange = nil
  }
}
