/// The reading of one partition: its position, and what it can prove.
package struct PartitionReading: Sendable, Equatable, Codable {
  package enum Compaction: String, Sendable, Codable {
    case no, yes
    /// `cleanup.policy` could not be read.
    case unknown
  }

  /// The part of a topic that was deleted and is not there any more.
  package enum Gone: String, Sendable, Codable {
    case topic
    /// The topic was made again with fewer partitions.
    case partition
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
  /// The evidence that the log is not the one that the run began with; it is then read from its beginning.
  package var replacement: LogReplacement?
  /// The topic was deleted, and the partition is not there any more.
  package var gone: Gone?
  /// The highest acknowledged offset; nil where no message of the run was acknowledged.
  package var highestAcknowledged: Int64?

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

  /// The last stable offset, where another producer's open transaction holds back what lies from it up to the end.
  package var openTransaction: Int64? {
    guard let end, let lastStable, lastStable < end, position >= lastStable, position < end else { return nil }
    return lastStable
  }

  /// Everything that could hold messages of the run was read: up to the end, or up to an open transaction of another producer,
  /// behind which none was acknowledged.
  package var isReadThrough: Bool {
    if isComplete { return true }
    guard let openTransaction else { return false }
    return highestAcknowledged.map { $0 < openTransaction } ?? true
  }

  /// The reading cannot be trusted and could not be repeated: messages that were found stay found, and none that is absent is
  /// called lost.
  package var isProvisional: Bool { (interruption != nil || replacement != nil || gone != nil) && !readAgain }
}

extension PartitionReading {
  /// `orders[2]`
  package var name: String { "\(topic)[\(partition)]" }

  /// The reason why not all of the partition was read, or why that reading proves nothing; nil where it does.
  package var unfinished: String? {
    switch gone {
    case .topic: return "topic \"\(topic)\" was deleted during the run, and is gone"
    case .partition: return "\(name) is gone: its topic was deleted and made again with fewer partitions"
    case nil: break
    }
    if isProvisional {
      let reason = interruption ?? replacement.map { _ in "its log was replaced or cut back" } ?? ""
      return "the reading of \(name) was interrupted (\(reason)) and could not be repeated"
    }
    if isReadThrough { return nil }
    guard let end else { return "the end of \(name) is not known" }
    if let openTransaction {
      return
        "an open transaction of another producer holds back \(name) from offset \(openTransaction) on; it ends at \(end)"
    }
    return "\(name) was read up to \(position) of \(end)"
  }

  /// More about a lost message of the partition.
  var lostDetail: String {
    // The end may be one that was named before the log was read once more.
    let offset = max(end ?? position, position)
    return replacement == nil
      ? "the partition ends at \(offset)" : "its log was replaced or cut back, and ends at \(offset)"
  }

  /// The reason why a message of the partition that was not found may still be there.
  var unseenReason: String {
    if isProvisional, let interruption { return interruption }
    if openTransaction != nil { return "read up to \(position)" }
    if let unfinished { return unfinished }
    if compaction != .no { return "the topic is or may be compacted, and no later record of its key was read" }
    return endIsStable
      ? "read up to \(position)" : "read up to \(position), and the partition's leader did not confirm that end"
  }
}
