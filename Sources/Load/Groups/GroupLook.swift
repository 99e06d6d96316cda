package import Kafka
package import Scenarios

/// The state of a watched group, asked once, without joining it.
package enum GroupLook: Sendable, Equatable {
  /// The messages that it has not committed, over all partitions of its topics that it committed in.
  case committed(lag: UInt64)
  /// No partition has a commit: the cluster does not say whether such a group exists.
  case nothingCommitted
  /// The cluster did not answer, or refused to.
  case unknown(KafkaError)

  /// For each group of a scenario.
  package static func all(_ scenario: Scenario, on connection: ClusterConnection) -> [GroupLook] {
    scenario.groups.map { group in
      do throws(KafkaError) {
        let handle = try ClientHandle.asking(ofGroup: group.group, connection.profile.prober)
        defer { handle.close() }
        let questions = GroupQuestions(
          handle: handle, topics: group.topics.map { scenario.topics[$0].name })
        return GroupLook(try questions.positions())
      } catch { return .unknown(error) }
    }
  }

  init(_ positions: [GroupPosition]) {
    let lags = positions.compactMap { position in
      position.committed.map { UInt64(max(position.end - $0, 0)) }
    }
    self = lags.isEmpty ? .nothingCommitted : .committed(lag: lags.reduce(0, +))
  }
}
