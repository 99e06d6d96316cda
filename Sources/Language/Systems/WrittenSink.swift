internal import Diagnostics
internal import Scenarios
internal import Templates

/// A sink as it is written: other sinks, and the stages whose messages it holds, are named.
struct WrittenSink {
  enum Source {
    /// Index of the topic.
    case topic(Int)
    case command(CommandQuery)
    case anyOf([WrittenName])
  }

  var name: String
  /// The position of its key.
  var range: SourceRange
  var source: Source
  var from: WrittenName?
  var holds: WrittenHolds?
  /// The position of `holds`, where it is written.
  var holdsRange: SourceRange?
  var identity: RecordIdentity?
  var identityRange: SourceRange?
  var authentication = Setting<Authentication>.absent
  /// The rest, with nothing held yet.
  var sink: Sink
}

/// Reads the sinks of a scenario, each by itself.
struct SinkReader {
  var variables: Setting<[Variable]>
  var identities: Declarations<WrittenIdentity>?
  var topics: Declarations<Topic>?
  var groups: Declarations<WatchedGroup>?
  /// Nil where `verify` could not be read.
  var verify: VerifyReading?

  func sinks(
    _ scenario: Fields, _ templates: inout TemplateReader, _ values: inout ValueReader
  ) -> Declarations<WrittenSink>? {
    guard scenario.has("sinks") else { return scenario.mayMean("sinks") ? nil : Declarations() }
    return values.declarations(
      "sinks", of: scenario, example: "sinks: {stored: {command: [psql, …], input: select …}}"
    ) { values, pair in sink(pair, &templates, &values) }
  }

  private func sink(
    _ pair: YAMLPair, _ templates: inout TemplateReader, _ values: inout ValueReader
  ) -> (WrittenSink?, Fields?) {
    let (name, range) = (pair.key.text, pair.key.range)
    let context = " in sink \(quoted(name))"
    guard
      let fields = values.fields(of: pair.value, named: name, in: context, as: SinkKeys.table, headRange: range)
    else { return (nil, nil) }
    let errors = values.reports.errorCount
    let source = source(fields, name, range, &values)
    let identity = values.setting(SinkKeys.identity, fields)
    let format = values.setting(SinkKeys.format, fields)
    let group = values.reference(values.setting(SinkKeys.group, fields), "group", in: groups)
    let authentication = values.setting(SinkKeys.auth, fields)
    values.hold(authentication, against: identities)
    values.holdForKafka(authentication, among: identities)
    let from = values.setting(SinkKeys.from, fields)
    let holds = values.setting(SinkKeys.holds, fields)
    var sink = Sink(name: name, range: range, source: .anyOf([]), heldStages: [], identity: .header)
    sink.copies = Int(values.value(SinkKeys.copies, fields))
    sink.conditions = values.setting(SinkKeys.conditions, fields).value ?? []
    sink.comparisons = values.setting(SinkKeys.same, fields).value ?? []
    sink.format = format.value
    sink.schema = templates.schema(fields, format: format, ofSink: name, &values)
    sink.group = group.value
    _ = values.setting(SinkKeys.order, fields)
    sink.mode = values.setting(SinkKeys.mode, fields).value ?? verify?.verify.mode ?? sink.mode
    sink.within = values.setting(SinkKeys.within, fields).value ?? verify?.writtenWithin ?? Sink.usualPatience
    sink.atMost = values.setting(SinkKeys.atMost, fields).value ?? verify?.verify.atMost
    sink.isolation = values.setting(SinkKeys.isolation, fields).value ?? verify?.verify.isolation ?? sink.isolation
    sink.expectations = values.setting(SinkKeys.expect, fields).value?.expectations ?? []
    // Once something is reported, more would be said about what is not known.
    guard let source, values.reports.errorCount == errors else { return (nil, fields) }
    hold(identity, of: source, sink, fields, context, &values)
    guard values.reports.errorCount == errors else { return (nil, fields) }
    return (
      WrittenSink(
        name: name, range: range, source: source,
        from: from.value.map { WrittenName(text: $0, range: from.range ?? range) }, holds: holds.value,
        holdsRange: holds.range, identity: identity.value, identityRange: identity.range,
        authentication: authentication, sink: sink), fields
    )
  }

