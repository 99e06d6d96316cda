import Glibc
import TLS

/// Reads mutated truststores and keystores, each in bounded time and memory; `Scripts/fuzz-stores` runs it, part by part, so
/// that a crash is found with the bytes that caused it.
///
///     fuzz-stores SEED FIRST COUNT FILE…   mutations FIRST ..< FIRST + COUNT of the files
///     fuzz-stores SEED FIRST show FILE…    writes mutation FIRST to standard output and reads it
@main
enum FuzzStores {
  static func main() { exit(run(Array(CommandLine.arguments.dropFirst()))) }

  private static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count > 3, let seed = UInt64(arguments[0]), let first = UInt64(arguments[1]) else {
      print("usage: fuzz-stores SEED FIRST COUNT|show FILE…")
      return 64
    }
    let corpus = arguments.dropFirst(3).compactMap(contents)
    guard corpus.count == arguments.count - 3 else {
      print("fuzz-stores: a file cannot be read")
      return 66
    }
    guard let count = UInt64(arguments[2]) else {
      let mutation = StoreMutation(first, seed: seed, of: corpus)
      _ = write(1, mutation.bytes, mutation.bytes.count)
      _ = mutation.isRead()
      return 0
    }
    var slowest: (nanoseconds: UInt64, index: UInt64) = (0, first)
    var sound = 0
    // Each as it is, so that what OpenSSL and the allocator keep is there before memory is compared.
    for bytes in corpus { _ = StoreMutation(bytes, password: "changeit").isRead() }
    let settled = residentKilobytes()
    for index in first..<first + count {
      let mutation = StoreMutation(index, seed: seed, of: corpus)
      let start = processorNanoseconds()
      if mutation.isRead() { sound += 1 }
      let taken = processorNanoseconds() - start
      if taken > slowest.nanoseconds { slowest = (taken, index) }
    }
    let (milliseconds, grown) = (slowest.nanoseconds / 1_000_000, residentKilobytes() - settled)
    print(
      "first=\(first) count=\(count) sound=\(sound) slowest_ms=\(milliseconds) slowest=\(slowest.index) "
        + "rss_mb=\(residentKilobytes() / 1024) grown_kb=\(grown)")
    // Deriving a key may take 32 MB, which the allocator keeps.
    return milliseconds > 10_000 || grown > 40_960 ? 1 : 0
  }

  /// The time of the processor, so that what else the machine does is not counted.
  private static func processorNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// The memory now, not the most there was: deriving a key takes some for a moment.
  private static func residentKilobytes() -> Int {
    guard let bytes = contents("/proc/self/statm") else { return 0 }
    let pages = String(decoding: bytes, as: UTF8.self).split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(getpagesize()) / 1024
  }

  private static func contents(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }
}
