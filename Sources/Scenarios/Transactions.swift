/// The transactions of a stage's producers: their length, and the share of them that is aborted.
package struct Transactions: Sendable, Equatable {
  /// The messages of one transaction of a producer.
  package enum Length: Sendable, Equatable {
    /// So many of its messages, withheld and dropped ones counted.
    case messages(UInt64)
    /// Those that are due in this time; at `max`, those that are sent in it.
    case time(Nanoseconds)
  }

  package var length: Length
  /// At most 1.
  package var abort: Fraction

  package init(length: Length, abort: Fraction = Fraction(0)) {
    self.length = length
    self.abort = abort
  }
}
