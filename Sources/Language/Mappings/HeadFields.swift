internal import Diagnostics
internal import Scenarios
internal import Templates

extension ScenarioReader {
  /// The scenario as far as it can be made of its tree; nil where something that it needs was reported.
  mutating func scenario(_ root: YAMLNode) -> Scenario? {
    guard let fields = fields(of: root, named: "scenario", in: "", as: ScenarioKeys.table) else { return nil }
    if fields.lacks("version") {
      missing("version", in: "", at: fields.place, remedy: "write \"version: 1\"")
    }
    let name = required(ScenarioKeys.name, fields, in: "")
    let description = setting(ScenarioKeys.description, fields).value
    let seed = setting(ScenarioKeys.seed, fields)
    let variables = setting(ScenarioKeys.vars, fields)
    let identities = self.identities(fields)
    let cluster = self.cluster(fields, identities)
    let topics = self.topics(fields)
    let templates = self.templates(fields, variables: variables)
    let declared = Declared(identities: identities, topics: topics, templates: templates)
    checkDefaults(fields, declared)
    let stages = self.stages(fields, declared)
    let secrets = (variables.value ?? []).filter(\.isSecret).map(\.value)
    lookAtSamples(of: templates, in: stages ?? [], seed: Self.seed(seed.value, name), secrets: secrets)
    let verify = self.verify(fields, declared)
    reportMissingControls()
    let expectations = fields["expect"].map { self.expectations($0, in: .scenario(stages: Self.stageNames(fields))) }
    _ = setting(ScenarioKeys.atMost, fields)
    guard let name, let cluster, let topics = topics?.values, let templates = templates?.values, let stages, let verify
    else { return nil }
    let scenario = Scenario(
      path: files.main.path, name: name, description: description, seed: seed.value ?? .derived(fromName: name),
      variables: variables.value ?? [], cluster: cluster, topics: topics, templates: templates, stages: stages,
      verify: verify, expectations: expectations ?? [])
    scenario.expectationDiagnostics().forEach { report($0) }
    return scenario
  }

  /// The names of all stages, readable or not; nil where some are not known.
  private static func stageNames(_ scenario: Fields) -> [String]? {
    guard case .sequence(let items)? = scenario["stages"]?.value.content else { return nil }
    let names = items.compactMap { $0.mapping?["name"]?.value.scalar?.text }
    return names.count == items.count && !names.contains(where: Interpolation.isIn) ? names : nil
  }

  mutating func seed(_ pair: YAMLPair) -> Seed? {
    if pair.value.scalar?.text == "random" { return .random }
    return quantity(pair, expected: "a whole number or random") { text throws(QuantityFault) in
      if text == "random" { return Seed.random }
      if let nearest = Suggestion.nearest(to: text, in: ["random"]) {
        throw QuantityFault(reason: "is not a whole number", remedy: "did you mean \"\(nearest)\"?")
      }
      return Seed.fixed(try Quantity.integer(text))
    }
  }

  /// `vars:`, in the order written.
  mutating func variables(_ pair: YAMLPair) -> [Variable]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      guard reader.isVariableName(entry.key), let value = reader.scalarText(entry) else { return nil }
      return Variable(name: entry.key.text, value: value.text, isSecret: value.holdsSecret)
    }
  }

  /// What `read` makes of each; nil where it yields nil for one, after all were read.
  mutating func every<Element, Value>(
    _ elements: [Element], _ read: (inout ScenarioReader, Element) -> Value?
  ) -> [Value]? {
    var values: [Value] = []
    for element in elements {
      if let value = read(&self, element) { values.append(value) }
    }
    return values.count == elements.count ? values : nil
  }

  /// `[A-Za-z_][A-Za-z0-9_]*`
  mutating func isVariableName(_ key: YAMLPair.Key) -> Bool {
    if Identifier.isName(key.text) { return true }
    report(
      Diagnostic(
        code: .badName, "\(quoted(key.text)) cannot be named in a template", at: key.range,
        remedy: "a name has letters, digits and _, and begins with no digit"))
    return false
  }
}

/// What stages can name.
struct Declared {
  var identities: Declarations<ClientIdentity>?
  var topics: Declarations<Topic>?
  var templates: Declarations<Template>?
}
