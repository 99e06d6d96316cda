internal import Diagnostics
package import Scenarios

/// A difference that a metric may have between builds, as it is written: `20%` of the base, and `5ms`.
package enum ComparedAmount {
  /// The reason why a text is no such difference, and what to write instead.
  package struct Mistake: Error, Sendable, Equatable {
    package var reason: String
    package var remedy: String?
  }

  /// The share of `20%`: 0.2.
  package static func relative(_ text: String) throws(Mistake) -> Double {
    try translated { () throws(QuantityError) in try Quantity.ratio(text).value }
  }

  /// The amount in the unit of the metric's column: `5ms` is 5 where that is in milliseconds.
  package static func absolute(_ text: String, of metric: ComparedMetric) throws(Mistake) -> Double {
    try translated { () throws(QuantityError) in try amount(text, of: metric) }
  }

  static func amount(_ text: String, of metric: ComparedMetric) throws(QuantityError) -> Double {
    switch metric.unit {
    case .count: Double(try Quantity.count(text))
    case .perMessage: try Quantity.decimal(text).value
    case .microseconds: try duration(text, in: "us") / 1e3
    case .milliseconds: try duration(text, in: "ms") / 1e6
    case .seconds: try duration(text, in: "s") / 1e9
    case .share: try Quantity.ratio(text).value
    case .perSecond: try Quantity.ratePerSecond(text).value
    case .bytesPerSecond: try Quantity.byteRate(text).value
    case .bytes: Double(try Quantity.size(text))
    }
  }

  /// An amount as it is written for a metric.
  package static func example(for metric: ComparedMetric) -> String {
    switch metric.unit {
    case .count: "10"
    case .perMessage: "0.001"
    case .microseconds: "500ns"
    case .milliseconds: "5ms"
    case .seconds: "1s"
    case .share: "1%"
    case .perSecond: "100/s"
    case .bytesPerSecond: "1MB/s"
    case .bytes: "10MB"
    }
  }

  /// Nanoseconds; a bare number most likely means the metric's own unit.
  private static func duration(_ text: String, in unit: String) throws(QuantityError) -> Double {
    if !text.isEmpty, Quantity.numberAndRest(text[...]).rest.isEmpty {
      throw QuantityError(reason: "has no unit", remedy: "write \"\(text)\(unit)\"")
    }
    return Double(try Quantity.duration(text).count)
  }

  private static func translated(_ read: () throws(QuantityError) -> Double) throws(Mistake) -> Double {
    do { return try read() } catch { throw Mistake(reason: error.reason, remedy: error.remedy) }
  }
}

extension ExactDecimal {
  fileprivate var value: Double { Double(digits) / Double(divisor) }
}
