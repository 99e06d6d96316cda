/// The stage whose id a message carries.
package enum IDUse: Sendable, Hashable {
  /// `{{id}}`.
  case own
  /// `{{id(stage='NAME')}}`.
  case ofStage(String)
}
