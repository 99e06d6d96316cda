internal import Diagnostics
internal import Scenarios

/// Keys of a target.
enum TargetKeys {
  static let url = Key(
    "url", .url, "Address that messages are posted to.", examples: ["http://localhost:8080/orders"], required: true
  ) { $0.url($1) }

  static let method = Key(
    "method", words: [Word("POST", "the usual one"), Word("PUT", "replaces"), Word("PATCH", "changes")],
    "Method of the requests.", examples: ["PUT"]
  ) { $0 }.defaulting(to: "POST", written: "POST")

  static let ready = Key(
    "ready", .text, "A path of the same host that must answer with a 2xx before anything is sent.",
    examples: ["/health"]
  ) { $0.readyPath($1) }

  static let headers = Key(
    "headers", .named(.textOrSecret, names: .header),
    "Headers of every request. A value under the name of a secret, such as `Authorization`, is one.",
    examples: ["{X-Tenant: load-test}", "{X-Api-Key: {env: API_KEY}}"]
  ) { $0.targetHeaders($1) }

  static let auth = Key(
    "auth", IdentityKeys.kind, "Credentials of its requests: BASIC, BEARER or a certificate.",
    default: .value("none"), examples: ["{mechanism: BEARER, token: {env: API_TOKEN}}"]
  ) { $0.authentication($1) }

  static let tls = Key(
    "tls", .trueOr(TLSKeys.table), "Settings for an address that begins with `https://`.",
    default: .described("the system's certificate authorities"), examples: ["{truststore: certs/ca.pem}"]
  ) { $0.encryption($1, of: "targets") }

  static let connections = Key(
    "connections", integer: 1...10_000, "The most requests that are open at once.", examples: ["512"]
  ).defaulting(to: 64)

  static let timeout = Key(
    "timeout", .duration, "The longest time from a request to its whole answer.", examples: ["15s"]
  ) { $0.duration($1) }.defaulting(to: .seconds(10))

  static let keepAlive = Key(
    "keep_alive", .duration, "A connection that was idle for this long, in whole seconds, is not used again.",
    examples: ["4s"]
  ) { $0.wholeSeconds($1) }.defaulting(to: .seconds(1))

  static let acknowledged = Key(
    "acknowledged", .list(.status), "The answers that acknowledge a message.", default: .value("[2xx]"),
    examples: ["[201]", "[2xx, 409]"]
  ) { $0.statuses($1) }

  static let rejected = Key(
    "rejected", .list(.status),
    "The answers that reject a message. What is in neither list, a timeout and a broken connection leave it unknown.",
    default: .value("[4xx]"), examples: ["[4xx, 503]"]
  ) { $0.statuses($1) }

  static let table = KeyTable(
    name: "target", title: "A target",
    summary:
      "An HTTP endpoint that stages post their messages to, each with a request of its own. A URL alone is one, too.",
    rows: [
      url.row, method.row, ready.row, headers.row, auth.row, tls.row, connections.row, timeout.row, keepAlive.row,
      acknowledged.row, rejected.row,
    ],
    example: MappingExample(
      in: "scenario",
      """
      targets:
        api: {url: "http://localhost:8080/orders", ready: /health, connections: 128, timeout: 15s}
        other: http://localhost:8081/orders
      """))
}

extension ValueReader {
  /// The targets that are declared.
  mutating func targets(_ scenario: Fields, _ identities: Declarations<WrittenIdentity>?) -> Declarations<Target>? {
    guard scenario.has("targets") else { return scenario.mayMean("targets") ? nil : Declarations() }
    return declarations("targets", of: scenario, example: "targets: {api: \"http://localhost:8080/orders\"}") {
      reader, pair in reader.target(pair, identities)
    }
  }

  private mutating func target(
    _ pair: YAMLPair, _ identities: Declarations<WrittenIdentity>?
  ) -> (Target?, Fields?) {
    let (name, range) = (pair.key.text, pair.key.range)
    if pair.value.scalar != nil {
      let url = YAMLPair(key: YAMLKey(text: "url", isPlain: true, range: range), value: pair.value)
      return (self.url(url).map { Target(name: name, range: range, url: $0, urlRange: pair.value.range) }, nil)
    }
    let context = " in target \(quoted(name))"
    guard let fields = fields(of: pair.value, named: name, in: context, as: TargetKeys.table, headRange: range) else {
      return (nil, nil)
    }
    let address = required(TargetKeys.url, fields, in: context)
    var target = Target(name: name, range: range, url: address ?? "", urlRange: fields["url"]?.value.range ?? range)
    target.method = value(TargetKeys.method, fields)
    target.ready = setting(TargetKeys.ready, fields).value
    target.headers = setting(TargetKeys.headers, fields).value ?? []
    target.connections = Int(value(TargetKeys.connections, fields))
    target.timeout = value(TargetKeys.timeout, fields)
    target.keepAlive = value(TargetKeys.keepAlive, fields)
    let acknowledged = setting(TargetKeys.acknowledged, fields)
    let rejected = setting(TargetKeys.rejected, fields)
    target.answers = AnswerRules(
      acknowledged: acknowledged.value ?? AnswerRules().acknowledged,
      rejected: rejected.value ?? AnswerRules().rejected)
    holdApart(target.answers, fields, in: context)
    let tls = setting(TargetKeys.tls, fields)
    let authentication = setting(TargetKeys.auth, fields)
    hold(authentication, against: identities)
    target.access =
      access(authentication, among: identities, encryption: tls.value) ?? TargetAccess(encryption: tls.value)
    if address?.hasPrefix("http://") == true {
      let unfit = tls.range != nil ? fields["tls"]?.key.range : nil
      let certificate = target.access.certificate != nil ? fields["auth"]?.key.range : nil
      if let range = unfit ?? certificate {
        report(
          Diagnostic(
            code: .conflict, "\(unfit != nil ? "tls" : "a certificate") is of use with https:// alone\(context)",
            at: range, remedy: "remove it, or write https://"))
      }
    }
    return (address == nil ? nil : target, fields)
  }

