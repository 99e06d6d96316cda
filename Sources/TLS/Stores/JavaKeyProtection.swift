/// Sun's protection of private keys in JKS (1.3.6.1.4.1.42.2.17.1.1): a stream of SHA-1 digests, each of the password and the
/// digest before, the first of a salt; then a digest of the password and the key.
enum JavaKeyProtection {
  /// An EncryptedPrivateKeyInfo's algorithm with this identifier and NULL.
  private static let algorithm: [UInt8] = [
    0x30, 0x0e, 0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0x2a, 0x02, 0x11, 0x01, 0x01, 0x05, 0x00,
  ]
  private static let size = 20

  /// The key in PKCS#8, of `protected`, an EncryptedPrivateKeyInfo.
  static func key(_ protected: [UInt8], password: [UInt8]) throws(StoreError) -> [UInt8] {
    let data = try encrypted(protected)
    guard data.count >= 2 * size else { throw .damaged("a key ends too early") }
    let cipher = data.dropFirst(size).dropLast(size)
    var key: [UInt8] = []
    key.reserveCapacity(cipher.count)
    var digest = Array(data.prefix(size))
    for start in stride(from: cipher.startIndex, to: cipher.endIndex, by: size) {
      digest = try sha1(password, digest)
      key += zip(cipher[start..<min(start + size, cipher.endIndex)], digest).map { $0 ^ $1 }
    }
    guard try sha1(password, key) == Array(data.suffix(size)) else { throw .wrongPassword }
    return key
  }

  private static func encrypted(_ protected: [UInt8]) throws(StoreError) -> ArraySlice<UInt8> {
    var outer = DERReader(protected[...])
    guard let whole = outer.value(0x30), whole.starts(with: algorithm) else {
      throw .damaged("a key is not protected as in JKS")
    }
    var rest = DERReader(whole.dropFirst(algorithm.count))
    guard let data = rest.value(0x04) else { throw .damaged("a key ends too early") }
    return data
  }
}

/// The outer parts of DER: a tag, a length and a value.
struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The value of the next part, if it has this tag.
  mutating func value(_ tag: UInt8) -> ArraySlice<UInt8>? {
    guard rest.popFirst() == tag, let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first >= 0x80 {
      let count = Int(first & 0x7f)
      guard count <= 4, count <= rest.count else { return nil }
      length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(count)
    }
    guard length <= rest.count else { return nil }
    defer { rest = rest.dropFirst(length) }
    return rest.prefix(length)
  }
}
