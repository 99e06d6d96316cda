internal import Diagnostics
internal import Scenarios
internal import Templates

/// Keys of a sink.
enum SinkKeys {
  static let topic = Key(
    "topic", .reference(.topic), "The topic that is read.", default: .described("the topic with the sink's name"),
    examples: ["orders-done"]
  ) { $0.text($1) }

  static let command = Key(
    "command", .list(.text),
    "A program and its arguments that print what is in the sink, a row a line. `{{run.tag}}` and `{{vars.NAME}}` are replaced.",
    examples: ["[psql, -XAtq, -v, ON_ERROR_STOP=1]"]
  ) { _, pair in pair }

  static let input = Key(
    "input", .text, "The command's standard input, in which `{{run.tag}}` and `{{vars.NAME}}` are replaced.",
    examples: [#""copy (select id from orders where id like '{{run.tag}}%') to stdout""#]
  ) { _, pair in pair }

  static let environment = Key(
    "environment", .named(.textOrSecret, names: .environment),
    "Variables of the command. A value under the name of a secret, such as `PGPASSWORD`, is one.",
    examples: ["{PGPASSWORD: {env: PGPASSWORD}}"]
  ) { _, pair in pair }

  static let every = Key("every", .duration, "Time between two runs of the command.", examples: ["5s"]) {
    $0.duration($1)
  }.defaulting(to: CommandQuery.usualInterval)

  static let anyOf = Key(
    "any_of", .list(.reference(.sink)), "Other sinks: a message that is in one of them is found.",
    examples: ["[stored, failed]"]
  ) { $0.names($1) }

  static let from = Key(
    "from", .reference(.sink),
    "The sink, or a topic that stages send to, whose messages are expected here.",
    default: .described("what was acknowledged"), examples: ["orders"]
  ) { $0.text($1) }

  static let holds = Key(
    "holds", HoldsKeys.kind, "The messages that belong here.",
    default: .described("those of every stage with `to`, or of `from`, without stages that expect `refused`"),
    examples: ["{templates: [good]}", "some"]
  ) { $0.holds($1) }

  static let copies = Key(
    "copies", integer: 1...1_000_000, "Number of records that each message must have.", examples: ["10"]
  ).defaulting(to: 1)

  static let conditions = Key(
    "where", .named(.scalar, names: .field), "Fields with the values that they must have; other records are left out.",
    examples: ["{$.event_type: login}"]
  ) { $0.conditions($1) }

  static let identity = Key(
    "identity", SinkIdentityKeys.kind, "The place of `{{id}}` in a record.",
    default: .described("`line` for a command"), examples: ["{json: $.id}", "key"]
  ) { $0.recordIdentity($1) }

  static let same = Key(
    "same", .named(.field, names: .field),
    "Fields of the record, each with the field of the message sent that must have the same value.",
    examples: ["{key: $.user, $.amount: $.amount}"]
  ) { $0.comparisons($1) }

  static let format = Key(
    "format", words: [Word("json", "each value must be JSON"), Word("xml", "each value must be XML")],
    "Format that each record must have.", default: .described("not checked"), examples: ["json"]
  ) { Template.Format(rawValue: $0) }

  static let schema = Key(
    "schema", .path, "A JSON Schema or an XSD that each record must satisfy.", examples: ["schemas/done.schema.json"]
  ) { $0.path($1) }

  static let order = Key(
    "order", words: [Word("none", "not checked"), Word("per-key", "within each key", later: true)],
    "Order in which messages must be found.", default: .value("none"), examples: ["none"]
  ) { $0 }

  static let group = Key(
    "group", .reference(.group), "The consumer group whose lag is waited for before anything counts as missing.",
    examples: ["order-consumers"]
  ) { $0.text($1) }

  static let mode = Key(
    "mode",
    words: [
      Word("tail", "topics while the load runs, commands after it"), Word("after", "after all messages are sent"),
      Word("later", "not by this run"),
    ],
    "Time at which it is read.", default: .described("that of `verify`"), examples: ["after"]
  ) { Verify.Mode(rawValue: $0) }

  static let within = Key(
    "within", .duration, "The reader gives up after this long without progress.",
    default: .described("that of `verify`, where it is written, else 90s"), examples: ["45s"]
  ) { $0.duration($1) }

  static let atMost = Key(
    "at_most", .duration, "The reader gives up after this long in total, counted from the last send.",
    default: .described("that of `verify`"), examples: ["10m"]
  ) { $0.duration($1) }

  static let isolation = Key(
    "isolation", words: VerifyKeys.isolationWords, "Isolation level of the reader.",
    default: .described("that of `verify`"), examples: ["read_uncommitted"]
  ) { Verify.Isolation(rawValue: $0) }

  static let auth = Key(
    "auth", IdentityKeys.kind, "Credentials of the reader.", default: .described("verify.auth"), examples: ["auditor"]
  ) { $0.authentication($1) }

  static let expect = Key(
    "expect", CheckKeys.kind, "Conditions that the sink must meet.", examples: ["[missing == 0, found >= 1000]"]
  ) { $0.expectations($1, in: .place(.sink)) }

  private static let hasNoRecords = "its sinks have records of their own"
  private static let hasNoTopic = "a command reads no topic"

  static let table = KeyTable(
    name: "sink", title: "A sink",
    summary:
      "A place where messages must be found: a topic, the lines that a command prints, or several sinks together.",
    rows: [
      topic.row, command.row, input.row, environment.row, every.row, anyOf.row, from.row, holds.row, copies.row,
      conditions.row, identity.row, same.row, format.row, schema.row, order.row, group.row, mode.row, within.row,
      atMost.row, isolation.row, auth.row, expect.row,
    ],
    rules: [
      .exclusive(["topic"], "command"), .exclusive(["topic"], "any_of"), .exclusive(["command"], "any_of"),
      .needs(["command"], by: "input"), .needs(["command"], by: "environment"), .needs(["command"], by: "every"),
    ]
      + ["copies", "where", "identity", "same", "format", "schema", "order", "group", "mode", "isolation", "auth"].map {
        .conflicting("any_of", $0, because: hasNoRecords)
      } + ["isolation", "auth"].map { .conflicting("command", $0, because: hasNoTopic) },
    example: MappingExample(
      in: "scenario",
      """
      targets: {api: "http://localhost:8080/orders"}
      topics: {orders: {}, done: {}}
      templates: {order: {format: json, value: '{"id": "{{id}}"}'}}
      defaults: {to: api, template: order}
      sinks:
        done: {identity: {json: $.id}, same: {$.id: $.id}}
        stored:
          command: [psql, -XAtq, -v, ON_ERROR_STOP=1]
          input: "copy (select id from orders where id like '{{run.tag}}%') to stdout"
          from: done
      """))
}

/// Keys of `holds`.
enum HoldsKeys {
  fileprivate static let words = [
    Word("all", "each of them must be there"), Word("some", "some of them: none is missing"),
  ]

