/// The kinds of mapping that the language has.
enum MappingName: String, Sendable, CaseIterable {
  case scenario, included, cluster, tls, identity, secret, topic, template, field, sequence, data, size, defaults, stage
  case rate, ramp, step, sine, burst, replay
  case partition, start, client, transactional, verify
  case messageIdentity = "message-identity"
  case check, condition

  var table: KeyTable {
    switch self {
    case .scenario: ScenarioKeys.table
    case .included: ScenarioKeys.included
    case .cluster: ClusterKeys.table
    case .tls: TLSKeys.table
    case .identity: IdentityKeys.table
    case .secret: SecretKeys.table
    case .topic: TopicKeys.table
    case .template: TemplateKeys.table
    case .field: FieldKeys.table
    case .sequence: SequenceKeys.table
    case .data: DataKeys.table
    case .size: SizeKeys.table
    case .defaults: StageKeys.defaults
    case .stage: StageKeys.table
    case .rate: RateKeys.table
    case .ramp: RampKeys.table
    case .step: StepKeys.table
    case .sine: SineKeys.table
    case .burst: BurstKeys.table
    case .replay: ReplayKeys.table
    case .partition: PartitionKeys.table
    case .start: StartKeys.table
    case .client: ClientKeys.table
    case .transactional: TransactionalKeys.table
    case .verify: VerifyKeys.table
    case .messageIdentity: MessageIdentityKeys.table
    case .check: CheckKeys.table
    case .condition: CheckKeys.condition
    }
  }

  /// A mapping that is a choice is replaced as a whole where it is inherited: half of one and half of another means
  /// nothing.
  var isChoice: Bool {
    switch self {
    case .rate, .partition, .start, .messageIdentity, .size, .secret: true
    default: false
    }
  }
}

extension MappingName {
  /// Whether all ways to it lead through keys that are not supported yet.
  var isLater: Bool { !Self.reached.contains(self) }

  private static let reached: Set<MappingName> = {
    var found: Set<MappingName> = [.scenario, .included]
    var open = Array(found)
    while let name = open.popLast() {
      for child in name.table.rows.filter({ !$0.isLater }).flatMap(\.kind.mappings) where found.insert(child).inserted {
        open.append(child)
      }
    }
    // A choice of which nothing is supported yet.
    return found.filter { name in name.table.rows.contains { !$0.isLater } }
  }()
}

extension Kind {
  /// The mappings that may be written at it.
  var mappings: [MappingName] {
    switch self {
    case .mapping(let name), .trueOr(let name): [name]
    case .list(let kind), .named(let kind, _): kind.mappings
    case .either(let kinds): kinds.flatMap(\.mappings)
    default: []
    }
  }
}
