internal import Diagnostics
internal import Scenarios

extension StageReader {
  /// The settings of a stage's producers, which are kept for a check by librdkafka.
  mutating func client(
    _ traits: StageTraits, _ name: StageName, _ schedule: Schedule, _ values: inout ValueReader
  ) -> StageClient {
    let written = traits.client
    let client = StageClient(
      isIdempotent: written?.idempotent.value, transactions: written?.transactions.value, properties: traits.properties)
    let idempotence = written?.idempotent.value == true ? written?.idempotent.range : nil
    let transactional = written?.transactions.range
    if client != StageClient() {
      clients.append(
        WrittenClient(
          properties: declared.clusterProperties, stage: client, idempotence: idempotence, transactional: transactional)
      )
    }
    if let transactions = client.transactions, let transactional {
      holdAborts(transactions, at: transactional, schedule, producers: traits.producers, name, &values)
    }
    return client
  }

  /// Reports a share of aborted transactions that is less than one of those that there are.
  private func holdAborts(
    _ transactions: Transactions, at range: SourceRange, _ schedule: Schedule, producers: UInt64, _ name: StageName,
    _ values: inout ValueReader
  ) {
    holdLength(transactions, at: range, schedule, producers: producers, name, &values)
    let abort = transactions.abort
    guard abort.numerator > 0,
      let count = TransactionPlan(transactions, producers: producers).count(in: schedule),
      abort.isBelowOne(of: count)
    else { return }
    let share = Bound.ratio(abort).text
    values.report(
      Diagnostic(
        code: .conflict,
        "\(share) of \(Plural.count(count, "transaction")) is less than one: none is aborted\(name.context)",
        at: range, remedy: "write a greater share, or send more messages"))
  }
}

extension StageReader {
  /// The time after which a cluster aborts a transaction by itself, at most.
  private static let longest = Nanoseconds.seconds(60)

  /// Reports transactions that the cluster would abort before they are complete.
  fileprivate func holdLength(
    _ transactions: Transactions, at range: SourceRange, _ schedule: Schedule, producers: UInt64, _ name: StageName,
    _ values: inout ValueReader
  ) {
    let isTooLong: Bool
    switch transactions.length {
    case .time(let time): isTooLong = time >= Self.longest
    case .messages(let each):
      let messages = min(Double(each) * Double(producers), Double(schedule.total ?? .max))
      isTooLong = schedule.meanRate.map { messages >= $0 * Self.longest.seconds } ?? false
    }
    guard isTooLong else { return }
    values.report(
      Diagnostic(
        code: .conflict, "a transaction takes a minute or longer, and the cluster aborts it by then\(name.context)",
        at: range, remedy: "write a smaller every"))
  }
}

extension Fraction {
  /// True where this share of `count` is less than 1.
  fileprivate func isBelowOne(of count: UInt64) -> Bool {
    let (product, overflow) = numerator.multipliedReportingOverflow(by: count)
    return !overflow && product < denominator
  }
}
