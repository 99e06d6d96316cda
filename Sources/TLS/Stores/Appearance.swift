internal import COpenSSL

/// The likeness of bytes that are not the store that was expected.
package enum Appearance: Sendable, Equatable {
  case store(StoreKind)
  case unsupported(UnsupportedStore)
  case certificates
  case privateKey
  case publicKey
  case certificateRequest
  case revocationList
  case html
  case xml
  case json
  case properties
  case zip
  case utf16
  case text
  case bytes

  /// By content alone: a file's name says little, since keytool writes PKCS12 to *.jks, too.
  init(_ bytes: [UInt8]) {
    self = Self.binary(bytes) ?? Self.der(bytes) ?? Self.inText(bytes)
  }

  private static func binary(_ bytes: [UInt8]) -> Appearance? {
    let starts: [(bytes: [UInt8], appearance: Appearance)] = [
      (JavaStore.magic, .store(.jks)),
      ([0xce, 0xce, 0xce, 0xce], .unsupported(.jceks)),
      // Their version, and the length of a salt of 20 bytes.
      ([0, 0, 0, 1, 0, 0, 0, 20], .unsupported(.bks)),
      ([0, 0, 0, 2, 0, 0, 0, 20], .unsupported(.bks)),
      (Array("PK\u{3}\u{4}".utf8), .zip),
      ([0xff, 0xfe], .utf16),
      ([0xfe, 0xff], .utf16),
    ]
    return starts.first { bytes.starts(with: $0.bytes) }?.appearance
  }

  private static func der(_ bytes: [UInt8]) -> Appearance? {
    // Every form is a sequence.
    guard bytes.first == 0x30 else { return nil }
    switch bytes.withUnsafeBytes({ rehearsal_der_kind($0.baseAddress, $0.count) }) {
    case rehearsal_item_pkcs12: return .store(.pkcs12)
    case rehearsal_item_certificate: return .store(.der)
    case rehearsal_item_key: return .privateKey
    case rehearsal_item_public_key: return .publicKey
    case rehearsal_item_request: return .certificateRequest
    case rehearsal_item_revocations: return .revocationList
    case rehearsal_item_pkcs7: return .unsupported(.pkcs7)
    // PKCS12 begins with its version, 3, after the length of the whole.
    default: return looksLikePKCS12(bytes) ? .store(.pkcs12) : nil
    }
  }

  private static func looksLikePKCS12(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 8 else { return false }
    let lengthBytes = bytes[1] < 0x80 ? 0 : Int(bytes[1] & 0x7f)
    return lengthBytes <= 4 && bytes[(2 + lengthBytes)...].starts(with: [2, 1, 3])
  }

  private static func inText(_ bytes: [UInt8]) -> Appearance {
    guard isText(bytes) else { return .bytes }
    if hasPEM(bytes) { return .store(.pem) }
    let start = bytes.drop { $0 <= 0x20 || [0xef, 0xbb, 0xbf].contains($0) }.prefix(200)
    let lower = String(decoding: start, as: UTF8.self).lowercased()
    if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") { return .html }
    if lower.hasPrefix("<") { return .xml }
    if lower.hasPrefix("{") || lower.hasPrefix("[") { return .json }
    let firstLine = lower.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") } ?? ""
    let key = firstLine.prefix { $0 != "=" }
    let isSetting = key.count < firstLine.count && key.contains(".") && !key.contains(" ")
    return isSetting ? .properties : .text
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(1000).allSatisfy { $0 >= 0x20 || [9, 10, 12, 13].contains($0) }
  }

  /// A block begins in its own line.
  private static func hasPEM(_ bytes: [UInt8]) -> Bool {
    withoutMark(bytes).split(whereSeparator: { $0 == 10 || $0 == 13 }).contains { $0.starts(with: "-----BEGIN ".utf8) }
  }

  /// Without the byte order mark that editors of Windows put before a text.
  static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
  }
}
