internal import Diagnostics
internal import Scenarios

/// As whom one signs in, and how connections are encrypted.
extension ScenarioReader {
  /// The identities that are declared.
  mutating func identities(_ scenario: Fields) -> Declarations<ClientIdentity>? {
    guard scenario.has("identities") else {
      return scenario.mayMean("identities") ? nil : Declarations()
    }
    return declarations("identities", of: scenario, example: "identities: {loader: {mechanism: PLAIN, …}}") {
      reader, pair in
      (reader.identity(pair, in: " in identity \(quoted(pair.key.text))"), nil)
    }
  }

  private mutating func identity(_ pair: YAMLPair, in context: String) -> ClientIdentity? {
    guard
      let fields = fields(of: pair.value, named: pair.key.text, in: context, as: .identity, place: pair.key.range)
    else { return nil }
    let mechanism = setting(IdentityKeys.mechanism, fields)
    var identity = ClientIdentity()
    identity.mechanism = mechanism.value.flatMap(ClientIdentity.Mechanism.init)
    identity.username = setting(IdentityKeys.username, fields).value
    identity.password = setting(IdentityKeys.password, fields).value
    identity.token = setting(IdentityKeys.token, fields).value
    identity.brokers = setting(IdentityKeys.brokers, fields).value
    identity.encryption = setting(IdentityKeys.tls, fields).value
    identity.certificate = certificate(fields, in: context)
    switch identity.mechanism {
    case .plain, .scramSHA256, .scramSHA512:
      needs(["username", "password"], fields, "mechanism \(identity.mechanism?.rawValue ?? "")", in: context)
    case .oauthBearer: needs(["token"], fields, "mechanism OAUTHBEARER", in: context)
    case .noLogin: break
    case nil:
      if mechanism.isAbsent, fields.lacks("certificate"), fields.lacks("keystore"), fields.lacks("mechanism") {
        missing("mechanism", in: context, at: fields.place, remedy: "write such as \"mechanism: SCRAM-SHA-512\"")
      }
    }
    return identity
  }

  private mutating func needs(_ keys: [String], _ fields: Fields, _ why: String, in context: String) {
    for key in keys where fields.lacks(key) {
      missing(key, in: context, at: fields["mechanism"]?.value.range ?? fields.place, remedy: "\(why) needs it")
    }
  }

  private mutating func certificate(_ fields: Fields, in context: String) -> ClientIdentity.Certificate? {
    let certificate = setting(IdentityKeys.certificate, fields).value
    let key = setting(IdentityKeys.key, fields).value
    let keyPassword = setting(IdentityKeys.keyPassword, fields).value
    let keystore = setting(IdentityKeys.keystore, fields).value
    let keystorePassword = setting(IdentityKeys.keystorePassword, fields).value
    if let first = ["certificate", "key"].first(where: fields.has), let second = fields["keystore"] {
      report(
        Diagnostic(
          code: .conflict, "\(quoted(first)) and \"keystore\" exclude each other\(context)", at: second.key.range,
          remedy: "remove one of them"))
      return nil
    }
    if fields.has("certificate"), fields.lacks("key") {
      missing(
        "key", in: context, at: fields["certificate"]?.key.range ?? fields.place, remedy: "a certificate needs it")
    }
    if let keystore { return .keystore(keystore, password: keystorePassword) }
    guard let certificate, let key else { return nil }
    return .pem(certificate: certificate, key: key, password: keyPassword)
  }

  /// The name of an identity, `none`, or the mapping in place.
  mutating func authentication(_ pair: YAMLPair) -> Authentication? {
    if case .mapping(let mapping) = pair.value.content {
      if let extends = mapping["extends"] {
        report(
          Diagnostic(
            code: .notAllowed, "\"extends\" is not allowed in \(pair.key.text)", at: extends.key.range,
            remedy: "declare the identity below identities, and name it here"))
        return nil
      }
      return identity(pair, in: " in \(pair.key.text)").map(Authentication.inPlace)
    }
    guard let name = text(pair) else { return nil }
    return name == "none" ? .nobody : .named(name, at: pair.value.range)
  }

  /// Reports an identity that is not declared.
  mutating func hold(_ authentication: Setting<Authentication>, against identities: Declarations<ClientIdentity>?) {
    guard case .named(let name, let range)? = authentication.value, let identities,
      identities.index(of: name) == nil
    else { return }
    report(
      .unknown(
        "identity", name, in: "", code: .unknownName, at: range, read: identities.entries.map(\.name), later: [],
        listed: "declared"))
  }

  /// `true`, or a mapping.
  mutating func encryption(_ pair: YAMLPair) -> Encryption? {
    guard case .mapping = pair.value.content else {
      guard let isOn = boolean(pair) else { return nil }
      if isOn { return Encryption() }
      badValue(pair, nil, QuantityFault(reason: "is what holds without it", remedy: "remove it"))
      return nil
    }
    guard let fields = fields(of: pair.value, named: "tls", in: " in tls", as: .tls) else { return nil }
    return Encryption(
      truststore: setting(TLSKeys.truststore, fields).value,
      truststorePassword: setting(TLSKeys.truststorePassword, fields).value,
      verifies: setting(TLSKeys.verify, fields).value ?? true)
  }

  /// `{env: …}`, `{file: …}`, `{command: …}`; `${NAME}` means `{env: NAME}`; plain text works, with a warning. What the
  /// secret is, is neither looked up nor shown.
  mutating func secret(_ pair: YAMLPair) -> Secret? {
    let name = pair.key.text
    guard let scalar = pair.value.scalar, !scalar.isNull else {
      let context = " in \(name)"
      guard case .mapping = pair.value.content else {
        wrongKind(pair.value, named: name, expected: "a secret such as {env: \(name.uppercased())}")
        return nil
      }
      guard let fields = fields(of: pair.value, named: name, in: context, as: .secret) else { return nil }
      switch only(["env", "file", "command"], of: fields, in: context) {
      case "env": return setting(SecretKeys.env, fields).value.map(Secret.environment)
      case "file": return setting(SecretKeys.file, fields).value.map(Secret.file)
      case "command": return setting(SecretKeys.command, fields).value.map(Secret.command)
      default: return nil
      }
    }
    if let variable = Interpolation(scalar.text).onlyVariable { return .environment(variable) }
    guard text(pair) != nil else { return nil }
    files.hide(scalar.text)
    report(
      Diagnostic(
        .warning, code: .plainSecret, "\(quoted(name)) stands in the file for everybody to read", at: pair.value.range,
        remedy: "write {env: \(name.uppercased())}, and set that variable"))
    return .text(scalar.text)
  }
}
