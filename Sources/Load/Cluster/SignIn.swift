internal import Kafka
internal import Scenarios
internal import TLS

/// Signs a client in: asks until a broker answers, and finds out why where none does.
struct SignIn {
  let handle: ClientHandle
  /// Index of the identity.
  let identity: Int
  let connection: ClusterConnection
  let stop: StopRequest
  let log: ClientLog

  /// The time for a connection of our own, which says why librdkafka's fail.
  private static let handshakePatience = Duration.milliseconds(1500)

  /// The brokers of its cluster.
  func brokers() throws(LoadError) -> [ClusterMetadata.Broker] {
    let clock = RunClock()
    var reach = ClusterReach()
    // Errors are seen between the questions; an answer that takes longer than one is awaited by the next.
    var patience = Duration.milliseconds(250)
    var isAsked = false
    while true {
      let answer: ClusterMetadata?
      do { answer = try handle.metadata(.brokersOnly, timeout: patience) } catch { answer = nil }
      patience = min(patience * 2, .seconds(2))
      if let answer, !answer.brokers.isEmpty { return answer.brokers }
      if let reason = stop.reason { throw .stopped(reason) }
      for error in handle.reportedErrors(log) { reach.note(error, at: clock.time) }
      switch reach.decide(at: clock.time) {
      case .askAgain where reach.isDown(at: clock.time) && !isAsked:
        // A listener that wants something else does not change its mind; brokers that are starting may come.
        isAsked = true
        let refusal = refusal(reach.last, Int(clock.time.seconds.rounded()))
        if case .accessRefused = refusal { throw refusal }
      case .askAgain: break
      case .giveUp(let last, let seconds): throw refusal(last, seconds)
      }
    }
  }

  /// The reason why nothing answers.
  func refusal(_ last: KafkaError?, _ seconds: Int) -> LoadError {
    let profile = connection.profile(of: identity)
    let address = profile.bootstrap.first { last?.text.contains($0) ?? false } ?? profile.bootstrap.first ?? ""
    guard connection.isStated(identity) else {
      return .unreachable(identity: identity, addresses: profile.bootstrap, last: last, seconds: seconds)
    }
    let found = AccessRefusal.isOpen(last) ? handshake(address, connection.access(of: identity).terms) : nil
    let refusal = AccessRefusal.of(profile.offer, last: last, seconds: seconds, found: found)
    if case .silence(let last, let seconds) = refusal {
      return .unreachable(identity: identity, addresses: profile.bootstrap, last: last, seconds: seconds)
    }
    return .accessRefused(identity: identity, address: address, refusal)
  }

  private func handshake(_ address: String, _ terms: Handshake.Terms?) -> Handshake.Outcome? {
    guard let colon = address.lastIndex(of: ":"), let port = UInt16(address[address.index(after: colon)...]) else {
      return nil
    }
    let host = address[..<colon].drop { $0 == "[" }
    return Handshake.probe(
      host: String(host.last == "]" ? host.dropLast() : host), port: port, tls: terms, within: Self.handshakePatience)
  }
}

extension ClientHandle {
  /// The errors that the client reported since it was last asked for them.
  func reportedErrors(_ log: ClientLog) -> [KafkaError] {
    var errors: [KafkaError] = []
    serve { event in
      log("prober", event)
      if case .error(let error) = event { errors.append(error) }
    }
    return errors
  }
}
