/// The certificates that a client trusts.
package struct TrustStore: Sendable, Equatable {
  package let kind: StoreKind
  /// At least one; in the order of the store, none twice.
  package let certificates: [Certificate]

  /// All of them, as one text.
  package var pem: String { certificates.map(\.pem).joined() }

  /// By content, whatever the file is called: PEM, PKCS12, JKS, or one certificate in DER.
  package init(_ bytes: [UInt8], password: String?) throws(StoreError) {
    let contents = try StoreContents(bytes, password: password, keyPassword: nil, wantsKeys: false)
    guard !contents.certificates.isEmpty else { throw contents.missing(.noCertificate) }
    kind = contents.kind
    certificates = contents.certificates.withoutRepetitions
  }
}

extension [Certificate] {
  var withoutRepetitions: [Certificate] {
    var seen: Set<[UInt8]> = []
    return filter { seen.insert($0.der).inserted }
  }
}
