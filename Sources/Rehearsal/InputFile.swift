#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that cannot be read, with the system's reason.
package struct InputFileError: Error, Sendable, Equatable {
  package var path: String
  package var reason: String
  /// True if the file does not exist, false if it cannot be read.
  package var isMissing: Bool
}

/// A file that the command line or a scenario names.
package enum InputFile {
  /// The content, at most `limit` bytes and one more, by which the caller recognises a file that is too long.
  package static func read(_ path: String, limit: Int = 4 << 20) throws(InputFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw last(path) }
    defer { close(descriptor) }
    return try read(descriptor, of: path, limit: limit)
  }

  /// The content of a regular file that a scenario names; a pipe without a writer, for example, is refused and not waited for.
  package static func readRegular(_ path: String, limit: Int = 4 << 20) throws(InputFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw last(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return try read(descriptor, of: path, limit: limit)
    case S_IFDIR: throw InputFileError(path: path, reason: "Is a directory", isMissing: false)
    default: throw InputFileError(path: path, reason: "not a regular file", isMissing: false)
    }
  }

  package static func readStandardInput(limit: Int = 4 << 20) throws(InputFileError) -> [UInt8] {
    try read(STDIN_FILENO, of: "-", limit: limit)
  }

  private static func read(_ descriptor: Int32, of path: String, limit: Int) throws(InputFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // A file that grows meanwhile, and one that is not a regular file, is read in parts.
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

  /// Bytes of a regular file; nil for anything else.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// True for a file or folder that is there.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// The permissions of a file; nil if it is not there.
  static func mode(_ path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt32(status.st_mode) & 0o777 : nil
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

  private static func last(_ path: String) -> InputFileError {
    let code = errno
    return InputFileError(
      path: path, reason: String(cString: strerror(code)), isMissing: code == ENOENT || code == ENOTDIR)
  }
}
