internal import Kafka
package import Scenarios

/// Deletes the topics between the runs of a command that are made anew for each: its caller says which are its own.
package struct TopicRenewal: Sendable {
  private static let answerPatience = Duration.seconds(4)

  private let scenario: Scenario
  private let connection: ClusterConnection
  private let stop: StopRequest

  package init(scenario: Scenario, connection: ClusterConnection, stop: StopRequest) {
    self.scenario = scenario
    self.connection = connection
    self.stop = stop
  }

  /// The cluster's id; nil where none is known.
  package func clusterID() -> String? {
    try? asking { prober throws(LoadError) in prober.clusterID(timeout: Self.answerPatience) }
  }

  /// Deletes those of these topics that exist, and waits until no broker has them. Returns why some could not be, by their indices.
  package func delete(_ topics: Set<Int>) -> [Int: LoadError] {
    guard connection.embedded == nil, !topics.isEmpty else { return [:] }
    var faults: [Int: LoadError] = [:]
    do throws(LoadError) {
      try asking { prober throws(LoadError) in
        let creation = TopicCreation(connection: connection, scenario: scenario, prober: prober, stop: stop)
        for index in topics.sorted() {
          do throws(LoadError) {
            switch try lookup(index, prober) {
            case .exists, .recreate: try creation.remove(index)
            case .create, .createByBroker, .missing, .refused: continue
            }
          } catch {
            faults[index] = error
          }
        }
      }
    } catch {
      for index in topics { faults[index] = error }
    }
    return faults
  }

  private func lookup(_ index: Int, _ prober: ClientHandle) throws(LoadError) -> TopicLookup {
    let name = scenario.topics[index].name
    do {
      let answer = try prober.metadata(.topic(name), timeout: Self.answerPatience)
      return TopicLookup(answer.topic(name), scenario.topics[index].create)
    } catch {
      throw stop.reason.map(LoadError.stopped) ?? .topicNotDeleted(topic: index, error)
    }
  }

  private func asking<Answer>(_ body: (ClientHandle) throws(LoadError) -> Answer) throws(LoadError) -> Answer {
    let prober: ClientHandle
    do { prober = try ClientHandle.prober(connection.profile.prober) } catch { throw .settings(error) }
    prober.endWaits(when: stop.isStopped)
    defer { prober.close() }
    return try body(prober)
  }
}
