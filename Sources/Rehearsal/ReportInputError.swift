internal import Diagnostics
package import Reporting
package import Verification

/// An argument that names reports, and cannot be read.
package enum ReportInputError: Error, Sendable, Equatable {
  case unreadable(InputFileError)
  /// The argument has the signs of a pattern, and nothing fits it.
  case noMatch(pattern: String)
  /// A folder, or folders that fit a pattern, without a report.
  case noReports(String)
  /// Another file of a run's folder; `csv` is the one to name.
  case notStages(path: String, csv: String)
  case tooManyFiles(String, limit: Int)
  case tooLarge(path: String, limit: Int)
  case malformed(path: String, StageRecordError)

  /// One sentence, lower case.
  package var message: String {
    switch self {
    case .unreadable(let error): "\(error.path.visible): \(error.reason)"
    case .noMatch(let pattern): "no file or folder fits \(quoted(pattern.visible)); check it with ls"
    case .noReports(let argument):
      "no \(ReportFile.stages.name) in \(quoted(argument.visible)) or in a folder below it; name the folder of a run, a folder of "
        + "them, or a CSV file"
    case .notStages(let path, let csv): "\(path.visible) holds no stages; name \(csv.visible), or the folder"
    case .tooManyFiles(let argument, let limit):
      "\(quoted(argument.visible)) has more than \(limit) files and folders; name less of it"
    case .tooLarge(let path, let limit): "\(path.visible) has more than \(limit >> 20) MiB; split it"
    case .malformed(let path, let error): error.message(in: path)
    }
  }

  package var exit: ExitCode {
    switch self {
    case .unreadable, .noMatch, .noReports: .missingFile
    case .notStages, .tooManyFiles, .tooLarge, .malformed: .invalidInput
    }
  }
}
