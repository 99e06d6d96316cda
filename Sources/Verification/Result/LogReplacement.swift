/// The evidence that a partition's log was replaced while the run went on, or cut back behind the offset noted before the first
/// send (ARCHITECTURE.md, decision 10). Which of the two is not known: the client has no topic IDs.
package enum LogReplacement: Sendable, Equatable, Codable {
  /// Its leader named this end twice, and it lies before the noted one.
  case endBeforeNoted(Int64)
  /// A message was acknowledged at this offset, which lies before the noted end.
  case acknowledgedBeforeNoted(Int64)
  /// Two messages were acknowledged at this offset.
  case acknowledgedTwice(Int64)
  /// Its topic was seen to be absent, and is there again.
  case topicDeleted
  /// The record that was first read of the run, at this offset, is not there any more.
  case recordReplaced(Int64)
}
