#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A regular file, open to be read and appended to, of which this process has the lock.
///
/// The lock is on the file itself, so that no second file is left behind. Because a file may be replaced while a process waits for its
/// lock, the lock counts only where the path still names the file that is locked.
struct LockedFile: ~Copyable {
  let descriptor: Int32
  /// The path as the user named it, for messages.
  let path: String

  /// The time after which a lock that another process does not give back is an error: one is held for milliseconds.
  private static let patience = 30

  /// Opens the file, which is made if it is not there. A pipe or a device is refused: its rows could not be read back.
  init(_ path: String) throws(FileError) {
    self.path = path
    let end = Self.seconds() + Self.patience
    while true {
      try Self.refuseSpecial(path)
      let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o666)
      guard descriptor >= 0 else { throw .last(path) }
      do throws(FileError) {
        try Self.lock(descriptor, path, until: end)
        if try Self.isNamed(descriptor, by: path) {
          self.descriptor = descriptor
          return
        }
      } catch {
        close(descriptor)
        throw error
      }
      close(descriptor)
      try Self.wait(until: end, path)
    }
  }

  /// Gives the lock back, too.
  deinit { close(descriptor) }

  private static func refuseSpecial(_ path: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFDIR else {
      throw FileError(path: path, code: nil, reason: "rows are appended to a regular file only; choose another file")
    }
  }

  private static func lock(_ descriptor: Int32, _ path: String, until end: Int) throws(FileError) {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .last(path) }
      try wait(until: end, path)
    }
  }

  private static func wait(until end: Int, _ path: String) throws(FileError) {
    guard seconds() < end else {
      throw FileError(
        path: path, code: nil, reason: "other processes had it locked, or replaced it, for \(patience) s; end them")
    }
    _ = poll(nil, 0, 2)
  }

  /// On the clock that no setting of the time moves.
  private static func seconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }

  private static func isNamed(_ descriptor: Int32, by path: String) throws(FileError) -> Bool {
    var held = stat()
    var named = stat()
    guard fstat(descriptor, &held) == 0 else { throw .last(path) }
    return stat(path, &named) == 0 && held.st_dev == named.st_dev && held.st_ino == named.st_ino
  }

  func status() throws(FileError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last(path) }
    return status
  }

  /// The whole content, at most `limit` bytes.
  func bytes(atMost limit: Int) throws(FileError) -> [UInt8] {
    let size = Int(try status().st_size)
    guard size <= limit else {
      throw FileError(
        path: path, code: nil, reason: "it has more than \(limit >> 20) MiB, which is not read back; begin another file"
      )
    }
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      while initialized < size {
        let count = pread(
          descriptor, buffer.baseAddress.map { $0 + initialized }, size - initialized, off_t(initialized))
        if count > 0 {
          initialized += count
        } else if count == 0 || errno != EINTR {
          failure = count == 0 ? nil : .last(path)
          return
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
