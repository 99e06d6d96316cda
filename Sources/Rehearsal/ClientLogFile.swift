internal import Diagnostics
internal import Kafka
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// `client.log`: the errors and log lines of librdkafka, the first few of each kind; the last lines say how often each kind
/// came. Nothing of it reaches the terminal. Module `Kafka` has redacted secrets.
final class ClientLogFile: Sendable {
  /// The lines written of each kind; lines that differ only in numbers (times, ports, counts) are of one kind.
  private static let timesWritten = 3
  /// The number of kinds that are counted; lines of further kinds are written without being counted.
  private static let mostKinds = 1000

  private struct Counts {
    var times: [String: Int] = [:]
    var order: [String] = []
    var written = 0
  }

  /// The number of lines after which nothing is written, so that the log cannot fill the disk.
  private static let mostLines = 20_000

  private let descriptor: Int32
  /// `MonotonicClock` at the start: the wall clock can be set back meanwhile.
  private let origin: UInt64
  private let counts = Mutex(Counts())
  /// The secrets so far.
  private let secrets: @Sendable () -> Redaction

  /// The log in an open file, which is closed at the end.
  init(
    descriptor: Int32, hiding secrets: @escaping @Sendable () -> Redaction, origin: UInt64 = MonotonicClock.now()
  ) {
    self.secrets = secrets
    self.descriptor = descriptor
    self.origin = origin
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  @Sendable func note(client: String, _ event: ClientEvent) {
    let line =
      switch event {
      case .error(let error): "\(client) error \(error.name): \(error.text)"
      case .log(let level, let facility, let text): "\(client) \(level) \(facility): \(text)"
      case .throttled(let broker, let milliseconds): "\(client) throttled by broker \(broker) for \(milliseconds) ms"
      case .statistics: ""
      }
    guard !line.isEmpty else { return }
    let kind = String(line.map { $0.isNumber ? "#" : $0 })
    counts.withLock { counts in
      let times = counts.times[kind, default: 0]
      if counts.times.count < Self.mostKinds || times > 0 {
        counts.times[kind] = times + 1
        if times == 0 { counts.order.append(kind) }
      }
      guard times < Self.timesWritten, counts.written < Self.mostLines else { return }
      counts.written += 1
      append(line)
    }
  }

  /// Writes how often each kind came of which not every line was written.
  func writeCounts() {
    counts.withLock { counts in
      for kind in counts.order {
        let times = counts.times[kind, default: 0]
        if times > Self.timesWritten { append("\(times) times in total: \(kind)") }
      }
      counts = Counts()
    }
  }

  /// The seconds between two moments of one clock, with three decimals: `75.042`. None is before the start.
  static func time(since origin: UInt64, at moment: UInt64) -> String {
    let milliseconds = (moment > origin ? moment - origin : 0) / 1_000_000
    let digits = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: max(3 - digits.count, 0)) + digits
  }

  private func append(_ line: String) {
    guard descriptor >= 0 else { return }
    let text = "\(Self.time(since: origin, at: MonotonicClock.now()))s \(secrets().apply(to: line).visible)\n"
    _ = text.utf8.withContiguousStorageIfAvailable { write(descriptor, $0.baseAddress, $0.count) }
  }
}
