internal import Diagnostics
internal import Scenarios
internal import Verification

/// A reason for which checks of a run are inconclusive: every report has it once, with the names of these checks.
struct InconclusiveCause {
  struct Member {
    /// The place in `RunResult.judged` of the part that it belongs to.
    var row: Int
    /// Its place among the part's checks.
    var index: Int
    var check: Check
  }

  let reason: String
  var members: [Member]

  /// The check that has the whole reason: the first with witnesses.
  var main: Member? { members.first { !$0.check.witnesses.isEmpty } ?? members.first }

  /// The places in `RunResult.judged`, each once.
  var rows: [Int] { members.reduce(into: []) { if $0.last != $1.row { $0.append($1.row) } } }

  /// `lost == 0, unseen == 0 (actual 16)`: the checks of one part.
  func names(in row: Int) -> String {
    members.filter { $0.row == row }.map { member in
      member.check.title + (member.check.actualText.map { " (actual \($0))" } ?? "")
    }.joined(separator: ", ")
  }

  /// The checks of all parts, a line for each: `steady: lost == 0, unseen == 0 (actual 16)`.
  func names(of result: RunResult) -> [String] {
    rows.map { "\(result.judged[$0].title): \(names(in: $0))" }
  }
}

extension RunResult {
  /// The reasons in the order of their first checks.
  var causes: [InconclusiveCause] {
    var causes: [InconclusiveCause] = []
    for (row, part) in judged.enumerated() {
      for (index, check) in part.checks.enumerated() where check.isInconclusive {
        guard case .inconclusive(let reason, _) = check.outcome else { continue }
        let member = InconclusiveCause.Member(row: row, index: index, check: check)
        if let known = causes.firstIndex(where: { $0.reason == reason }) {
          causes[known].members.append(member)
        } else {
          causes.append(InconclusiveCause(reason: reason, members: [member]))
        }
      }
    }
    return causes
  }

  /// The checks that `problem` makes inconclusive: its message is their reason.
  func cause(_ problem: Problem) -> InconclusiveCause? { causes.first { problem.gives($0.reason) } }
}

extension StageResult {
  /// Its name as reports show it.
  var title: String { index == nil ? "whole run" : name.visible }
}
