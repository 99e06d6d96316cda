extension StoreError {
  /// The words that follow the file's name in a sentence.
  package var reason: String {
    switch self {
    case .empty: "is empty"
    case .tooLarge(_, let limit): "is larger than \(limit >> 20) MiB"
    case .notAStore(let appearance): "is \(appearance.words)"
    case .notSupported(let kind): "is \(kind.words), which is not supported"
    case .damaged(let detail): detail.isEmpty ? "is damaged" : "is damaged: \(detail)"
    case .passwordNeeded: "needs a password"
    case .wrongPassword: "does not open with this password"
    case .unsupportedEncryption(let algorithm, _): "is encrypted with \(algorithm), which OpenSSL refuses"
    case .tooManyIterations(let limit): "asks for more than \(limit) iterations to try a password"
    case .noCertificate: "has no certificate"
    case .noKey: "has no private key"
    case .severalKeys(let aliases):
      "has \(aliases.count) private keys"
        + (aliases.contains("") ? "" : ": " + aliases.map { "\"\($0)\"" }.joined(separator: ", "))
    case .keyDoesNotMatch(let subject): "is not the private key of the certificate \(subject)"
    case .notEnoughMemory: "needs more memory than there is"
    }
  }

  /// The command to type, or what to give instead; nil where the reason says it all. `path` is the file.
  package func remedy(for path: String) -> String? {
    switch self {
    case .notAStore(let appearance): appearance.remedy(for: path)
    case .notSupported(let kind): kind.conversion(of: path)
    case .unsupportedEncryption(_, .pkcs12):
      command(
        "keytool", "-importkeystore", "-srckeystore", path, "-destkeystore", renamed(path, to: "new.p12"),
        "-deststoretype", "PKCS12")
    case .unsupportedEncryption(_, .pem):
      command(
        "openssl", "pkcs8", "-topk8", "-provider", "legacy", "-provider", "default", "-in", path, "-out",
        renamed(path, to: "new.key"))
    case .severalKeys(let aliases):
      aliases.first.flatMap { alias in
        alias.isEmpty
          ? nil
          : command(
            "keytool", "-importkeystore", "-srckeystore", path, "-srcalias", alias, "-destkeystore",
            renamed(path, to: "one.p12"), "-deststoretype", "PKCS12")
      }
    case .unsupportedEncryption, .empty, .tooLarge, .damaged, .passwordNeeded, .wrongPassword, .tooManyIterations,
      .noCertificate, .noKey, .keyDoesNotMatch, .notEnoughMemory:
      nil
    }
  }
}

extension Appearance {
  fileprivate var words: String {
    switch self {
    case .store(let kind): "a \(kind.rawValue) store"
    case .unsupported(let kind): kind.words
    case .certificates: "a certificate without a private key"
    case .privateKey: "a private key without a certificate"
    case .publicKey: "a public key"
    case .certificateRequest: "a request for a certificate"
    case .revocationList: "a list of revoked certificates"
    case .html: "an HTML page"
    case .xml: "an XML document"
    case .json: "a JSON document"
    case .properties: "a file of properties"
    case .zip: "a ZIP archive"
    case .utf16: "text in UTF-16"
    case .text: "text without a certificate"
    case .bytes: "neither PEM nor PKCS12 nor JKS"
    }
  }

  fileprivate func remedy(for path: String) -> String? {
    switch self {
    case .unsupported(let kind): kind.conversion(of: path)
    case .store: "keystore: \(path)"
    case .publicKey, .certificateRequest: "the certificate that the authority has made of it"
    case .properties: "the file that it names, for example in ssl.truststore.location"
    case .utf16: "save it as UTF-8"
    case .certificates, .privateKey, .revocationList, .html, .xml, .json, .zip, .text, .bytes: nil
    }
  }
}
