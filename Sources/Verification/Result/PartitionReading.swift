/// The reading of one partition: its position, and what it can prove.
package struct PartitionReading: Sendable, Equatable, Codable {
  package enum Compaction: String, Sendable, Codable {
    case no, yes
    /// The right to ask for `cleanup.policy` is missing.
    case unknown
  }

  package var topic: String
  package var partition: Int32
  /// The end offset noted before the first send: reading begins here.
  package var noted: Int64
  /// The greater of the last record's offset + 1 and the client's end-of-partition offset.
  package var position: Int64
  /// The high watermark after the producers were closed; nil where the leader did not answer.
  package var end: Int64?
  /// The last stable offset at that time: under `read_committed` nothing behind it is shown.
  package var lastStable: Int64?
  /// The partition's beginning at the end of the run: what lies before it has been deleted.
  package var beginning: Int64?
  /// True when answers of one leader agreed for as long as ARCHITECTURE.md, decision 9, asks.
  package var endIsStable: Bool
  package var compaction: Compaction
  /// The reason why the first reading could not be trusted; nil where nothing interrupted it.
  package var interruption: String?
  /// True when the partition was read a second time, and that reading decided.
  package var readAgain: Bool

  package init(topic: String, partition: Int32, noted: Int64) {
    self.topic = topic
    self.partition = partition
    self.noted = noted
    position = noted
    endIsStable = false
    compaction = .no
    readAgain = false
  }

  /// Everything up to the end was read: what is not there is not there.
  package var isComplete: Bool {
    guard let end else { return false }
    return position >= end
  }

  /// Everything that the isolation asked for shows was read: up to the end, or up to the last stable offset, behind which
  /// another producer's open transaction holds back the rest.
  package var isReadThrough: Bool {
    isComplete || (end != nil && lastStable.map { position >= $0 } ?? false)
  }

  /// The reading was interrupted and could not be repeated: messages that were found stay found, and none that is absent is
  /// called lost.
  package var isProvisional: Bool { interruption != nil && !readAgain }
}
