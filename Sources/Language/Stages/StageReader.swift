internal import Diagnostics
internal import Scenarios
internal import Templates

/// Reads the stages of a scenario, and checks them against its identities, topics and templates.
struct StageReader {
  private(set) var declared: DeclaredParts
  /// Indices of the templates that stages send.
  private(set) var usedTemplates: Set<Int> = []
  /// The senders of the stages that could be read so far.
  private(set) var senders: [SendingIdentity] = []
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

  mutating func stages(_ scenario: Fields, _ values: inout ValueReader) -> [Stage]? {
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
    let stages = items.enumerated().map { index, item -> Stage? in
      let name = stageName(item, number: index + 1, among: &names, &values)
      let stage = stage(item, number: index + 1, name, above: names, &values)
      names.above.insert(name.text ?? "")
      return stage
    }
    let read = stages.compactMap { $0 }
    return read.count == items.count ? read : nil
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

  private mutating func stage(
    _ item: YAMLNode, number: Int, _ name: StageName, above names: StageNames, _ values: inout ValueReader
  ) -> Stage? {
    let fields = values.fields(
      of: item, named: "stage \(number)", in: name.context, as: StageKeys.table, headRange: name.range)
    guard let fields else { return nil }
    if fields.lacks("name") {
      values.missing("name", in: name.context, at: fields.headRange, remedy: "for example \"name: peak\"")
    }
    hold(values.setting(StageKeys.start, fields), against: names, &values)
    let traits = traits(fields, &values)
    if fields.has("pause") {
      _ = values.setting(StageKeys.pause, fields)
      return nil
    }
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
    let topic = chosen(traits.topic, "topic", declared.topics, fields, name, &values)
    let expected = fields["expect"].map { values.expectations($0, in: .stage) } ?? ExpectationList()
    senders.append(SendingIdentity(authentication: traits.auth, topic: topic, refusals: expected.refusals))
    let rule = partitionRule(
      traits.partition,
      templates: template.map { first in (declared.templates, traits.mix?.map(\.template) ?? [first]) },
      topic: topic.map { (declared.topics, $0) }, &values)
    warnOfShortLimit(traits.sendingLimit, schedule, name, &values)
    guard let text = name.text, let range = name.range, let schedule, let template, let topic, let rule else {
      return nil
    }
    let identity = declared.used.index(of: traits.auth, in: "stages.\(text).auth")
    holdDue(schedule, traits.mix?.map(\.template) ?? [template], name, &values)
    return Stage(
      name: text, range: range, schedule: schedule, template: template, mix: traits.mix ?? [], topic: topic,
      partition: rule, identity: identity, measured: traits.measured, sendingLimit: traits.sendingLimit.value,
      expectations: expected.expectations)
  }

  /// The keys that a stage and the defaults have in common.
  private func traits(_ fields: Fields, _ values: inout ValueReader) -> StageTraits {
    _ = values.setting(StageKeys.producers, fields)
    _ = values.setting(StageKeys.onFull, fields)
    _ = values.setting(StageKeys.librdkafka, fields)
    _ = values.setting(StageKeys.client, fields)
    _ = values.setting(StageKeys.abortWhen, fields)
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
      partition: values.setting(StageKeys.partition, fields),
      measured: values.value(StageKeys.measure, fields),
      sendingLimit: values.setting(StageKeys.atMost, fields))
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
        remedy: "name one of \(Diagnostic.list(entries.map(\.name))), here or in defaults")
    }
    return nil
  }

  /// A stage begins with or after one that is above it.
  private func hold(_ start: Setting<StageStart>, against names: StageNames, _ values: inout ValueReader) {
    guard let start = start.value, !names.above.contains(start.name) else { return }
    values.report(
      .unknown(
        "stage", start.name, in: " above", code: .unknownName, at: start.range, read: names.above.sorted(), later: [],
        listed: "stages above"))
  }
}

/// The identity that sends the messages of a stage, and the refusals that are expected.
struct SendingIdentity {
  var authentication: Setting<Authentication>
  /// Index of the topic, where it is known.
  var topic: Int?
  var refusals: [ExpectedRefusal]
}
