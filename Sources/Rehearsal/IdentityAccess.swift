internal import Diagnostics
internal import Kafka
internal import Load
internal import Reporting
internal import Scenarios
internal import TLS

/// The identities of a scenario made ready to sign in: secrets resolved, stores read and checked. Every mistake is found, not only
/// the first; nothing is sent.
struct IdentityAccess {
  /// By index of the identity; those with a mistake are missing.
  private(set) var accesses: [Int: ClientAccess] = [:]
  /// The materials of the targets that stages post to; those with a mistake are missing.
  var targets = TargetMaterials()
  private(set) var diagnostics: [Diagnostic] = []

  let scenario: Scenario
  private let secrets: SecretStore
  private let sentences: SecretSentences
  private let effort: Effort
  /// Seconds since 1970.
  private let now: Int64

  /// The sources of secrets that are asked.
  enum Effort {
    /// All are needed.
    case run
    /// No command is run, and a variable that is not set is no mistake: `check` may run elsewhere.
    case check
  }

  /// - Parameters:
  ///   - used: indices of the identities that are needed.
  ///   - stages: indices of the stages whose targets are needed, too.
  init(
    _ scenario: Scenario, used: [Int], stages: [Int], secrets: SecretStore, effort: Effort, now: Int64
  ) {
    self.scenario = scenario
    self.secrets = secrets
    sentences = SecretSentences(scenario)
    self.effort = effort
    self.now = now
    for identity in used {
      guard let access = access(of: identity) else { continue }
      accesses[identity] = access
    }
    readTargets(of: stages)
    diagnostics += secrets.readable.map(sentences.warning)
  }

  /// Those that stages and the reader of a run have, and the cluster's.
  static func used(in scenario: Scenario, selected: [Int]) -> [Int] {
    let others = [scenario.cluster.identity, scenario.verify.reader].compactMap { $0 }
    return Set(selected.map { scenario.stages[$0].identity } + others).sorted()
  }

  private mutating func access(of index: Int) -> ClientAccess? {
    let before = diagnostics.count(where: { $0.severity == .error })
    let identity = scenario.identities[index]
    var material = AccessSettings.Material()
    if let password = identity.password { material.password = value(of: password, ofUser: identity.username) }
    if let token = identity.token { material.tokens = tokens(token, of: identity) }
    var client: Handshake.ClientMaterial?
    let encryption = scenario.encryption(of: index)
    if let encryption { material.authorities = authorities(encryption) }
    if let certificate = identity.certificate, let store = keyStore(certificate) {
      material.certificate = store.certificatesPEM
      material.key = store.keyPEM
      let chain = store.chain.filter { !$0.isSelfSigned }
      material.chain = chain.isEmpty ? nil : chain.map(\.pem).joined()
      client = Handshake.ClientMaterial(store)
    }
    guard diagnostics.count(where: { $0.severity == .error }) == before else { return nil }
    return ClientAccess(
      AccessSettings(index, of: scenario, material),
      terms: encryption.map {
        Handshake.Terms(trusted: material.authorities, verifies: $0.verifies, client: client)
      })
  }

  // MARK: Secrets

  mutating func value(of secret: Secret, ofUser user: String? = nil) -> String? {
    if effort == .check {
      switch secret.source {
      case .command: return nil
      case .environment, .file, .text: break
      }
    }
    do { return try secrets.value(of: secret, ofUser: user) } catch {
      if effort == .check, case .unset = error.reason { return nil }
      add(sentences.diagnostic(error))
      return nil
    }
  }

  private mutating func tokens(_ secret: Secret, of identity: ClientIdentity) -> BearerTokens? {
    guard effort == .run else {
      _ = value(of: secret)
      return nil
    }
    let source = secrets.tokenSource(of: secret)
    // The first is asked for here, so that a mistake is found before anything is sent.
    do { _ = try source.token() } catch {
      add(sentences.diagnostic(error))
      return nil
    }
    let (user, sentences) = (identity.username ?? identity.name.text, sentences)
    return BearerTokens {
      do throws(TokenError) {
        let (token, end) = try source.token()
        return .success(BearerToken(value: token.text, expiresAt: end, principal: token.subject ?? user))
      } catch {
        return .failure(BearerTokenError(text: sentences.diagnostic(error).message))
      }
    }
  }

