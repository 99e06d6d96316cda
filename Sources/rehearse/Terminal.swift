import Glibc
internal import Verification

/// Standard output or standard error, unbuffered; `write` writes everything and reports the outcome.
struct Terminal: Sendable {
  static let output = Terminal(descriptor: STDOUT_FILENO)
  static let errors = Terminal(descriptor: STDERR_FILENO)

  enum Outcome: Equatable {
    case written
    /// The reader has closed the pipe, as `head` does; this is not an error.
    case readerGone
    /// A failure, with the C error number: a full disk, a closed descriptor.
    case failed(Int32)
  }

  let descriptor: Int32

  /// True for a terminal, false for a file or a pipe.
  var isInteractive: Bool { isatty(descriptor) == 1 }

  /// Must be called before the first write: otherwise a closed pipe, or a file that grows beyond its limit (`ulimit -f`), ends the
  /// process by a signal, in the middle of a run. The write fails instead.
  static func ignoreSignalsOfWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Must be called before anything is opened: a standard descriptor that is closed would become that of the next file or socket, and
  /// results would be written into it. Writing to it fails instead.
  static func occupyClosedDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all of `text`, however few bytes a call takes, even if the parent process has made the descriptor non-blocking.
  @discardableResult
  func write(_ text: String) -> Outcome {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes all of `bytes`.
  @discardableResult
  func write(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    var rest = bytes[...]
    while !rest.isEmpty {
      let taken = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if taken >= 0 {
        rest = rest.dropFirst(taken)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilWritable()
      case EPIPE: return .readerGone
      case let code: return .failed(code)
      }
    }
    return .written
  }

  /// Writes a line if that is possible without waiting; a pipe that takes anything takes a short line whole.
  func writeIfReady(_ text: String) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    if poll(&request, 1, 0) > 0 { write(text) }
  }

  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}

extension Terminal {
  /// Writes a command's result to standard output; prints a message and returns its code if that fails, as in
  /// `rehearse help > /dev/full`.
  static func print(_ text: String) -> ExitCode {
    var text = text
    return text.withUTF8 { exit(after: output.write(UnsafeRawBufferPointer($0))) }
  }

  /// Writes bytes of a command's result; `isOpen` if more can be written.
  static func print(_ bytes: [UInt8]) -> (exit: ExitCode, isOpen: Bool) {
    let outcome = bytes.withUnsafeBytes { output.write($0) }
    return (exit(after: outcome), outcome == .written)
  }

  private static func exit(after outcome: Outcome) -> ExitCode {
    switch outcome {
    case .written, .readerGone: return .passed
    case .failed(let code):
      errors.write("rehearse: cannot write to standard output: \(String(cString: strerror(code)))\n")
      return .unwritableReport
    }
  }
}
