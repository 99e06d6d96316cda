internal import Scenarios
internal import Verification

// The words of files for programs.
extension StageComparison.Status {
  var word: String {
    switch self {
    case .compared: "compared"
    case .inconclusive: "inconclusive"
    case .blocked: "blocked"
    case .added: "added"
    case .removed: "removed"
    case .nothingLeft: "nothing_left"
    }
  }

  var drift: [StageComparison.Drift] {
    switch self {
    case .blocked(let drift): drift
    case .compared, .inconclusive, .added, .removed, .nothingLeft: []
    }
  }

  var missingEvidence: [ComparedMetric] {
    switch self {
    case .inconclusive(let metrics): metrics
    case .compared, .blocked, .added, .removed, .nothingLeft: []
    }
  }
}

extension Finding {
  /// The difference by the base's median; nil for a base of 0, or so near to 0 that JSON cannot hold it.
  var relative: Double? {
    guard let difference, let from = base.median, from != 0 else { return nil }
    return (difference / from.magnitude).ifFinite
  }
}

extension Double {
  /// Nil for what JSON cannot hold.
  var ifFinite: Double? { isFinite ? self : nil }
}

extension Finding.Method {
  var word: String {
    switch self {
    case .exact: "exact"
    case .rankSum: "mann_whitney"
    case .deviation: "deviation"
    case .tolerance: "tolerance"
    }
  }
}

extension ComparedMetric.Unit {
  /// Empty for what has none.
  var word: String {
    switch self {
    case .count: "count"
    case .microseconds: "us"
    case .milliseconds: "ms"
    case .seconds: "s"
    case .share: "ratio"
    case .perSecond: "per_s"
    case .bytesPerSecond: "bytes_per_s"
    case .bytes: "bytes"
    case .perMessage: "per_message"
    }
  }

  /// The decimals in a file: one more than the column has, since the median of two values lies between them.
  var places: Int {
    switch self {
    case .count, .bytes: 1
    case .bytesPerSecond, .perSecond: 2
    case .microseconds, .milliseconds, .seconds: 4
    case .share: 7
    case .perMessage: 9
    }
  }
}
