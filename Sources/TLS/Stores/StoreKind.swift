/// A form of store that is read.
package enum StoreKind: String, Sendable, Equatable, CaseIterable {
  case pem = "PEM"
  case pkcs12 = "PKCS12"
  case jks = "JKS"
  /// One certificate, or one key, in DER.
  case der = "DER"
}

/// A form of store that is known and not read.
package enum UnsupportedStore: String, Sendable, Equatable, CaseIterable {
  case jceks = "JCEKS"
  /// Bouncy Castle's; its UBER begins with the same bytes.
  case bks = "BKS"
  case pkcs7 = "PKCS7"
  case openSSH = "OpenSSH"

  package var words: String {
    switch self {
    case .jceks: "a JCEKS store"
    case .bks: "a BKS or UBER store of Bouncy Castle"
    case .pkcs7: "PKCS #7"
    case .openSSH: "a key of OpenSSH"
    }
  }

  /// The command that makes of it what is read.
  package func conversion(of path: String) -> String {
    switch self {
    case .jceks:
      command(
        "keytool", "-importkeystore", "-srckeystore", path, "-srcstoretype", "JCEKS", "-destkeystore",
        renamed(path, to: "p12"), "-deststoretype", "PKCS12")
    case .bks:
      command(
        "keytool", "-importkeystore", "-srckeystore", path, "-srcstoretype", "BKS", "-providerclass",
        "org.bouncycastle.jce.provider.BouncyCastleProvider", "-providerpath", "bcprov.jar", "-destkeystore",
        renamed(path, to: "p12"), "-deststoretype", "PKCS12")
    case .pkcs7: command("openssl", "pkcs7", "-print_certs", "-in", path, "-out", renamed(path, to: "pem"))
    case .openSSH: command("ssh-keygen", "-p", "-m", "PKCS8", "-f", path)
    }
  }
}
