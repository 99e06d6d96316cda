/// The operations of decimal numbers, and of letters drawn one by one.
extension CallLowering {
  /// Writes a number from `low` to `high`, divided by 10^`own`.
  /// - Parameter strips: leaves out zeros at the end, as a float of Python does.
  mutating func scaled(_ low: Int64, _ high: Int64, decimals own: Int, strips: Bool = true) {
    let wanted = format?.decimals ?? own
    let decimals = min(wanted, own)
    // Fewer decimals: the numbers within the bounds that have no more.
    let divisor = Int64(NumberWriting.powers[own - decimals])
    let least = low / divisor + (low % divisor > 0 ? 1 : 0)
    let most = max(high / divisor - (high % divisor < 0 ? 1 : 0), least)
    builder.append(
      Operation(
        code: .scaled, flag: format?.decimals == nil && strips ? 1 : 0, count: UInt32(decimals),
        a: UInt64(bitPattern: least), b: UInt64(most - least) + 1, c: NumberWriting.powers[decimals]), longest: 24)
    if wanted > decimals {
      builder.literal((decimals == 0 ? "." : "") + String(repeating: "0", count: wanted - decimals))
    } else if decimals == 0, strips, format?.decimals == nil {
      builder.literal(".0")
    }
  }

  /// Writes degrees of any place, or at most a radius from the center.
  mutating func coordinate(_ values: Arguments) {
    guard let center = values.optionalNumber(0) else { return scaled(-180_000_000, 180_000_000, decimals: 6) }
    let (middle, radius) = (scale(center, 6), scale(values.number(1), 6))
    scaled(middle - radius, middle + radius, decimals: 6)
  }

  private func scale(_ number: Double, _ decimals: Int, _ rule: FloatingPointRoundingRule = .toNearestOrEven) -> Int64 {
    let scaled = (number * Double(NumberWriting.powers[decimals])).rounded(rule)
    return Int64(max(min(scaled, 9e17), -9e17))
  }

  /// Writes a number of Python's `pyfloat`: up to so many digits around the point.
  mutating func float(_ values: Arguments) {
    let (low, high) = (values.optionalNumber(3), values.optionalNumber(4))
    if let low, let high, values.optionalInteger(1) == nil {
      return uniform(values.optionalFlag(2) == true ? max(low, 0) : low, high)
    }
    let parts = parts(values, low, high)
    choose(of: parts.count) { lowering, index in
      let (left, right) = parts[index]
      let whole = Int64(NumberWriting.powers[left + right]) - 1
      lowering.between(low, high, -whole, whole, right, values.optionalFlag(2), strips: true)
    }
  }

  /// Writes a number of Python's `pydecimal`: exactly so many digits around the point.
  mutating func decimal(_ values: Arguments) {
    let (low, high) = (values.optionalNumber(3), values.optionalNumber(4))
    let sign = values.optionalFlag(2)
    let parts = parts(values, low, high)
    choose(of: parts.count) { lowering, index in
      let (left, right) = parts[index]
      let most = Int64(NumberWriting.powers[left + right]) - 1
      if low != nil || high != nil {
        return lowering.between(low, high, -most, most, right, sign, strips: false)
      }
      // Without leading zeros.
      let least = left == 0 ? 1 : Int64(NumberWriting.powers[left + right - 1])
      let signs = sign.map { [$0] } ?? [true, false]
      lowering.choose(of: signs.count) { lowering, index in
        lowering.scaled(signs[index] ? least : -most, signs[index] ? most : -least, decimals: right, strips: false)
      }
    }
  }

  /// The digits before and after the point: what is given, or every division of 15 digits.
  private func parts(_ values: Arguments, _ low: Double?, _ high: Double?) -> [(left: Int, right: Int)] {
    let needed = Int([low, high].compactMap { $0.map(Decimals.wholeDigits) }.max() ?? 1)
    switch (values.optionalInteger(0).map { Int($0) }, values.optionalInteger(1).map { Int($0) }) {
    case (let left?, let right?): return [(left, right)]
    case (let left?, nil): return [(left, max(1, 15 - left))]
    case (nil, let right?): return [(max(needed, 15 - right), right)]
    case (nil, nil):
      let most = max(needed, 14)
      return (needed...most).map { ($0, max(1, 15 - $0)) }
    }
  }

  private mutating func between(
    _ low: Double?, _ high: Double?, _ least: Int64, _ most: Int64, _ decimals: Int, _ sign: Bool?, strips: Bool
  ) {
    var (from, to) = (low.map { scale($0, decimals, .up) } ?? least, high.map { scale($0, decimals, .down) } ?? most)
    if sign == true { from = max(from, 1) }
    if sign == false, low == nil, high == nil { to = min(to, -1) }
    // Bounds between which no number has so few decimals.
    if to < from { (from, to) = (to, to) }
    scaled(from, to, decimals: decimals, strips: strips)
  }

  mutating func randomNumber(digits: Int64?, isFixed: Bool) {
    let counts = digits.map { [Int($0)] } ?? Array(1...9)
    choose(of: counts.count) { lowering, index in
      let power = Int64(NumberWriting.powers[counts[index]])
      lowering.integer(isFixed ? power / 10 : 0, max(power - 1, 0))
    }
  }

  // MARK: Letters

  /// Writes from `least` to `most` of the characters, each of one byte.
  mutating func letters(_ least: Int64, _ most: Int64, _ characters: String) {
    let bytes = Array(characters.utf8)
    builder.append(
      Operation(
        code: .letters, count: UInt32(truncatingIfNeeded: least), a: builder.store(bytes), b: UInt64(most - least) + 1,
        c: UInt64(bytes.count)), longest: Int(most), pooled: [\.a])
  }

  /// Writes characters of the kinds that are True, at least one of each.
  mutating func password(_ values: Arguments) {
    let kinds = ["!@#$%^&*()_+", Alphabet.digits, Alphabet.capitals, Alphabet.lowercase]
      .enumerated().filter { values.flag($0.offset + 1) }.map(\.element)
    let bytes = kinds.map { Array($0.utf8) }
    if !builder.context.isSafe(bytes.flatMap(\.self)) { builder.isUnsafe = true }
    // The number of kinds; for each its count and characters, which fill 64 bytes; then all of them.
    var stored: [UInt8] = []
    for kind in bytes + [bytes.flatMap(\.self)] {
      stored += [UInt8(kind.count)] + kind + [UInt8](repeating: 0, count: 127 - kind.count)
    }
    builder.append(
      Operation(
        code: .password, count: UInt32(truncatingIfNeeded: values.integer(0)), a: builder.store(stored),
        b: UInt64(kinds.count)), longest: Int(values.integer(0)), pooled: [\.a])
  }
}
