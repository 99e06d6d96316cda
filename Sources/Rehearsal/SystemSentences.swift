internal import Diagnostics
internal import Kafka
internal import Scenarios
internal import Verification

// Problems of what lies around the cluster: targets, sinks, groups and actions.
extension LoadErrorSentences {
  func notReady(_ target: Int, _ reason: String) -> Problem {
    let target = scenario.targets[target]
    let asked = target.ready.map { "\"\($0)\"" } ?? "a connection"
    return Problem(
      .targetNotReady, "target \"\(target.name)\" is not ready: \(asked) at \(target.url.withoutUserInfo): \(reason)",
      do: "start the service, or fix the address", at: target.urlRange.start)
  }

  func lost(_ target: Int, _ seconds: Int) -> Problem {
    let target = scenario.targets[target]
    return Problem(
      .targetLost, "target \"\(target.name)\" has not answered for \(seconds) s; the run was ended",
      at: target.range.start)
  }

  func unreadable(_ sink: Int, _ reason: String) -> Problem {
    let sink = scenario.sinks[sink]
    return Problem(
      .sinkUnreadable, "sink \"\(sink.name)\" cannot be read: \(reason)",
      do: "try it by hand, or with rehearse check --connect", at: sink.range.start)
  }

  func refused(group: Int, _ error: KafkaError) -> Problem {
    let group = scenario.groups[group]
    return Problem(
      .groupRefused, "the offsets of group \"\(group.group)\" cannot be read (\(plain(error)))",
      do: error.kind == .authorization ? "grant Describe on the group and on its topics to \(owner)" : nil,
      at: group.range.start)
  }

  func cannotStart(_ action: Int, _ reason: String) -> Problem {
    let action = scenario.actions[action]
    return Problem(
      .actionCommand, "action \"\(action.name)\" cannot be run: \(reason)",
      do: "install the command, or write its path; nothing was sent", at: action.range.start)
  }

  func connectionsBusy(_ stage: Int) -> Problem {
    let connections = scenario.stages[stage].target.map { scenario.targets[$0].connections } ?? 0
    return Problem(
      .connectionsBusy,
      "stage \"\(scenario.stages[stage].name)\" was ended: all \(Plural.count(connections, "connection")) were busy, and on_full is fail",
      do: "lower the rate, or raise the target's connections (rate x the longest answer)",
      at: scenario.stages[stage].range.start)
  }
}
