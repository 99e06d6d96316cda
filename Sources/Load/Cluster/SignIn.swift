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

  /// Without an answer or an error for this long the listener is asked what it is.
  private static let silence = Nanoseconds.seconds(2)

  /// The brokers of its cluster.
  func brokers() throws(LoadError) -> [ClusterMetadata.Broker] {
    let clock = RunClock()
    var reach = ClusterReach()
    // Errors are seen between the questions; an answer that takes longer than one is awaited by the next.
    var patience = Duration.milliseconds(250)
    var found: Handshake.Outcome?
    while true {
      let answer: ClusterMetadata?
      do { answer = try handle.metadata(.brokersOnly, timeout: patience) } catch { answer = nil }
      patience = min(patience * 2, .seconds(2))
      if let answer, !answer.brokers.isEmpty { return answer.brokers }
      if let reason = stop.reason { throw .stopped(reason) }
      for error in handle.reportedErrors(log) { reach.note(error, at: clock.time) }
      switch reach.decide(at: clock.time) {
      case .askAgain where found == nil && (reach.isDown(at: clock.time) || clock.time > Self.silence):
        // A listener that wants something else does not change its mind; brokers that are starting may come.
        found = handshake(after: reach.last)
        let refusal = refusal(reach.last, Int(clock.time.seconds.rounded()), found)
        if case .accessRefused = refusal { throw refusal }
      case .askAgain: break
      case .giveUp(let last, let seconds): throw refusal(last, seconds, found ?? handshake(after: last))
      }
    }
  }

  /// The reason why nothing answers.
  private func refusal(_ last: KafkaError?, _ seconds: Int, _ found: Handshake.Outcome?) -> LoadError {
    let profile = connection.profile(of: identity)
    let refusal = AccessRefusal.of(profile.offer, last: last, seconds: seconds, found: found)
    guard connection.isStated(identity) else {
      return .unreachable(identity: identity, addresses: profile.bootstrap, last: last, seconds: seconds)
    }
    if case .silence(let last, let seconds) = refusal {
      return .unreachable(identity: identity, addresses: profile.bootstrap, last: last, seconds: seconds)
    }
    return .accessRefused(identity: identity, address: address(last), refusal)
  }

  /// The address that an error is about.
  private func address(_ last: KafkaError?) -> String {
    let bootstrap = connection.profile(of: identity).bootstrap
    return bootstrap.first { last?.text.contains($0) ?? false } ?? bootstrap.first ?? ""
  }

  /// The outcome of a connection of our own; nil where it could not say more.
  private func handshake(after last: KafkaError?) -> Handshake.Outcome? {
    guard connection.isStated(identity), AccessRefusal.isOpen(last) else { return nil }
    let address = address(last)
    guard let colon = address.lastIndex(of: ":"), let port = UInt16(address[address.index(after: colon)...]) else {
      return nil
    }
    let host = address[..<colon].drop { $0 == "[" }
    return Handshake.probe(
      host: String(host.last == "]" ? host.dropLast() : host), port: port,
      tls: connection.access(of: identity).terms, within: Self.handshakePatience)
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
