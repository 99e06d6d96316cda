/// The tables of the language, in the order of the reference.
enum LanguageTables {
  static let all: [KeyTable] = [
    ScenarioKeys.table, ScenarioKeys.included, ClusterKeys.table, TLSKeys.table, IdentityKeys.table, SecretKeys.table,
    TopicKeys.table, TemplateKeys.table, RepeatedTextKeys.table, FieldKeys.table, SequenceKeys.table, DataKeys.table,
    SizeKeys.table, TargetKeys.table,
    StageKeys.defaults, StageKeys.table, RateKeys.table, RampKeys.table, StepKeys.table, SineKeys.table,
    BurstKeys.table, ReplayKeys.table, PartitionKeys.table, StartKeys.table, ClientKeys.table, TransactionalKeys.table,
    SinkKeys.table,
    HoldsKeys.table, MessageIdentityKeys.table, GroupKeys.table, ActionKeys.table, ActionStartKeys.table,
    VerifyKeys.table, CheckKeys.table, CheckKeys.condition,
    ComparedMetricKeys.table,
  ]

  /// Mappings in which a misplaced key may belong, the narrowest first.
  static let keyLocations = [
    KeyLocation(table: RampKeys.table, remedy: "write {ramp: {from: …, to: …}}"),
    KeyLocation(table: BurstKeys.table, remedy: "it is a key of a burst: write rate: {burst: {…}}"),
    KeyLocation(table: SineKeys.table, remedy: "it is a key of a sine: write rate: {sine: {…}}"),
    KeyLocation(table: RateKeys.table, remedy: "it is a rate profile: write it under rate"),
    KeyLocation(table: PartitionKeys.table, remedy: "write it under partition"),
    KeyLocation(table: ClientKeys.table, remedy: "write it under client"),
    KeyLocation(table: TransactionalKeys.table, remedy: "write it under client, in transactional"),
    KeyLocation(table: VerifyKeys.table, remedy: "write it under verify"),
    KeyLocation(table: SinkKeys.table, remedy: "it is a key of a sink"),
    KeyLocation(table: TargetKeys.table, remedy: "it is a key of a target"),
    KeyLocation(table: GroupKeys.table, remedy: "it is a key of a group"),
    KeyLocation(table: ActionKeys.table, remedy: "it is a key of an action"),
    KeyLocation(table: StageKeys.table, remedy: "it is a key of a stage"),
    KeyLocation(table: TemplateKeys.table, remedy: "it is a key of a template"),
    KeyLocation(table: TopicKeys.table, remedy: "it is a key of a topic"),
    KeyLocation(table: ClusterKeys.table, remedy: "write it under cluster"),
    KeyLocation(table: ScenarioKeys.table, remedy: "it is written at the top of the file"),
  ]
}
