internal import CRdkafka
internal import Synchronization

/// The times for which brokers said that they hold a client back (quotas), until they are taken. librdkafka has no event for
/// them: it calls back from within the poll of the client's main queue, in 2.0.2 as in 2.16.
final class Throttling: Sendable {
  private let reported = Mutex<[ClientEvent]>([])

  /// Registers the callback; this must live as long as the client.
  func prepare(_ conf: OpaquePointer) {
    rd_kafka_conf_set_opaque(conf, Unmanaged.passUnretained(self).toOpaque())
    rd_kafka_conf_set_throttle_cb(conf) { _, _, broker, milliseconds, opaque in
      guard let opaque, milliseconds > 0 else { return }
      Unmanaged<Throttling>.fromOpaque(opaque).takeUnretainedValue().note(broker, milliseconds)
    }
  }

  private func note(_ broker: Int32, _ milliseconds: Int32) {
    reported.withLock { $0.append(.throttled(broker: broker, milliseconds: milliseconds)) }
  }

  /// Passes on what was reported since the last call.
  func take(_ handle: (ClientEvent) -> Void) {
    let taken = reported.withLock { events in
      defer { if !events.isEmpty { events = [] } }
      return events
    }
    for event in taken { handle(event) }
  }
}
