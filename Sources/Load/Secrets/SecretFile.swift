#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that holds a secret.
enum SecretFile {
  /// Its bytes, at most one more than a secret may have, and its mode where others can read it.
  static func read(_ path: String) throws(SecretError.Reason) -> (bytes: [UInt8], readableMode: UInt32?) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw last(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .unreadable(path: path, reason: "Is a directory")
    default: throw .unreadable(path: path, reason: "not a regular file")
    }
    let mode = UInt32(status.st_mode & 0o777)
    guard mode & 0o022 == 0 else { throw .writable(path: path, mode: mode) }
    let isReadable = mode & 0o004 != 0 && !isMounted(path)
    return (try bytes(descriptor, of: path), isReadable ? mode : nil)
  }

  private static func bytes(_ descriptor: Int32, of path: String) throws(SecretError.Reason) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count <= SecretValue.longest {
      var count = 0
      let part = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, initialized in
        count = fill(descriptor, buffer)
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

  private static func fill(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// True where container platforms mount secrets: readable for each user of the container, of which there is one.
  private static func isMounted(_ path: String) -> Bool {
    guard let resolved = realpath(path, nil) else { return false }
    defer { free(resolved) }
    let place = String(cString: resolved)
    return ["/run/secrets/", "/var/run/secrets/"].contains(where: place.hasPrefix)
  }

  private static func last(_ path: String) -> SecretError.Reason {
    let code = errno
    return .unreadable(path: path, reason: String(cString: strerror(code)))
  }
}
