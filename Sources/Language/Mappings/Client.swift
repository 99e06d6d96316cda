internal import Diagnostics
internal import Scenarios

/// Keys of a stage's `client`.
enum ClientKeys {
  static let idempotent = Key(
    "idempotent", .boolean, "Lets the brokers drop the duplicates that retries send; implies `acks: all`.",
    examples: ["false"]
  ) { $0.boolean($1) }.defaulting(to: true)
  static let transactional = Key(
    "transactional", .mapping(TransactionalKeys.table), "Sends in transactions.", examples: ["{every: 1000, abort: 1%}"]
  ) { $0.transactions($1) }
  static let table = KeyTable(
    name: "client", title: "A client",
    summary: "Settings of a stage's producers, beyond librdkafka's own properties.",
    rows: [idempotent.row, transactional.row],
    example: MappingExample(in: "stage", "client: {idempotent: false}"))
}

enum TransactionalKeys {
  static let every = Key(
    "every", .either([.count, .duration]), "Length of a transaction: a number of messages, or a time.",
    examples: ["1000", "1s"],
    required: true
  ) { $0.transactionLength($1) }
  static let abort = Key(
    "abort", .ratio, "The share of transactions that are aborted, chosen by the seed.", default: .value("0%"),
    examples: ["1%"]
  ) { $0.quantity($1, expected: "a ratio such as 1%", Quantity.ratio) }
  static let table = KeyTable(
    name: "transactional", title: "Transactions",
    summary: "Transactions in which a stage's messages are sent; some may be aborted.",
    rows: [every.row, abort.row],
    example: MappingExample(in: "stage", "client: {transactional: {every: 1000, abort: 1%}}"))
}

extension ValueReader {
  mutating func clientTraits(_ pair: YAMLPair) -> ClientTraits? {
    guard let fields = fields(of: pair.value, named: "client", in: " in client", as: ClientKeys.table) else {
      return nil
    }
    let idempotent = setting(ClientKeys.idempotent.key, fields)
    let transactional = setting(ClientKeys.transactional, fields)
    if idempotent.value == false, transactional.value != nil, let range = idempotent.range {
      report(
        Diagnostic(
          code: .conflict, "transactions require idempotence", at: range, remedy: "remove one of the two keys"))
    }
    return ClientTraits(idempotent: idempotent, transactions: transactional)
  }

  mutating func transactions(_ pair: YAMLPair) -> Transactions? {
    let context = " in transactional"
    guard let fields = fields(of: pair.value, named: "transactional", in: context, as: TransactionalKeys.table) else {
      return nil
    }
    let abort = setting(TransactionalKeys.abort, fields)
    if let share = abort.value, share.numerator > share.denominator, let pair = fields["abort"] {
      badValue(pair, nil, QuantityError(reason: "is more than 100%", remedy: "write a share of at most 100%"))
    }
    return required(TransactionalKeys.every, fields, in: context).map {
      Transactions(length: $0, abort: abort.value ?? Fraction(0))
    }
  }

  /// A count, or a duration.
  mutating func transactionLength(_ pair: YAMLPair) -> Transactions.Length? {
    let text = pair.value.scalar?.text ?? ""
    if DurationUnit(text.drop { "0"..."9" ~= $0 || $0 == "." }) != nil, text.last != "M" {
      return duration(pair).map(Transactions.Length.time)
    }
    let count = quantity(pair, expected: "a count such as 1000 or a duration such as 1s", Quantity.count)
    guard count != 0 else {
      badValue(pair, nil, QuantityError(reason: "must be greater than 0"))
      return nil
    }
    return count.map(Transactions.Length.messages)
  }
}

/// A stage's `client` as it is written.
struct ClientTraits {
  var idempotent: Setting<Bool>
  var transactions: Setting<Transactions>
}
