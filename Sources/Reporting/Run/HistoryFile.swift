package import Verification

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A CSV file that keeps the rows of many runs. Several processes may append to it at once, and none loses a row: each has the file's
/// lock while it writes. Whatever fails, the file is as it was.
package struct HistoryFile: Sendable {
  package let path: String

  /// As many bytes as are read back.
  private static let limit = 256 << 20

  /// Makes the file if it is not there, and checks that rows fit behind what is in it: before anything is sent. An older header is
  /// extended now.
  package init(_ path: String) throws(FileError) {
    self.path = path
    try append([], checkingEveryRow: true)
  }

  /// Appends the rows of `stages.csv`. The file's ends are checked again: a run takes long, and others write to it.
  package func append(_ result: RunResult) throws(FileError) {
    try append(Array(StagesCSV.rows(result).utf8), checkingEveryRow: false)
  }

  private func append(_ rows: [UInt8], checkingEveryRow: Bool) throws(FileError) {
    let file = try LockedFile(path)
    let bytes = try file.bytes(atMost: Self.limit)
    let state: HistoryText.State
    do throws(HistoryText.Fault) {
      state = try HistoryText.state(of: bytes, header: StagesCSV.names, checkingEveryRow: checkingEveryRow)
    } catch {
      throw FileError(path: path, code: nil, reason: error.message)
    }
    switch state {
    case .empty:
      try add(Array(StagesCSV.header.utf8) + rows, to: file)
      // Makes a new name survive a power cut; the rows are written, whether or not the folder lets itself be synced.
      try? ReportDirectory(holding: path).sync()
    case .complete: try add(rows, to: file)
    case .withoutLineEnd: try add([UInt8(ascii: "\n")] + rows, to: file)
    case .extended(let extended): try replace(file, by: extended + rows)
    }
  }

  /// Appends with one write. What was written of it when the disk was full is taken away again.
  private func add(_ bytes: [UInt8], to file: borrowing LockedFile) throws(FileError) {
    guard !bytes.isEmpty else { return }
    let size = try file.status().st_size
    do throws(FileError) {
      try AtomicFile.write(bytes, to: file.descriptor, of: path)
      guard fsync(file.descriptor) == 0 else { throw .last(path) }
    } catch {
      _ = ftruncate(file.descriptor, size)
      throw error
    }
  }

  /// Puts another content in the file's place. A symbolic link stays, and so do the permissions. The lock is on the file that was
  /// replaced: whoever waits for it finds that the path names another.
  private func replace(_ file: borrowing LockedFile, by bytes: [UInt8]) throws(FileError) {
    guard let resolved = realpath(path, nil) else { throw .last(path) }
    defer { free(resolved) }
    try AtomicFile.replace(String(cString: resolved), by: bytes, like: file.status(), for: path)
  }
}
