/// Where a key belongs that stands in the wrong mapping.
enum KeyHome {
  /// Mappings that are found by their own key, and what is written to get there.
  private static let homes: [(mapping: MappingName, remedy: String)] = [
    (.ramp, "write {ramp: {from: …, to: …}}"), (.burst, "it is a key of a burst: write rate: {burst: {…}}"),
    (.sine, "it is a key of a sine: write rate: {sine: {…}}"), (.rate, "it is a rate profile: write it below rate"),
    (.partition, "write it below partition"), (.client, "write it below client"),
    (.transactional, "write it below client, in transactional"), (.verify, "write it below verify"),
    (.stage, "it is a key of a stage"), (.template, "it is a key of a template"), (.topic, "it is a key of a topic"),
    (.cluster, "write it below cluster"), (.scenario, "it stands at the top of the file"),
  ]

  /// Some of librdkafka's properties that have no dot.
  private static let properties: Set<String> = ["acks", "retries", "debug"]

  /// What to do about `key`, which the mapping does not have; nil where nothing else has it either, or too many do.
  static func remedy(for key: String, in mapping: MappingName) -> String? {
    let isProperty = properties.contains(key) || key.contains(".") && key.first?.isLetter == true
    if isProperty, [.scenario, .cluster, .stage, .defaults].contains(mapping) {
      return "properties of librdkafka stand below cluster: write librdkafka: {\(key): …}"
    }
    if mapping == .partition, Quantity.isDigits(key) { return "write {weights: {\(key): …}}" }
    return homes.first { $0.mapping != mapping && $0.mapping.table.row(key) != nil }?.remedy
  }
}
