internal import Reporting

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Finds the `stages.csv` that an argument means: a file itself; of a folder every one below it, in order of their paths; of a pattern
/// the files and folders that fit. Hidden folders, and those of runs that are not the folder's own, are left out unless the argument
/// names them. A file or folder that is reached twice, also by a link, counts once.
struct ReportSearch {
  /// A file or a folder, whatever its path.
  private struct Identity: Hashable {
    var device: UInt64
    var node: UInt64
  }

  /// The folder of the runs that are not counted.
  static let warmUp = "warm-up"
  /// The folder of the other side's runs.
  static let against = "against"
  private let limit: Int
  private var seen: Set<Identity> = []

  /// `limit` is the most files and folders.
  init(limit: Int = 100_000) { self.limit = limit }

  mutating func files(_ argument: String) throws(ReportInputError) -> [String] {
    var hasReports = false
    var files: [String] = []
    switch Self.kind(argument) {
    case .file?:
      if let csv = Self.csv(insteadOf: argument) { throw .notStages(path: argument, csv: csv) }
      hasReports = true
      if try isFirst(argument, of: argument) { files.append(argument) }
    case .folder?: hasReports = try walk(argument, of: argument, to: &files)
    case nil:
      guard Self.isPattern(argument) else { throw .unreadable(Self.missing(argument)) }
      let places = try PathPattern(argument, limit: limit).places()
      guard !places.isEmpty else { throw .noMatch(pattern: argument) }
      for place in places {
        switch Self.kind(place) {
        case .folder?: hasReports = try walk(place, of: argument, to: &files) || hasReports
        case .file? where Self.mayBeRows(place):
          hasReports = true
          if try isFirst(place, of: argument) { files.append(place) }
        case .file?, nil: break
        }
      }
    }
    guard hasReports else { throw .noReports(argument) }
    return files
  }

  /// Adds what is below a folder, and returns whether there was anything, read before or not.
  private mutating func walk(
    _ folder: String, of argument: String, to files: inout [String]
  ) throws(ReportInputError) -> Bool {
    var hasReports = false
    var folders = [folder]
    while let folder = folders.popLast() {
      guard try isFirst(folder, of: argument) else {
        hasReports = true
        continue
      }
      var below: [String] = []
      for name in try FolderListing.names(in: folder) {
        let path = FolderListing.path(name, in: folder)
        switch Self.kind(path) {
        case .folder? where !Self.isLeftOut(name, in: folder): below.append(path)
        case .file? where name == ReportFile.stages.name:
          hasReports = true
          if try isFirst(path, of: argument) { files.append(path) }
        case .folder?, .file?, nil: break
        }
      }
      folders += below.reversed()
    }
    return hasReports
  }

  private mutating func isFirst(_ path: String, of argument: String) throws(ReportInputError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let isFirst = seen.insert(Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))).inserted
    guard seen.count <= limit else { throw .tooManyFiles(argument, limit: limit) }
    return isFirst
  }

  /// A scenario may have such a name: its folder names the newest run.
  static func isLeftOut(_ name: String, in folder: String) -> Bool {
    guard name == warmUp || name == against else { return false }
    return !InputFile.exists(FolderListing.path("\(name)/\(RunFolder.latestName)", in: folder))
  }

  private enum Kind {
    case file, folder
  }

  /// Nil for what is not there, or is behind a link that leads nowhere. A pipe is read like a file.
  private static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  private static func missing(_ path: String) -> InputFileError {
    let code = errno
    return InputFileError(path: path, reason: String(cString: strerror(code == 0 ? ENOENT : code)), isMissing: true)
  }

  static func name(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }

  private static func isPattern(_ argument: String) -> Bool { argument.contains { "*?[".contains($0) } }

  /// The file to name instead of another one of a run's folder.
  private static func csv(insteadOf path: String) -> String? {
    let name = name(of: path)
    guard name != ReportFile.stages.name, ReportFile.all.contains(where: { $0.name == name }) else { return nil }
    return path.dropLast(name.count) + ReportFile.stages.name
  }

  /// True for a file that a pattern may mean: of a run's folder one alone.
  private static func mayBeRows(_ path: String) -> Bool { path.hasSuffix(".csv") && csv(insteadOf: path) == nil }
}
