internal import Kafka
internal import Scenarios
internal import Verification

/// A run that reads nothing back: it judges its sends only.
extension ScenarioRun {
  /// Puts into the observation what else is known once everything is sent.
  func observe(withoutReading parts: Parts, _ observation: inout RunObservation) {
    switch scenario.verify.unread {
    case .refused: observation.readerAnswer = readerAnswer(parts)
    case .later:
      let unanswered = observation.stages.reduce(UInt64(0)) { $0 + $1.send[.unknown] }
      observation.notes.append(.nothingReadBack(unanswered: unanswered, isEmbedded: connection.embedded != nil))
    case nil: break
    }
    observation.errors += parts.watch.presence.indices.filter { parts.watch.presence[$0].isGone }.map {
      .topicGone(topic: $0)
    }
    noteHindrances(in: &observation)
    noteEnding(parts, in: &observation)
  }

  /// The answer to a reader that must be refused.
  private func readerAnswer(_ parts: Parts) -> ReaderAnswer {
    if let refusal = parts.admissions[scenario.verify.identity].refusal {
      return refusal.reason.map { .refused($0, refusal.error.text) } ?? .unknown(refusal.error.text)
    }
    return ReaderTrial(
      profile: connection.profile(of: scenario.verify.identity), topics: parts.topics.filter { $0.partitions > 0 },
      stop: stop, log: log
    ).answer()
  }
}
