extension Expression {
  /// The number of different values of a unique placeholder; nil for other expressions, and where the number depends on the
  /// day on which the run starts.
  package func uniqueValues(locale: FakerLocale) -> UInt64? {
    guard case .unique(let function, let arguments) = source else { return nil }
    func values(startingAt second: Int64) -> UInt64 {
      var call = CallLowering(locale: locale, startedAt: second * 1000, format: format)
      call.lowerUnique(function, arguments, number: 0, stageKey: 0)
      return call.builder.uniqueValues
    }
    // Between moments relative to the start there is a day more or less, depending on its time.
    let day: Int64 = 86_400
    let values2000 = [0, day / 2, day - 1].map { values(startingAt: 10_957 * day + $0) }
    let values2040 = [0, day / 2, day - 1].map { values(startingAt: 25_567 * day + $0) }
    guard let least = values2000.min(), least == values2040.min(), least < .max else { return nil }
    return least
  }
}
