internal import Verification

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The file for offsets of the ledger that are too many for memory. It is made when first needed, and removed from its folder
/// while it is in use, so that nothing of it is left however the process ends.
///
/// `@unchecked Sendable`: used by the reader's queue alone.
package final class WorkFile: @unchecked Sendable {
  private let path: String
  private var descriptor: Int32 = -1
  private var end = 0

  package init(path: String) { self.path = path }

  deinit { if descriptor >= 0 { Self.shut(descriptor) } }

  private static func shut(_ descriptor: Int32) { close(descriptor) }

  /// Appends a chunk; one that cannot be written is kept in memory by the ledger.
  func write(_ bytes: [UInt8]) throws -> OffsetLog.Extent {
    if descriptor < 0 {
      descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw WorkFileError(path: path, code: errno) }
      unlink(path)
    }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, off_t(end + done))
      }
      if count > 0 { done += count } else if errno != EINTR { throw WorkFileError(path: path, code: errno) }
    }
    defer { end += bytes.count }
    return OffsetLog.Extent(position: end, count: bytes.count)
  }

  func read(_ extent: OffsetLog.Extent) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: extent.count)
    var done = 0
    while done < extent.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: done), extent.count - done, off_t(extent.position + done))
      }
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        throw WorkFileError(path: path, code: count == 0 ? EIO : errno)
      }
    }
    return bytes
  }
}
