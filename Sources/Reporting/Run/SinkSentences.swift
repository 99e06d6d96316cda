internal import Diagnostics
internal import Scenarios
internal import Verification

/// The fate of messages in a sink, in words.
struct SinkSentences {
  let sink: SinkResult
  /// The reason for which its messages are expected there: `acknowledged`, `on events`.
  private let cause: String

  init(_ sink: SinkResult, of result: RunResult) {
    self.sink = sink
    let source = result.sinks?.first { $0.name == sink.from }
    cause = sink.from.map { "\(Self.preposition(source?.kind ?? .topic)) \($0.visible)" } ?? "acknowledged"
  }

  /// `12 of 3,299 messages that were on events are not in stored`; nil for a count of which any number is as good as another.
  func sentence(_ key: SinkCount, _ count: UInt64) -> String? {
    let verb = Plural.form(count, "is", "are")
    let records = "\(HumanNumber.count(count, "record")) \(place)"
    let expected = "\(part(count)) \(sink.copies > 1 ? "records" : "messages") that were \(cause)"
    let undecided = HumanNumber.count(count, "message") + " of unknown outcome"
    let unproven = ", which was not read to a proven end"
    return switch key {
    case .missing: "\(expected) \(verb) not \(place)"
    case .unseen: "\(expected) \(verb) not \(place)\(unproven)"
    case .unknownAbsent: "\(undecided) \(verb) not \(place)"
    case .unknownUnseen: "\(undecided) \(verb) not \(place)\(unproven)"
    case .phantom: "\(records) \(verb) of messages that were rejected"
    case .stray: "\(records) \(Plural.form(count, "does", "do")) not belong there"
    case .duplicated: "\(records) \(Plural.form(count, "repeats", "repeat")) a message"
    case .corrupted: "\(records) \(verb) not what was sent"
    case .invalid: "\(records) \(verb) not valid"
    case .expected, .read, .found, .unknownFound, .foreign: nil
    }
  }

  /// `stored lacks 12 of 3,299 that were on events`; nil where nothing is missing.
  var loss: String? {
    guard let counts = sink.counts, !sink.isPartial, counts[.missing] > 0 else { return nil }
    return "\(sink.name.visible) lacks \(part(counts[.missing])) that were \(cause)"
  }

  /// A witness: `#4711 (r…) due at 12.3 s was acknowledged and is not on events`. Its stage is named where the sink holds several.
  func witness(_ anomaly: Anomaly) -> String {
    let stage = sink.stages.count > 1 ? anomaly.stage.map { " of \($0)" } ?? "" : ""
    let id = anomaly.id.map { " (\($0))" } ?? ""
    let due = anomaly.due.map { " due at \($0.inTenths)" } ?? ""
    return "#\(anomaly.sequence)\(stage)\(id)\(due) \(fate(anomaly))\(anomaly.detail.map { "; \($0)" } ?? "")"
  }

  private func fate(_ anomaly: Anomaly) -> String {
    let unproven = ", which was not read to a proven end"
    let offset = anomaly.offset.map { " at \(anomaly.topic)[\(anomaly.partition)]@\($0)" } ?? ""
    return switch anomaly.kind {
    case .missing: "was \(cause) and is not \(place)"
    case .unseen: "was \(cause) and is not \(place)\(unproven)"
    case .unknownAbsent: "has an unknown outcome and is not \(place)"
    case .unknownUnseen: "has an unknown outcome and is not \(place)\(unproven)"
    case .phantom: "was rejected and is \(place)\(offset) all the same"
    case .stray: "is \(place)\(offset), where it does not belong"
    case .duplicated: "is \(place) again\(offset)"
    case .corrupted: "is \(place)\(offset), and not what was sent"
    case .invalid: "is \(place)\(offset), and not valid"
    case .withheld, .lost, .trimmed, .reordered, .misrouted, .abortedVisible:
      "is \(anomaly.kind.rawValue) \(place)\(offset)"
    }
  }

  /// `on events` or `in stored`: topics have messages on them.
  private var place: String { "\(Self.preposition(sink.kind)) \(sink.name.visible)" }

  private static func preposition(_ kind: SinkResult.Kind) -> String { kind == .topic ? "on" : "in" }

  private func part(_ count: UInt64) -> String {
    "\(HumanNumber.grouped(count)) of \(HumanNumber.grouped(sink.counts?[.expected] ?? count))"
  }
}

extension RunResult {
  /// A witness in one line, with the action in whose time its message was due.
  func sentence(of anomaly: Anomaly) -> String {
    guard let name = anomaly.sink, let sink = sinks?.first(where: { $0.name == name }) else { return anomaly.sentence }
    let action = anomaly.due.flatMap { disturbance(at: $0) }.map { "; \($0)" } ?? ""
    return "\(SinkSentences(sink, of: self).witness(anomaly))\(action)".visible.cut(to: 500)
  }

  /// The action that was under way then, or the last that ended in the minute before; nil where there was none.
  private func disturbance(at time: Nanoseconds) -> String? {
    let ran = (actions ?? []).compactMap { action in
      action.begun.map { (name: action.name, begun: $0, ended: action.thenEnded ?? action.ended ?? $0) }
    }
    if let action = ran.last(where: { $0.begun <= time && time <= $0.ended }) { return "\(action.name) was under way" }
    let before = ran.filter { $0.ended < time && time - $0.ended <= .seconds(60) }.max { $0.ended < $1.ended }
    return before.map { "\((time - $0.ended).inTenths) after \($0.name)" }
  }
}
