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
    let (directory, name) = split(path)
    let temporary = "\(directory)/.\(name).\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
    do throws(FileError) {
      try create(temporary, holding: bytes, for: path)
      guard rename(temporary, path) == 0 else { throw .last(path) }
    } catch {
      unlink(temporary)
      throw error
    }
    try syncDirectory(directory)
  }

  package static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// Errors name `path`, which the reader knows, not the temporary file.
  private static func create(_ temporary: String, holding bytes: [UInt8], for path: String) throws(FileError) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last(path) }
    do throws(FileError) {
      try write(bytes, to: descriptor, of: path)
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

  private static func write(_ bytes: [UInt8], to descriptor: Int32, of path: String) throws(FileError) {
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

  /// Makes the rename itself survive a power cut.
  private static func syncDirectory(_ directory: String) throws(FileError) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(directory) }
    defer { close(descriptor) }
    // Some network and FUSE file systems cannot sync a directory; the file itself is there.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last(directory) }
  }

  /// Exists, and is neither a file nor a directory.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  private static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let directory = String(path[..<slash])
    return (directory.isEmpty ? "/" : directory, String(path[path.index(after: slash)...]))
  }
}
