/// The one question that is asked of a listener: SaslHandshake v1 with a mechanism that does not exist. It needs no login, and
/// only it shows what kind of listener answers: one with SASL lists its mechanisms with error 33, UNSUPPORTED_SASL_MECHANISM;
/// one without answers error 34, ILLEGAL_SASL_STATE.
enum MechanismQuestion {
  private static let correlation: [UInt8] = [0x52, 0x45, 0x48, 0x45]

  /// With its length before it.
  static let bytes: [UInt8] = {
    let (client, mechanism) = (Array("rehearse".utf8), Array("REHEARSE".utf8))
    let body: [UInt8] = [0, 17, 0, 1] + correlation + text(client) + text(mechanism)
    return [0, 0, 0, UInt8(body.count)] + body
  }()

  private static func text(_ bytes: [UInt8]) -> [UInt8] { [0, UInt8(bytes.count)] + bytes }

  /// The answer's content.
  enum Answer: Equatable {
    case mechanisms([String])
    case withoutSASL
    /// Not an answer to this question, as Kafka gives it.
    case other
  }

  /// `bytes` are without their length.
  static func answer(_ bytes: [UInt8]) -> Answer {
    guard bytes.count >= 10, Array(bytes[0..<4]) == correlation else { return .other }
    let error = Int(bytes[4]) << 8 | Int(bytes[5])
    guard error == 33 else { return error == 34 ? .withoutSASL : .other }
    let count = bytes[6..<10].reduce(0) { $0 << 8 | Int($1) }
    var rest = bytes[10...]
    var mechanisms: [String] = []
    // Each takes at least the two bytes of its length.
    guard count <= rest.count / 2 else { return .other }
    for _ in 0..<count {
      guard rest.count >= 2 else { return .other }
      let length = rest.prefix(2).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(2)
      guard length <= rest.count else { return .other }
      mechanisms.append(String(decoding: rest.prefix(length), as: UTF8.self))
      rest = rest.dropFirst(length)
    }
    return .mechanisms(mechanisms)
  }
}
