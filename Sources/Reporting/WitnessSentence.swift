internal import Diagnostics
import Verification

extension Anomaly {
  /// One line: `#4711 acknowledged at orders[2]@1180, while 2@1195 was read`.
  var sentence: String {
    let related = relatedOffset.map { "\(partition)@\($0)" }
    let told: String =
      switch kind {
      case .withheld:
        "not sent to \(place)"
      case .lost:
        "\(acknowledged), \(related.map { "while \($0) was read" } ?? "and the partition was read past it")"
      case .trimmed:
        "\(acknowledged), and trimmed since\(related.map { ": \($0) stands" } ?? "")"
      case .unseen:
        "\(acknowledged), and neither found nor provably gone\(related.map { ": reading ended at \($0)" } ?? "")"
      case .unknownAbsent:
        "sent to \(place) without an answer, and not there"
      case .unknownUnseen:
        "sent to \(place) without an answer, and neither found nor provably absent"
      case .phantom:
        "rejected, and read at \(place) all the same"
      case .duplicated:
        "read at \(place)\(related.map { " and again at \($0)" } ?? " more than once")"
      case .reordered:
        "read at \(place), behind a later one\(related.map { " at \($0)" } ?? "")"
      case .corrupted:
        "read at \(place), and not what was sent"
      case .misrouted:
        "read at \(place), another partition than the one named"
      case .invalid:
        "read at \(place), and not valid"
      }
    return "#\(sequence) \(told)\(detail.map { "; \($0)" } ?? "")".visible.cut(to: 500)
  }

  private var acknowledged: String {
    offset == nil ? "acknowledged in \(place) without an offset" : "acknowledged at \(place)"
  }

  private var place: String { "\(topic)[\(partition)]\(offset.map { "@\($0)" } ?? "")" }
}
