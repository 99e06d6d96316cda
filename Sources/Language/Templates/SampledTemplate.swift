internal import Diagnostics
internal import Templates

/// The requirement that a template's values are checked for, and its position: `schema`, or the first placeholder with
/// `raw`.
struct LocatedProof {
  var kind: ValueRequirement
  var range: SourceRange
}

/// A template of which messages are checked before anything is sent.
struct ProvenTemplate {
  var name: String
  var proof: LocatedProof
  /// The position of the template's name.
  var place: SourceRange

  init(_ name: String, _ proof: LocatedProof, at place: SourceRange) {
    self.name = name
    self.proof = proof
    self.place = place
  }
}