  /// A word, or a mapping.
  static let kind: Kind = .either([.words(words), .mapping(table)])

  static let templates = Key(
    "templates", .list(.reference(.template)), "Messages of these templates.", examples: ["[good]"]
  ) { $0.names($1) }

  static let stages = Key(
    "stages", .list(.reference(.stage)), "Messages of these stages.", examples: ["[spike]"]
  ) { $0.names($1) }

  static let table = KeyTable(
    name: "holds", title: "What a sink holds",
    summary: "The messages that belong in a sink: of templates, or of stages.",
    rows: [templates.row, stages.row], rules: [.oneOf(["templates", "stages"])], isReplacedWhole: true,
    example: MappingExample(in: "sink", "holds: {templates: [order]}"))
}

extension ValueReader {
  /// A list of names, each with its position.
  mutating func names(_ pair: YAMLPair) -> [WrittenName]? {
    guard let items = sequence(pair.value, named: pair.key.text) else { return nil }
    if items.isEmpty {
      badValue(pair, nil, QuantityError(reason: "is empty", remedy: "write at least one name"))
      return nil
    }
    return every(items) { reader, item in
      reader.text(YAMLPair(key: pair.key, value: item)).map { WrittenName(text: $0, range: item.range) }
    }
  }

  /// `all`, `some`, or the templates or stages.
  mutating func holds(_ pair: YAMLPair) -> WrittenHolds? {
    guard case .mapping = pair.value.content else {
      return word(pair, HoldsKeys.words).map { $0 == "some" ? .some : .all }
    }
    let context = " in holds"
    guard let fields = fields(of: pair.value, named: "holds", in: context, as: HoldsKeys.table) else { return nil }
    switch only(["templates", "stages"], of: fields, in: context) {
    case "templates": return setting(HoldsKeys.templates, fields).value.map(WrittenHolds.templates)
    case "stages": return setting(HoldsKeys.stages, fields).value.map(WrittenHolds.stages)
    default: return nil
    }
  }
}

/// The name of something, where it is written.
struct WrittenName: Sendable, Equatable {
  var text: String
  var range: SourceRange
}

/// The value of `holds`.
enum WrittenHolds: Sendable, Equatable {
  case all, some
  case templates([WrittenName])
  case stages([WrittenName])
}
