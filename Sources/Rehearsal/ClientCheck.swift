internal import Diagnostics
internal import Kafka
internal import Language
internal import Load
internal import Scenarios

/// The mistakes in a scenario's properties of librdkafka that only librdkafka knows: of each by itself, and of all together.
struct ClientCheck {
  /// The cluster's clients, and the producers of stages that have settings of their own.
  let clients: [WrittenClient]
  /// False where a mistake in the file may have taken a property away: then no two of them are tried together.
  var areAllRead = true

  /// Several stages can have inherited one property: each mistake is reported once.
  var diagnostics: [Diagnostic] {
    var seen: Set<String> = []
    return clients.flatMap(diagnostics).filter { diagnostic in
      seen.insert("\(diagnostic.range) \(diagnostic.message)").inserted
    }
  }

  private func diagnostics(of client: WrittenClient) -> [Diagnostic] {
    guard let stage = client.stage else { return diagnostics(of: client.properties) { together($0, beside: $1) } }
    let own = stage.properties
    return own.compactMap(Self.ofReader) + Self.contradiction(client)
      + diagnostics(of: own) { good, bad in
        togetherInStage(client.properties + good, of: client, beside: bad)
      }
  }

  /// `together` tries those that are good by themselves.
  private func diagnostics(
    of properties: [ClientProperty], _ together: ([ClientProperty], [ClientProperty]) -> [Diagnostic]
  ) -> [Diagnostic] {
    let faults = properties.map { ClientSettings.fault(name: $0.name, value: $0.value, isSecret: $0.isSecret) }
    let alone = zip(properties, faults).compactMap { property, fault in fault.map { Self.diagnostic($0, of: property) }
    }
    let missing = Self.missingFiles(properties)
    func isBad(_ property: ClientProperty, _ fault: PropertyFault?) -> Bool {
      fault != nil || missing.contains { $0.range == property.valueRange }
    }
    let good = zip(properties, faults).filter { !isBad($0.0, $0.1) }.map(\.0)
    let bad = zip(properties, faults).filter { isBad($0.0, $0.1) }.map(\.0)
    return good.compactMap(Self.plainSecret) + Self.twice(properties) + alone + missing
      + (areAllRead ? together(good, bad) : [])
  }

  /// The secrets that the file itself holds.
  var secrets: [String] {
    clients.flatMap { $0.properties + ($0.stage?.properties ?? []) }.filter { $0.isInFile && $0.isSecret }.map(\.value)
  }

  // MARK: Of a stage

  /// A property of the reader in a stage, which only sends.
  private static func ofReader(_ property: ClientProperty) -> Diagnostic? {
    guard KnownProperty.of(property.name)?.scope == .consumer else { return nil }
    return Diagnostic(
      code: .refusedProperty, "\"\(property.name)\" is a property of consumers, and a stage only sends",
      at: property.range, remedy: "write it under cluster: librdkafka:")
  }

  /// Idempotence that a stage asks for, and that a property rules out.
  private static func contradiction(_ client: WrittenClient) -> [Diagnostic] {
    guard let stage = client.stage, let range = client.idempotence,
      let property = ClientProfile(bootstrap: [], isEmbedded: false, written: client.properties).with(stage)
        .contradictionOfTrait
    else { return [] }
    return [
      Diagnostic(
        code: .conflict, "an idempotent producer needs acks: all, and enable.idempotence on", at: range,
        remedy: "remove it, or \"\(property.name)\"", notes: [.init("\"\(property.name)\" is set", at: property.range)])
    ]
  }

  /// The refusals of a stage's producers that the cluster's clients do not have as well.
  private func togetherInStage(
    _ written: [ClientProperty], of client: WrittenClient, beside bad: [ClientProperty]
  ) -> [Diagnostic] {
    guard let stage = client.stage, bad.isEmpty else { return [] }
    var traits = stage
    traits.properties = written
    let merged = ClientProfile(bootstrap: [], isEmbedded: false, written: []).with(traits)
    if merged.contradictionOfTrait != nil { return [] }
    return ClientTrial.refusals(of: written, stage).map { refusal in
      var diagnostic = Self.diagnostic(refusal, among: written)
      if let place = client.transactional ?? client.idempotence, refusal.property == nil { diagnostic.range = place }
      if client.transactional != nil, refusal.error.text.contains("enable.idempotence") {
        diagnostic.remedy = "remove it: transactions need acks: all, and idempotence"
      }
      return diagnostic
    }
  }

