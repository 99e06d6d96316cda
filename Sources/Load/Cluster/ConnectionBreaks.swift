internal import Kafka
internal import Synchronization

/// Notes, from any thread, that a client of the run reported an error since the offsets were noted: a connection that broke, a broker
/// that cannot be reached, a request without an answer. A client that is closed at its end reports none.
final class ConnectionBreaks: Sendable {
  private let broke = Atomic(false)

  /// From now on it counts: the offsets are noted.
  func begin() { broke.store(false, ordering: .releasing) }

  /// Some connection broke.
  var any: Bool { broke.load(ordering: .acquiring) }

  func note(_ event: ClientEvent) {
    switch event {
    case .error: broke.store(true, ordering: .releasing)
    // One that was idle for a minute is closed without an error. What is counted is counted since the client was made.
    case .statistics(let statistics): if statistics.disconnects > 0 { broke.store(true, ordering: .releasing) }
    case .throttled, .log: break
    }
  }

  /// A log that every event of the run's clients passes on its way to `log`.
  func noting(_ log: @escaping ClientLog) -> ClientLog {
    { client, event in
      self.note(event)
      log(client, event)
    }
  }
}
