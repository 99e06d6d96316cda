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
  private let root: String
  private let scenario: String
  private var scenarioPath: String { "\(root)/\(scenario)" }

  /// Makes the folder and checks that it can be written to, before anything is sent: without its reports a run is
  /// worth nothing.
  package init(root: String = "Reports", scenario: String, runID: String) throws(FileError) {
    self.root = root
    self.scenario = Self.component(scenario)
    self.runID = runID
    path = "\(root)/\(self.scenario)/\(Self.component(runID))"
    let folders = try ReportDirectory(root: root, makes: true).folder(self.scenario, makes: true)
    try folders.refuseLink(Self.latestName)
    let folder = try folders.folder(Self.component(runID), makes: true)
    try AtomicFile.write(Array("can this be written?\n".utf8), to: ".probe", in: folder)
    guard folder.remove(".probe") else { throw .last("\(path)/.probe") }
  }

  /// Where a run would write; makes nothing.
  package init(planned root: String, scenario: String) {
    self.root = root
    self.scenario = Self.component(scenario)
    runID = "<run id>"
    path = "\(root)/\(self.scenario)/\(runID)"
  }

  package func path(of report: ReportFile) -> String { "\(path)/\(report.name)" }
  package var clientLog: String { "\(path)/client.log" }
  /// Names the newest run; not a link, through which CI systems would count everything twice.
  package var latest: String { "\(scenarioPath)/\(Self.latestName)" }
  package static let latestName = "latest.txt"
  /// Everything that a run may leave in the folder.
  package var files: [String] { ReportFile.all.map(path) + [clientLog] }

  /// The files that the run of a scenario with these parts leaves in the folder.
  package func files(with parts: Set<ReportFile.Part>) -> [String] {
    ReportFile.all.filter { $0.isMade(with: parts) }.map(path) + [clientLog]
  }

  /// Writes every report, and returns what could not be written; one that cannot does not keep the others from it.
  package func write(_ result: RunResult) -> [FileError] {
    let reports = ReportFile.all.filter { $0.isMade(with: result.reportedParts) }.compactMap { report in
      failure { () throws(FileError) in
        let bytes = try Self.bytes(of: report, result, for: path(of: report))
        try AtomicFile.write(bytes, to: report.name, in: opened())
      }
    }
    let name = failure { () throws(FileError) in
      try AtomicFile.write(Array("\(runID)\n".utf8), to: Self.latestName, in: openedParent())
    }
    return reports + [name].compactMap { $0 }
  }

  /// A new `client.log` to append to; the descriptor is the caller's.
  package func newClientLog() throws(FileError) -> Int32 {
    try opened().newFile("client.log", for: clientLog)
  }

  /// The folder as it is now: it may have been replaced since the run began.
  private func opened() throws(FileError) -> ReportDirectory {
    try openedParent().folder(Self.component(runID), makes: false)
  }

  private func openedParent() throws(FileError) -> ReportDirectory {
    try ReportDirectory(root: root, makes: false).folder(scenario, makes: false)
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

  /// A name from a file may not lead out of the folder.
  private static func component(_ name: String) -> String {
    let flat = name.visible.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "_")
    return flat.isEmpty || flat.allSatisfy({ $0 == "." }) ? "_" : flat
  }
}
