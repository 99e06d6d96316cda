/// The outcome of sending one message, as its producer hands it to the ledger.
package struct Settlement: Sendable {
  package enum Outcome: UInt8, Sendable, CaseIterable {
    /// Reported as persisted.
    case acknowledged
    /// Possibly persisted.
    case unknown
    /// Certainly not persisted: refused by the cluster or the client, or taken back when the sending was ended.
    case absent
    /// Its transaction was aborted as the scenario asks: persisted, and to be seen by no reader of committed records.
    case aborted
  }

  package var sequence: UInt64
  /// −1 where none was reported, or an impossible one: below the partition's noted offset.
  package var offset: Int64
  /// The partition of the stage's topic.
  package var partition: Int32
  package var outcome: Outcome

  package init(sequence: UInt64, offset: Int64, partition: Int32, outcome: Outcome) {
    self.sequence = sequence
    self.offset = offset
    self.partition = partition
    self.outcome = outcome
  }
}
