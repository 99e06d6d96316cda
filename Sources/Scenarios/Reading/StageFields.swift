/// What stages inherit.
struct StageDefaults {
  var rate: Setting<RateProfile> = .absent
  var template: Setting<Int> = .absent
  var topic: Setting<Int> = .absent
  var partition: Setting<PartitionRule> = .absent
  var measured: Setting<Bool> = .absent
}

extension ScenarioReader {
  mutating func stageDefaults(
    _ scenario: Fields, topics: Declarations<Topic>?, templates: Declarations<Template>?
  ) -> StageDefaults {
    guard let pair = scenario["defaults"] else {
      return scenario.mayMean("defaults") ? .allFaulty : StageDefaults()
    }
    guard let fields = fields(of: pair.value, named: "defaults", in: " in defaults", as: .defaults) else {
      return .allFaulty
    }
    return settings(fields, topics: topics, templates: templates)
  }

  /// What a stage and the defaults have in common.
  private mutating func settings(
    _ fields: Fields, topics: Declarations<Topic>?, templates: Declarations<Template>?
  ) -> StageDefaults {
    StageDefaults(
      rate: fields.setting("rate") { rate($0) },
      template: fields.setting("template") { reference($0, in: templates) },
      topic: fields.setting("topic") { reference($0, in: topics) },
      partition: fields.setting("partition") { partition($0) },
      measured: fields.setting("measure") { boolean($0) })
  }

  mutating func stages(
    _ scenario: Fields, defaults: StageDefaults, topics: Declarations<Topic>?, templates: Declarations<Template>?
  ) -> [Stage]? {
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
    var lines: [String: Int] = [:]
    let stages = items.enumerated().map { index, item -> Stage? in
      let name = stageName(item, number: index + 1, lines: &lines)
      return stage(item, number: index + 1, name, defaults: defaults, topics: topics, templates: templates)
    }
    let read = stages.compactMap { $0 }
    return read.count == items.count ? read : nil
  }

  private mutating func stageName(_ item: YAMLNode, number: Int, lines: inout [String: Int]) -> StageName {
    guard case .mapping(let mapping) = item.content, let pair = mapping["name"] else {
      return StageName(text: nil, context: " in stage \(number)", range: nil)
    }
    let written = pair.value.scalar?.text ?? ""
    let context = written.isEmpty ? " in stage \(number)" : " in stage \(quoted(written))"
    let text = self.name(pair)
    if let text {
      if let line = lines[text] {
        report(
          Diagnostic(
            code: .duplicateName, "two stages are named \(quoted(text))", at: pair.value.range,
            remedy: "the first is in line \(line)"))
      } else {
        lines[text] = pair.value.range.start.line
      }
    }
    return StageName(text: text, context: context, range: pair.value.range)
  }

  private mutating func stage(
    _ item: YAMLNode, number: Int, _ name: StageName, defaults: StageDefaults, topics: Declarations<Topic>?,
    templates: Declarations<Template>?
  ) -> Stage? {
    let fields = fields(of: item, named: "stage \(number)", in: name.context, as: .stage, place: name.range)
    guard let fields else { return nil }
    if fields.lacks("name") {
      missing("name", in: name.context, at: fields.place, remedy: "write such as \"name: peak\"")
    }
    let own = settings(fields, topics: topics, templates: templates)
    let rate = own.rate.otherwise(defaults.rate)
    let partition = own.partition.otherwise(defaults.partition)
    let count = fields.setting("count") { quantity($0, expected: "a count such as 100k", Quantity.count) }
    let duration = fields.setting("duration") { self.duration($0) }
    let extent = self.extent(fields, name, rate: rate, count: count, duration: duration)

    let template = chosen(own.template.otherwise(defaults.template), "template", templates, fields, name)
    let topic = chosen(own.topic.otherwise(defaults.topic), "topic", topics, fields, name)
    let rule = partitionRule(partition, template: template.map { (templates, $0) }, topic: topic.map { (topics, $0) })
    let expectations = fields["expect"].map { self.expectations($0, in: .stage) }
    guard let text = name.text, let range = name.range, let extent, let template, let topic, let rule else {
      return nil
    }
    return Stage(
      name: text, range: range, rate: extent.rate, count: extent.count, duration: extent.duration, template: template,
      topic: topic, partition: rule, measured: own.measured.otherwise(defaults.measured).value ?? true,
      expectations: expectations ?? [])
  }

  /// What is named, by the stage or its defaults, or the only one that there is.
  private mutating func chosen<Value>(
    _ named: Setting<Int>, _ key: String, _ declarations: Declarations<Value>?, _ fields: Fields, _ name: StageName
  ) -> Int? {
    guard named.isAbsent, let entries = declarations?.entries else { return named.value }
    if entries.count == 1 { return 0 }
    if fields.lacks(key), declarations?.hasTwins != true {
      missing(key, in: name.context, at: fields.place, remedy: "name one of \(Diagnostic.list(entries.map(\.name)))")
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

extension StageDefaults {
  /// For defaults that could not be read: nothing is missed in a stage that may have had it from there.
  fileprivate static var allFaulty: StageDefaults {
    StageDefaults(rate: .faulty, template: .faulty, topic: .faulty, partition: .faulty, measured: .faulty)
  }
}