  private func source(
    _ fields: Fields, _ name: String, _ range: SourceRange, _ values: inout ValueReader
  ) -> WrittenSink.Source? {
    if fields.has("command") {
      return values.commandQuery(fields, variables: variables).map(WrittenSink.Source.command)
    }
    for key in ["input", "environment", "every"] {
      guard let pair = fields[key], fields.lacks("command") else { continue }
      values.missing("command", in: " in sink \(quoted(name))", at: pair.key.range, remedy: "\(quoted(key)) needs it")
    }
    if fields.has("any_of") { return values.setting(SinkKeys.anyOf, fields).value.map(WrittenSink.Source.anyOf) }
    let topic = values.setting(SinkKeys.topic, fields)
    if !topic.isAbsent { return values.reference(topic, "topic", in: topics).value.map(WrittenSink.Source.topic) }
    guard let topics else { return nil }
    if let index = topics.index(of: name) { return .topic(index) }
    if fields.lacks("topic"), fields.lacks("command"), fields.lacks("any_of"), fields.lacks("input") {
      let nearest = Suggestion.nearest(to: name, in: topics.entries.map(\.name))
      values.report(
        Diagnostic(
          code: .missingKey, "sink \(quoted(name)) has no topic, and no topic has its name", at: range,
          remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "write topic:, command: or any_of:"))
    }
    return nil
  }

  /// Reports an identity that such a place cannot have, and fields that its records do not have.
  private func hold(
    _ identity: Setting<RecordIdentity>, of source: WrittenSink.Source, _ sink: Sink, _ fields: Fields,
    _ context: String, _ values: inout ValueReader
  ) {
    let place = identity.value
    var fault: (message: String, remedy: String)?
    switch source {
    case .anyOf: return
    case .command:
      switch place {
      case .header, .key: fault = ("a line of a command has no \(place == .key ? "key" : "headers")", "write line")
      case .xml: fault = ("a line of a command is not XML", "write line, {json: …} or {regex: …}")
      case .line, .json, .regex, nil: break
      }
    case .topic:
      if place == .line { fault = ("a topic has no lines", "write {json: $.id} or key") }
    }
    if let fault, let range = identity.range {
      values.report(
        Diagnostic(code: .conflict, "\(fault.message)\(context)", at: range, remedy: fault.remedy))
      return
    }
    let isJSON: Bool
    let why: String
    switch (source, place) {
    case (.command, .json): (isJSON, why) = (true, "")
    case (.command, _): (isJSON, why) = (false, "a line is one text, unless identity is {json: …}")
    case (_, .xml): (isJSON, why) = (false, "its values are XML")
    default: (isJSON, why) = (sink.format != .xml, "its values are XML")
    }
    for key in ["where", "same"] {
      guard let pair = fields[key], let mapping = pair.value.mapping else { continue }
      for entry in mapping.pairs {
        let isKey = entry.key.text == "key"
        if isKey, case .command = source {
          values.report(
            Diagnostic(
              code: .conflict, "a line of a command has no key\(context)", at: entry.key.range,
              remedy: "name a path such as $.id"))
        } else if !isKey, !isJSON {
          values.report(
            Diagnostic(
              code: .conflict, "\(quoted(key)) compares fields of JSON\(context)", at: entry.key.range, remedy: why))
        }
      }
    }
    if case .command = source, !isJSON, let pair = fields["format"] ?? fields["schema"] {
      values.report(
        Diagnostic(
          code: .conflict, "\(quoted(pair.key.text)) has nothing to check\(context)", at: pair.key.range, remedy: why))
    }
  }
}
