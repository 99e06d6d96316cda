internal import Diagnostics
internal import Scenarios
internal import Templates

/// A scenario's own keys.
enum ScenarioKeys {
  static let version = Key(
    "version", .version, "Version of the scenario language.", examples: ["1"], required: true
  ) { $0.quantity($1, expected: "1", Quantity.integer) }

  static let name = Key(
    "name", .name, "Name of the scenario in every report, and of the folder of its reports.",
    examples: ["login-events"],
    required: true
  ) { $0.name($1) }

  static let description = Key(
    "description", .text, "Purpose of the scenario, in your own words.",
    examples: ["Login events as on the busiest morning."]
  ) { $0.text($1) }

  static let seed = Key(
    "seed",
    .either([
      .words([Word("random", "a new one for each run, printed, and saved in run.json")]), .integer(0...UInt64.max),
    ]),
    "Seed for all random values: the same seed gives the same messages.",
    default: .described("derived from the name, so that runs can be repeated"), examples: ["42", "random"]
  ) { $0.seed($1) }

  static let vars = Key(
    "vars", .named(.text, names: .variable), "Texts that templates use as `{{vars.NAME}}`.",
    examples: [#"{build: "${CI_COMMIT_SHA:-local}"}"#]
  ) { $0.variables($1) }

  static let include = Key(
    "include", .list(.path),
    "Files whose keys this one inherits. Later files override earlier ones, and this file overrides all.",
    examples: ["[common.yaml]"]
  ) { _, pair in pair }

  static let cluster = Key(
    "cluster", .mapping(ClusterKeys.table), "The cluster to connect to.",
    examples: ["{brokers: \"localhost:9092\"}"],
    required: true
  ) { _, pair in pair }

  static let identities = Key(
    "identities", .named(.mapping(IdentityKeys.table), names: .name), "Credentials that stages can use, by name.",
    examples: ["{loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}}"]
  ) { _, pair in pair }

  static let topics = Key(
    "topics", .named(.mapping(TopicKeys.table), names: .name),
    "The topics that stages send to, and those of sinks and groups.",
    examples: ["{orders: {partitions: 6}}"]
  ) { _, pair in pair }

  static let templates = Key(
    "templates", .named(.mapping(TemplateKeys.table), names: .name), "The content of messages.",
    examples: [#"{order: {value: "order {{seq}}"}}"#], required: true
  ) { _, pair in pair }

  static let defaults = Key(
    "defaults", .mapping(StageKeys.defaults), "Values for keys that a stage does not set itself.",
    examples: ["{topic: orders, template: order}"]
  ) { _, pair in pair }

  static let targets = Key(
    "targets", .named(.urlOr(TargetKeys.table), names: .name), "The HTTP endpoints that stages post to.",
    examples: [#"{api: "http://localhost:8080/orders"}"#]
  ) { _, pair in pair }

  static let sinks = Key(
    "sinks", .named(.mapping(SinkKeys.table), names: .name),
    "The places where messages must be found, beside the topics that stages send to.",
    examples: ["{done: {topic: orders, identity: {json: $.id}, holds: {stages: [tested]}}}"]
  ) { _, pair in pair }

  static let groups = Key(
    "groups", .named(.mapping(GroupKeys.table), names: .name), "Consumer groups of the system whose lag is watched.",
    examples: ["{order-consumers: {topics: [orders]}}"]
  ) { _, pair in pair }

  static let actions = Key(
    "actions", .list(.mapping(ActionKeys.table)), "Commands on the time line: a restart, a broken connection.",
    examples: ["[{name: restart, at: 5s, run: [systemctl, restart, orders]}]"]
  ) { _, pair in pair }

  static let stages = Key(
    "stages", .list(.mapping(StageKeys.table)),
    "The phases of the run, one after another unless `start` says otherwise.",
    examples: ["[{name: all, count: 100k}]"], required: true
  ) { _, pair in pair }

  static let verify = Key(
    "verify", .mapping(VerifyKeys.table), "Settings for reading the topics back.", examples: ["{within: 10s}"]
  ) { _, pair in pair }

  static let expect = Key(
    "expect", CheckKeys.kind, "Conditions that the whole run must meet.",
    examples: ["[lost == 0, stage(*).rate_kept >= 95%]"]
  ) { _, pair in pair }

  static let atMost = Key(
    "at_most", .duration, "Stops sending after this long; the rest is `unsent`.", examples: ["1h"]
  ) { $0.duration($1) }

  static let compare = Key(
    "compare", .named(.mapping(ComparedMetricKeys.table), names: .metric),
    "Changes to how `rehearse compare` and `rehearse history` judge metrics of this scenario. It changes nothing of a run.",
    examples: ["{ack_latency_p99: {tolerance: 20%, at_least: 5ms}}"]
  ) { $0.comparison($1) }

  static let table = KeyTable(
    name: "scenario", title: "A scenario",
    summary: "The top level of the file. Keys that begin with `x-` are your own blocks.",
    rows: [
      version.row, name.row, description.row, seed.row, vars.row, include.row, cluster.row, identities.row, topics.row,
      templates.row, targets.row, defaults.row, stages.row, sinks.row, groups.row, actions.row, verify.row, expect.row,
      atMost.row, compare.row,
    ],
    rules: [.required("topics", unless: ["targets"])],
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
    summary: "`version`, and any key of a scenario except `name`, `seed` and `stages`.",
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
    let seed = writtenSeed(pair)
    if case .fixed(let number)? = seed, let warning = Seed.warning(about: number) {
      report(
        Diagnostic(.warning, code: .badValue, warning.message, at: pair.value.range, remedy: warning.remedy))
    }
    return seed
  }

  private mutating func writtenSeed(_ pair: YAMLPair) -> Seed? {
    quantity(pair, expected: "a whole number or random") { text throws(QuantityError) in
      if text == "random" { return Seed.random }
      if let nearest = Suggestion.nearest(to: text, in: ["random"]) {
        throw QuantityError(reason: "is not a whole number", remedy: "did you mean \"\(nearest)\"?")
      }
      return Seed.fixed(try Quantity.integer(text))
    }
  }

  /// `vars:`, in the order written.
  mutating func variables(_ pair: YAMLPair) -> [Variable]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      guard reader.isVariableName(entry.key), let value = reader.scalarText(entry) else { return nil }
      if value.text.contains("{{") && value.text.contains("}}") {
        reader.report(
          Diagnostic(
            .warning, code: .placeholder, "variable \(quoted(entry.key.text)) holds braces, which are sent as they are",
            at: entry.value.range, remedy: "placeholders go under \"let\" of a template"))
      }
      return Variable(
        name: entry.key.text, value: value.text, isSecret: value.holdsSecret || SecretName.matches(entry.key.text))
    }
  }
}
