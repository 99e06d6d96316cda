#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that somebody names on the command line.
package struct InputFile: Sendable {
  package struct Failure: Error, Sendable, Equatable {
    package var path: String
    package var reason: String
    /// It is not there, as opposed to not readable.
    package var isMissing: Bool
  }

  /// Reads at most `limit` bytes and one, so that a file that is too long shows as such.
  package static func read(_ path: String, limit: Int = 4 << 20) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw last(path) }
    defer { close(descriptor) }
    return try read(descriptor, of: path, limit: limit)
  }

  /// The same of a file that a scenario names: what is no file, such as a pipe that nobody writes to, is not waited for.
  package static func readRegular(_ path: String, limit: Int = 4 << 20) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw last(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return try read(descriptor, of: path, limit: limit)
    case S_IFDIR: throw Failure(path: path, reason: "Is a directory", isMissing: false)
    default: throw Failure(path: path, reason: "it is no file", isMissing: false)
    }
  }

  package static func readStandardInput(limit: Int = 4 << 20) throws(Failure) -> [UInt8] {
    try read(STDIN_FILENO, of: "-", limit: limit)
  }

  private static func read(_ descriptor: Int32, of path: String, limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // A file that grows meanwhile, and what is no file, is read in parts.
    let size = size(descriptor) ?? 0
    bytes.reserveCapacity(min(size, limit) + 1)
    while bytes.count <= limit {
      let wanted = min(max(65_536, min(size, 1 << 20)), limit + 1 - bytes.count)
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
        count = Self.fill(descriptor, buffer)
        initialized = max(count, 0)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw last(path)
      }
      if count == 0 { break }
      bytes += part
    }
    return bytes
  }

  /// Bytes of a file; nil where it is none, or not there.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  private static func size(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  private static func fill(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func last(_ path: String) -> Failure {
    let code = errno
    return Failure(path: path, reason: String(cString: strerror(code)), isMissing: code == ENOENT || code == ENOTDIR)
  }
}
