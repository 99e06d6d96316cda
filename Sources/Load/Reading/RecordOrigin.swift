internal import Verification

/// The origin of a record, by the identity in its header.
enum RecordOrigin: Sendable, Equatable {
  case thisRun(Identity)
  case anotherRun
  /// No message of any run can be recognised in it.
  case unidentified

  init(_ identity: Identity?, run: RunID) {
    guard let identity else {
      self = .unidentified
      return
    }
    self = identity.run == run ? .thisRun(identity) : .anotherRun
  }
}
