internal import Diagnostics
internal import Scenarios
internal import Templates

/// Reads the stages of a scenario, and checks them against its identities, topics and templates.
struct StageReader {
  private(set) var declared: DeclaredParts
  /// Indices of the templates that stages send.
  private(set) var usedTemplates: Set<Int> = []
  /// Those among them that are sent to topics.
  private(set) var templatesOfTopics: Set<Int> = []
  /// The senders of the stages that could be read so far.
  private(set) var senders: [SendingIdentity] = []
  /// The settings of producers that differ from the cluster's.
  var clients: [WrittenClient] = []
  /// The unique placeholders that were reported to have too few values.
  var exhausted: Set<SourceRange> = []

  init(_ declared: DeclaredParts) { self.declared = declared }

  /// Stages have their defaults in place already; mistakes in the defaults are reported even without a stage.
  func checkDefaults(_ scenario: Fields, _ values: inout ValueReader) {
    guard let pair = scenario["defaults"],
      let fields = values.fields(of: pair.value, named: "defaults", in: " in defaults", as: StageKeys.defaults)
    else { return }
    _ = traits(fields, &values)
  }

  /// Nil if something in them was reported.
  mutating func stages(_ scenario: Fields, _ values: inout ValueReader) -> StagesReading? {
    guard let pair = scenario["stages"] else {
      if scenario.lacks("stages") {
        values.missing(
          "stages", in: "", at: scenario.headRange, remedy: "for example \"stages: [{name: all, count: 1000}]\"")
      }
      return nil
    }
    guard let items = values.sequence(pair.value, named: "stages") else { return nil }
    if items.isEmpty {
      values.report(
        Diagnostic(
          code: .missingKey, "\"stages\" is empty", at: pair.key.range,
          remedy: "for example \"stages: [{name: all, count: 1000}]\""))
    }
    var names = StageNames()
    var reading = StagesReading()
    for (index, item) in items.enumerated() {
      let name = stageName(item, number: index + 1, among: &names, &values)
      entry(item, number: index + 1, name, above: names, in: &reading, &values)
      if let text = name.text { names.above[text] = names.above[text] ?? index }
    }
    if !items.isEmpty, reading.stages.isEmpty, reading.timeline.entries.count == items.count {
      values.report(
        ValueReader.sendsNothing(" by this scenario", at: pair.key.range, "add a stage that is not a pause"))
      return nil
    }
    return reading.timeline.entries.count == items.count ? reading : nil
  }

  private func stageName(
    _ item: YAMLNode, number: Int, among names: inout StageNames, _ values: inout ValueReader
  ) -> StageName {
    guard let pair = item.mapping?["name"] else {
      return StageName(text: nil, title: "stage \(number)", range: nil)
    }
    let written = pair.value.scalar?.text ?? ""
    let title = written.isEmpty ? "stage \(number)" : "stage \(quoted(written))"
    let text = values.name(pair)
    if let text {
      if let line = names.lines[text] {
        values.report(
          Diagnostic(
            code: .duplicateName, "two stages are named \(quoted(text))", at: pair.value.range,
            remedy: "the first is in line \(line)"))
      } else {
        names.lines[text] = pair.value.range.start.line
      }
    }
    return StageName(text: text, title: title, range: pair.value.range)
  }

  /// Reads a stage or a pause into the result, unless something in it was reported.
  private mutating func entry(
    _ item: YAMLNode, number: Int, _ name: StageName, above names: StageNames, in reading: inout StagesReading,
    _ values: inout ValueReader
  ) {
    let fields = values.fields(
      of: item, named: "stage \(number)", in: name.context, as: StageKeys.table, headRange: name.range)
    guard let fields else { return }
    if fields.lacks("name") {
      values.missing("name", in: name.context, at: fields.headRange, remedy: "for example \"name: peak\"")
    }
    let start = hold(values.setting(StageKeys.start, fields), against: names, &values)
    let traits = traits(fields, &values)
    let activity: Timeline.Activity
    if fields.has("pause") {
      guard let length = values.setting(StageKeys.pause, fields).value else { return }
      activity = .pause(length)
    } else {
      guard let stage = stage(fields, name, traits, &values) else { return }
      activity = .stage(reading.stages.count)
      reading.stages.append(stage)
    }
    guard let text = name.text, let start else { return }
    reading.timeline.entries.append(Timeline.Entry(name: text, activity: activity, start: start))
  }

