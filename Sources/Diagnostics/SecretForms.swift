extension Redaction {
  /// Hides a secret in each form in which a client, a server or a report may write it.
  package mutating func hide(_ secret: String, ofUser user: String? = nil) {
    for form in Self.forms(of: secret, ofUser: user) { add(form) }
  }

  /// The secret itself, as text of JSON, percent-encoded, and in base 64: alone, as SASL PLAIN sends it, and as HTTP does.
  package static func forms(of secret: String, ofUser user: String? = nil) -> [String] {
    var forms = [
      secret, escapedAsJSON(secret, slash: "/"), escapedAsJSON(secret, slash: "\\/"),
      percentEncoded(secret, blank: "%20"),
      percentEncoded(secret, blank: "+"), base64(secret),
    ]
    if let user { forms += [base64("\0\(user)\0\(secret)"), base64("\(user):\(secret)")] }
    // A key in PEM may be shown by a line.
    if secret.contains(where: \.isNewline) {
      forms += secret.split(whereSeparator: \.isNewline).map(String.init).filter { line in
        line.utf8.count >= shortestLine && !line.hasPrefix("-----")
      }
    }
    return forms.reduce(into: []) { forms, form in
      if !form.isEmpty, !forms.contains(form) { forms.append(form) }
    }
  }

  private static let shortestLine = 16

  private static func escapedAsJSON(_ text: String, slash: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "/": escaped += slash
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  private static func percentEncoded(_ text: String, blank: String) -> String {
    text.utf8.reduce(into: "") { encoded, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: " "): encoded += blank
      default: encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }

  private static func base64(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let bytes = Array(text.utf8)
    return stride(from: 0, to: bytes.count, by: 3).reduce(into: "") { encoded, start in
      let group = bytes[start..<min(start + 3, bytes.count)].map(UInt32.init) + [0, 0]
      let bits = group[0] << 16 | group[1] << 8 | group[2]
      for digit in 0..<4 {
        let isFilled = start + max(digit - 1, 0) < bytes.count
        encoded.unicodeScalars.append(
          isFilled ? Unicode.Scalar(alphabet[Int(bits >> UInt32(18 - 6 * digit)) & 63]) : "=")
      }
    }
  }
}
