internal import Diagnostics
internal import Scenarios
internal import Verification

/// One `testcase`: a check, the stage itself, or the run itself.
struct JUnitCase {
  enum Outcome {
    case passed
    /// Passed whatever was seen; what that was.
    case noted([String])
    case skipped(String)
    /// The system broke an expectation.
    case failure(Finding)
    /// Inconclusive, or could not run.
    case error(Finding)
  }

  struct Finding {
    /// Dotted: GitLab gives bare words such as `date` a meaning of their own.
    var type: String
    var message: String
    /// Below the message, which is repeated: GitLab shows the text only, and others the attribute only.
    var lines: [String]
  }

  var name: String
  var time = Nanoseconds.zero
  var outcome: Outcome

  func text(classname: String) -> String {
    let opening =
      "    <testcase"
      + XMLText.attributes([
        "classname": classname, "name": name, "time": FixedPoint.seconds(nanoseconds: max(time, .zero)),
      ])
    switch outcome {
    case .passed: return opening + "/>\n"
    case .noted(let lines):
      let text = lines.map { $0.cut(to: 2000) }.joined(separator: "\n")
      return opening + ">\n      <system-out>\(XMLText.content(text))\n</system-out>\n    </testcase>\n"
    case .skipped(let reason):
      let skipped = "<skipped" + XMLText.attributes(["message": Self.headline(reason)]) + "/>"
      return opening + ">\n      \(skipped)\n    </testcase>\n"
    case .failure(let finding): return opening + ">\n" + Self.text(finding, element: "failure") + "    </testcase>\n"
    case .error(let finding): return opening + ">\n" + Self.text(finding, element: "error") + "    </testcase>\n"
    }
  }

  private static func text(_ finding: Finding, element: String) -> String {
    let message = headline(finding.message)
    // No reader takes a node of any length; ten witnesses and a hundred reasons do not come near this.
    let lines = [message] + finding.lines.prefix(200).map { $0.cut(to: 2000) }
    return "      <\(element)" + XMLText.attributes(["message": message, "type": finding.type]) + ">"
      + XMLText.content(lines.joined(separator: "\n")) + "\n</\(element)>\n"
  }

  private static func headline(_ message: String) -> String { message.visible.cut(to: 300) }
}

extension JUnitCase {
  /// The line that leads to the scenario. The blank before it is what one of the readers looks for.
  static func place(_ position: SourcePosition, in result: RunResult) -> String {
    "  at \((position.file ?? result.scenarioPath).visible):\(position.line):\(position.column)"
  }

  /// `cause` says where the reason of a check that is one of several is.
  init(_ check: Check, name: String, in part: JudgedPart, of result: RunResult, cause: CausePlace) {
    self.name = name
    switch check.outcome {
    case .skipped(let reason): outcome = .skipped(reason)
    case _ where check.isAdvice:
      let word = check.isWarned ? "warning" : "as expected"
      let sentence = check.isWarned ? ["\(word): \(check.sentence(in: part, of: result))"] : [word]
      outcome = .noted(sentence + Self.evidence(check, in: part, of: result))
    case .held: outcome = .passed
    case .broken, .inconclusive:
      let finding =
        switch cause {
        case .here(let others):
          Finding(
            type: check.code, message: check.sentence(in: part, of: result),
            lines: others.map { "  inconclusive because of it: \($0)" } + Self.evidence(check, in: part, of: result))
        case .elsewhere(let place):
          Finding(
            type: check.code, message: "the reason is in the case \(place)",
            lines: Self.witnesses(of: check, in: result))
        }
      outcome = check.isBroken ? .failure(finding) : .error(finding)
    }
  }

  private static func witnesses(of check: Check, in result: RunResult) -> [String] {
    check.witnesses.prefix(10).map { "  \(result.sentence(of: $0))" }
  }

  private static func evidence(_ check: Check, in part: JudgedPart, of result: RunResult) -> [String] {
    let rejections = check.expectation.metric == .rejected ? Array((part.stage?.rejections ?? []).prefix(10)) : []
    let reasons = rejections.map(\.sentence) + Rejection.hints(of: rejections)
    return witnesses(of: check, in: result) + reasons.map { "  \($0)" } + [
      place(check.expectation.position, in: result),
      "  expected: \(check.expectedText)",
      "  actual:   \(check.actualText ?? "not known")",
      "  again:    \(result.command(stage: part.single))",
    ]
  }
}

/// Where the reason of an inconclusive check is.
enum CausePlace {
  /// In its own case, with the names of all checks that have it, if it is not alone.
  case here([String])
  /// In the case that these words name.
  case elsewhere(String)
}

extension Rejection {
  /// `12 MSG_SIZE_TOO_LARGE: Broker: Message size too large`
  var sentence: String { "\(HumanNumber.grouped(count)) \(code): \(reason)".visible }

  private var reason: String {
    switch origin {
    case .cluster: text
    // Librdkafka has the broker's words for some of its own refusals.
    case .client(nil): "refused by the client, not by the broker (\(text))"
    case .client(let limit?):
      "refused by the client (message.max.bytes \(HumanNumber.grouped(bytes: limit))), not by the broker"
    }
  }

  /// The things to compare, for a reason whose text does not name them; on a line of its own, which no cut reaches.
  var hint: String? {
    if case .cluster(let limit?, let atStart, let batchSize) = origin { return Self.hint(limit, atStart, batchSize) }
    switch code {
    case "INVALID_TIMESTAMP":
      return
        "each message has the time of this machine's clock at its send: compare date -u here and on the brokers, and the topic's "
        + "message.timestamp.before.max.ms and message.timestamp.after.max.ms"
    default: return nil
    }
  }

  /// `batchSize` is the scenario's, where it is above the limit.
  private static func hint(_ limit: Int, _ atStart: Int?, _ batchSize: Int?) -> String {
    let before = atStart.map { ", which was \(HumanNumber.grouped(bytes: $0)) at the start" } ?? ""
    let takes =
      "the topic takes batches of at most \(HumanNumber.count(bytes: limit)) (max.message.bytes\(before))"
    guard let batchSize else { return takes }
    return takes
      + "; the scenario's batch.size is \(HumanNumber.grouped(bytes: batchSize)), so small messages are rejected in batches: leave it "
      + "out, or set it below that"
  }

  /// Each of them once: stages can have the same.
  static func hints(of rejections: [Rejection]) -> [String] {
    rejections.compactMap(\.hint).reduce(into: []) { hints, hint in if !hints.contains(hint) { hints.append(hint) } }
  }
}
