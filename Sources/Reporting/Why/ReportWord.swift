internal import Scenarios

/// A word of the reports that is neither a count, a measurement, a code nor an exit code, with its explanation.
package struct ReportWord: Sendable {
  /// Where reports have it.
  enum Place: Sendable {
    case column, second, place, console, reason, setting
  }

  let place: Place
  /// As reports have it: `seed`, `held`, `INVALID_TIMESTAMP`, `batch.size`.
  let name: String
  /// Other ways to write it, and words that share its page.
  let others: [String]
  let explanation: Explanation

  /// Every one of them.
  static let all =
    runColumns + stageColumns + secondColumns + systemWords + consoleWords + comparisonWords + lastLineWords + reasons
    + settings

  static func column(_ name: String, also others: [String] = [], _ explanation: Explanation) -> Self {
    Self(place: .column, name: name, others: others, explanation: explanation)
  }

  static func second(_ name: String, also others: [String] = [], _ explanation: Explanation) -> Self {
    Self(place: .second, name: name, others: others, explanation: explanation)
  }

  static func place(_ name: String, also others: [String] = [], _ explanation: Explanation) -> Self {
    Self(place: .place, name: name, others: others, explanation: explanation)
  }

  static func console(_ name: String, also others: [String] = [], _ explanation: Explanation) -> Self {
    Self(place: .console, name: name, others: others, explanation: explanation)
  }

  static func reason(_ name: String, also others: [String] = [], _ explanation: Explanation) -> Self {
    Self(place: .reason, name: name, others: others, explanation: explanation)
  }

  static func setting(_ name: String, also others: [String] = [], _ explanation: Explanation) -> Self {
    Self(place: .setting, name: name, others: others, explanation: explanation)
  }

  /// Where it is met and how it counts, in one sentence.
  var bearing: String {
    switch place {
    case .column: "A column of stages.csv and a field of run.json. No expectation can be stated on it."
    case .second: "A column of timeseries.csv. No expectation can be stated on it."
    case .place:
      "A word of sinks.csv, groups.csv or actions.csv, and of the console. No expectation can be stated on it."
    case .console: "A word of the console."
    case .reason:
      "A reason for which messages were rejected. An expectation on rejected that is broken: exit code 11, or 20 where all reasons "
        + "are about the connection or about permissions."
    case .setting: "A setting that messages and reports name."
    }
  }
}

/// No two have the same name.
extension ReportWord: Hashable {
  package static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
