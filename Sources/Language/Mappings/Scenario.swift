internal import Diagnostics
internal import Scenarios
internal import Templates

/// A scenario's own keys.
enum ScenarioKeys {
  static let version = Key(
    "version", .version, "The language's version.", examples: ["1"], required: true
  ) { $0.quantity($1, expected: "1", Quantity.integer) }

  static let name = Key(
    "name", .name, "Names the scenario in every report, and the folder of its reports.", examples: ["login-events"],
    required: true
  ) { $0.name($1) }

  static let description = Key(
    "description", .text, "What the scenario is for, in the writer's words.",
    examples: ["Login events as on the busiest morning."]
  ) { $0.text($1) }

  static let seed = Key(
    "seed",
    .either([
      .words([Word("random", "drawn anew by each run, printed, and kept in run.json")]), .integer(0...UInt64.max),
    ]),
    "Where what is random starts from: the same seed gives the same messages.",
    default: .described("derived from the name, so that runs repeat"), examples: ["42", "random"]
  ) { $0.seed($1) }

  static let vars = Key(
    "vars", .named(.text, names: .variable), "Texts for templates, which write them as `{{vars.NAME}}`.",
    examples: [#"{build: "${CI_COMMIT_SHA:-local}"}"#]
  ) { $0.variables($1) }

  static let include = Key(
    "include", .list(.path),
    "Files whose keys this one takes over. Earlier ones are weaker, this file is the strongest.",
    examples: ["[common.yaml]"]
  ) { _, pair in pair }

  static let cluster = Key(
    "cluster", .mapping(ClusterKeys.table), "The cluster that is spoken to.",
    examples: ["{brokers: \"localhost:9092\"}"],
    required: true
  ) { _, pair in pair }

  static let identities = Key(
    "identities", .named(.mapping(IdentityKeys.table), names: .name), "As whom one signs in, by names of one's own.",
    examples: ["{loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}}"], later: true
  ) { _, pair in pair }

  static let topics = Key(
    "topics", .named(.mapping(TopicKeys.table), names: .name), "The topics that stages send to.",
    examples: ["{orders: {partitions: 6}}"], required: true
  ) { _, pair in pair }

  static let templates = Key(
    "templates", .named(.mapping(TemplateKeys.table), names: .name), "How messages are made.",
    examples: [#"{order: {value: "order {{seq}}"}}"#], required: true
  ) { _, pair in pair }

  static let defaults = Key(
    "defaults", .mapping(StageKeys.defaults), "What every stage has that does not say otherwise.",
    examples: ["{topic: orders, template: order}"]
  ) { _, pair in pair }

  static let stages = Key(
    "stages", .list(.mapping(StageKeys.table)), "The stretches of the run, one after the other.",
    examples: ["[{name: all, count: 100k}]"], required: true
  ) { _, pair in pair }

  static let verify = Key(
    "verify", .mapping(VerifyKeys.table), "How the topics are read back.", examples: ["{within: 10s}"]
  ) { _, pair in pair }

  static let expect = Key(
    "expect", CheckKeys.kind, "What must hold of the whole run.",
    examples: ["[lost == 0, stage(*).rate_kept >= 95%]"]
  ) { _, pair in pair }

  static let atMost = Key(
    "at_most", .duration, "Ends the sending after this long; what is left is `unsent`.", examples: ["1h"], later: true
  ) { $0.duration($1) }

  static let table = KeyTable(
    name: "scenario", title: "A scenario",
    summary: "The top of the file. Keys that begin with `x-` are blocks of the writer's own.",
    rows: [
      version.row, name.row, description.row, seed.row, vars.row, include.row, cluster.row, identities.row, topics.row,
      templates.row, defaults.row, stages.row, verify.row, expect.row, atMost.row,
    ],
    takesOwnBlocks: true,
    own: ["version", "name", "seed", "stages"],
    example: MappingExample(
      in: "scenario",
      """
      version: 1
      name: orders
      cluster: {brokers: "localhost:9092"}
      topics: {orders: {partitions: 6}}
      templates: {order: {format: json, value: '{"order": {{seq}}}'}}
      stages: [{name: steady, rate: 500/s, duration: 30s}]
      """),
    advice: ClientProperties.advice)

  private static let elsewhere = "write it in the file that includes this one"

  /// The keys of an included file.
  static let included = KeyTable(
    name: "included", title: "An included file",
    summary: "`version`, and anything of a scenario but `name`, `seed` and `stages`.",
    rows: table.rows.filter { !["name", "seed", "stages"].contains($0.name) }.map { row in
      var row = row
      row.isRequired = row.name == "version"
      return row
    },
    misplaced: ["name": elsewhere, "seed": elsewhere, "stages": elsewhere], takesOwnBlocks: true,
    own: ["version"],
    example: MappingExample(in: "included", "version: 1\ncluster: {brokers: \"kafka-1:9092,kafka-2:9092\"}"))
}

extension ValueReader {
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
}
