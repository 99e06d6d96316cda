#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An open descriptor of this process's own, which no program that it starts inherits.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// The same, with a number above those of the standard streams.
  static func above2(_ descriptor: consuming Descriptor) throws(CommandError) -> Descriptor {
    guard descriptor.number <= 2 else { return descriptor }
    let number = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 3)
    guard number >= 0 else { throw .systemError(errno: errno) }
    return Descriptor(number)
  }
}

/// Both ends of a pipe: the one to read from never blocks.
struct Pipe: ~Copyable {
  let reading: Descriptor
  let writing: Descriptor

  private init(reading: consuming Descriptor, writing: consuming Descriptor) {
    self.reading = reading
    self.writing = writing
  }

  static func new() throws(CommandError) -> Pipe {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .systemError(errno: errno) }
    let first = Descriptor(ends[0])
    let second = Descriptor(ends[1])
    // This process may have been started without standard streams: their numbers are those of the command's.
    let reading = try Descriptor.above2(first)
    let writing = try Descriptor.above2(second)
    for end in [reading.number, writing.number] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(reading.number, F_SETFL, O_NONBLOCK)
    return Pipe(reading: reading, writing: writing)
  }
}
