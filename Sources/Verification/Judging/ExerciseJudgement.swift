package import Diagnostics
internal import Scenarios

extension Exercise {
  /// The first stage of each identity with which stages ran, and none sent a message. `identities` are those of the stages; the
  /// `used` ones ask or read as well.
  package static func stagesOfUnusedIdentities(
    _ stages: [StageResult], identities: [Int], used: Set<Int>
  ) -> Set<Int> {
    let ran = stages.indices.filter { stages[$0].startedAt != nil }
    var known = used.union(ran.filter { stages[$0].send[.sent] > 0 }.map { identities[$0] })
    return Set(ran.filter { known.insert(identities[$0]).inserted })
  }

  /// A check for each part of a stage that was not exercised; none where all were, or where the stage has another reason to show
  /// nothing: it did not run, was cut short, or must be refused. `unusedIdentity` is the name of the stage's identity if no stage
  /// sent anything with it.
  package static func checks(_ stage: StageResult, range: SourceRange, unusedIdentity: String? = nil) -> [Check] {
    guard stage.startedAt != nil, stage.problem == nil, stage.control == nil else { return [] }
    func check(_ part: Exercise, _ reason: String, exit: ExitCode = .inconclusive) -> Check {
      Check(
        .exercise(part),
        expectation: Expectation(metric: .sent, comparison: .greater, bound: .count(0), range: range),
        outcome: .inconclusive(because: reason, exit: exit))
    }
    var checks: [Check] = []
    if let peak = stage.peak, !peak.isReached, stage.measured, !stage.hasMissedRate {
      checks.append(
        check(
          .peak,
          "the stage never ran at its greatest rate: at best \(peak.inTime) of \(Plural.count(peak.due, "message")) due in such a "
            + "second were sent in time",
          // A machine that was too slow is the whole reason.
          exit: stage.limitedBy == .generator ? .generatorLimited : .inconclusive))
    }
    checks += (stage.unusedPartitions ?? []).map { partition in
      check(
        .partition(partition.number),
        "nothing was read from partition \(partition.number), where \(Plural.count(partition.expected, "message")) "
          + "\(Plural.form(partition.expected, "was", "were")) expected")
    }
    if let unusedIdentity {
      checks.append(check(.identity(unusedIdentity), "no message was sent with identity \"\(unusedIdentity)\""))
    }
    return checks
  }
}

extension StageResult {
  /// An expectation on the rate that was kept says already that it was not, or may not have been.
  fileprivate var hasMissedRate: Bool {
    checks.contains { check in
      check.subject == nil && check.expectation.metric == .rateKept && check.exit != nil
    }
  }
}
