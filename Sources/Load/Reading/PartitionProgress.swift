internal import Verification

/// The reader's knowledge of one partition at one moment.
struct PartitionProgress: Sendable, Equatable {
  /// The greater of the last record's offset + 1 and the client's end-of-partition offset.
  var position: Int64
  /// The highest offset that was acknowledged in the partition; -1 where none was.
  var highestAcknowledged: Int64
  /// The leader that the partition is read from.
  var leader: Int32
  /// The first interruption of its reading; nil where there was none.
  var interruption: Interruption?
  /// An acknowledged offset that lies before the noted one; nil where there is none.
  var acknowledgedBeforeNoted: Int64?
  /// The topic was seen to be absent at some time.
  var wasDeleted = false
  /// The topic was deleted, and the partition is not there any more.
  var gone: PartitionReading.Gone?
  /// Every acknowledged message of the partition has an offset at or above the noted one.
  var isAcknowledgedWithOffsets = false
  /// Every acknowledged message of its topic was found, in the partition that it was sent to.
  var isAllFound = false
  /// Something has been heard from the partition, if only its end.
  var isAwake = false
  /// The client gave the partition up and fetches no more of it.
  var isAbandoned = false

  var isGone: Bool { gone != nil }
}
