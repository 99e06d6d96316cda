internal import Kafka
package import Scenarios

/// Deletes the topics that a run created, once it is over and its verdict is known. What cannot be deleted is noted, and changes no
/// verdict: that is about the messages.
package struct TopicCleanup: Sendable {
  /// The step for a topic that the run created. Pure.
  enum Step: Sendable, Equatable {
    case keep
    /// It shows why the run did not pass.
    case keepForInspection
    case delete

    init(_ deletion: Topic.Deletion, hasPassed: Bool) {
      switch deletion {
      case .never: self = .keep
      case .passed: self = hasPassed ? .delete : .keepForInspection
      case .after: self = .delete
      }
    }
  }

  private static let answerPatience = Duration.seconds(5)

  let scenario: Scenario
  let connection: ClusterConnection
  let stop: StopRequest
  let log: ClientLog

  package init(scenario: Scenario, connection: ClusterConnection, stop: StopRequest, log: @escaping ClientLog) {
    self.scenario = scenario
    self.connection = connection
    self.stop = stop
    self.log = log
  }

  /// Deletes what is to be deleted of the topics at these indices, and returns what became of them.
  package func run(created: [Int], hasPassed: Bool) -> [RunNote] {
    let steps = created.map { Step(scenario.topics[$0].deletion, hasPassed: hasPassed) }
    guard steps.contains(where: { $0 != .keep }), connection.embedded == nil else { return [] }
    let prober = try? ClientHandle.prober(connection.profile.prober)
    prober?.endWaits(when: stop.mustFinish)
    defer { prober?.close() }
    var unanswered: KafkaError?
    return zip(created, steps).compactMap { index, step -> RunNote? in
      let name = scenario.topics[index].name
      switch step {
      case .keep: return nil
      case .keepForInspection: return .keptForInspection(topic: name)
      case .delete:
        guard let prober, !stop.mustFinish() else { return .notDeleted(topic: name, nil) }
        // A cluster that does not answer is not waited for once more.
        if let unanswered { return .notDeleted(topic: name, unanswered) }
        defer { prober.serve { log("prober", $0) } }
        do throws(KafkaError) {
          try prober.deleteTopic(name, timeout: Self.answerPatience)
          return .deletedAfter(topic: name)
        } catch {
          if error.kind == .unknownTopic { return .deletedAfter(topic: name) }
          if error.kind == .timeout || error.kind == .transport { unanswered = error }
          return .notDeleted(topic: name, error)
        }
      }
    }
  }
}
