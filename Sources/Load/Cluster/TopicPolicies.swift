internal import Kafka
internal import Verification

/// The settings of all topics of a run on which its verdict depends, as the cluster answered so far.
struct TopicPolicies {
  private let names: [String]
  private let isEmbedded: Bool
  private(set) var compaction: [CompactionAnswers]
  private(set) var minimumInSync: [Int]
  /// The greatest batch that each topic takes, in bytes; nil where that is not known.
  private(set) var maxMessageBytes: [Int?]

  init(_ topics: [PreparedTopic], isEmbedded: Bool) {
    names = topics.map(\.name)
    self.isEmbedded = isEmbedded
    compaction = topics.map(\.compaction)
    minimumInSync = topics.map(\.minimumInSync)
    maxMessageBytes = topics.map(\.maxMessageBytes)
  }

  /// The time in a run at which is asked.
  enum Occasion: Sendable {
    case meanwhile
    /// Reading is over: this answer is the last, and is asked for again where none comes.
    case end
  }

  /// Asks again for the settings of the topics at these indices.
  mutating func ask(_ topics: [Int], _ prober: ClientHandle, _ occasion: Occasion) {
    guard !isEmbedded else { return }
    for index in topics {
      let answer = prober.settings(of: names[index], tries: occasion == .end ? 3 : 1)
      // A topic that is gone has no settings; its last answer stays.
      if case .refused(let error) = answer, error.kind == .unknownTopic { continue }
      note(answer, of: index)
    }
  }

  /// Takes in which topics were compacted at some time of the run.
  mutating func note(wasCompacted: [Bool]) {
    for index in compaction.indices where wasCompacted[index] { compaction[index].noteCompacted() }
  }

  /// Notes what the cluster says of the topic at this index; what it does not say stays.
  mutating func note(_ answer: SettingsAnswer, of index: Int) {
    compaction[index].note(answer)
    guard case .settings(let settings) = answer else { return }
    minimumInSync[index] = settings.minimumInSync
    maxMessageBytes[index] = settings.maxMessageBytes ?? maxMessageBytes[index]
  }

  var notes: [RunNote] { zip(names, compaction).flatMap { $1.notes(topic: $0) } }
}
