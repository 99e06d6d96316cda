internal import Scenarios
internal import Synchronization

/// The times at which stages began, since the run's start, noted from any thread.
final class StageStarts: Sendable {
  private let starts = Mutex<[Int: Nanoseconds]>([:])

  var all: [Int: Nanoseconds] { starts.withLock { $0 } }

  func note(stage: Int, at start: Nanoseconds) { starts.withLock { $0[stage] = start } }
}
