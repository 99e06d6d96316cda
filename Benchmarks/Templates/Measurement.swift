import Glibc

/// What a message took, in rounds of equally many: the thread's own processor time, since whatever else the machine does
/// is no part of it.
struct Measurement {
  static let rounds = 9

  /// The median of the rounds, for one message.
  let nanoseconds: Double
  /// For one message, in the worst of the rounds behind the first; nil where nobody counts them.
  let allocations: Double?
  /// Of a message, in the mean.
  let bytes: Int

  /// `message` returns how many bytes it made.
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

  /// How often memory was asked for: `malloc_count` of the library that `templates.sh` loads before.
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
