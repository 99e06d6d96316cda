import Glibc
import Testing

@testable import rehearse

@Suite struct TerminalTests {
  @Test func writesMoreThanAPipeHoldsAlsoWhereItIsNonBlocking() throws {
    let pipe = try Pipe()
    _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)
    let text = String(repeating: "ä line of text\n", count: 40_000)
    let reader = Reader(pipe.reading)
    #expect(Terminal(descriptor: pipe.writing).write(text) == .written)
    close(pipe.writing)
    #expect(reader.wait() == text.utf8.count)
    close(pipe.reading)
  }

  @Test func aClosedPipeIsNotAFailure() throws {
    Terminal.ignoreSignalsOfWrites()
    let pipe = try Pipe()
    close(pipe.reading)
    #expect(Terminal(descriptor: pipe.writing).write("text") == .readerGone)
    close(pipe.writing)
  }

  @Test func aFullDiskIsAFailure() throws {
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    #expect(Terminal(descriptor: full).write("text") == .failed(ENOSPC))
    close(full)
  }

  @Test func nothingIsWrittenForAnEmptyText() {
    #expect(Terminal(descriptor: -1).write("") == .written)
  }
}

private struct Pipe {
  var reading: Int32
  var writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }
}

/// Reads a descriptor to its end on a thread of its own and counts the bytes.
private final class Reader: @unchecked Sendable {
  // Only the thread writes it until `wait` has joined it.
  private var count = 0
  private let descriptor: Int32
  private var thread = pthread_t()

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Reader>.fromOpaque(context).takeUnretainedValue().readToTheEnd() }
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func readToTheEnd() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let taken = read(descriptor, &buffer, buffer.count)
      if taken <= 0 { return }
      count += taken
    }
  }

  func wait() -> Int {
    pthread_join(thread, nil)
    return count
  }
}
