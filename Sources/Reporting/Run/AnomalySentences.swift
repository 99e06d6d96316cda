internal import Diagnostics
internal import Scenarios
internal import Verification

// Anomalies in words: how many there are, for a check, and each witness.
extension Metric {
  /// `3 of 120,000 acknowledged messages are lost`; nil for a metric of which any number is as good as another.
  func sentence(_ count: UInt64, in stage: StageResult) -> String? {
    switch self {
    case .sending(let key): Self.sentence(key, count, in: stage)
    case .reading(let key): Self.sentence(key, count, in: stage)
    case .figure, .latency, .refused, .place: nil
    }
  }

  private static func sentence(_ key: SendCount, _ count: UInt64, in stage: StageResult) -> String? {
    let verb = Plural.form(count, "was", "were")
    func of(_ total: SendCount, _ kind: String) -> String { part(count, of: stage.send[total], kind) }
    return switch key {
    case .withheld: "\(of(.due, "due")) \(verb) against the template's format or schema, and not sent"
    case .dropped: "\(of(.due, "due")) \(verb) dropped, because the client's queue was full"
    case .unsent: "\(of(.due, "due")) \(verb) not sent, because the stage was cut short"
    case .rejected: "\(of(.sent, "sent")) \(verb) rejected"
    case .unknown: "\(of(.sent, "sent")) \(Plural.form(count, "is", "are")) without an answer"
    case .due, .sent, .acknowledged, .aborted, .bytesAcknowledged: nil
    }
  }

  private static func sentence(_ key: ReadCount, _ count: UInt64, in stage: StageResult) -> String? {
    let verb = Plural.form(count, "is", "are")
    func of(_ total: SendCount, _ kind: String) -> String { part(count, of: stage.send[total], kind) }
    var found: String { part(count, of: stage.read?[.found] ?? 0, "found") }
    switch key {
    case .lost: return "\(of(.acknowledged, "acknowledged")) \(verb) lost"
    case .trimmed:
      let past = Plural.form(count, "was to be read", "were to be read")
      return "\(of(.acknowledged, "acknowledged")) \(past) where the topic was deleted or compacted since"
    case .unseen: return "\(of(.acknowledged, "acknowledged")) \(verb) neither found nor provably gone"
    case .unknownAbsent: return "\(of(.unknown, "unanswered")) \(verb) not there"
    case .unknownUnseen: return "\(of(.unknown, "unanswered")) \(verb) neither found nor provably absent"
    case .phantom: return "\(of(.rejected, "rejected")) \(verb) there all the same"
    case .abortedVisible: return "\(of(.aborted, "aborted")) \(verb) visible"
    case .duplicated: return HumanNumber.count(count, "record repeats a message", "records repeat a message")
    case .foreign: return HumanNumber.count(count, "record was", "records were") + " not written by this run"
    case .reordered:
      let most = stage.read.map { ", by up to \(HumanNumber.grouped($0[.reorderedDistanceMax]))" }
      return "\(found) \(verb) behind a later one\(most ?? "")"
    case .corrupted: return "\(found) \(verb) not what was sent"
    case .misrouted: return "\(found) \(verb) in another partition than the one named"
    case .invalid: return "\(found) \(verb) not valid"
    case .read, .found, .unknownFound, .abortedHidden, .reorderedDistanceMax, .bytesRead: return nil
    }
  }

  private static func part(_ count: UInt64, of total: UInt64, _ kind: String) -> String {
    "\(HumanNumber.grouped(count)) of \(HumanNumber.count(total, "\(kind) message", "\(kind) messages"))"
  }
}

extension Anomaly {
  /// One line: `#4711 acknowledged at orders[2]@1180, while 2@1195 was read`.
  var sentence: String {
    let related = relatedOffset.map { "\(partition)@\($0)" }
    let sentence: String =
      switch kind {
      case .withheld:
        "not sent to \(place)"
      case .lost:
        "\(acknowledged), \(related.map { "while \($0) was read" } ?? "and not there")"
      case .trimmed:
        related.map { "\(acknowledged), and compacted away: \($0) is a later record of its key" }
          ?? "\(acknowledged), in a part of the partition that was deleted before it was read"
      case .unseen:
        "\(acknowledged), and neither found nor provably gone\(related.map { ": reading ended at \($0)" } ?? "")"
      case .unknownAbsent:
        "sent to \(place) without an answer, and not there"
      case .unknownUnseen:
        "sent to \(place) without an answer, and neither found nor provably absent"
      case .abortedVisible:
        "aborted, and visible at \(place) all the same"
      case .phantom:
        "rejected, and read at \(place) all the same"
      case .duplicated:
        duplicated
      case .reordered:
        "read at \(place), behind a later one\(related.map { " at \($0)" } ?? "")"
      case .corrupted:
        "read at \(place), and not what was sent"
      case .misrouted:
        "read at \(place), another partition than the one named"
      case .invalid:
        "read at \(place), and not valid"
      case .missing:
        "expected in \(sink ?? place), and not there"
      case .stray:
        "read in \(sink ?? place), where it does not belong"
      }
    return "#\(sequence) \(sentence)\(detail.map { "; \($0)" } ?? "")".visible.cut(to: 500)
  }

  /// The offset is that of the repeated record, the other one that of the acknowledgement.
  private var duplicated: String {
    switch relatedOffset {
    case nil: "read at \(place), and another record of it before"
    case offset?: "acknowledged and read at \(place), and another record of it before"
    case let first?:
      "acknowledged at \(topic)[\(partition)]@\(first), and read again at \(place)"
    }
  }

  private var acknowledged: String {
    offset == nil ? "acknowledged in \(place) without an offset" : "acknowledged at \(place)"
  }

  private var place: String { "\(topic)[\(partition)]\(offset.map { "@\($0)" } ?? "")" }
}
