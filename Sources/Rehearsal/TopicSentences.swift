internal import Diagnostics
internal import Kafka
internal import Load
internal import Scenarios
internal import Verification

/// A topic that is left to the cluster, and is not there: the reason, and what to do.
extension LoadErrorSentences {
  func notMade(_ topic: Int, _ refusal: TopicAbsence) -> Problem {
    let name = scenario.topics[topic].name
    let position = scenario.topics[topic].range.start
    let create = "create it, or have the run create it: \"create: if-missing\" in its scenario"
    switch refusal {
    case .switchedOff:
      return Problem(
        .topicMissing,
        "topic \"\(name)\" does not exist, and the cluster does not create it: auto.create.topics.enable is false",
        do: create, at: position)
    case .overdue(let isAutomatic, let seconds):
      let reason =
        isAutomatic == true
        ? ", although auto.create.topics.enable is true" : ": auto.create.topics.enable may be false"
      let hint = isAutomatic == true ? "; the log of the brokers has the reason (Auto topic creation failed)" : ""
      return Problem(
        .topicMissing,
        "topic \"\(name)\" does not exist, and the cluster did not create it within \(seconds) s\(reason)",
        do: create + hint, at: position)
    case .refused(let error) where error.kind == .authorization:
      return Problem(
        .topicNotCreated,
        "topic \"\(name)\" does not exist, and \(owner) may not create it (\(plain(error)))",
        do: "create it, or grant Create on the topic to \(owner)", at: position)
    case .refused(let error):
      return Problem(
        .topicNotCreated, "topic \"\(name)\" does not exist, and the cluster does not create it (\(plain(error)))",
        at: position)
    }
  }

  /// The metadata of a topic was refused.
  func refused(_ topic: Int, _ error: KafkaError) -> Problem {
    let name = scenario.topics[topic].name
    let position = scenario.topics[topic].range.start
    guard !error.isInvalidTopic else {
      return Problem(
        .topicRefused, "the cluster does not allow \"\(name)\" as the name of a topic (\(plain(error)))",
        do: "use 1 to 249 letters, digits, dots, _ and -", at: position)
    }
    return Problem(
      .topicRefused, "the cluster refused metadata of topic \"\(name)\" (\(plain(error)))",
      do: "grant Describe on the topic to \(owner)", at: position)
  }
}
