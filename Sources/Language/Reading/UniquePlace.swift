internal import Diagnostics

/// A unique placeholder of a template, with the number of its values.
struct UniquePlace {
  var template: String
  /// The placeholder as written.
  var source: String
  var range: SourceRange
  var values: UInt64
}
