/// A mapping that is found by its own keys, where one of them is written elsewhere.
struct KeyHome: Sendable {
  let table: KeyTable
  /// Advice how to get there.
  let remedy: String
}