  /// Several identities can have one store, whose mistakes are reported once.
  private mutating func add(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  // MARK: Stores

  mutating func authorities(_ encryption: Encryption) -> String? {
    guard let file = encryption.truststore, let bytes = bytes(of: file) else { return nil }
    let password = encryption.truststorePassword.map { value(of: $0) }
    // A password that cannot be known here: the rest of the store is checked elsewhere.
    if case .some(.none) = password { return nil }
    do throws(StoreError) {
      let store = try TrustStore(bytes, password: password ?? nil)
      for certificate in store.certificates { note(certificate, in: file, isOfClient: false) }
      return store.pem
    } catch {
      report(error, in: file)
      return nil
    }
  }

  mutating func keyStore(_ certificate: ClientIdentity.Certificate) -> KeyStore? {
    switch certificate {
    case .keystore(let file, let secret):
      let password = secret.map { value(of: $0) }
      if case .some(.none) = password { return nil }
      guard let bytes = bytes(of: file) else { return nil }
      do throws(StoreError) {
        let store = try KeyStore(bytes, password: password ?? nil)
        notePermissions(ofKeyIn: file)
        note(store.certificate, in: file, isOfClient: true)
        return store
      } catch { report(error, in: file) }
    case .pem(let file, let key, let secret):
      let password = secret.map { value(of: $0) }
      if case .some(.none) = password { return nil }
      let (bytes, keyBytes) = (bytes(of: file), bytes(of: key))
      guard let bytes, let keyBytes else { return nil }
      do throws(StoreError) {
        let store = try KeyStore(certificate: bytes, key: keyBytes, keyPassword: password ?? nil)
        notePermissions(ofKeyIn: key)
        note(store.certificate, in: file, isOfClient: true)
        return store
      } catch { report(error, in: error.isOfKey ? key : file) }
    }
    return nil
  }

  private mutating func bytes(of file: StoreFile) -> [UInt8]? {
    do throws(InputFileError) {
      return try InputFile.readRegular(file.path, limit: Self.largest)
    } catch {
      add(
        Diagnostic(
          code: .certificate, "cannot read \(quoted(file.path)): \(error.reason)", at: file.range,
          remedy: error.isMissing ? "check the path: it is relative to the scenario's file" : nil))
      return nil
    }
  }

  private static let largest = 8 << 20

  /// Reports a private key that other users can read; one that they can change is an error, since it may not be the user's own.
  private mutating func notePermissions(ofKeyIn file: StoreFile) {
    guard let mode = InputFile.mode(file.path), mode & 0o077 != 0 else { return }
    let isWritable = mode & 0o022 != 0
    add(
      Diagnostic(
        isWritable ? .error : .warning, code: .certificate,
        "\(quoted(file.path)) holds a private key, and other users can \(isWritable ? "change" : "read") it",
        at: file.range,
        remedy: "chmod 600 \(file.path)"))
  }

  private mutating func report(_ error: StoreError, in file: StoreFile) {
    add(
      Diagnostic(
        code: .certificate, "\(quoted(file.path)) \(error.reason)", at: file.range, remedy: error.remedy(for: file.path)
      )
    )
  }

  /// Reports a certificate that is not valid now, or soon not any more. An authority that has expired is of no use, and may be one
  /// of many.
  private mutating func note(_ certificate: Certificate, in file: StoreFile, isOfClient: Bool) {
    let name = "the certificate of \(certificate.subject) in \(quoted(file.path))"
    let (problem, isError): (String, Bool) =
      switch certificate.validity(at: now) {
      case .valid: ("", false)
      case .expires(let days): ("\(name) expires in \(Plural.count(days, "day"))", false)
      case .expired(let since): ("\(name) expired \(day(since))", isOfClient)
      case .notYet(let from): ("\(name) is not valid before \(day(from))", isOfClient)
      }
    guard !problem.isEmpty else { return }
    add(
      Diagnostic(
        isError ? .error : .warning, code: .certificate, problem, at: file.range,
        remedy: "replace it with a new one, or check this machine's clock"))
  }
}

private func day(_ seconds: Int64) -> String {
  Timestamp(milliseconds: seconds.multipliedReportingOverflow(by: 1000).partialValue).day
}

extension StoreError {
  /// True where it is about the key, of a certificate and a key in two files.
  fileprivate var isOfKey: Bool {
    switch self {
    case .passwordNeeded, .wrongPassword, .unsupportedEncryption, .tooManyIterations, .noKey, .severalKeys,
      .keyDoesNotMatch:
      true
    case .empty, .tooLarge, .notAStore, .notSupported, .damaged, .noCertificate, .notEnoughMemory: false
    }
  }
}
