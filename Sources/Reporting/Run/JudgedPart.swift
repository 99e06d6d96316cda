internal import Diagnostics
internal import Scenarios
internal import Verification

/// A part of a run that has checks.
enum JudgedPart {
  /// One of the stages, or the row of all of them.
  case stage(StageResult)
  case sink(SinkResult)
  case group(GroupResult)
  case action(ActionResult)

  /// As reports show it: `steady`, `whole run`, `sink events`, `action broker-restart`.
  var title: String {
    switch self {
    case .stage(let stage): stage.title
    case .sink(let sink): "sink \(sink.name.visible)"
    case .group(let group): "group \(group.name.visible)"
    case .action(let action): "action \(action.name.visible)"
    }
  }

  var checks: [Check] {
    switch self {
    case .stage(let stage): stage.checks
    case .sink(let sink): sink.checks
    case .group(let group): group.checks
    case .action(let action): action.checks
    }
  }

  /// The reason why it could not go on.
  var problem: Problem? {
    switch self {
    case .stage(let stage): stage.problem
    case .sink(let sink): sink.problem
    case .group, .action: nil
    }
  }

  /// False for what was skipped, whose checks are not worth a word each.
  var ran: Bool {
    switch self {
    case .stage(let stage): stage.ran
    case .sink(let sink): sink.verdict != .skipped
    case .group(let group): group.verdict != .skipped
    case .action: true
    }
  }

  /// The stage that a command can run again by itself; nil for all else.
  var single: StageResult? { if case .stage(let stage) = self, stage.index != nil { stage } else { nil } }

  /// The row of a stage, or of all; nil for all else.
  var stage: StageResult? { if case .stage(let stage) = self { stage } else { nil } }
}

extension RunResult {
  /// Everything that has checks: the stages, then the whole run, then sinks, groups and actions.
  var judged: [JudgedPart] {
    stages.map(JudgedPart.stage) + [.stage(whole)] + (sinks ?? []).map(JudgedPart.sink)
      + (groups ?? []).map(JudgedPart.group) + (actions ?? []).map(JudgedPart.action)
  }
}
