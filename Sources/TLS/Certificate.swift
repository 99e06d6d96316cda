internal import COpenSSL

/// One X.509 certificate.
package struct Certificate: Sendable, Equatable {
  /// The names as in RFC 2253, the common name mostly first: `CN=client,O=Example`. Characters of other scripts are as they
  /// are.
  package let subject: String
  package let issuer: String
  /// Seconds since 1970.
  package let notBefore: Int64
  package let notAfter: Int64
  /// The DNS names and IP addresses for which it is valid; the common name where it lists none.
  package let names: [String]
  /// True if it may issue others.
  package let isAuthority: Bool
  package let isSelfSigned: Bool
  package let pem: String
  package let der: [UInt8]

  /// Nil where the bytes are not exactly one certificate.
  package init?(der: [UInt8]) {
    guard let read = der.withUnsafeBytes({ rehearsal_certificate_read($0.baseAddress, $0.count) }) else { return nil }
    defer { rehearsal_certificate_free(read) }
    let facts = read.pointee
    subject = String(cString: facts.subject)
    issuer = String(cString: facts.issuer)
    notBefore = facts.not_before
    notAfter = facts.not_after
    names = texts(facts.names, facts.name_count)
    isAuthority = facts.is_authority != 0
    isSelfSigned = facts.is_self_signed != 0
    pem = String(cString: facts.pem)
    self.der = der
  }

  /// True if it has issued `other` by its names and key identifiers; the signature is not verified.
  func issued(_ other: Certificate) -> Bool {
    der.withUnsafeBytes { own in
      other.der.withUnsafeBytes {
        rehearsal_certificate_issued(own.baseAddress, own.count, $0.baseAddress, $0.count) == 1
      }
    }
  }

  /// True if `key`, a private key in DER, is its own.
  func has(key: [UInt8]) -> Bool {
    der.withUnsafeBytes { own in
      key.withUnsafeBytes {
        rehearsal_certificate_has_key(own.baseAddress, own.count, $0.baseAddress, $0.count) == 1
      }
    }
  }
}

/// Texts that the shim has listed.
func texts(_ list: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int) -> [String] {
  guard let list else { return [] }
  return (0..<count).compactMap { list[$0].map { String(cString: $0) } }
}
