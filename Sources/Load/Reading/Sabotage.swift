internal import Verification

/// Faults put between the topic and the reader, to prove that the detectors find them; a run has none.
package struct Sabotage: Sendable {
  package enum Fault: Sendable, Equatable {
    /// The record is never seen.
    case hide
    /// The value's byte at this index is another.
    case alter(byte: Int)
    /// The record's header does not identify a message any more.
    case destroyIdentity
    /// The client hands out the same record twice.
    case redeliver
  }

  private struct Target: Hashable {
    var stage: UInt16
    var sequence: UInt64
  }

  private var faults: [Target: Fault] = [:]

  package init() {}

  package mutating func add(_ fault: Fault, stage: Int, sequence: UInt64) {
    faults[Target(stage: UInt16(truncatingIfNeeded: stage), sequence: sequence)] = fault
  }

  func fault(for identity: Identity) -> Fault? {
    faults[Target(stage: identity.stage, sequence: identity.sequence)]
  }
}
