import FoundationEssentials
import Testing

/// The sources wait by `Completion` and `pause` alone, which are on the monotonic clock: under Linux the timed waits of Dispatch are
/// on the wall clock, and last for hours if that is set back. Nor do they use Dispatch's global queues, which have no more threads
/// than the machine has cores.
@Suite struct TimedWaitTests {
  /// The file that waits for all others.
  private static let exception = "Kafka/Waiting/Completion.swift"

  private static let refused = [
    ".wait(timeout", ".wait(wallTimeout", "sem_timedwait", "pthread_cond_timedwait", "cnd_timedwait", "sleep(",
    "wallDeadline",
    "DispatchWallTime", ".global(", "DispatchSemaphore",
  ]

  /// The refused words of a text, without its comments.
  private static func findings(in text: String) -> [String] {
    text.split(separator: "\n").flatMap { line in
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      return refused.filter { code.contains($0) }
    }
  }

  @Test func noSourceWaitsInAnotherWay() throws {
    let sources = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Sources"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
    #expect(paths.count > 200)
    #expect(paths.contains(Self.exception))
    for path in paths where path != Self.exception {
      let found = Self.findings(in: try String(contentsOfFile: "\(sources)/\(path)", encoding: .utf8))
      #expect(found == [], "\(path)")
    }
  }

  @Test(arguments: [
    ("_ = semaphore.wait(timeout: .now() + 5)", [".wait(timeout"]),
    ("group.wait(wallTimeout: .now() + 6)", [".wait(wallTimeout"]),
    ("  usleep(500) // a moment", ["sleep("]),
    ("try await Task.sleep(for: .seconds(1))", ["sleep("]),
    ("nanosleep(&time, nil)", ["sleep("]),
    ("pthread_cond_timedwait(condition, mutex, &time)", ["pthread_cond_timedwait"]),
    ("sem_timedwait(&semaphore, &time)", ["sem_timedwait"]),
    ("let finished = DispatchSemaphore(value: 0)", ["DispatchSemaphore"]),
    ("timer.schedule(wallDeadline: .now())", ["wallDeadline"]),
    ("DispatchQueue.global().async {}", [".global("]),
    ("// a DispatchSemaphore would wait by the wall clock", []),
    ("finished.wait(for: .seconds(5))", []),
  ]) func findsOne(_ line: String, _ found: [String]) {
    #expect(Self.findings(in: line) == found)
  }
}
