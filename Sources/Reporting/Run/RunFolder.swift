internal import Diagnostics
package import Verification

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// `Reports/<scenario>/<run id>/`, where a run leaves what it found.
package struct RunFolder: Sendable, Equatable {
  /// Without a slash at the end.
  package let path: String
  private let runID: String
  private let scenarioPath: String

  /// Makes the folder and checks that it can be written to, before anything is sent: without its reports a run is
  /// worth nothing.
  package init(root: String = "Reports", scenario: String, runID: String) throws(FileError) {
    scenarioPath = "\(root)/\(Self.component(scenario))"
    path = "\(scenarioPath)/\(Self.component(runID))"
    self.runID = runID
    try Self.makeDirectories(path)
    let probe = "\(path)/.probe"
    try AtomicFile.write("can this be written?\n", to: probe)
    guard unlink(probe) == 0 else { throw .last(probe) }
  }

  /// Where a run would write; makes nothing.
  package init(planned root: String, scenario: String) {
    scenarioPath = "\(root)/\(Self.component(scenario))"
    runID = "<run id>"
    path = "\(scenarioPath)/\(runID)"
  }

  package func path(of report: ReportFile) -> String { "\(path)/\(report.name)" }
  package var clientLog: String { "\(path)/client.log" }
  /// Names the newest run; not a link, through which CI systems would count everything twice.
  package var latest: String { "\(scenarioPath)/latest.txt" }
  /// Everything that a run leaves in the folder.
  package var files: [String] { ReportFile.all.map(path) + [clientLog] }

  /// Writes every report, and returns what could not be written; one that cannot does not keep the others from it.
  package func write(_ result: RunResult) -> [FileError] {
    let reports = ReportFile.all.compactMap { report in
      failure { () throws(FileError) in
        try AtomicFile.write(Self.bytes(of: report, result, for: path(of: report)), to: path(of: report))
      }
    }
    let name = failure { () throws(FileError) in try AtomicFile.write("\(runID)\n", to: latest) }
    return reports + [name].compactMap { $0 }
  }

  private func failure(of write: () throws(FileError) -> Void) -> FileError? {
    do throws(FileError) {
      try write()
      return nil
    } catch {
      return error
    }
  }

  private static func bytes(
    of report: ReportFile, _ result: RunResult, for path: String
  ) throws(FileError) -> [UInt8] {
    do throws(RunJSON.Failure) {
      return try report.bytes(result)
    } catch {
      throw FileError(path: path, code: nil, reason: error.message)
    }
  }

  private static func makeDirectories(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "" : "."
    for component in path.split(separator: "/") {
      made += "/\(component)"
      // Another run may make it at the same time; that it is a directory shows when the probe is written.
      guard mkdir(made, 0o777) == 0 || errno == EEXIST || errno == EISDIR else { throw .last(made) }
    }
  }

  /// A name from a file may not lead out of the folder.
  private static func component(_ name: String) -> String {
    let flat = name.visible.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "_")
    return flat.isEmpty || flat.allSatisfy({ $0 == "." }) ? "_" : flat
  }
}
