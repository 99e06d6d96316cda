internal import Diagnostics
internal import Templates

/// What a template's values are looked at for, and where that is said: at `schema`, or at the first placeholder with `raw`.
struct LocatedProof {
  var kind: ValueRequirement
  var range: SourceRange
}

/// A template whose messages are looked at before they are sent.
struct ProvenTemplate {
  var name: String
  var proof: LocatedProof
  /// Where the template's name stands.
  var place: SourceRange

  init(_ name: String, _ proof: LocatedProof, at place: SourceRange) {
    self.name = name
    self.proof = proof
    self.place = place
  }
}
