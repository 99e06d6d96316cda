internal import Diagnostics
internal import Scenarios

/// Keys of `verify`.
enum VerifyKeys {
  static let mode = Key(
    "mode",
    words: [
      Word("tail", "while the load runs"), Word("after", "after all messages are sent"),
      Word("later", "not by this run, which judges its sends only"),
    ],
    "Time at which the topics are read.", examples: ["after"]
  ) { Verify.Mode(rawValue: $0) }.defaulting(to: .tail)

  static let within = Key(
    "within", .duration, "The reader gives up after this long without progress.",
    examples: ["10s"]
  ) { $0.duration($1) }.defaulting(to: .seconds(30))

  static let atMost = Key(
    "at_most", .duration, "The reader gives up after this long in total, counted from the last send.",
    default: .described("the longer of 10m and twice the sending time"), examples: ["30m"]
  ) { $0.duration($1) }

  static let order = Key(
    "order",
    words: [
      Word("per-partition", "within each partition"), Word("per-key", "within each key"), Word("none", "not checked"),
    ],
    "Order in which messages must be found.", examples: ["per-key"]
  ) { Verify.Order(rawValue: $0) }.defaulting(to: .perPartition)

  static let isolationWords = [
    Word("read_committed", "only committed messages"),
    Word("read_uncommitted", "all messages, committed or not"),
  ]

  static let isolation = Key(
    "isolation",
    words: isolationWords,
    "Isolation level of the reader.", examples: ["read_uncommitted"]
  ) { Verify.Isolation(rawValue: $0) }.defaulting(to: .readCommitted)

  static let auth = Key(
    "auth", IdentityKeys.kind, "Credentials of the reader.", default: .described("cluster.auth"),
    examples: ["auditor"]
  ) { $0.authentication($1) }

  static let identity = Key(
    "identity",
    MessageIdentityKeys.kind,
    "The place of a message's identity.", default: .value("header"), examples: ["key", "{json: $.id}"], later: true
  ) { $0.messageIdentity($1) }

  static let expect = Key(
    "expect", .list(.expectation), "The refusal that is expected for a reader without access.", default: .value("[]"),
    examples: ["[refused == authorization]"]
  ) { $0.expectations($1, in: .stage) }

  static let table = KeyTable(
    name: "verify", title: "Verification", summary: "Settings for reading the topics back, with time limits.",
    rows: [
      mode.row, within.row, atMost.row, order.row, isolation.row, auth.row, identity.row, expect.row,
    ],
    example: MappingExample(in: "scenario", "verify: {mode: after, within: 10s, at_most: 5m}"))
}

/// The result of reading `verify`.
struct VerifyReading {
  var verify: Verify
  var authentication = Setting<Authentication>.absent
  var refusals: [ExpectedRefusal] = []
  /// `within`, where it is written.
  var writtenWithin: Nanoseconds?
  /// The place of `order: per-key`, where that is written.
  var orderPerKey: SourceRange?
}

extension ValueReader {
  /// The settings of `verify`, with the language's defaults for keys that are not written; nil if it could not be read.
  mutating func verify(_ scenario: Fields, _ identities: Declarations<WrittenIdentity>?) -> VerifyReading? {
    guard let pair = scenario["verify"] else {
      return VerifyReading(
        verify: Verify(mode: VerifyKeys.mode.standard, within: VerifyKeys.within.standard, atMost: nil))
    }
    guard let fields = fields(of: pair.value, named: "verify", in: " in verify", as: VerifyKeys.table) else {
      return nil
    }
    let mode = value(VerifyKeys.mode, fields)
    let within = value(VerifyKeys.within, fields)
    let atMost = setting(VerifyKeys.atMost, fields).value
    var reading = VerifyReading(verify: Verify(mode: mode, within: within, atMost: atMost))
    if fields.has("within") { reading.writtenWithin = within }
    reading.verify.order = value(VerifyKeys.order, fields)
    reading.verify.orderRange = fields["order"]?.value.range
    if reading.verify.order == .perKey { reading.orderPerKey = reading.verify.orderRange }
    reading.verify.isolation = value(VerifyKeys.isolation, fields)
    reading.authentication = setting(VerifyKeys.auth, fields)
    hold(reading.authentication, against: identities)
    holdForKafka(reading.authentication, among: identities)
    _ = setting(VerifyKeys.identity, fields)
    let expected = setting(VerifyKeys.expect, fields).value
    reading.refusals = expected?.refusals ?? []
    reading.verify.refusal = refusal(expected?.expectations ?? [])
    return reading
  }

  /// The one refusal that a reader can meet; anything else is reported.
  private mutating func refusal(_ expectations: [Expectation]) -> Expectation? {
    for expectation in expectations {
      let reason: RefusalReason? = if case .reason(let reason) = expectation.bound { reason } else { nil }
      switch reason {
      case .authentication, .authorization, .tls: continue
      case .unknownTopic, .messageTooLarge, .status, nil:
        report(
          Diagnostic(
            code: .notAllowed, "\(quoted(expectation.condition)) is not an expectation of the reader",
            at: expectation.range,
            remedy: reason == nil
              ? "move it to the top of the file" : "write refused == authentication, authorization or tls"))
        return nil
      }
    }
    if expectations.count > 1 {
      report(
        Diagnostic(
          code: .conflict, "a reader is refused for one reason", at: expectations[1].range, remedy: "remove the others")
      )
    }
    return expectations.first
  }
}