  private static func plainSecret(_ property: ClientProperty) -> Diagnostic? {
    guard property.isInFile, property.isSecret else { return nil }
    let variable = property.name.uppercased().map { $0 == "." ? "_" : String($0) }.joined()
    return Diagnostic(
      .warning, code: .plainSecret, "\"\(property.name)\" is stored in plain text",
      at: property.range, remedy: "write \"${\(variable)}\", and set that variable")
  }

  /// The second of two names of one property, such as `acks` and `topic.acks`, of which only the last would count.
  private static func twice(_ properties: [ClientProperty]) -> [Diagnostic] {
    var first: [String: ClientProperty] = [:]
    return properties.compactMap { property in
      let original = KnownProperty.original(of: property.name)
      guard let other = first[original] else {
        first[original] = property
        return nil
      }
      return Diagnostic(
        code: .conflict, "\"\(property.name)\" and \"\(other.name)\" are one property", at: property.range,
        remedy: "remove one of them", notes: [.init("\"\(other.name)\" is set", at: other.range)])
    }
  }

  // MARK: Files

  private static let filesOfTLS: Set<String> = [
    "ssl.ca.location", "ssl.certificate.location", "ssl.crl.location", "ssl.key.location", "ssl.keystore.location",
  ]

  /// Files that a client over TLS would read and that are not there. They are not left to librdkafka: 2.16 ends the process where it
  /// does not find the authorities of an OpenID Connect server.
  private static func missingFiles(_ properties: [ClientProperty]) -> [Diagnostic] {
    let isTLS = properties.contains {
      $0.name == "security.protocol" && ["ssl", "sasl_ssl"].contains($0.value.lowercased())
    }
    guard isTLS else { return [] }
    return properties.compactMap { property in
      guard filesOfTLS.contains(property.name), property.value != "probe", !property.isSecret,
        !InputFile.exists(property.value)
      else { return nil }
      return Diagnostic(
        code: .certificate, "\(quoted(property.name)) names a file that is not there: \(quoted(property.value))",
        at: property.valueRange, remedy: "check the path: librdkafka's begin where rehearse is started")
    }
  }

  // MARK: Each by itself

  private static func diagnostic(_ fault: PropertyFault, of property: ClientProperty) -> Diagnostic {
    let name = "\"\(property.name)\""
    switch fault.kind {
    case .unknownName: return unknown(property)
    case .notForFiles:
      return Diagnostic(
        code: .refusedByLibrdkafka, "\(name) is set by the functions of a program", at: property.range,
        remedy: "remove it")
    case .notANumber:
      let unit = PlainNumber.unitName(of: property.name).map { " of \($0)" } ?? ""
      let number =
        property.isSecret
        ? nil
        : PlainNumber.meant(by: property.value, of: property.name).flatMap {
          ClientSettings.fault(name: property.name, value: $0, isSecret: false) == nil ? $0 : nil
        }
      let part = PlainNumber.readPart(of: property.value)
      let read =
        property.isSecret || part.isEmpty
        ? "" : ": librdkafka reads \"\(property.value)\" as \(part)"
      return Diagnostic(
        code: .refusedByLibrdkafka, "\(name) takes a plain number\(unit)\(read)",
        at: property.valueRange, remedy: number.map { "write \($0)" } ?? "write the number\(unit) alone")
    case .wrongValue:
      return Diagnostic(
        code: .refusedByLibrdkafka, "librdkafka \(ClientLibrary.version) refuses \(name): \(fault.error.text)",
        at: property.valueRange)
    }
  }

  private static func unknown(_ property: ClientProperty) -> Diagnostic {
    if let advice = JavaProperty.advice(on: property.name, value: property.isSecret ? nil : property.value) {
      return Diagnostic(
        code: .refusedByLibrdkafka, "\"\(property.name)\" \(advice.why)", at: property.range,
        remedy: advice.instead)
    }
    if let bare = withoutPrefix(property.name) {
      let advice = JavaProperty.advice(on: bare, value: property.isSecret ? nil : property.value)
      let nearest = KnownProperty.of(bare) == nil ? nearest(to: bare) : bare
      return Diagnostic(
        code: .refusedByLibrdkafka, "\"\(property.name)\" has a prefix of another program", at: property.range,
        remedy: advice.map(\.instead) ?? nearest.map { "write \($0)" } ?? "write librdkafka's name alone")
    }
    return Diagnostic(
      code: .refusedByLibrdkafka, "librdkafka \(ClientLibrary.version) has no property \"\(property.name)\"",
      at: property.range, remedy: nearest(to: property.name).map { "did you mean \"\($0)\"?" })
  }

