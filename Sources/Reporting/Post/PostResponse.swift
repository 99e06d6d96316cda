internal import Diagnostics
package import Scenarios
package import Verification

/// The answer to a posting request: what the posting utility says, and beside it what a run shows.
package struct PostResponse: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable {
    case sent = "message sent successfully"
    /// Nothing was to be sent.
    case validated
    case failed = "message sending failed"
    case partlySent = "partially sent"
    /// All are acknowledged, and the topic could not be read to its end.
    case notVerified = "sent, not verified"
  }

  package var status: Status
  /// The time from the first send to the last acknowledgement; 0 where nothing was acknowledged.
  package var executionTime = Nanoseconds.zero
  /// Acknowledged messages.
  package var sent: UInt64 = 0
  /// All others that were asked for.
  package var failed: UInt64 = 0
  /// The first cause in one line; nil for none.
  package var error: String?
  /// Nil where nothing was run, as the three that follow.
  package var verdict: Verdict?
  package var runID: String?
  /// The time from the first send to the end of reading; nil where the topic was not read back to its end, too.
  package var verifiedAfter: Nanoseconds?
  /// The folder of the reports.
  package var reports: String?
  /// Nil where the request has a mistake.
  package var broker: Provenance.Broker?
  package var exit: ExitCode
  package var notes: [String] = []

  private init(_ status: Status, exit: ExitCode) {
    self.status = status
    self.exit = exit
  }

  /// The answer to a request of which nothing was to be sent.
  package static func validated(for broker: Provenance.Broker, notes: [String] = []) -> PostResponse {
    var response = PostResponse(.validated, exit: .passed)
    response.broker = broker
    response.notes = notes
    return response
  }

  /// The answer to a request that could not be run.
  /// - Parameter asked: the messages that were to be sent.
  package static func refused(_ error: String, asked: UInt64, exit: ExitCode) -> PostResponse {
    var response = PostResponse(.failed, exit: exit)
    response.error = error.oneLine
    response.failed = asked
    return response
  }

  /// - Parameters:
  ///   - asked: the messages that the request asks for.
  ///   - partitions: the partitions that the request says the topic has.
  ///   - folder: that of the reports.
  package init(_ result: RunResult, asked: UInt64, partitions: UInt64?, folder: String) {
    let whole = result.whole
    let acknowledged = whole.send[.acknowledged]
    // A run that ended before its stage began has no count of what was due.
    let due = max(whole.send[.due], asked)
    self.init(
      Self.status(acknowledged: acknowledged, due: due, exits: result.exits), exit: result.exits[0])
    sent = acknowledged
    failed = due - acknowledged
    if acknowledged > 0, let first = whole.firstSend, let last = whole.lastAcknowledgement {
      executionTime = max(last - first, .zero)
    }
    error = result.firstCause?.oneLine
    verdict = result.verdict
    runID = result.runID
    if let first = whole.firstSend, let last = whole.lastSend, let drain = whole.drain, result.isRead {
      verifiedAfter = last + drain - first
    }
    broker = result.provenance.broker
    reports = folder
    notes = result.notes
    if let note = Self.note(partitions: partitions, actual: result.stages.first?.partitionCount) { notes.append(note) }
  }

  /// The note on a topic with another number of partitions than the request says; nil for none.
  package static func note(partitions: UInt64?, actual: Int?) -> String? {
    guard let partitions, let actual, partitions != UInt64(actual) else { return nil }
    return "noOfPartitions is \(partitions), and the topic has \(Plural.count(actual, "partition"))"
  }

  /// Pure: what a run comes to in the words of the utility.
  package static func status(acknowledged: UInt64, due: UInt64, exits: [ExitCode]) -> Status {
    if acknowledged == 0 { return .failed }
    if acknowledged < due { return .partlySent }
    // What is wrong with the reports is not wrong with the messages.
    let codes = exits.filter { $0 != .unwritableReport }
    if codes.allSatisfy({ $0 == .passed }) { return .sent }
    // Messages were acknowledged, and are lost, damaged or in the wrong place.
    return codes.contains(.verificationFailed) || codes.contains(.expectationFailed) ? .partlySent : .notVerified
  }
}

extension RunResult {
  /// Every partition was read to its end.
  fileprivate var isRead: Bool { whole.read != nil && !partitions.isEmpty && partitions.allSatisfy(\.isReadThrough) }

  /// The first of what went wrong, as the console has it; nil for nothing.
  fileprivate var firstCause: String? {
    let all = problems + stages.compactMap(\.problem)
    // A report that could not be written comes last: the messages are the answer.
    if let problem = all.first(where: { $0.exit != .unwritableReport }) { return problem.sentence }
    let checks = judged.flatMap { part in part.checks.map { (part: part, check: $0) } }
    let first = checks.first(where: { $0.check.isBroken }) ?? checks.first(where: { $0.check.isInconclusive })
    guard let (part, check) = first else { return all.first?.sentence }
    let reason =
      check.expectation.metric == .rejected
      ? part.stage?.rejections.first?.sentence : check.witnesses.first.map(sentence)
    return [check.sentence(in: part, of: self), reason].compactMap { $0 }.joined(separator: ": ")
  }
}

extension String {
  /// Its words with one blank between them.
  fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ").visible }
}
