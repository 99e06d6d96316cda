internal import Diagnostics
internal import Kafka
internal import Load
internal import Reporting
internal import Scenarios
internal import TLS
internal import Verification

/// A refusal of access as a problem: who, at which listener, the reason in Kafka's words, and what to try next.
struct AccessSentences {
  let scenario: Scenario
  /// Index of the identity.
  let identity: Int
  let address: String
  /// librdkafka's text without what repeats the address.
  let plain: (KafkaError) -> String

  private var used: ClientIdentity { scenario.identities[identity] }
  private var position: SourcePosition? { used.range?.start ?? scenario.cluster.brokersRange?.start }
  private var who: String { used.title }
  private var listener: String { "\(address) (\(scenario.securityProtocol(of: identity).rawValue))" }

  func problem(_ refusal: AccessRefusal) -> Problem {
    switch refusal {
    case .login(let error):
      Problem(
        .loginRefused, "\(who) was refused at \(listener): \(plain(error))", do: scramHint ?? loginRemedy, at: position)
    case .token(let reason):
      Problem(.loginRefused, "\(who) has no token to sign in with: \(reason)", at: used.token?.range.start ?? position)
    case .tls(let error):
      Problem(.tls, "\(who) has no TLS connection to \(listener): \(plain(error))", at: position)
    case .silence(let last, let seconds):
      Problem(
        .unreachable, "no answer from \(listener) within \(seconds) s\(last.map { " (\(plain($0)))" } ?? "")",
        at: position)
    case .listener(let found): problem(found)
    }
  }

  private var loginRemedy: String {
    switch used.mechanism {
    case .plain?, .scramSHA256?, .scramSHA512?:
      "check the password of user \"\(used.username ?? "")\", and that the user exists on this cluster"
    case .oauthBearer?: "check that the token is of an issuer and for an audience that the listener accepts"
    case .noLogin?, nil: "write auth: with an identity that the listener accepts"
    }
  }

  /// librdkafka before 2.6.1 repeats the client's nonce; brokers from 4.0 on then refuse the password.
  private var scramHint: String? {
    guard ClientLibrary.number < 0x0206_0100, used.mechanism == .scramSHA256 || used.mechanism == .scramSHA512 else {
      return nil
    }
    return "the password may be right: SCRAM with Kafka 4 needs librdkafka 2.6.1 or newer, this is "
      + "\(ClientLibrary.version); else check the password of user \"\(used.username ?? "")\""
  }

  // MARK: What a connection of our own found

  private func problem(_ found: Handshake.Outcome) -> Problem {
    switch found {
    case .answered(let offered?, _): mechanism(offered)
    case .answered(nil, _):
      Problem(
        .wrongProtocol,
        "the listener at \(address) has no SASL, and \(who) signs in by \(used.mechanism?.rawValue ?? "")",
        do: "use the address of a listener with SASL, or write auth: none", at: position)
    case .expectsTLS:
      Problem(
        .wrongProtocol, "the listener at \(address) speaks TLS, and \(who) speaks plain text",
        do: "write tls: true, or name its authority: tls: {truststore: ca.pem}", at: position)
    case .notTLS:
      Problem(
        .wrongProtocol, "the listener at \(address) does not speak TLS, and \(who) does",
        do: "use the address of a listener with TLS, or remove tls", at: position)
    case .untrusted(let certificate): untrusted(certificate)
    case .wrongHost(let certificate):
      Problem(
        .tls, "the certificate of \(address) is not for that name: it is for \(list(certificate.names))",
        do: "write brokers: with a name of the certificate, or have the broker's certificate name this one",
        at: position)
    case .expired(let certificate):
      Problem(
        .tls, "the certificate of \(address) expired on \(day(certificate.notAfter)) (\(certificate.subject))",
        do: "have the broker's certificate replaced, or check this machine's clock", at: position)
    case .notYetValid(let certificate):
      Problem(
        .tls,
        "the certificate of \(address) is not valid before \(day(certificate.notBefore)) (\(certificate.subject))",
        do: "check this machine's clock", at: position)
    case .clientCertificateNeeded(let authorities):
      Problem(
        .tls, "\(listener) requires a client certificate, and \(who) has none",
        do: "write certificate and key, or keystore, in the identity\(by(authorities))", at: position)
    case .clientCertificateRefused(let alert, let authorities):
      Problem(
        .tls, "\(listener) refused the certificate of \(who)\(alert.map { " (\($0))" } ?? "")",
        do: "use a certificate that has not expired\(by(authorities))", at: position)
    case .protocolVersion(let detail):
      Problem(
        .tls, "\(listener) and this client have no version of TLS in common (\(detail))",
        do: "the broker must offer TLS 1.2 or 1.3: check its ssl.enabled.protocols", at: position)
    case .failed(let detail): Problem(.tls, "\(who) has no TLS connection to \(listener): \(detail)", at: position)
    case .unresolved(let detail), .refused(let detail):
      Problem(.unreachable, "cannot reach \(address) (\(detail))", at: position)
    case .silent(_, _), .notKafka:
      Problem(.unreachable, "no answer of a Kafka broker from \(listener)", at: position)
    }
  }

  private func mechanism(_ offered: [String]) -> Problem {
    let names = list(offered)
    guard let mechanism = used.mechanism, used.hasLogin else {
      return Problem(
        .loginRefused, "\(listener) requires SASL, and \(who) does not sign in",
        do: "write auth: with an identity by one of its mechanisms: \(names)", at: position)
    }
    return Problem(
      .loginRefused, "\(listener) does not offer mechanism \(mechanism.rawValue) of \(who)",
      do: "use one of its mechanisms: \(names)", at: position)
  }

  private func untrusted(_ certificate: Certificate) -> Problem {
    let truststore = scenario.encryption(of: identity)?.truststore?.path
    let trusted = truststore.map { "in \"\($0)\"" } ?? "among the system's authorities"
    let subject = certificate.subject
    let reason =
      certificate.isSelfSigned
      ? "\(subject), which signed itself, is not \(trusted)"
      : "\(subject) is signed by \(certificate.issuer), which is not \(trusted)"
    return Problem(
      .tls, "the certificate of \(address) is not trusted: \(reason)",
      do: "name the file with its authority: tls: {truststore: ca.pem}", at: position)
  }

  private func by(_ authorities: [String]) -> String {
    authorities.isEmpty ? "" : ", signed by \(list(authorities))"
  }

  private func list(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    return (shown.isEmpty ? "no name" : shown) + (names.count > 5 ? ", …" : "")
  }

  private func day(_ seconds: Int64) -> String {
    Timestamp(milliseconds: seconds.multipliedReportingOverflow(by: 1000).partialValue).day
  }
}
