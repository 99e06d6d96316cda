// The four listeners of Kafka 3.9.1 and 4.3.1, which did the same, to this question:
//
//   listener         in plain text                        over TLS
//   PLAINTEXT        answers error 34                     closes the connection without a byte
//   SASL_PLAINTEXT   answers error 33, the mechanisms     closes the connection without a byte
//   SASL_SSL         an alert, 15 03 03 …, then closes    answers error 33, the mechanisms
//   SSL              an alert, 15 03 03 …, then closes    with the right certificate error 34; without one the alert
//                                                         bad_certificate, with another's certificate_unknown, both
//                                                         only at the first read after the handshake (TLS 1.3)

/// The reason that a sighting shows.
extension Sighting {
  /// Nil where the listener has closed the connection, or was silent, before it said anything: then the same question in plain
  /// text, or over TLS, shows what it speaks. `waited` is how long this took at most.
  func outcome(gaveCertificate: Bool, waited: Duration) -> Handshake.Outcome? {
    switch step {
    case .material: .failed(detail)
    case .resolve: end == .time ? .silent(.resolver, waited) : .unresolved(detail)
    case .connect: end == .time ? .silent(.address, waited) : .refused(detail)
    case .handshake: handshakeOutcome(gaveCertificate)
    case .answer: isEncrypted ? encryptedOutcome(gaveCertificate) : plainOutcome
    }
  }

  /// The reason where this alone did not show one, by what was seen of the other kind of connection.
  func outcome(after other: Sighting, waited: Duration) -> Handshake.Outcome {
    if !isEncrypted && other.speaksTLS { return .expectsTLS }
    if isEncrypted && other.step == .answer && !other.first.isEmpty && !other.speaksTLS { return .notTLS }
    return end == .time ? .silent(.listener, waited) : .failed("it closed the connection without a word")
  }

  private func handshakeOutcome(_ gaveCertificate: Bool) -> Handshake.Outcome? {
    if let reason = doubtOutcome ?? alertOutcome(gaveCertificate) { return reason }
    if isVersionRefused { return .protocolVersion(detail) }
    if first.isEmpty { return nil }
    guard speaksTLS else { return .notTLS }
    switch end {
    // Under TLS 1.2 a client's certificate is part of the handshake.
    case .closed, .reset:
      return certificateOutcome(gaveCertificate) ?? .failed("it closed the connection during the handshake")
    case .time: return nil
    case .done, .error, .tooLong: return .failed(detail)
    }
  }

  private var doubtOutcome: Handshake.Outcome? {
    guard let doubt else { return nil }
    guard let certificate = refused ?? peer else { return .failed(detail) }
    switch doubt {
    case .untrusted: return .untrusted(certificate)
    case .wrongHost: return .wrongHost(certificate)
    case .expired: return .expired(certificate)
    case .notYetValid: return .notYetValid(certificate)
    case .other(let reason): return .failed(reason)
    }
  }

  private func alertOutcome(_ gaveCertificate: Bool) -> Handshake.Outcome? {
    guard let alert else { return nil }
    if isVersionRefused { return .protocolVersion(detail) }
    return certificateOutcome(gaveCertificate) ?? .failed("alert \(alert)")
  }

  /// A listener that asked for a certificate, and then did not go on.
  private func certificateOutcome(_ gaveCertificate: Bool) -> Handshake.Outcome? {
    guard wantsCertificate else { return nil }
    return gaveCertificate
      ? .clientCertificateRefused(alert: alert, authorities: authorities)
      : .clientCertificateNeeded(authorities: authorities)
  }

  /// Under TLS 1.3 a client's certificate is refused only now.
  private func encryptedOutcome(_ gaveCertificate: Bool) -> Handshake.Outcome? {
    if let reason = alertOutcome(gaveCertificate) { return reason }
    switch end {
    case .done: return kafkaOutcome
    case .tooLong: return .notKafka
    case .closed, .reset:
      return certificateOutcome(gaveCertificate) ?? .failed("it closed the connection after the handshake")
    case .error: return .failed(detail)
    case .time: return nil
    }
  }

  private var plainOutcome: Handshake.Outcome? {
    if speaksTLS { return .expectsTLS }
    switch end {
    case .done: return kafkaOutcome
    case .tooLong: return .notKafka
    case .closed, .reset, .time: return first.isEmpty ? nil : .notKafka
    case .error: return .failed(detail)
    }
  }

  private var kafkaOutcome: Handshake.Outcome {
    switch MechanismQuestion.answer(answer) {
    case .mechanisms(let names): .answered(mechanisms: names, certificate: peer)
    case .withoutSASL: .answered(mechanisms: nil, certificate: peer)
    case .other: .notKafka
    }
  }
}
