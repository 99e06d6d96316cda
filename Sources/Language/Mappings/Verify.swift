internal import Scenarios

/// Keys of `verify`.
enum VerifyKeys {
  static let mode = Key(
    "mode",
    words: [
      Word("tail", "while the load runs"), Word("after", "once all is sent"),
      Word("later", "not by this run, which judges sends only", later: true),
    ],
    "When the topics are read.", examples: ["after"]
  ) { Verify.Mode(rawValue: $0) }.defaulting(to: .tail)

  static let within = Key(
    "within", .duration, "Reading is given up after this long without progress.",
    examples: ["10s"]
  ) { $0.duration($1) }.defaulting(to: .seconds(30))

  static let atMost = Key(
    "at_most", .duration, "Reading is given up after this long in all, counted from the last send.",
    default: .described("the longer of 10m and twice the sending"), examples: ["30m"]
  ) { $0.duration($1) }

  static let perKey = "per-key"

  static let order = Key(
    "order",
    words: [
      Word("per-partition", "within each partition"), Word(perKey, "within each key"), Word("none", "not judged"),
    ],
    "In what order messages must be found.", default: .value("per-partition"), examples: ["per-key"], later: true
  ) { $0 }

  static let isolation = Key(
    "isolation",
    words: [
      Word("read_committed", "what transactions have not committed stays unread"),
      Word("read_uncommitted", "all that is there"),
    ],
    "What the reader may see.", default: .value("read_committed"), examples: ["read_uncommitted"], later: true
  ) { $0 }

  static let auth = Key(
    "auth", ClusterKeys.identity(of: "the reader"), "As whom the topics are read.", default: .described("cluster.auth"),
    examples: ["auditor"], later: true
  ) { $0.authentication($1) }

  static let identity = Key(
    "identity",
    .either([
      .words(MessageIdentityKeys.words), .mapping(MessageIdentityKeys.table),
    ]),
    "Where a message's identity stands.", default: .value("header"), examples: ["key", "{json: $.id}"], later: true
  ) { $0.messageIdentity($1) }

  static let expect = Key(
    "expect", .list(.expectation), "What must hold of a reader who must be turned away.", default: .value("[]"),
    examples: ["[refused == authorization]"], later: true
  ) { $0.expectations($1, in: .stage) }

  static let table = KeyTable(
    name: "verify", title: "Verification", summary: "How the topics are read back, and for how long one waits for it.",
    rows: [
      mode.row, within.row, atMost.row, order.row, isolation.row, auth.row, identity.row, expect.row,
    ],
    example: MappingExample(in: "scenario", "verify: {mode: after, within: 10s, at_most: 5m}"))
}

/// Keys of `verify.identity`.
enum MessageIdentityKeys {
  static let words = [Word("header", "in a header of ours"), Word("key", "in the key")]

  static let json = Key("json", .text, "At this path of a JSON value.", examples: ["$.id"]) { $0.text($1) }

  static let xml = Key("xml", .text, "At this path of an XML value.", examples: ["//id"]) { $0.text($1) }

  static let regex = Key(
    "regex", .text, "In the first group of this regular expression.", examples: [#"'id=(\S+)'"#]
  ) { $0.text($1) }

  static let table = KeyTable(
    name: "message-identity", title: "A message's identity", summary: "Where it stands in the value: one of these.",
    rows: [json.row, xml.row, regex.row],
    rules: [.oneKey], isReplacedWhole: true,
    example: MappingExample(in: "verify", "identity: {json: $.id}"))
}

/// Keys of an expectation that is a mapping, and of a condition of `abort_when`.
enum CheckKeys {
  static let check = Key(
    "check", .expectation, "What must hold.", examples: ["ack_latency_p99 < 50ms"], required: true
  ) { _, pair in pair }

  static let level = Key(
    "level", words: [Word("fail", "the run fails"), Word("warn", "it is only said")],
    "What follows where it does not hold.", examples: ["warn"]
  ) { Expectation.Level(rawValue: $0) }.defaulting(to: .fail)

  static let scope = Key(
    "scope", words: [Word("run", "all sending ends"), Word("stage", "this stage alone ends")],
    "What an `abort_when` ends.", default: .value("run"), examples: ["stage"], later: true
  ) { $0 }

  static let table = KeyTable(
    name: "check", title: "A check", summary: "An expectation with more to it than its condition.",
    rows: [check.row, level.row], misplaced: ["scope": "only abort_when has it"],
    example: MappingExample(
      in: "scenario", "expect:\n  - lost == 0\n  - {check: stage(*).rate_kept >= 95%, level: warn}"))

  static let condition = KeyTable(
    name: "condition", title: "A condition",
    summary: "A condition of `abort_when` with more to say than when it holds.",
    rows: [check.row, scope.row], misplaced: ["level": "only expect has it"],
    example: MappingExample(in: "stage", "abort_when:\n  - {check: rejected > 100, scope: stage}"))
}
