internal import Diagnostics
internal import Scenarios
internal import Templates

extension ScenarioReader {
  /// Stages have their defaults in place already; what is wrong in the defaults is wrong without a stage, too.
  mutating func checkDefaults(_ scenario: Fields, _ declared: Declared) {
    guard let pair = scenario["defaults"],
      let fields = fields(of: pair.value, named: "defaults", in: " in defaults", as: StageKeys.defaults)
    else { return }
    _ = traits(fields, declared)
  }

  mutating func stages(_ scenario: Fields, _ declared: Declared) -> [Stage]? {
    guard let pair = scenario["stages"] else {
      if scenario.lacks("stages") {
        missing("stages", in: "", at: scenario.place, remedy: "write such as \"stages: [{name: all, count: 1000}]\"")
      }
      return nil
    }
    guard let items = sequence(pair.value, named: "stages") else { return nil }
    if items.isEmpty {
      report(
        Diagnostic(
          code: .missingKey, "\"stages\" is empty", at: pair.key.range,
          remedy: "write such as \"stages: [{name: all, count: 1000}]\""))
    }
    var names = StageNames()
    usedTemplates = []
    let stages = items.enumerated().map { index, item -> Stage? in
      let name = stageName(item, number: index + 1, among: &names)
      let stage = stage(item, number: index + 1, name, declared, above: names)
      names.above.insert(name.text ?? "")
      return stage
    }
    let read = stages.compactMap { $0 }
    return read.count == items.count ? read : nil
  }

  private mutating func stageName(_ item: YAMLNode, number: Int, among names: inout StageNames) -> StageName {
    guard let pair = item.mapping?["name"] else {
      return StageName(text: nil, context: " in stage \(number)", range: nil)
    }
    let written = pair.value.scalar?.text ?? ""
    let context = written.isEmpty ? " in stage \(number)" : " in stage \(quoted(written))"
    let text = self.name(pair)
    if let text {
      if let line = names.lines[text] {
        report(
          Diagnostic(
            code: .duplicateName, "two stages are named \(quoted(text))", at: pair.value.range,
            remedy: "the first is in line \(line)"))
      } else {
        names.lines[text] = pair.value.range.start.line
      }
    }
    return StageName(text: text, context: context, range: pair.value.range)
  }

  private mutating func stage(
    _ item: YAMLNode, number: Int, _ name: StageName, _ declared: Declared, above names: StageNames
  ) -> Stage? {
    let fields = fields(of: item, named: "stage \(number)", in: name.context, as: StageKeys.table, place: name.range)
    guard let fields else { return nil }
    if fields.lacks("name") {
      missing("name", in: name.context, at: fields.place, remedy: "write such as \"name: peak\"")
    }
    hold(setting(StageKeys.start, fields), against: names)
    let traits = traits(fields, declared)
    if fields.has("pause") {
      _ = setting(StageKeys.pause, fields)
      return nil
    }
    let count = setting(StageKeys.count, fields)
    let duration = setting(StageKeys.duration, fields)
    let schedule = self.schedule(
      fields, name, rate: traits.rate, count: count, duration: duration, once: once(traits, fields, declared))
    warnOfUnreachableRate(schedule, at: traits.rate.range, in: name.context)
    let template =
      fields.has("mix")
      ? traits.mix?.first?.template : chosen(traits.template, "template", declared.templates, fields, name)
    usedTemplates.formUnion(traits.mix?.map(\.template) ?? template.map { [$0] } ?? [])
    let topic = chosen(traits.topic, "topic", declared.topics, fields, name)
    refusals = []
    let expectations = fields["expect"].map { self.expectations($0, in: .stage) }
    controls.add(way(traits.auth, else: clusterWay, declared.identities), topic: topic, refusals: refusals)
    let rule = partitionRule(
      traits.partition,
      templates: template.map { first in (declared.templates, traits.mix?.map(\.template) ?? [first]) },
      topic: topic.map { (declared.topics, $0) })
    warnOfShortLimit(traits.sendingLimit, schedule, name)
    guard let text = name.text, let range = name.range, let schedule, let template, let topic, let rule else {
      return nil
    }
    holdDue(schedule, traits.mix?.map(\.template) ?? [template], declared, name)
    return Stage(
      name: text, range: range, schedule: schedule, template: template, mix: traits.mix ?? [], topic: topic,
      partition: rule, measured: traits.measured.value ?? true, sendingLimit: traits.sendingLimit.value,
      expectations: expectations ?? [])
  }

  /// What a stage and the defaults have in common.
  private mutating func traits(_ fields: Fields, _ declared: Declared) -> StageTraits {
    _ = setting(StageKeys.producers, fields)
    _ = setting(StageKeys.onFull, fields)
    _ = setting(StageKeys.librdkafka, fields)
    _ = setting(StageKeys.client, fields)
    _ = setting(StageKeys.abortWhen, fields)
    let auth = setting(StageKeys.auth, fields)
    hold(auth, against: declared.identities)
    let mix = setting(StageKeys.mix, fields).value.flatMap { shares($0, of: declared.templates) }
    let rate = setting(StageKeys.rate, fields)
    return StageTraits(
      rate: rate, auth: auth,
      template: reference(setting(StageKeys.template, fields), "template", in: declared.templates), mix: mix,
      topic: reference(setting(StageKeys.topic, fields), "topic", in: declared.topics),
      partition: setting(StageKeys.partition, fields),
      measured: setting(StageKeys.measure, fields),
      sendingLimit: setting(StageKeys.atMost, fields))
  }

  /// At `max` no message has a time at which it should be sent.
  private mutating func holdDue(_ schedule: Schedule, _ templates: [Int], _ declared: Declared, _ name: StageName) {
    guard !schedule.isPaced, let entries = declared.templates?.entries, let range = name.range else { return }
    for entry in templates.map({ entries[$0] }) where entry.value?.usesDue == true {
      report(
        Diagnostic(
          code: .conflict,
          "template \(quoted(entry.name)) says when a message is due, and at max none is\(name.context)",
          at: range, remedy: "give the stage a rate"))
    }
  }

  /// What is named, by the stage or its defaults, or the only one that there is.
  private mutating func chosen<Value>(
    _ named: Setting<Int>, _ key: String, _ declarations: Declarations<Value>?, _ fields: Fields, _ name: StageName
  ) -> Int? {
    guard named.isAbsent, let entries = declarations?.entries else { return named.value }
    if entries.count == 1 { return 0 }
    if fields.lacks(key), declarations?.hasTwins != true {
      missing(
        key, in: name.context, at: fields.place,
        remedy: "name one of \(Diagnostic.list(entries.map(\.name))), here or in defaults")
    }
    return nil
  }
}

/// A stage's name as it is used in what is said about the stage.
struct StageName {
  var text: String?
  /// ` in stage "peak"`, or ` in stage 3` where it has no name.
  var context: String
  var range: SourceRange?
}

/// The names of the stages so far.
struct StageNames {
  var lines: [String: Int] = [:]
  var above: Set<String> = []
}

/// What a stage and the defaults have in common.
struct StageTraits {
  var rate: Setting<RateProfile>
  var auth: Setting<Authentication>
  /// Index in what is declared.
  var template: Setting<Int>
  /// Nil where none is written, or it was reported.
  var mix: [TemplateShare]?
  var topic: Setting<Int>
  var partition: Setting<PartitionRule>
  var measured: Setting<Bool>
  var sendingLimit: Setting<Nanoseconds>
}
