#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file that must not exist yet.
package enum NewFile {
  package enum Outcome: Sendable, Equatable {
    case written
    /// The path exists already; nothing was changed.
    case exists
    case failed(reason: String)
  }

  package static func write(_ text: String, to path: String) -> Outcome {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return errno == EEXIST ? .exists : .failed(reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.put($0, to: descriptor) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        // A part of a scenario would be taken for all of it.
        unlink(path)
        return .failed(reason: reason)
      }
    }
    return .written
  }

  private static func put(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
