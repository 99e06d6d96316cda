internal import COpenSSL

/// A client's certificate and private key.
package struct KeyStore: Sendable, Equatable {
  package let kind: StoreKind
  package let certificate: Certificate
  /// The certificates between it and an authority that signs itself, its issuer first.
  package let chain: [Certificate]
  /// PKCS#8, not encrypted: for memory alone.
  package let keyPEM: String

  /// The certificate and its chain, as one text.
  package var certificatesPEM: String { certificate.pem + chainPEM }

  package var chainPEM: String { chain.map(\.pem).joined() }

  /// A store with certificate and key: PKCS12, JKS, or both in one PEM file. The key's password is the store's unless given.
  package init(_ bytes: [UInt8], password: String?, keyPassword: String? = nil) throws(StoreError) {
    let contents = try StoreContents(bytes, password: password, keyPassword: keyPassword, wantsKeys: true)
    if contents.keys.isEmpty && contents.certificates.isEmpty { throw contents.missing(.noKey) }
    try self.init(contents.kind, key: contents.keys, certificates: contents.certificates)
  }

  /// A certificate, with or without its chain, and its key, each in PEM or DER; both may be the same file.
  package init(certificate: [UInt8], key: [UInt8], keyPassword: String?) throws(StoreError) {
    for bytes in [certificate, key] {
      if case .store(let kind) = Appearance(bytes), kind == .pkcs12 || kind == .jks { throw .notAStore(.store(kind)) }
    }
    let certificates = try StoreContents(certificate, password: nil, keyPassword: nil, wantsKeys: false)
    guard !certificates.certificates.isEmpty else { throw certificates.missing(.noCertificate) }
    try self.init(certificates, try Self.keyFile(key, keyPassword))
  }

  private init(_ certificates: StoreContents, _ keys: StoreContents) throws(StoreError) {
    try self.init(certificates.kind, key: keys.keys, certificates: certificates.certificates)
  }

  /// Throws what a file is that has no key.
  private static func keyFile(_ bytes: [UInt8], _ password: String?) throws(StoreError) -> StoreContents {
    let contents = try StoreContents(bytes, password: nil, keyPassword: password, wantsKeys: true)
    guard contents.keys.isEmpty else { return contents }
    throw contents.missing(contents.certificates.isEmpty ? .noKey : .notAStore(.certificates))
  }

  private init(_ kind: StoreKind, key: [StoreContents.Key], certificates: [Certificate]) throws(StoreError) {
    guard let only = key.first else { throw .noKey }
    guard key.count == 1 else { throw .severalKeys(key.map(\.alias)) }
    guard let first = certificates.first else { throw .noCertificate }
    guard let own = certificates.first(where: { $0.has(key: only.der) }) else {
      throw .keyDoesNotMatch(subject: first.subject)
    }
    let block = only.der.withUnsafeBytes { rehearsal_pem_block("PRIVATE KEY", $0.baseAddress, $0.count) }
    guard let block else { throw .notEnoughMemory }
    defer { rehearsal_text_free(block) }
    self.kind = kind
    certificate = own
    chain = Self.chain(of: own, among: certificates.withoutRepetitions)
    keyPEM = String(cString: block)
  }

  /// Each step takes one away, so that certificates that issue each other do not go round.
  private static func chain(of leaf: Certificate, among certificates: [Certificate]) -> [Certificate] {
    var left = certificates.filter { !$0.isSelfSigned && $0 != leaf }
    var chain: [Certificate] = []
    while let place = left.firstIndex(where: { $0.issued(chain.last ?? leaf) }) { chain.append(left.remove(at: place)) }
    return chain
  }
}

/// Without the key, wherever it is printed.
extension KeyStore: CustomStringConvertible, CustomReflectable {
  package var description: String { "the key of \(certificate.subject)" }
  package var customMirror: Mirror { Mirror(self, children: ["certificate": certificate]) }
}
