extension Duration {
  /// The time in whole milliseconds, rounded up, as librdkafka takes it. A negative time, which would mean for ever, becomes
  /// zero.
  var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    let (rest, part) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000_000)
    let whole = Int64(Int32(clamping: seconds)) * 1000 + rest + (part > 0 ? 1 : 0)
    return Int32(clamping: Swift.max(whole, 0))
  }
}
