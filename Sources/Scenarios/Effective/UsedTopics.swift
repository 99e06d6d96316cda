extension Scenario {
  /// True where stages send to a topic, a sink reads it, or a group's lag in it is watched.
  package func usesTopic(_ topic: Int) -> Bool { usesTopic(topic, in: Array(stages.indices)) }

  /// The same, where only these stages run.
  package func usesTopic(_ topic: Int, in selected: [Int]) -> Bool {
    isSentTo(topic, in: selected) || sinks.contains { $0.source == .topic(topic) }
      || groups.contains { $0.topics.contains(topic) }
  }

  /// True where one of these stages sends to a topic.
  package func isSentTo(_ topic: Int, in selected: [Int]) -> Bool {
    selected.contains { stages[$0].topic == topic }
  }

  /// The name of a stage's topic in the cluster, or of its target.
  package func destinationName(of stage: Stage) -> String {
    switch stage.destination {
    case .topic(let index): topics[index].name
    case .target(let index): targets[index].name
    }
  }
}
