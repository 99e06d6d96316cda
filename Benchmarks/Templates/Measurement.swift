import Glibc

/// The time and allocations of a message, in rounds of equally many messages: by the thread's processor time, which excludes
/// other work of the machine.
struct Measurement {
  static let rounds = 9

  /// The median of the rounds, per message.
  let nanoseconds: Double
  /// The allocations per message, in the worst round after the first; nil where they are not counted.
  let allocations: Double?
  /// The mean size of a message.
  let bytes: Int

  /// - Parameter message: renders the message with the given number, and returns its bytes.
  init(of messages: UInt64, _ message: (UInt64) -> Int) {
    var bytes = 0
    var times: [Double] = []
    var most = 0
    for round in 0..<Self.rounds {
      let before = Self.allocations() ?? 0
      let start = Self.processorTime()
      for number in 0..<messages { bytes += message(number) }
      times.append(Double(Self.processorTime() - start) / Double(messages))
      if round > 0 { most = max(most, (Self.allocations() ?? 0) - before) }
    }
    nanoseconds = times.sorted()[Self.rounds / 2]
    allocations = Self.allocations().map { _ in Double(most) / Double(messages) }
    self.bytes = bytes / (Self.rounds * Int(messages))
  }

  /// The number of allocations so far: `malloc_count` of the library that `templates.sh` preloads.
  private static func allocations() -> Int? {
    guard let symbol = dlsym(nil, "malloc_count") else { return nil }
    return Int(symbol.load(as: UInt64.self))
  }

  private static func processorTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
