internal import CRdkafka
internal import Synchronization

/// The functions that librdkafka calls back, of one client; it must live as long as the client.
///
/// The times for which brokers said that they hold a client back (quotas) are kept until they are taken: librdkafka has no event
/// for them, and calls back from within the poll of the client's main queue, in 2.0.2 as in 2.16. For tokens it calls back on a
/// thread of its own (`rd_kafka_sasl_background_callbacks_enable`), so that a client which nothing polls signs in as well.
final class ClientCallbacks: Sendable {
  private let reported = Mutex<[ClientEvent]>([])
  private let tokens: BearerTokens?

  init(_ tokens: BearerTokens?) { self.tokens = tokens }

  /// Registers the callbacks.
  func prepare(_ conf: OpaquePointer) {
    rd_kafka_conf_set_opaque(conf, Unmanaged.passUnretained(self).toOpaque())
    rd_kafka_conf_set_throttle_cb(conf) { _, _, broker, milliseconds, opaque in
      guard let opaque, milliseconds > 0 else { return }
      Unmanaged<ClientCallbacks>.fromOpaque(opaque).takeUnretainedValue().note(broker, milliseconds)
    }
    guard tokens != nil else { return }
    rd_kafka_conf_enable_sasl_queue(conf, 1)
    rd_kafka_conf_set_oauthbearer_token_refresh_cb(conf) { client, _, opaque in
      guard let client, let opaque else { return }
      Unmanaged<ClientCallbacks>.fromOpaque(opaque).takeUnretainedValue().refresh(client)
    }
  }

  /// Has librdkafka ask for tokens on a thread of its own from now on; true unless it refuses.
  func begin(_ client: OpaquePointer) -> Bool {
    guard tokens != nil else { return true }
    guard let error = rd_kafka_sasl_background_callbacks_enable(client) else { return true }
    rd_kafka_error_destroy(error)
    return false
  }

  private func refresh(_ client: OpaquePointer) {
    guard let tokens else { return }
    switch tokens.current() {
    case .failure(let failure): rd_kafka_oauthbearer_set_token_failure(client, failure.text)
    case .success(let token):
      let refusal = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text -> String? in
        text[0] = 0
        let code = rd_kafka_oauthbearer_set_token(
          client, token.value, token.expiresAt, token.principal, nil, 0, text.baseAddress, text.count)
        return code == RD_KAFKA_RESP_ERR_NO_ERROR ? nil : text.baseAddress.map { String(cString: $0) } ?? ""
      }
      if let refusal {
        rd_kafka_oauthbearer_set_token_failure(
          client, refusal.contains(token.value) ? "librdkafka does not take the token" : refusal)
      }
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
