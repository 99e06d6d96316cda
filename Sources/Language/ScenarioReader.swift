internal import Diagnostics
internal import Scenarios
internal import Templates

/// Reads a scenario from a file's text and finds every mistake in it, in three steps: the files become one tree, in which
/// everything inherited is in its place (Assembly/); the tree becomes values, key by key as the tables of the language
/// say (Mappings/, Templates/, Stages/); and the values are checked against each other (Meaning/).
package struct ScenarioReader {
  private var values: ValueReader
  private var clients: [WrittenClient] = []
  private var comparison: WrittenComparison?

  /// Reads one scenario file's bytes; reports all mistakes at once, sorted by position.
  package static func read(
    _ bytes: [UInt8], path: String, in environment: ReadingEnvironment = .none
  ) -> ScenarioReading {
    let reports = Reports(SourceText([], path: path))
    var assembly = Assembly(
      values: ValueReader(reports: reports, environment: environment, keyLocations: LanguageTables.keyLocations))
    let tree = assembly.tree(bytes, path: path)
    var reader = ScenarioReader(values: assembly.values)
    let scenario = tree.flatMap { reader.scenario($0) }
    let diagnostics = reader.values.reports.finished
    let hasErrors = diagnostics.contains { $0.severity == .error }
    var reading = ScenarioReading(
      scenario: hasErrors ? nil : scenario, diagnostics: diagnostics, clients: reader.clients,
      files: reader.values.reports.files, tree: tree.map { ResolvedTree($0, variable: environment.variable) })
    if let comparison = reader.comparison, comparison.isWhole(beside: diagnostics) { reading.comparison = comparison }
    return reading
  }

  /// The scenario of a tree; nil if something that it needs was reported.
  private mutating func scenario(_ root: YAMLNode) -> Scenario? {
    guard let fields = values.fields(of: root, named: "scenario", in: "", as: ScenarioKeys.table) else { return nil }
    if fields.lacks("version") {
      values.missing("version", in: "", at: fields.headRange, remedy: "write \"version: 1\"")
    }
    let name = values.required(ScenarioKeys.name, fields, in: "")
    let description = values.setting(ScenarioKeys.description, fields).value
    let seed = values.setting(ScenarioKeys.seed, fields).value
    let variables = values.setting(ScenarioKeys.vars, fields)
    let identities = values.identities(fields)
    let cluster = values.cluster(fields, identities)
    let topics = values.topics(fields)
    let targets = values.targets(fields, identities)
    let groups = values.groups(fields, topics)
    var templateReader = TemplateReader()
    let errors = values.reports.errorCount
    let templates = templateReader.templates(
      fields, variables: variables, stages: Self.stageNames(fields), &values)
    let areTemplatesSound = values.reports.errorCount == errors
    var stageReader = StageReader(
      DeclaredParts(
        identities: identities, topics: topics, targets: targets, templates: templates,
        uniquePlaces: templateReader.uniquePlaces,
        used: UsedIdentities(cluster: cluster.authentication, identities), clusterProperties: cluster.properties))
    stageReader.checkDefaults(fields, &values)
    let staged = stageReader.stages(fields, &values)
    let stages = staged?.stages
    clients = [WrittenClient(properties: cluster.properties)] + stageReader.clients
    let expected = fields["expect"].map {
      values.expectations(
        $0,
        in: .scenario(
          stages: Self.stageNames(fields), sinks: Self.names(of: "sinks", fields),
          groups: Self.names(of: "groups", fields)))
    }
    report(
      ValueSamples.diagnostics(
        of: templateReader.sampled, among: templates, in: stages ?? [],
        expecting: expected?.expectations ?? [], seed: ValueSamples.seed(seed, name),
        secrets: (variables.value ?? []).filter(\.isSecret).map(\.value)))
    var verify = values.verify(fields, identities)
    report(OrderPerKey.diagnostics(at: verify?.orderPerKey, templates, used: stageReader.templatesOfTopics))
    report(
      OrderPerKey.diagnostics(at: verify?.orderPerKey, cluster: cluster.properties, stages ?? []))
    report(UnreadTopics.diagnostics(of: verify?.verify, topics))
    report(RefusalControls(cluster, stageReader.senders, verify, identities).diagnostics)
    let sendingLimit = values.setting(ScenarioKeys.atMost, fields)
    var used = stageReader.declared.used
    let reader = used.index(of: verify?.authentication ?? .absent, in: "verify.auth")
    verify?.verify.identity = reader
    let written = SinkReader(
      variables: variables, identities: identities, topics: topics, groups: groups, verify: verify
    ).sinks(fields, &templateReader, &values)
    let actions = values.placed(values.actions(fields), on: staged?.timeline, stages: Self.stageNames(fields))
    var sinks: [Sink]?
    if let written, let topics, let templates, let stages {
      var resolution = SinkResolution(
        written, topics: topics, templates: templates, stages: stages, expectations: expected?.expectations ?? [])
      sinks = resolution.sinks { sink in
        sink.authentication.isAbsent ? reader : used.index(of: sink.authentication, in: "sinks.\(sink.name).auth")
      }
      report(resolution.diagnostics)
    }
    if let cluster = cluster.cluster {
      report(DerivedProperties(cluster: cluster, identities: used.identities).diagnostics)
      report(EmbeddedTransactions.diagnostics(of: cluster, stageReader.clients))
    }
    report(DerivedProperties.unverified(cluster.properties))
    let comparison = values.setting(ScenarioKeys.compare, fields)
    if let name {
      self.comparison = WrittenComparison(
        scenario: name, settings: comparison.value ?? [],
        lines: fields["compare"].map { $0.key.range.start.line...max($0.key.range.start.line, $0.value.range.end.line) }
      )
    }
    report(EmbeddedSystems.diagnostics(of: cluster.cluster, fields))
    guard let name, let cluster = cluster.cluster, let topics = topics?.values, let declared = templates,
      let templates = declared.values, let stages, let verify = verify?.verify, let targets = targets?.values,
      let groups = groups?.values, let sinks, let actions
    else { return nil }
    var scenario = Scenario(
      path: values.reports.files.main.path, name: name, description: description,
      seed: seed ?? .derived(fromName: name), variables: variables.value ?? [], cluster: cluster,
      identities: used.identities, topics: topics, templates: templates, stages: stages,
      timeline: staged?.timeline, sendingLimit: sendingLimit.value, verify: verify,
      expectations: expected?.expectations ?? [], comparison: comparison.value ?? [])
    scenario.targets = targets
    scenario.groups = groups
    scenario.sinks = sinks
    scenario.actions = actions
    report(scenario.expectationDiagnostics())
    if areTemplatesSound { report(scenario.idDiagnostics(declared)) }
    report(scenario.uncheckedOrder())
    report(scenario.unencryptedLogins())
    report(scenario.unencryptedRequests())
    report(scenario.refusedTransactions())
    if case .fixed(let seed) = scenario.seed { return scenario.seeded(by: seed) }
    return scenario
  }

  private mutating func report(_ diagnostics: [Diagnostic]) { diagnostics.forEach { values.report($0) } }

  /// The names of all entries at a key, readable or not; nil if some are not known.
  private static func names(of key: String, _ scenario: Fields) -> [String]? {
    guard let pair = scenario[key] else { return scenario.mayMean(key) ? nil : [] }
    guard let mapping = pair.value.mapping, !mapping.isOpen else { return nil }
    return mapping.pairs.map(\.key.text)
  }

  /// The names of all stages, readable or not; nil if some are not known.
  private static func stageNames(_ scenario: Fields) -> [String]? {
    guard case .sequence(let items)? = scenario["stages"]?.value.content else { return nil }
    let names = items.compactMap { $0.mapping?["name"]?.value.scalar?.text }
    return names.count == items.count && !names.contains(where: Interpolation.isIn) ? names : nil
  }
}
