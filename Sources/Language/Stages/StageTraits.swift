internal import Diagnostics
internal import Scenarios
internal import Templates

/// The parts of a scenario that stages can name.
struct DeclaredParts {
  var identities: Declarations<WrittenIdentity>?
  var topics: Declarations<Topic>?
  var targets: Declarations<Target>?
  var templates: Declarations<Template>?
  /// The unique placeholders of the templates.
  var uniquePlaces: [UniquePlace] = []
  /// The identities in use so far.
  var used: UsedIdentities
  /// The properties of the cluster's clients.
  var clusterProperties: [ClientProperty] = []
}

/// A stage's name as diagnostics about the stage use it.
struct StageName {
  var text: String?
  /// `stage "peak"`, or `stage 3` where it has no name.
  var title: String
  var range: SourceRange?

  var context: String { " in \(title)" }
}

/// The names of the stages so far.
struct StageNames {
  var lines: [String: Int] = [:]
  /// The indices of those that are above, pauses counted.
  var above: [String: Int] = [:]
}

/// The keys that a stage and the defaults have in common.
struct StageTraits {
  var rate: Setting<RateProfile>
  var auth: Setting<Authentication>
  /// Index among the declared ones.
  var template: Setting<Int>
  /// Nil if none is written, or it was reported.
  var mix: [TemplateShare]?
  var topic: Setting<Int>
  var target: Setting<Int>
  var partition: Setting<PartitionRule>
  var measured: Bool
  var sendingLimit: Setting<Nanoseconds>
  var producers: UInt64
  var whenFull: WhenFull
  /// Nil if nothing is written, or it was reported.
  var client: ClientTraits?
  var properties: [ClientProperty]
  var abortConditions: [AbortCondition]
}

extension Stage.Destination {
  /// Index of the topic; nil for a target.
  var topic: Int? {
    switch self {
    case .topic(let index): index
    case .target: nil
    }
  }
}
