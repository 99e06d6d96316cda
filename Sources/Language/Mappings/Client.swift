internal import Diagnostics
internal import Scenarios
internal import Templates

/// Keys of a stage, most of which no run can follow yet.
extension ValueReader {
  /// Templates by weight.
  mutating func mix(_ pair: YAMLPair) -> [(name: YAMLKey, weight: UInt64)]? {
    guard let mapping = mapping(pair.value, named: "mix") else { return nil }
    let weights = every(mapping.pairs) { reader, entry in
      reader.integer(entry, in: 1...1_000_000).map { (name: entry.key, weight: $0) }
    }
    guard let weights, !weights.isEmpty else {
      if mapping.pairs.isEmpty, !mapping.isOpen {
        report(
          Diagnostic(
            code: .missingKey, "\"mix\" names no template", at: pair.key.range,
            remedy: "write such as \"mix: \(StageKeys.mix.row.examples[0])\""))
      }
      return nil
    }
    return weights
  }

  /// The shares of a mix, as far as its templates are known.
  mutating func shares(
    _ mix: [(name: YAMLKey, weight: UInt64)], of templates: Declarations<Template>?
  ) -> [TemplateShare]? {
    guard let templates else { return nil }
    let shares = every(mix) { reader, share -> TemplateShare? in
      if let index = templates.index(of: share.name.text) {
        return TemplateShare(template: index, weight: share.weight)
      }
      reader.report(
        .unknown(
          "template", share.name.text, in: "", code: .unknownName, at: share.name.range,
          read: templates.entries.map(\.name), later: [], listed: "declared"))
      return nil
    }
    guard let shares, let first = mix.first else { return nil }
    let weights = MixOrder.reduced(shares.map(\.weight))
    guard weights.reduce(0, +) <= MixOrder.longestRun else {
      report(
        Diagnostic(
          code: .badValue, "the weights add up to more than \(MixOrder.longestRun) even when they are reduced",
          at: first.name.range, remedy: "write smaller ones"))
      return nil
    }
    return zip(shares, weights).map { TemplateShare(template: $0.template, weight: $1) }
  }

  /// Partitions by weight; at least one weighs something.
  mutating func weights(_ pair: YAMLPair) -> [(partition: UInt64, weight: UInt64)]? {
    guard let mapping = mapping(pair.value, named: "weights") else { return nil }
    let weights = every(mapping.pairs) { reader, entry -> (partition: UInt64, weight: UInt64)? in
      guard Quantity.isDigits(entry.key.text), let partition = UInt64(entry.key.text), partition <= Int32.max else {
        reader.report(
          Diagnostic(
            code: .badName, "\(quoted(entry.key.text)) is no partition", at: entry.key.range,
            remedy: "write its number, such as \"0: 3\""))
        return nil
      }
      return reader.integer(entry, in: 0...1_000_000).map { (partition: partition, weight: $0) }
    }
    guard let weights else { return nil }
    if !weights.contains(where: { $0.weight > 0 }), !mapping.isOpen {
      report(
        Diagnostic(
          code: .conflict, "\"weights\" name no partition", at: pair.value.range, remedy: "one must weigh more than 0"))
      return nil
    }
    return weights
  }

  /// Whether the client is asked to be idempotent.
  mutating func clientTraits(_ pair: YAMLPair) -> Bool? {
    guard let fields = fields(of: pair.value, named: "client", in: " in client", as: ClientKeys.table) else {
      return nil
    }
    let idempotent = setting(ClientKeys.idempotent.key, fields)
    let transactional = setting(ClientKeys.transactional, fields)
    if idempotent.value == false, transactional.value != nil, let range = idempotent.range {
      report(
        Diagnostic(
          code: .conflict, "transactions are idempotent", at: range, remedy: "remove one of the two keys"))
    }
    return idempotent.value ?? ClientKeys.idempotent.standard
  }

  mutating func transactions(_ pair: YAMLPair) -> TransactionLength? {
    let context = " in transactional"
    guard let fields = fields(of: pair.value, named: "transactional", in: context, as: TransactionalKeys.table) else {
      return nil
    }
    _ = setting(TransactionalKeys.abort, fields)
    return required(TransactionalKeys.every, fields, in: context)
  }

  /// A count, or a duration.
  mutating func transactionLength(_ pair: YAMLPair) -> TransactionLength? {
    let text = pair.value.scalar?.text ?? ""
    if DurationUnit(text.drop { "0"..."9" ~= $0 || $0 == "." }) != nil, text.last != "M" {
      return duration(pair).map(TransactionLength.time)
    }
    let count = quantity(pair, expected: "a count such as 1000 or a duration such as 1s", Quantity.count)
    guard count != 0 else {
      badValue(pair, nil, QuantityFault(reason: "is no message at all"))
      return nil
    }
    return count.map(TransactionLength.messages)
  }

  mutating func start(_ pair: YAMLPair) -> StageStart? {
    guard let fields = fields(of: pair.value, named: "start", in: " in start", as: StartKeys.table) else { return nil }
    let with = setting(StartKeys.with, fields)
    let after = setting(StartKeys.after, fields)
    _ = setting(StartKeys.delay, fields)
    guard only(["with", "after"], of: fields, in: " in start") != nil else { return nil }
    return (with.value ?? after.value).map {
      StageStart(name: $0, range: with.range ?? after.range ?? pair.value.range)
    }
  }
}

/// How much one transaction holds.
enum TransactionLength {
  case messages(UInt64)
  case time(Nanoseconds)
}

/// The stage that another begins with or after.
struct StageStart {
  var name: String
  var range: SourceRange
}
