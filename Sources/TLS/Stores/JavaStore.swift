internal import COpenSSL

/// Java's old store, JKS: lengths and texts before each other, certificates in DER as they are, private keys under Sun's own
/// protection, and a SHA-1 digest of all under the store's password.
struct JavaStore {
  static let magic: [UInt8] = [0xfe, 0xed, 0xfe, 0xed]

  private var certificates: [Certificate] = []
  private var keys: [(alias: String, protected: [UInt8])] = []

  /// The password is checked where there is one; certificates can be read without.
  init(_ bytes: [UInt8], password: String?) throws(StoreError) {
    var reader = JavaStoreReader(bytes)
    _ = try reader.take(Self.magic.count)
    let version = try reader.number()
    guard version == 1 || version == 2 else { throw .damaged("version \(version) is not known") }
    let count = try reader.number()
    for _ in 0..<count { try addEntry(&reader, version) }
    let data = bytes[..<reader.place]
    let digest = try reader.take(20)
    guard let password else { return }
    let salted = Self.passwordBytes(password) + Array("Mighty Aphrodite".utf8)
    guard try sha1(salted, data) == Array(digest) else { throw .wrongPassword }
  }

  private mutating func addEntry(_ reader: inout JavaStoreReader, _ version: Int) throws(StoreError) {
    let tag = try reader.number()
    let alias = try reader.text()
    // When it was added, in milliseconds.
    _ = try reader.take(8)
    switch tag {
    case 1:
      keys.append((alias, Array(try reader.block())))
      for _ in 0..<(try reader.number()) { try addCertificate(&reader, version) }
    case 2: try addCertificate(&reader, version)
    default: throw .damaged("an entry is of a kind that is not known: \(tag)")
    }
  }

  private mutating func addCertificate(_ reader: inout JavaStoreReader, _ version: Int) throws(StoreError) {
    let type = version == 1 ? "X.509" : try reader.text()
    let bytes = try reader.block()
    guard type == "X.509" || type == "X509" else { throw .damaged("a certificate is not of X.509") }
    guard let certificate = Certificate(der: Array(bytes)) else { throw .damaged("a certificate cannot be read") }
    certificates.append(certificate)
  }

  func contents(keyPassword: String?, wantsKeys: Bool) throws(StoreError) -> StoreContents {
    var contents = StoreContents(kind: .jks, certificates: certificates)
    guard wantsKeys else {
      contents.others = keys.map { _ in .privateKey }
      return contents
    }
    // Several are an error in any case, and each may have a password of its own.
    guard keys.count < 2 else { throw .severalKeys(keys.map(\.alias)) }
    for key in keys {
      guard let keyPassword else { throw .passwordNeeded }
      let der = try JavaKeyProtection.key(key.protected, password: Self.passwordBytes(keyPassword))
      contents.keys.append(StoreContents.Key(alias: key.alias, der: der))
    }
    return contents
  }

  /// Java's characters: two bytes each, the higher first.
  private static func passwordBytes(_ password: String) -> [UInt8] {
    password.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }
}

/// The parts of a JKS file, one after the other; never beyond its end.
struct JavaStoreReader {
  private let bytes: [UInt8]
  private(set) var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func take(_ count: Int) throws(StoreError) -> ArraySlice<UInt8> {
    guard count <= bytes.count - place else { throw .damaged("it ends too early") }
    defer { place += count }
    return bytes[place..<place + count]
  }

  mutating func number(bytes count: Int = 4) throws(StoreError) -> Int {
    try take(count).reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func block() throws(StoreError) -> ArraySlice<UInt8> { try take(try number()) }

  /// Java's UTF-8, which differs only for zero and beyond the 16-bit characters.
  mutating func text() throws(StoreError) -> String {
    String(decoding: try take(try number(bytes: 2)), as: UTF8.self)
  }
}

/// The digest of two parts. A system that is restricted to FIPS may refuse it.
func sha1(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) throws(StoreError) -> [UInt8] {
  var digest = [UInt8](repeating: 0, count: 20)
  let (first, second) = (Array(first), Array(second))
  let isDone = first.withUnsafeBytes { one in
    second.withUnsafeBytes { rehearsal_sha1(one.baseAddress, one.count, $0.baseAddress, $0.count, &digest) }
  }
  guard isDone == 1 else { throw .unsupportedEncryption("SHA-1", .jks) }
  return digest
}
