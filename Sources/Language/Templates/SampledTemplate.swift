internal import Diagnostics
internal import Templates

/// The requirement that a template's values are checked for, and its position: `schema`, or the first placeholder with
/// `raw`.
struct LocatedRequirement {
  var kind: ValueRequirement
  var range: SourceRange
}

/// A template of which messages are checked before anything is sent.
struct SampledTemplate {
  var name: String
  var requirement: LocatedRequirement
  /// The position of the template's name.
  var nameRange: SourceRange

  init(_ name: String, _ requirement: LocatedRequirement, at nameRange: SourceRange) {
    self.name = name
    self.requirement = requirement
    self.nameRange = nameRange
  }
}
