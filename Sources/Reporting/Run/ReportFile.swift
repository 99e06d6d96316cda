package import Scenarios
internal import Verification

/// A file that is made from the result of a run, and written into its folder. A new report is a line here.
package struct ReportFile: Sendable {
  /// Something that a scenario can have: a file about it is made only where it has.
  package enum Part: Sendable {
    case sinks, groups, actions
  }

  /// In the run's folder.
  package let name: String
  /// One of these is needed; a file that needs none is always made.
  private let parts: Set<Part>
  let bytes: @Sendable (RunResult) throws(RunJSON.Failure) -> [UInt8]

  private init(
    name: String, of parts: Set<Part> = [], bytes: @escaping @Sendable (RunResult) throws(RunJSON.Failure) -> [UInt8]
  ) {
    self.name = name
    self.parts = parts
    self.bytes = bytes
  }

  /// True for a file that a run with these parts leaves.
  func isMade(with parts: Set<Part>) -> Bool { self.parts.isEmpty || !self.parts.isDisjoint(with: parts) }

  /// In the order in which they are written and shown: `run.json` comes first, because the others can be made from it.
  package static let all = [run, junit, stages, seconds, sinks, sinkSeconds, groups, actions]

  package static let run = Self(name: "run.json") { result throws(RunJSON.Failure) in try RunJSON.bytes(result) }
  package static let junit = Self(name: "junit.xml") { Array(JUnitReport.text($0).utf8) }
  package static let stages = Self(name: "stages.csv") { Array(StagesCSV.text($0).utf8) }
  package static let seconds = Self(name: "timeseries.csv") { Array(TimeSeriesCSV.text($0).utf8) }
  package static let sinks = Self(name: "sinks.csv", of: [.sinks]) { Array(SinksCSV.text($0).utf8) }
  package static let sinkSeconds = Self(name: "sinks-timeseries.csv", of: [.sinks, .groups]) {
    Array(SinkSecondsCSV.text($0).utf8)
  }
  package static let groups = Self(name: "groups.csv", of: [.groups]) { Array(GroupsCSV.text($0).utf8) }
  package static let actions = Self(name: "actions.csv", of: [.actions]) { Array(ActionsCSV.text($0).utf8) }
}

extension Scenario {
  /// Its parts, of those that have files of their own.
  package var reportedParts: Set<ReportFile.Part> {
    ReportFile.parts(sinks: !sinks.isEmpty, groups: !groups.isEmpty, actions: !actions.isEmpty)
  }
}

extension RunResult {
  var reportedParts: Set<ReportFile.Part> {
    ReportFile.parts(
      sinks: sinks?.isEmpty == false, groups: groups?.isEmpty == false, actions: actions?.isEmpty == false)
  }
}

extension ReportFile {
  fileprivate static func parts(sinks: Bool, groups: Bool, actions: Bool) -> Set<Part> {
    var parts: Set<Part> = []
    if sinks { parts.insert(.sinks) }
    if groups { parts.insert(.groups) }
    if actions { parts.insert(.actions) }
    return parts
  }
}
