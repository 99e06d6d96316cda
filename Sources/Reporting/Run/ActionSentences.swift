internal import Diagnostics
internal import Scenarios
internal import Verification

/// An action and what it cost, in words.
struct ActionSentences {
  let action: ActionResult

  init(_ action: ActionResult) { self.action = action }

  /// `run at 20.0 s for 2.3 s, then at 27.3 s for 4.0 s`; what failed is said in brackets.
  var course: String {
    guard action.begun != nil else { return "never ran" }
    let run = Self.step("run", action.begun, action.ended, action.outcome)
    guard let outcome = action.thenOutcome else { return run }
    return "\(run), \(Self.step("then", action.thenBegun, action.thenEnded, outcome))"
  }

  /// The cost, as far as it is known: `longest time without an acknowledgement 9.1 s`.
  var cost: [String] {
    let counts: [(UInt64?, String)] = [
      (action.missing, "missing"), (action.lost, "lost"), (action.duplicated, "duplicated"),
    ]
    let seen = counts.filter { ($0.0 ?? 0) > 0 }.map { "\(HumanNumber.grouped($0.0 ?? 0)) \($0.1)" }
    let parts: [String?] = [
      action.ackGapMax.map { "longest time without an acknowledgement \($0.inTenths)" },
      action.readGapMax.map { "without a record \($0.inTenths)" },
      action.recovery.map { "recovered after \($0.inTenths)" },
      seen.isEmpty ? nil : "of its time \(seen.joined(separator: ", "))",
    ]
    return parts.compactMap { $0 }
  }

  private static func step(
    _ command: String, _ begun: Nanoseconds?, _ ended: Nanoseconds?, _ outcome: ActionResult.Outcome
  ) -> String {
    guard let begun else { return "\(command) never ran" }
    let length = ended.map { " for \(($0 - begun).inTenths)" } ?? ""
    let failure = outcome.reason.map { " (failed: \($0.visible))" } ?? ""
    return "\(command) at \(begun.inTenths)\(length)\(failure)"
  }
}

extension ActionResult {
  /// The time from its start to the end of its last command.
  var length: Nanoseconds {
    guard let begun, let ended = thenEnded ?? ended else { return .zero }
    return max(ended - begun, .zero)
  }

  /// The last lines of what its commands printed.
  func printed(atMost count: Int) -> [String] {
    (output ?? "").split(separator: "\n").suffix(count).map { String($0).visible.cut(to: 200) }
  }
}
