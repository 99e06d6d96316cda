import Glibc
internal import Verification

/// Standard output or standard error: bytes go out at once and whole, and what became of them is told.
struct Terminal: Sendable {
  static let output = Terminal(descriptor: STDOUT_FILENO)
  static let errors = Terminal(descriptor: STDERR_FILENO)

  enum Outcome: Equatable {
    case written
    /// Whoever read has closed the pipe, as `head` does: there is nobody left to tell, and nothing went wrong.
    case readerGone
    /// With the C error number: a full disk, a closed descriptor.
    case failed(Int32)
  }

  let descriptor: Int32

  /// To be called before the first write: without it a closed pipe ends the process by a signal, in the middle of a run.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Writes all of `text`, however few bytes a call takes, also to a descriptor that somebody has made non-blocking.
  @discardableResult
  func write(_ text: String) -> Outcome {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// The same of bytes.
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

  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}

extension Terminal {
  /// Writes what was asked for, and says so where it could not be written: `rehearse help > /dev/full` is no success.
  static func tell(_ text: String) -> ExitCode {
    var text = text
    return text.withUTF8 { tell(output.write(UnsafeRawBufferPointer($0))) }
  }

  /// The same of bytes; `isOpen` where more can be written.
  static func tell(_ bytes: [UInt8]) -> (exit: ExitCode, isOpen: Bool) {
    let outcome = bytes.withUnsafeBytes { output.write($0) }
    return (tell(outcome), outcome == .written)
  }

  private static func tell(_ outcome: Outcome) -> ExitCode {
    switch outcome {
    case .written, .readerGone: return .passed
    case .failed(let code):
      errors.write("rehearse: cannot write to standard output: \(String(cString: strerror(code)))\n")
      return .unwritableReport
    }
  }
}
