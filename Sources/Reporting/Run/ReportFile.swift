internal import Verification

/// A file that is made from the result of a run, and written into its folder. A new report is a line here.
package struct ReportFile: Sendable {
  /// In the run's folder.
  package let name: String
  let bytes: @Sendable (RunResult) throws(RunJSON.Failure) -> [UInt8]

  /// In the order in which they are written and shown: `run.json` comes first, because the others can be made from it.
  package static let all = [run, junit, stages, seconds]

  package static let run = Self(name: "run.json") { result throws(RunJSON.Failure) in try RunJSON.bytes(result) }
  package static let junit = Self(name: "junit.xml") { Array(JUnitReport.text($0).utf8) }
  package static let stages = Self(name: "stages.csv") { Array(StagesCSV.text($0).utf8) }
  package static let seconds = Self(name: "timeseries.csv") { Array(TimeSeriesCSV.text($0).utf8) }
}