  /// Reports a status that both lists have: a number beats a class, but not itself.
  private mutating func holdApart(_ answers: AnswerRules, _ fields: Fields, in context: String) {
    guard let both = answers.acknowledged.first(where: answers.rejected.contains),
      let pair = fields["rejected"] ?? fields["acknowledged"]
    else { return }
    report(
      Diagnostic(
        code: .conflict, "\(both.text) is in \"acknowledged\" and in \"rejected\"\(context)", at: pair.value.range,
        remedy: "take it out of one of them"))
  }

  /// Statuses and classes of them, at least one.
  mutating func statuses(_ pair: YAMLPair) -> [AnswerRules.Status]? {
    guard let items = sequence(pair.value, named: pair.key.text) else { return nil }
    if items.isEmpty {
      badValue(pair, nil, QuantityError(reason: "is empty", remedy: "for example [2xx]"))
      return nil
    }
    return every(items) { reader, item in
      reader.quantity(
        YAMLPair(key: pair.key, value: item), expected: "a status such as 201 or 2xx"
      ) { text throws(QuantityError) in
        let digit = text.unicodeScalars.first.flatMap { Int(String($0)) } ?? 0
        if text.count == 3, text.hasSuffix("xx"), 1...5 ~= digit { return AnswerRules.Status.hundreds(digit) }
        if let number = Int(text), 100...599 ~= number { return .exactly(number) }
        let isClass = 1...5 ~= digit && text.count == 3 && Int(text) == nil
        throw QuantityError(
          reason: "is not a status of HTTP", remedy: isClass ? "write \(digit)xx" : "for example 201, or 2xx")
      }
    }
  }

  /// A duration of at least a second, without a fraction of one.
  mutating func wholeSeconds(_ pair: YAMLPair) -> Nanoseconds? {
    guard let duration = duration(pair) else { return nil }
    if duration.count % Nanoseconds.seconds(1).count == 0 { return duration }
    badValue(pair, nil, QuantityError(reason: "is not whole seconds", remedy: "for example \"1s\""))
    return nil
  }

  /// A path that begins with a slash.
  mutating func readyPath(_ pair: YAMLPair) -> String? {
    guard let scalar = scalarText(pair) else { return nil }
    if scalar.holdsSecret { return secretInAddress(pair) }
    if scalar.text.hasPrefix("/"), TargetURL.isPath(scalar.text) { return scalar.text }
    let path = TargetURL.path(of: scalar.text)
    badValue(
      pair, scalar,
      QuantityError(
        reason: "is not a path of the same host", remedy: "write \(path ?? "it with a / first, for example /health")"))
    return nil
  }

  /// Addresses are in plans, reports and errors.
  private mutating func secretInAddress(_ pair: YAMLPair) -> String? {
    report(
      Diagnostic(
        code: .notAllowed, "\(quoted(pair.key.text)) holds a secret, and reports show it", at: pair.value.range,
        remedy: "send it as a header, under headers: or by auth:"))
    return nil
  }

  /// The address of a target.
  mutating func url(_ pair: YAMLPair) -> String? {
    guard
      let scalar = scalar(pair.value, named: pair.key.text, expected: .textSuch(as: "http://localhost:8080/orders"))
    else { return nil }
    if scalar.holdsSecret { return secretInAddress(pair) }
    guard let fault = TargetURL.fault(in: scalar.text) else { return scalar.text }
    if scalar.text.contains("@") { reports.files.hide(scalar.text) }
    report(
      Diagnostic(
        code: .badValue,
        scalar.text.contains("@")
          ? "\(pair.key.text) \(fault.reason)" : "\(pair.key.text) \(quoted(scalar.shown)) \(fault.reason)",
        at: pair.value.range,
        remedy: fault.remedy, notes: scalar.notes))
    return nil
  }
}