  /// Prefixes with which Spring, Kafka Connect and others tell the properties of clients from their own, the longest first.
  private static let prefixes = [
    "spring.kafka.producer.properties.", "spring.kafka.consumer.properties.", "spring.kafka.properties.",
    "spring.kafka.producer.", "spring.kafka.consumer.", "spring.kafka.", "producer.override.", "consumer.override.",
    "producer.", "consumer.", "kafka.",
  ]

  /// The name behind a prefix, in Kafka's spelling; nil for a name without one.
  private static func withoutPrefix(_ name: String) -> String? {
    guard let prefix = prefixes.first(where: name.hasPrefix), name.count > prefix.count else { return nil }
    return String(name.dropFirst(prefix.count).map { $0 == "-" ? "." : $0 })
  }

  private static let names = KnownProperty.all.filter { !$0.value.isCallback }.keys.sorted()
  private static let namesByLetters = Dictionary(names.map { (letters($0), $0) }) { first, _ in first }

  private static func letters(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The name that was probably meant: case and separators do not count.
  static func nearest(to name: String) -> String? {
    namesByLetters[letters(name)] ?? Suggestion.nearest(to: name, in: names, atMost: 3)
  }

  private static let mechanisms = "PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER or GSSAPI"

  // MARK: All together

  private func together(_ good: [ClientProperty], beside bad: [ClientProperty]) -> [Diagnostic] {
    // What needs no property needs no trial: the program's own are always taken.
    guard !good.isEmpty else { return [] }
    let profile = ClientProfile(bootstrap: [], isEmbedded: false, written: good)
    let tried = ClientTrial.refusals(of: good).filter { refusal in
      // A property that was refused alone may be the one that is missing.
      bad.isEmpty || refusal.property != nil && !bad.contains { Self.areRelated($0.name, refusal) }
    }
    return Self.contradiction(profile) + tried.map { Self.diagnostic($0, among: good) }
  }

  private static func areRelated(_ name: String, _ refusal: ClientTrial.Refusal) -> Bool {
    let family = { (name: Substring) in ["sasl", "ssl", "security"].contains { name.hasPrefix($0) } }
    return family(name[...]) && (refusal.property.map { family($0.name[...]) } ?? true)
  }

  private static func contradiction(_ profile: ClientProfile) -> [Diagnostic] {
    guard let (acks, idempotence) = profile.contradiction else { return [] }
    return [
      Diagnostic(
        code: .conflict,
        "\"\(acks.name)\" is \(acks.isSecret ? Redaction.mask : acks.value), but with \"\(idempotence.name): \(idempotence.value)\" it must be all",
        at: acks.valueRange, remedy: "write all, or \(idempotence.name): false",
        notes: [.init("\"\(idempotence.name)\" is set", at: idempotence.range)])
    ]
  }

  private static func diagnostic(_ refusal: ClientTrial.Refusal, among written: [ClientProperty]) -> Diagnostic {
    let notes = refusal.others.map { Diagnostic.Note("\"\($0.name)\" is set", at: $0.range) }
    let start = SourcePosition(line: 1, column: 1)
    // These sentences do not name the property.
    let mechanism = written.last { KnownProperty.original(of: $0.name) == "sasl.mechanisms" }
    let isMechanism = refusal.error.text.contains("SASL mechanism")
    let property = isMechanism ? mechanism ?? refusal.property : refusal.property
    let subject = property.map { " \"\($0.name)\"" } ?? " these properties"
    let isIdempotence =
      refusal.error.text.contains("enable.idempotence")
      && !written.contains { KnownProperty.original(of: $0.name) == "enable.idempotence" }
    return Diagnostic(
      code: .refusedByLibrdkafka,
      "librdkafka \(ClientLibrary.version) refuses\(subject): \(refusal.error.text)",
      at: (isMechanism ? property?.valueRange : property?.range) ?? written.first?.range
        ?? SourceRange(start: start, end: start),
      remedy: isIdempotence
        ? "remove it, or write enable.idempotence: false"
        : isMechanism
          ? "write \(Self.mechanisms)"
          : refusal.error.text.contains("kinit") && mechanism == nil
            ? "write sasl.mechanism, too: it is GSSAPI otherwise" : nil, notes: notes)
  }
}
