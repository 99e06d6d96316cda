#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Files that exist completely or not at all: written beside their place, synced and renamed.
package enum AtomicFile {
  /// Replaces the file at `path`, or after an error leaves it untouched. A device or a pipe (`--junit /dev/stdout`) is written to
  /// as it is: a rename would put a file in its place.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if isSpecial(path) { return try writeThrough(bytes, to: path) }
    let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    try replace(name, in: ReportDirectory(holding: path), with: bytes, for: path)
  }

  /// Replaces a file of a folder of reports, but no symbolic link.
  static func write(_ bytes: [UInt8], to name: String, in directory: borrowing ReportDirectory) throws(FileError) {
    try directory.refuseLink(name)
    try replace(name, in: directory, with: bytes, for: "\(directory.path)/\(name)")
  }

  /// Replaces the file at `resolved`, a path without links, by one with the permissions of `old`, and with its owner where the system
  /// lets that be set. Errors name `path`.
  static func replace(_ resolved: String, by bytes: [UInt8], like old: stat, for path: String) throws(FileError) {
    let name = resolved.lastIndex(of: "/").map { String(resolved[resolved.index(after: $0)...]) } ?? resolved
    try replace(name, in: ReportDirectory(holding: resolved), with: bytes, like: old, for: path)
  }

  private static func replace(
    _ name: String, in directory: borrowing ReportDirectory, with bytes: [UInt8], like old: stat? = nil,
    for path: String
  ) throws(FileError) {
    let temporary = ".\(name).\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
    do throws(FileError) {
      try create(temporary, in: directory, holding: bytes, like: old, for: path)
      try directory.rename(temporary, to: name, for: path)
    } catch {
      _ = directory.remove(temporary)
      throw error
    }
    try directory.sync()
  }

  package static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// Errors name `path`, which the reader knows, not the temporary file.
  private static func create(
    _ temporary: String, in directory: borrowing ReportDirectory, holding bytes: [UInt8], like old: stat?,
    for path: String
  ) throws(FileError) {
    let descriptor = try directory.newFile(temporary, for: path)
    do throws(FileError) {
      try write(bytes, to: descriptor, of: path)
      if let old {
        // Before the permissions, which a change of the owner can take away.
        _ = fchown(descriptor, old.st_uid, old.st_gid)
        guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw .last(path) }
      }
      guard fsync(descriptor) == 0 else { throw .last(path) }
    } catch {
      close(descriptor)
      throw error
    }
    // Network file systems report a full disk only here.
    guard close(descriptor) == 0 else { throw .last(path) }
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(path) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, of: path)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, of path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        #else
          Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        #endif
      }
      if count < 0 {
        guard errno == EINTR else { throw .last(path) }
      } else {
        written += count
      }
    }
  }

  /// Exists, and is neither a file nor a directory.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }
}
