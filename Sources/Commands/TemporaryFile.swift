#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A file without a name, which is gone once no process has it open.
struct TemporaryFile: ~Copyable {
  private let descriptor: Descriptor

  /// Its descriptor, above 2.
  var number: Int32 { descriptor.number }

  private init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  /// Makes one in `TMPDIR` or `/tmp`, with these bytes, and its position at the first.
  static func new(_ bytes: [UInt8] = []) throws(CommandError) -> TemporaryFile {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var path = Array("\(folder.isEmpty ? "/tmp" : folder)/rehearse-XXXXXX".utf8CString)
    let made = mkstemp(&path)
    guard made >= 0 else { throw .systemError(errno: errno) }
    unlink(path)
    let descriptor = try Descriptor.above2(Descriptor(made))
    _ = fcntl(descriptor.number, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor.number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .systemError(errno: count < 0 ? errno : ENOSPC) }
      written += count
    }
    guard lseek(descriptor.number, 0, SEEK_SET) == 0 else { throw .systemError(errno: errno) }
    return TemporaryFile(descriptor)
  }

  /// Its last bytes, at most `limit`.
  func end(_ limit: Int) -> [UInt8] {
    var status = stat()
    guard fstat(number, &status) == 0 else { return [] }
    let from = max(Int(status.st_size) - limit, 0)
    return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let got = pread(number, buffer.baseAddress.map { $0 + count }, limit - count, off_t(from + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
  }
}
