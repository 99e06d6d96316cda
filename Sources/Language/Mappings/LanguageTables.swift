/// The tables of the language, in the order of the reference.
enum LanguageTables {
  static let all: [KeyTable] = [
    ScenarioKeys.table, ScenarioKeys.included, ClusterKeys.table, TLSKeys.table, IdentityKeys.table, SecretKeys.table,
    TopicKeys.table, TemplateKeys.table, FieldKeys.table, SequenceKeys.table, DataKeys.table, SizeKeys.table,
    StageKeys.defaults, StageKeys.table, RateKeys.table, RampKeys.table, StepKeys.table, SineKeys.table,
    BurstKeys.table, ReplayKeys.table, PartitionKeys.table, StartKeys.table, ClientKeys.table, TransactionalKeys.table,
    VerifyKeys.table, MessageIdentityKeys.table, CheckKeys.table, CheckKeys.condition,
  ]
}
