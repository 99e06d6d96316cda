internal import Kafka
internal import Verification

/// A topic's settings, or the reason why they could not be read.
enum SettingsAnswer: Sendable, Equatable {
  case settings(TopicSettings)
  case refused(KafkaError)

  var compaction: PartitionReading.Compaction {
    switch self {
    case .settings(let settings): settings.isCompacted ? .yes : .no
    case .refused: .unknown
    }
  }
}

/// The answers about one topic's `cleanup.policy`, which can change while the run goes on: it is asked for before the first send,
/// after the last, and when reading is over. Pure.
struct CompactionAnswers: Sendable, Equatable {
  private let first: SettingsAnswer
  private(set) var last: SettingsAnswer
  private var wasCompacted: Bool

  init(_ first: SettingsAnswer) {
    self.first = first
    last = first
    wasCompacted = first.compaction == .yes
  }

  mutating func note(_ answer: SettingsAnswer) {
    last = answer
    if answer.compaction == .yes { wasCompacted = true }
  }

  /// It was compacted in between.
  mutating func noteCompacted() { wasCompacted = true }

  /// Compacted at any time is compacted. What the last answer does not say may have changed since.
  var compaction: PartitionReading.Compaction { wasCompacted ? .yes : last.compaction }

  /// The notes of the report.
  func notes(topic: String) -> [RunNote] {
    let before = first.compaction
    switch last {
    case .settings(let settings):
      guard before != last.compaction else {
        if before == .yes { return [.compacted(topic: topic)] }
        return wasCompacted ? [.policyChanged(topic: topic, isCompacted: false)] : []
      }
      if before == .unknown { return settings.isCompacted ? [.compacted(topic: topic)] : [] }
      return [.policyChanged(topic: topic, isCompacted: settings.isCompacted)]
    case .refused(let error):
      return wasCompacted ? [.compacted(topic: topic)] : [.compactionUnknown(topic: topic, error)]
    }
  }
}

extension ClientHandle {
  /// Asks for the settings of a topic on which its verdict depends; up to `tries` times where the answer is not that a right is
  /// missing.
  func settings(of topic: String, tries: Int = 3) -> SettingsAnswer {
    var last = KafkaError.timedOut
    for _ in 0..<tries {
      do { return .settings(TopicSettings(try topicSettings(topic, timeout: .seconds(2)))) } catch { last = error }
      if last.kind == .authorization || last.kind == .unknownTopic { break }
    }
    return .refused(last)
  }
}
