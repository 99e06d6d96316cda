/// Why a truststore or keystore cannot be used.
package enum StoreError: Error, Sendable, Equatable {
  case empty
  case tooLarge(bytes: Int, limit: Int)
  /// It is something else than what is expected there.
  case notAStore(Appearance)
  case notSupported(UnsupportedStore)
  /// In the words of OpenSSL, or of the format.
  case damaged(String)
  case passwordNeeded
  /// Formats with a checksum under the password do not show whether that or a byte is wrong.
  case wrongPassword
  /// An algorithm that OpenSSL does not have, or has in a module that is not installed: RC2 and single DES.
  case unsupportedEncryption(String, StoreKind)
  /// Deriving the key from the password would take minutes.
  case tooManyIterations(limit: Int)
  case noCertificate
  case noKey
  /// Their aliases, where they have one.
  case severalKeys([String])
  /// The first certificate, where the key is of none.
  case keyDoesNotMatch(subject: String)
  case notEnoughMemory
}
