/// Bounds of arguments.
enum ArgumentBounds {
  static let wholeNumbers: ClosedRange<Int64> = .min ... .max
  /// The range in which a number keeps 15 digits, and its decimals are exact.
  static let numbers: ClosedRange<Double> = -1e15...1e15
  /// The allowed numbers of digits, letters or bytes.
  static let lengths: ClosedRange<Int64> = 1...1_048_576
}