  private mutating func stage(
    _ fields: Fields, _ name: StageName, _ traits: StageTraits, _ values: inout ValueReader
  ) -> Stage? {
    let count = values.setting(StageKeys.count, fields)
    let duration = values.setting(StageKeys.duration, fields)
    var schedule = self.schedule(
      fields, name, rate: traits.rate, count: count, duration: duration, once: once(traits, fields), &values)
    warnOfUnreachableRate(schedule, at: traits.rate.range, in: name.context, &values)
    let template =
      fields.has("mix")
      ? traits.mix?.first?.template : chosen(traits.template, "template", declared.templates, fields, name, &values)
    let sent = traits.mix?.map(\.template) ?? template.map { [$0] } ?? []
    usedTemplates.formUnion(sent)
    schedule = holdUnique(schedule, sent, name, &values)
    let destination = destination(traits, fields, name, &values)
    if !fields.has("to") { templatesOfTopics.formUnion(sent) }
    let expected = fields["expect"].map { values.expectations($0, in: .stage) } ?? ExpectationList()
    senders.append(
      SendingIdentity(
        authentication: traits.auth, destination: destination, postsToTarget: fields.has("to"),
        refusals: expected.refusals))
    let access = holdIdentity(traits.auth, at: destination, fields, &values)
    let rule = partitionRule(
      traits.partition,
      templates: template.map { first in (declared.templates, traits.mix?.map(\.template) ?? [first]) },
      topic: destination?.topic.map { (declared.topics, $0) }, written: fields["partition"], &values)
    warnOfShortLimit(traits.sendingLimit, schedule, name, &values)
    guard let text = name.text, let range = name.range, let schedule, let template, let destination, let rule else {
      return nil
    }
    let identity = destination.topic == nil ? 0 : declared.used.index(of: traits.auth, in: "stages.\(text).auth")
    let client = client(traits, name, schedule, &values)
    holdDue(schedule, traits.mix?.map(\.template) ?? [template], name, &values)
    var stage = Stage(
      name: text, range: range, schedule: schedule, template: template, mix: traits.mix ?? [],
      destination: destination, partition: rule, identity: identity, measured: traits.measured,
      sendingLimit: traits.sendingLimit.value,
      expectations: expected.expectations, producers: Int(traits.producers), client: client,
      whenFull: traits.whenFull, abortConditions: traits.abortConditions)
    stage.access = access
    return stage
  }

  /// The target that is named, or the topic; nil where that is not known, or was reported.
  private func destination(
    _ traits: StageTraits, _ fields: Fields, _ name: StageName, _ values: inout ValueReader
  ) -> Stage.Destination? {
    guard traits.target.isAbsent, !fields.has("to") else { return traits.target.value.map(Stage.Destination.target) }
    return chosen(traits.topic, "topic", declared.topics, fields, name, &values).map(Stage.Destination.topic)
  }

  /// The credentials of a stage's requests, where it has a target and credentials of its own. Reports those of the other kind.
  private func holdIdentity(
    _ auth: Setting<Authentication>, at destination: Stage.Destination?, _ fields: Fields, _ values: inout ValueReader
  ) -> TargetAccess? {
    guard fields.has("to") else {
      values.holdForKafka(auth, among: declared.identities)
      return nil
    }
    var encryption: Encryption?
    if case .target(let index)? = destination {
      encryption = declared.targets?.entries[index].value?.access.encryption
    }
    return values.access(auth, among: declared.identities, encryption: encryption)
  }

