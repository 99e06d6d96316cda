/// Where a key belongs that stands in the wrong mapping.
enum KeyHome {
  /// Mappings that are found by their own key, and what is written to get there.
  private static let homes: [(table: KeyTable, remedy: String)] = [
    (RampKeys.table, "write {ramp: {from: …, to: …}}"),
    (BurstKeys.table, "it is a key of a burst: write rate: {burst: {…}}"),
    (SineKeys.table, "it is a key of a sine: write rate: {sine: {…}}"),
    (RateKeys.table, "it is a rate profile: write it below rate"), (PartitionKeys.table, "write it below partition"),
    (ClientKeys.table, "write it below client"),
    (TransactionalKeys.table, "write it below client, in transactional"), (VerifyKeys.table, "write it below verify"),
    (StageKeys.table, "it is a key of a stage"), (TemplateKeys.table, "it is a key of a template"),
    (TopicKeys.table, "it is a key of a topic"), (ClusterKeys.table, "write it below cluster"),
    (ScenarioKeys.table, "it stands at the top of the file"),
  ]

  /// What to do about `key`, which the mapping does not have; nil where nothing else has it either, or too many do.
  static func remedy(for key: String, in table: KeyTable) -> String? {
    table.advice(key) ?? homes.first { $0.table.name != table.name && $0.table.row(key) != nil }?.remedy
  }
}
