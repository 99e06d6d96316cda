internal import Kafka
internal import Synchronization

/// A sign from other threads that something is to be done; one that is given before the wait is kept.
final class Bell: Sendable {
  private let next = Mutex(Completion())

  func ring() { next.withLock { $0 }.signal() }

  /// Waits for a sign, at most for `limit`.
  func wait(for limit: Duration) {
    let completion = next.withLock { $0 }
    if completion.wait(for: limit) { next.withLock { $0 = Completion() } }
  }
}
