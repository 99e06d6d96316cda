internal import Scenarios

/// The evidence that one answer of its leader settles a partition's end (ARCHITECTURE.md, decision 9). Pure.
///
/// A second answer is asked for because a new leader names an end that is behind for a while: what lies at or behind it would be missing,
/// or would not be read. Where all that was sent is acknowledged and found before the end, nothing can be missing; where an
/// idempotent producer had no answer but these, and no connection broke, nothing of the run lies behind it.
struct OneAnswer: Sendable, Equatable {
  /// The reason why a second answer is needed.
  enum Obstacle: Sendable, Equatable, CaseIterable {
    // Of the sending:
    /// The topic is read once all is sent: no connection of the reader shows what happened meanwhile.
    case notTailed
    case acksBelowAll
    case notIdempotent
    case transactional
    /// The client is set not to report connections that are closed.
    case closesUnreported
    /// A message that was due has another outcome, or none.
    case notAllAcknowledged
    // Of the cluster:
    /// A client of the run reported an error since the offsets were noted.
    case connectionLost
    /// The partition's reading was interrupted, or the topic was seen to be absent.
    case interrupted
    // Of the answer:
    case secondReading
    case noAnswer
    /// Not the leader answered that was there when the offsets were noted.
    case otherLeader
    /// The end is not above the highest acknowledged offset.
    case endTooLow
    // Of the messages:
    /// A message was acknowledged without an offset, or at one below the noted.
    case withoutOffset
    case notReadToTheEnd
    case notAllFound
    // Of what is asked once all else is well:
    case notConfirmed
    /// Metadata, asked after the answer, names another leader, or none.
    case leaderNotNamed
    case acknowledgedTwice
  }

  /// The answers to the questions that follow the leader's answer.
  struct Confirmation: Sendable, Equatable {
    /// The leader that metadata names; nil where there was no answer.
    var leader: Int32?
    /// Two messages were acknowledged at one offset of the partition.
    var isAcknowledgedTwice: Bool
  }

  /// The obstacle in how the topic was sent to; nil where there is none.
  var sending: Obstacle?
  var noted: Int64
  /// The leader when the offsets were noted.
  var notedLeader: Int32
  var hasLostConnection: Bool
  var isFirstReading: Bool
  var answer: PartitionEnd.Answer?
  var confirmation: Confirmation?
  var reader: PartitionProgress

  /// The first reason why a second answer is needed; nil where the one that there is settles the end.
  var obstacle: Obstacle? {
    if let sending { return sending }
    if hasLostConnection { return .connectionLost }
    if reader.interruption != nil || reader.wasDeleted || reader.isGone || reader.isAbandoned { return .interrupted }
    guard isFirstReading else { return .secondReading }
    guard let answer else { return .noAnswer }
    guard answer.leader == notedLeader, reader.leader == notedLeader else { return .otherLeader }
    guard answer.end >= noted, answer.end > reader.highestAcknowledged else { return .endTooLow }
    guard reader.isAcknowledgedWithOffsets, reader.acknowledgedBeforeNoted == nil else { return .withoutOffset }
    guard reader.position >= answer.end else { return .notReadToTheEnd }
    guard reader.isAllFound else { return .notAllFound }
    guard let confirmation else { return .notConfirmed }
    guard confirmation.leader == notedLeader else { return .leaderNotNamed }
    return confirmation.isAcknowledgedTwice ? .acknowledgedTwice : nil
  }
}

/// The sending of one stage, as far as the end of reading its topic depends on it.
struct SentStage: Sendable, Equatable {
  var isTailed: Bool
  var hasAcksAll: Bool
  var isIdempotent: Bool
  var isTransactional: Bool
  var reportsCloses: Bool
  var due: UInt64
  var acknowledged: UInt64

  var obstacle: OneAnswer.Obstacle? {
    if !isTailed { return .notTailed }
    if !hasAcksAll { return .acksBelowAll }
    if !isIdempotent { return .notIdempotent }
    if isTransactional { return .transactional }
    if !reportsCloses { return .closesUnreported }
    return due == acknowledged ? nil : .notAllAcknowledged
  }
}
