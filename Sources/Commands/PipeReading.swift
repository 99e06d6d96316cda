#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The bytes read from a pipe, as many as are kept.
struct PipeReading {
  enum Kept {
    case first(Int)
    case last(Int)
  }

  /// Minus one once the pipe has ended, which `poll` passes over.
  private(set) var descriptor: Int32
  private(set) var bytes: [UInt8] = []
  private(set) var isBeyondLimit = false
  private let kept: Kept

  init(_ descriptor: Int32, keeping kept: Kept) {
    self.descriptor = descriptor
    self.kept = kept
  }

  /// Bytes read at once.
  private static let piece = 16 << 10
  /// Bytes read behind a command's end: more than a pipe holds is printed by a process that it left.
  private static let drained = 1 << 20

  /// Reads a piece; false if there is none.
  mutating func read() -> Bool {
    guard descriptor >= 0 else { return false }
    let piece = [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, count in
      var got = Self.read(descriptor, into: buffer)
      while got < 0, errno == EINTR { got = Self.read(descriptor, into: buffer) }
      if got == 0 || (got < 0 && errno != EAGAIN) { descriptor = -1 }
      count = max(got, 0)
    }
    keep(piece)
    return !piece.isEmpty
  }

  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// The bytes that are kept, which are not kept any longer.
  mutating func taken() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Reads what is in the pipe, without waiting for more.
  mutating func drain() {
    var count = 0
    while count < Self.drained, read() { count += Self.piece }
  }

  private mutating func keep(_ piece: [UInt8]) {
    switch kept {
    case .first(let limit):
      isBeyondLimit = isBeyondLimit || piece.count > limit - bytes.count
      if !isBeyondLimit { bytes += piece }
    case .last(let limit):
      bytes += piece
      if bytes.count > limit { bytes.removeFirst(bytes.count - limit) }
    }
  }
}

/// The waits for output, which grow while there is none.
struct Pace {
  private var milliseconds: Int32 = 1
  private static let longest: Int32 = 16

  /// Waits until one of both can be read or has ended, and reads a piece of each.
  mutating func wait(_ output: inout PipeReading, _ errors: inout PipeReading) {
    let open = (output.descriptor >= 0, errors.descriptor >= 0)
    var waits = [
      pollfd(fd: output.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waits, nfds_t(waits.count), milliseconds)
    let isRead = [output.read(), errors.read()].contains(true)
    // The end of a pipe comes with the end of the process.
    let isNew = isRead || open != (output.descriptor >= 0, errors.descriptor >= 0)
    milliseconds = isNew ? 1 : min(milliseconds * 2, Self.longest)
  }
}
