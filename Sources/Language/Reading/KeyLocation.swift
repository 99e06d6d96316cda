/// A mapping whose keys are recognized when they are written in another mapping.
struct KeyLocation: Sendable {
  let table: KeyTable
  /// The remedy that says where the key belongs.
  let remedy: String
}
