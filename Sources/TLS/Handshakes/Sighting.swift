internal import COpenSSL

/// The sighting of a listener: where the conversation ended, and how.
struct Sighting: Equatable {
  enum Step: Equatable { case material, resolve, connect, handshake, answer }
  enum End: Equatable { case done, error, closed, reset, time, tooLong }
  enum Doubt: Equatable { case untrusted, wrongHost, expired, notYetValid, other(String) }

  var isEncrypted = false
  var step: Step
  var end: End
  /// The system's or OpenSSL's words.
  var detail = ""
  /// The first certificate that was refused by us, and why.
  var doubt: Doubt?
  var refused: Certificate?
  /// The listener's own.
  var peer: Certificate?
  /// The alert that the listener sent, in OpenSSL's words.
  var alert: String?
  var isVersionRefused = false
  /// The listener has asked for a certificate.
  var wantsCertificate = false
  /// The authorities that it accepts for that.
  var authorities: [String] = []
  /// The first bytes that it sent, up to eight.
  var first: [UInt8] = []
  /// Its answer, after the length that began it.
  var answer: [UInt8] = []

  /// Sent something that is a record of TLS: a type from 20 to 23, and version 3.
  var speaksTLS: Bool { first.count > 1 && (20...23).contains(first[0]) && first[1] == 3 }
}

extension Sighting {
  /// Asks a listener for its mechanisms; over TLS if there are `terms`. Takes no longer than the time.
  static func of(_ host: String, _ port: UInt16, terms: Handshake.Terms?, within time: Duration) -> Sighting {
    var question = rehearsal_question()
    question.port = port
    question.encrypts = terms == nil ? 0 : 1
    question.verifies = terms?.verifies == true ? 1 : 0
    let (seconds, attoseconds) = time.components
    question.milliseconds = max(seconds * 1000 + attoseconds / 1_000_000_000_000_000, 0)
    // An IPv6 address is written in brackets where a port follows.
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    let name = isBracketed ? String(host.dropFirst().dropLast()) : host
    let seen = name.withCString { host in
      withText(terms?.trusted) { trusted in
        withText(terms?.client?.certificatesPEM) { certificates in
          withText(terms?.client?.keyPEM) { key in
            MechanismQuestion.bytes.withUnsafeBufferPointer { request in
              question.host = host
              question.trusted = trusted
              question.certificates = certificates
              question.key = key
              question.request = request.baseAddress
              question.request_count = request.count
              return rehearsal_ask(&question)
            }
          }
        }
      }
    }
    guard let seen else { return Sighting(step: .material, end: .error, detail: "not enough memory") }
    defer { rehearsal_sighting_free(seen) }
    return Sighting(seen.pointee, isEncrypted: terms != nil)
  }

  private static func withText<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }

  private init(_ seen: rehearsal_sighting, isEncrypted: Bool) {
    self.init(isEncrypted: isEncrypted, step: Step(seen.step), end: End(seen.end), detail: String(cString: seen.detail))
    if seen.verify_error != 0 {
      doubt = Doubt(seen.verify_error, seen.verify_detail.map { String(cString: $0) } ?? "")
    }
    refused = Self.bytes(seen.refused, seen.refused_count).flatMap { Certificate(der: $0) }
    peer = Self.bytes(seen.peer, seen.peer_count).flatMap { Certificate(der: $0) }
    alert = seen.alert_name.map { String(cString: $0) }
    isVersionRefused = seen.is_version_refused != 0
    wantsCertificate = seen.is_certificate_wanted != 0
    authorities = texts(seen.authorities, seen.authority_count)
    first = withUnsafeBytes(of: seen.first) { Array($0.prefix(seen.first_count)) }
    answer = Self.bytes(seen.answer, seen.answer_count) ?? []
  }

  private static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8]? {
    start.map { Array(UnsafeBufferPointer(start: $0, count: count)) }
  }
}

extension Sighting.Step {
  fileprivate init(_ step: rehearsal_step) {
    switch step {
    case rehearsal_step_resolve: self = .resolve
    case rehearsal_step_connect: self = .connect
    case rehearsal_step_handshake: self = .handshake
    case rehearsal_step_answer: self = .answer
    default: self = .material
    }
  }
}

extension Sighting.End {
  fileprivate init(_ end: rehearsal_end) {
    switch end {
    case rehearsal_end_done: self = .done
    case rehearsal_end_closed: self = .closed
    case rehearsal_end_reset: self = .reset
    case rehearsal_end_time: self = .time
    case rehearsal_end_too_long: self = .tooLong
    default: self = .error
    }
  }
}

extension Sighting.Doubt {
  fileprivate init(_ error: CInt, _ detail: String) {
    switch error {
    case rehearsal_verify_wrong_host, rehearsal_verify_wrong_address: self = .wrongHost
    case rehearsal_verify_expired: self = .expired
    case rehearsal_verify_not_yet: self = .notYetValid
    case _ where rehearsal_verify_is_untrusted(error) == 1: self = .untrusted
    default: self = .other(detail)
    }
  }
}
