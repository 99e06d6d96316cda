internal import Diagnostics
internal import Scenarios

/// Keys of an identity.
enum IdentityKeys {
  /// An identity by its name, in place, or none.
  static let kind = Kind.either([.words([Word("none", "no authentication")]), .reference(.identity), .mapping(table)])

  static let mechanism = Key(
    "mechanism",
    words: [
      Word("PLAIN", "user name and password"), Word("SCRAM-SHA-256", "the password is never sent"),
      Word("SCRAM-SHA-512", "the same, with a stronger hash"), Word("OAUTHBEARER", "a token"),
      Word("none", "no authentication"), Word("BASIC", "user name and password, for a target"),
      Word("BEARER", "a token, for a target"),
    ],
    "The way to authenticate. Not needed with a certificate.", examples: ["SCRAM-SHA-512"]
  ) { $0 }

  static let username = Key("username", .text, "The user name.", examples: ["loader"]) { $0.text($1) }

  static let password = Key(
    "password", SecretKeys.kind, "The place where the password is found, not the password itself.",
    examples: ["{env: LOADER_PASSWORD}"]
  ) { $0.secret($1) }

  static let token = Key(
    "token", SecretKeys.kind, "The place where the token of OAUTHBEARER or BEARER is found.",
    examples: [#"{command: "cat token.jwt"}"#]
  ) { $0.secret($1) }

  static let brokers = Key(
    "brokers", .brokers, "Addresses of the listener for this identity.", default: .described("the cluster's"),
    examples: ["\"kafka:9093\""]
  ) { $0.brokers($1) }

  static let tls = Key(
    "tls", .either([.boolean, .mapping(TLSKeys.table)]),
    "Encryption for this identity; `false` for a listener without it. A certificate needs it, and brings `true` where nothing else is written.",
    default: .described("the cluster's"),
    examples: ["true"]
  ) { $0.transport($1) }

  static let certificate = Key(
    "certificate", .path, "The client's certificate in PEM.", examples: ["certs/client.pem"]
  ) { $0.storeFile($1) }

  static let key = Key("key", .path, "The certificate's private key in PEM.", examples: ["certs/client.key"]) {
    $0.storeFile($1)
  }

  static let keyPassword = Key(
    "key_password", SecretKeys.kind, "Password of the private key.", examples: ["{env: KEY_PW}"]
  ) { $0.secret($1) }

  static let keystore = Key(
    "keystore", .path, "Certificate and key in one file: PKCS #12 or JKS.", examples: ["certs/client.p12"]
  ) { $0.storeFile($1) }

  static let keystorePassword = Key(
    "keystore_password", SecretKeys.kind, "Password of the keystore.", examples: ["{env: KEYSTORE_PW}"]
  ) { $0.secret($1) }

  static let extends = Key(
    "extends", .reference(.identity), "Inherits the keys of another identity, or of a block `x-NAME`.",
    examples: ["loader"]
  ) { $0.text($1) }

  /// The keys that mechanisms need.
  static let needs: [(mechanisms: [String], keys: [String])] = [
    (["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "BASIC"], ["username", "password"]),
    (["OAUTHBEARER", "BEARER"], ["token"]),
  ]

  /// The keys of mechanisms, of which each is of use with some alone.
  static let ofMechanisms = needs.flatMap(\.keys)

  static let table = KeyTable(
    name: "identity", title: "An identity", summary: "Credentials for the brokers, or for targets.",
    rows: [
      mechanism.row, username.row, password.row, token.row, brokers.row, tls.row, certificate.row, key.row,
      keyPassword.row, keystore.row, keystorePassword.row, extends.row,
    ],
    rules: needs.map { KeyRule.needs($0.keys, by: mechanism.name, words: $0.mechanisms) } + [
      KeyRule.exclusive(["certificate", "key"], "keystore"), KeyRule.needs(["key"], by: "certificate"),
      KeyRule.needs(["certificate"], by: "key"), KeyRule.needs(["key"], by: "key_password"),
      KeyRule.needs(["keystore"], by: "keystore_password"),
      KeyRule.required("mechanism", unless: ["certificate", "keystore"]),
    ],
    example: MappingExample(
      in: "scenario",
      """
      identities:
        loader: {mechanism: SCRAM-SHA-512, username: loader, password: {env: LOADER_PASSWORD}}
        machine: {certificate: certs/client.pem, key: certs/client.key}
      """))
}

extension ValueReader {
  /// The identities that are declared.
  mutating func identities(_ scenario: Fields) -> Declarations<WrittenIdentity>? {
    guard scenario.has("identities") else {
      return scenario.mayMean("identities") ? nil : Declarations()
    }
    return declarations("identities", of: scenario, example: "identities: {loader: {mechanism: PLAIN, …}}") {
      reader, pair in
      let name = pair.key.text
      return (reader.identity(pair, .declared(name), in: " in identity \(quoted(name))"), nil)
    }
  }

  private mutating func identity(
    _ pair: YAMLPair, _ name: ClientIdentity.Name, in context: String
  ) -> WrittenIdentity? {
    guard
      let fields = fields(
        of: pair.value, named: pair.key.text, in: context, as: IdentityKeys.table, headRange: pair.key.range)
    else { return nil }
    let mechanism = setting(IdentityKeys.mechanism, fields)
    var identity = ClientIdentity(name: name, range: pair.key.range)
    identity.mechanism = mechanism.value.flatMap(ClientIdentity.Mechanism.init)
    identity.username = setting(IdentityKeys.username, fields).value
    identity.password = setting(IdentityKeys.password, fields).value
    identity.token = setting(IdentityKeys.token, fields).value
    identity.brokers = listener(setting(IdentityKeys.brokers, fields))
    identity.transport = setting(IdentityKeys.tls, fields).value ?? .inherited
    identity.certificate = certificate(fields, in: context)
    if case .plain = identity.transport, let certificate = fields["certificate"] ?? fields["keystore"] {
      report(
        Diagnostic(
          code: .conflict, "a certificate is of use with TLS alone\(context)", at: certificate.key.range,
          remedy: "remove it, or write tls: true"))
    }
    if let mechanism = mechanism.value {
      let needed = IdentityKeys.needs.first { $0.mechanisms.contains(mechanism) }?.keys ?? []
      needs(needed, fields, "mechanism \(mechanism)", in: context)
      refuse(IdentityKeys.ofMechanisms.filter { !needed.contains($0) }, fields, mechanism, in: context)
    } else if mechanism.isAbsent, ["certificate", "keystore", "mechanism"].allSatisfy(fields.lacks) {
      missing("mechanism", in: context, at: fields.headRange, remedy: "for example \"mechanism: SCRAM-SHA-512\"")
    } else if mechanism.isAbsent, fields.lacks("mechanism"),
      let pair = IdentityKeys.ofMechanisms.compactMap({ fields[$0] }).first
    {
      missing(
        "mechanism", in: context, at: pair.key.range,
        remedy: "\(quoted(pair.key.text)) needs it: for example \"mechanism: SCRAM-SHA-512\"")
    }
    return WrittenIdentity(identity, mechanism: mechanism.value)
  }

  /// The addresses of a listener; those of the embedded broker are none.
  private mutating func listener(_ brokers: Setting<Brokers>) -> Brokers? {
    guard case .given(.embedded, let range) = brokers else { return brokers.value }
    report(
      Diagnostic(
        code: .notAllowed, "the embedded broker has no authentication", at: range,
        remedy: "write the addresses of a listener"))
    return nil
  }

  private mutating func needs(_ keys: [String], _ fields: Fields, _ why: String, in context: String) {
    for key in keys where fields.lacks(key) {
      missing(key, in: context, at: fields["mechanism"]?.value.range ?? fields.headRange, remedy: "\(why) needs it")
    }
  }

  /// Reports keys that would be passed over.
  private mutating func refuse(
    _ keys: [String], _ fields: Fields, _ mechanism: String, in context: String
  ) {
    for pair in keys.compactMap({ fields[$0] }) {
      report(
        Diagnostic(
          code: .conflict, "mechanism \(mechanism) has no use for \(quoted(pair.key.text))\(context)",
          at: pair.key.range, remedy: "remove it, or change the mechanism"))
    }
  }

  private mutating func certificate(_ fields: Fields, in context: String) -> ClientIdentity.Certificate? {
    let certificate = setting(IdentityKeys.certificate, fields).value
    let key = setting(IdentityKeys.key, fields).value
    let keyPassword = setting(IdentityKeys.keyPassword, fields).value
    let keystore = setting(IdentityKeys.keystore, fields).value
    let keystorePassword = setting(IdentityKeys.keystorePassword, fields).value
    // They exclude each other, which was reported.
    if fields.has("keystore"), fields.has("certificate") || fields.has("key") { return nil }
    if fields.has("certificate"), fields.lacks("key") {
      missing(
        "key", in: context, at: fields["certificate"]?.key.range ?? fields.headRange, remedy: "a certificate needs it")
    }
    let owners = [("key", "certificate"), ("key_password", "key"), ("keystore_password", "keystore")]
    for (part, owner) in owners where fields.lacks(owner) {
      guard let pair = fields[part] else { continue }
      missing(owner, in: context, at: pair.key.range, remedy: "\(quoted(part)) needs it")
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
            remedy: "declare the identity under identities, and name it here"))
        return nil
      }
      return identity(pair, .inPlace(pair.key.text), in: " in \(pair.key.text)").map(Authentication.inPlace)
    }
    guard let name = text(pair) else { return nil }
    return name == "none" ? .unauthenticated(at: pair.value.range) : .named(name, at: pair.value.range)
  }

  /// Reports an identity that is not declared.
  mutating func hold(_ authentication: Setting<Authentication>, against identities: Declarations<WrittenIdentity>?) {
    guard case .named(let name, let range)? = authentication.value, let identities,
      identities.index(of: name) == nil
    else { return }
    report(
      .unknown(
        "identity", name, in: "", code: .unknownName, at: range, read: identities.entries.map(\.name), later: [],
        listed: "declared"))
  }
}
