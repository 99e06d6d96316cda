internal import Scenarios

/// Judges `refused == REASON`: every message of the stage is rejected for that reason, none of them is in the topic or in any sink, and
/// the control shows that it is the cluster, or the target, that refuses. Pure.
struct RefusalJudgement {
  let stage: StageResult
  let expected: RefusalReason
  /// A partition that was not read to its end; nil where all were.
  let unfinished: String?
  var sinks = RefusedInSinks()

  var outcome: Check.Outcome {
    if letIn > 0 { return .broken }
    guard stage.send[.due] > 0, stage.send[.rejected] > 0 || stage.send[.sent] > 0 else {
      return inconclusive("no message was sent")
    }
    let others = stage.rejections.filter { $0.reason != expected }
    if !others.isEmpty {
      let names = others.map { "\($0.code) (\($0.count))" }.joined(separator: ", ")
      return inconclusive("messages were rejected for another reason: \(names)")
    }
    guard stage.send[.rejected] == stage.send[.due] else {
      return inconclusive(stage.problem?.sentence ?? "not every message was answered")
    }
    if case .missing(let what)? = stage.control { return inconclusive(what) }
    if let unread = unfinished ?? sinks.unread { return inconclusive(unread) }
    return .held
  }

  /// Messages that got through, acknowledged or found.
  var letIn: UInt64 {
    let read = stage.read.map { $0[.found] + $0[.unknownFound] + $0[.phantom] } ?? 0
    return max(stage.send[.acknowledged], read, sinks.records)
  }

  private func inconclusive(_ reason: String) -> Check.Outcome { .inconclusive(because: reason, exit: .inconclusive) }
}