  /// The keys that a stage and the defaults have in common.
  private func traits(_ fields: Fields, _ values: inout ValueReader) -> StageTraits {
    let auth = values.setting(StageKeys.auth, fields)
    values.hold(auth, against: declared.identities)
    let mix = values.setting(StageKeys.mix, fields).value.flatMap {
      values.shares($0, of: declared.templates)
    }
    let rate = values.setting(StageKeys.rate.key, fields)
    return StageTraits(
      rate: rate, auth: auth,
      template: values.reference(values.setting(StageKeys.template, fields), "template", in: declared.templates),
      mix: mix,
      topic: values.reference(values.setting(StageKeys.topic, fields), "topic", in: declared.topics),
      target: values.reference(values.setting(StageKeys.target, fields), "target", in: declared.targets),
      partition: values.setting(StageKeys.partition, fields),
      measured: values.value(StageKeys.measure, fields),
      sendingLimit: values.setting(StageKeys.atMost, fields),
      producers: values.value(StageKeys.producers, fields), whenFull: values.value(StageKeys.onFull, fields),
      client: values.setting(StageKeys.client, fields).value,
      properties: values.setting(StageKeys.librdkafka, fields).value ?? [],
      abortConditions: values.setting(StageKeys.abortWhen, fields).value ?? [])
  }

  /// At `max`, messages have no due time.
  private func holdDue(_ schedule: Schedule, _ templates: [Int], _ name: StageName, _ values: inout ValueReader) {
    guard !schedule.isPaced, let entries = declared.templates?.entries, let range = name.range else { return }
    for entry in templates.map({ entries[$0] }) where entry.value?.usesDue == true {
      values.report(
        Diagnostic(
          code: .conflict,
          "template \(quoted(entry.name)) uses due times, but messages have none at max\(name.context)",
          at: range, remedy: "give the stage a rate"))
    }
  }

  /// The entry that the stage or its defaults name, or the only one that there is.
  private func chosen<Value>(
    _ named: Setting<Int>, _ key: String, _ declarations: Declarations<Value>?, _ fields: Fields, _ name: StageName,
    _ values: inout ValueReader
  ) -> Int? {
    guard named.isAbsent, let entries = declarations?.entries else { return named.value }
    if entries.count == 1 { return 0 }
    if fields.lacks(key), declarations?.hasTwins != true {
      values.missing(
        key, in: name.context, at: fields.headRange,
        remedy: entries.isEmpty
          ? "declare it under \(key)s" : "name one of \(Diagnostic.list(entries.map(\.name))), here or in defaults")
    }
    return nil
  }

  /// The start of a stage, which may refer to one that is above it; nil if that was reported.
  private func hold(
    _ start: Setting<StageStart>, against names: StageNames, _ values: inout ValueReader
  ) -> Timeline.Start? {
    switch start {
    case .absent: return .afterAllAbove
    case .faulty: return nil
    case .given(let start, _):
      guard let entry = names.above[start.name] else {
        values.report(
          .unknown(
            "stage", start.name, in: " above", code: .unknownName, at: start.range, read: names.above.keys.sorted(),
            later: [], listed: "stages above"))
        return nil
      }
      return switch start.reference {
      case .with: .with(entry, delay: start.delay)
      case .after: .after(entry, delay: start.delay)
      }
    }
  }
}

/// The stages that were read, with the pauses among them.
struct StagesReading {
  var stages: [Stage] = []
  var timeline = Timeline([])
}

/// The identity that sends the messages of a stage, and the refusals that are expected.
struct SendingIdentity {
  var authentication: Setting<Authentication>
  /// The place that it sends to, where that is known.
  var destination: Stage.Destination?
  /// It makes requests, and is no client of Kafka.
  var postsToTarget: Bool
  var refusals: [ExpectedRefusal]
}
