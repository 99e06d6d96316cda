internal import Kafka
package import Scenarios

/// The answer to a reader that is expected to be refused.
package enum ReaderAnswer: Sendable, Equatable {
  /// The cluster refused it, in its words.
  case refused(RefusalReason, String)
  /// It could read this topic.
  case letIn(topic: String)
  /// Neither is certain; the reason.
  case unknown(String)
}

/// Tries to read the topics of a run, to see that the cluster refuses it. What it reads is not looked into.
struct ReaderTrial {
  let profile: ClientProfile
  /// Topics that messages were sent to.
  let topics: [PreparedTopic]
  let stop: StopRequest
  let log: ClientLog

  private static let patience = Nanoseconds.seconds(8)

  func answer() -> ReaderAnswer {
    let consumer: Consumer
    do throws(KafkaError) {
      consumer = try Consumer(profile.reader)
      consumer.handle.endWaits(when: stop.mustFinish)
      let partitions = topics.flatMap { topic in
        topic.noted.enumerated().map {
          (partition: TopicPartition(topic: topic.name, partition: Int32($0)), offset: $1)
        }
      }
      try consumer.assign(partitions, topics: topics.map(\.name))
    } catch {
      return .unknown(error.text)
    }
    return wait(for: consumer)
  }

  private func wait(for consumer: Consumer) -> ReaderAnswer {
    let clock = RunClock()
    var refused: [Int: KafkaError] = [:]
    var letIn: Int?
    var last: KafkaError?
    while clock.time < Self.patience, !stop.mustFinish() {
      _ = consumer.poll({ letIn = letIn ?? $0.topic }) { event in
        switch event {
        case .end(let topic, _, _): letIn = letIn ?? topic
        case .failed(let topic, _, let error):
          if error.kind == .authorization { refused[topic] = error } else { last = error }
        }
      }
      consumer.handle.serve { event in
        log("reader", event)
        if case .error(let error) = event, !error.isAllBrokersDown { last = error }
      }
      if let letIn { return .letIn(topic: topics[letIn].name) }
      if let first = refused.values.first, refused.count == topics.count { return .refused(.authorization, first.text) }
      pause(for: .milliseconds(5), unless: stop.mustFinish)
    }
    return .unknown(last?.text ?? "no answer within \(Int(Self.patience.seconds)) s")
  }
}
