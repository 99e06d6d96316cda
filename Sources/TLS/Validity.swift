/// The validity of a certificate at a time.
package enum Validity: Sendable, Equatable {
  case valid
  /// It ends within 30 days: in so many whole days.
  case expires(inDays: Int)
  /// Seconds since 1970.
  case expired(since: Int64)
  case notYet(from: Int64)
}

extension Certificate {
  /// `now` are seconds since 1970. Both ends are part of the validity.
  package func validity(at now: Int64) -> Validity {
    let (day, warned): (Int64, Int64) = (86_400, 30)
    if now < notBefore { return .notYet(from: notBefore) }
    if now > notAfter { return .expired(since: notAfter) }
    let (left, isHuge) = notAfter.subtractingReportingOverflow(now)
    return isHuge || left >= warned * day ? .valid : .expires(inDays: Int(left / day))
  }
}
