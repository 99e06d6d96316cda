internal import Scenarios

/// The account of one sink at one moment: every record that was read counts once, and every message that must be there.
package struct SinkAccount: Sendable, Equatable {
  /// The counts of everything that was read.
  package var counts = SinkCounts()
  /// The counts of the held stages, in their order. Foreign ids, and records of stages that are not held, are in `counts` alone.
  package var stages: [SinkStageResult] = []
  /// Messages of held stages that were not answered, times the copies; 0 where the sink has a `from`.
  package var unknown: UInt64 = 0
  /// The counts of stages that the sink does not hold, and whose ids were read there all the same.
  package var unheld: [SinkStageResult] = []
  /// At most ten of each kind, spread over them.
  package var witnesses: [Anomaly] = []

  /// Nothing that must be there is absent.
  package var isComplete: Bool { counts[.missing] + counts[.unseen] == 0 }

  /// The identities between the counts that do not hold, each with its numbers; empty where all do. A violation is a defect of this
  /// program.
  package var violations: [String] {
    let ofStages = stages.flatMap { stage in
      Self.violations(stage.counts, unknown: nil).map { "\($0) in stage \(stage.stage)" }
    }
    return Self.violations(counts, unknown: unknown) + ofStages
  }

  private static func violations(_ counts: SinkCounts, unknown: UInt64?) -> [String] {
    let identities: [(whole: SinkCount, parts: [SinkCount])] = [
      (.expected, [.found, .missing, .unseen]),
      (.read, [.found, .unknownFound, .phantom, .duplicated, .stray, .foreign]),
    ]
    var found = identities.compactMap { whole, parts in
      violation("\(whole.facts.name) \(counts[whole])", counts[whole], parts, counts)
    }
    if let unknown {
      let parts: [SinkCount] = [.unknownFound, .unknownAbsent, .unknownUnseen]
      found += [violation("unknown \(unknown)", unknown, parts, counts)].compactMap { $0 }
    }
    if counts[.corrupted] > counts[.found] + counts[.unknownFound] { found.append("more corrupted than found") }
    if counts[.invalid] > counts[.found] + counts[.unknownFound] { found.append("more invalid than found") }
    return found
  }

  private static func violation(
    _ title: String, _ whole: UInt64, _ parts: [SinkCount], _ counts: SinkCounts
  ) -> String? {
    guard whole != parts.reduce(0, { $0 &+ counts[$1] }) else { return nil }
    return "\(title) = " + parts.map { "\($0.facts.name) \(counts[$0])" }.joined(separator: " + ")
  }
}

extension SinkResult {
  /// The identities between its counts that do not hold; of the answers nothing is known here.
  package var violations: [String] {
    guard let counts else { return [] }
    var account = SinkAccount()
    (account.counts, account.stages) = (counts, stages)
    account.unknown = counts[.unknownFound] + counts[.unknownAbsent] + counts[.unknownUnseen]
    return account.violations
  }
}
