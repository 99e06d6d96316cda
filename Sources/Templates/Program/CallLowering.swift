/// Writes the operations of one call: numbers and moments, which functions of `random` and `faker` share.
struct CallLowering {
  var builder = ProgramBuilder()
  let locale: FakerLocale
  /// The start of the run in milliseconds since 1970.
  let startedAt: Int64
  let format: Expression.Format?

  init(locale: FakerLocale, startedAt: Int64, format: Expression.Format?) {
    self.locale = locale
    self.startedAt = startedAt
    self.format = format
  }

  struct Arguments {
    private let literals: [Literal]

    init(_ literals: [Literal]) { self.literals = literals }

    // Each was checked; the fallbacks are never used.
    func integer(_ index: Int) -> Int64 { optionalInteger(index) ?? 0 }
    func number(_ index: Int) -> Double { optionalNumber(index) ?? 0 }
    func text(_ index: Int) -> String { optionalText(index) ?? "" }
    func flag(_ index: Int) -> Bool { self[index] == .boolean(true) }
    func list(_ index: Int) -> [Literal] { if case .list(let items) = self[index] { items } else { [] } }

    // Nil where the argument is None.
    func optionalInteger(_ index: Int) -> Int64? { if case .integer(let number) = self[index] { number } else { nil } }
    func optionalNumber(_ index: Int) -> Double? { self[index].number }
    func optionalText(_ index: Int) -> String? { if case .text(let text) = self[index] { text } else { nil } }
    func optionalFlag(_ index: Int) -> Bool? { if case .boolean(let value) = self[index] { value } else { nil } }
    func words(_ index: Int) -> [String]? {
      guard case .list(let items) = self[index] else { return nil }
      return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
    /// The offset from UTC in seconds.
    func zone(_ index: Int) -> Int? { optionalText(index).flatMap(ZoneOffset.seconds) }

    /// None for a parameter that the function does not have.
    private subscript(index: Int) -> Literal { literals.indices.contains(index) ? literals[index] : .none }
  }

  /// The element's text in the context of the call.
  func entry(_ literal: Literal) -> [UInt8] {
    switch literal {
    case .text(let text): Array(text.utf8)
    case .integer(let number): Array((String(number) + zeros).utf8)
    case .float(let number):
      format?.decimals.map { Self.fixed(number, decimals: $0) } ?? Array(number.description.utf8)
    case .boolean(let value): Array((value ? "true" : "false").utf8)
    case .none: builder.context == .jsonValue ? Array("null".utf8) : []
    case .list: []
    }
  }

  static func fixed(_ number: Double, decimals: Int) -> [UInt8] {
    let power = NumberWriting.powers[decimals]
    let scaled = (number * Double(power)).rounded(.toNearestOrEven)
    guard abs(scaled) < 9e18 else { return Array(number.description.utf8) }
    return withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let count = NumberWriting.write(
        scaled: Int64(scaled), decimals: decimals, strips: false, to: base, NumberWriting.pairs, power: power)
      return Array(buffer[..<count])
    }
  }

  private var zeros: String {
    guard let decimals = format?.decimals, decimals > 0 else { return "" }
    return "." + String(repeating: "0", count: decimals)
  }

  mutating func appendZeros() { builder.literal(zeros) }

  // MARK: Numbers

  mutating func integer(_ low: Int64, _ high: Int64, step: Int64 = 1) {
    let span = UInt64(bitPattern: high) &- UInt64(bitPattern: low)
    let steps = span / UInt64(step)
    builder.append(
      Operation(code: .integer, a: UInt64(bitPattern: low), b: steps &+ 1, c: UInt64(step)),
      longest: NumberWriting.longest)
    appendZeros()
  }

  mutating func run(_ code: Operation.Code, _ count: Int64) {
    builder.append(
      Operation(code: code, count: UInt32(truncatingIfNeeded: count)), longest: Int(count))
  }

  /// The number of decimals with which a number of this size has 15 digits.
  private func decimals(below magnitude: Double) -> Int {
    var digits = 1
    var power = 10.0
    while power < magnitude, digits < 15 {
      power *= 10
      digits += 1
    }
    return 15 - digits
  }

  mutating func uniform(_ a: Double, _ b: Double) {
    decimal(.uniform, a, b - a, most: max(abs(a), abs(b)))
  }

  mutating func gauss(_ mu: Double, _ sigma: Double) {
    // No number is further than 9.2 standard deviations out: 2^-60 is the least share that is drawn.
    decimal(.gauss, mu, sigma, most: abs(mu) + 10 * sigma)
  }

  private mutating func decimal(_ code: Operation.Code, _ a: Double, _ b: Double, most: Double) {
    let own = decimals(below: most)
    let decimals = format?.decimals.map { min($0, own) } ?? own
    builder.append(
      Operation(
        code: code, flag: format?.decimals == nil ? 1 : 0, count: UInt32(decimals), a: a.bitPattern, b: b.bitPattern,
        c: NumberWriting.powers[decimals]), longest: 40)
    if let wanted = format?.decimals, wanted > decimals {
      builder.literal((decimals == 0 ? "." : "") + String(repeating: "0", count: wanted - decimals))
    }
  }

  // MARK: Moments

  /// Writes a moment from `low` to `high`, both included, in seconds since 1970, `step` seconds apart.
  /// - Parameter offset: the offset of the written time from UTC in seconds.
  mutating func moment(_ low: Int64, _ high: Int64, step: Int64 = 1, pattern: String, offset: Int = 0) {
    let bytes = Array((format?.strftime ?? pattern).utf8)
    if !builder.context.isSafe(bytes) { builder.isUnsafe = true }
    let hasFraction = step == 1 && high > low && Self.hasFraction(bytes)
    // With a fraction, the last second would end after the moment.
    let steps = high > low ? UInt64(high - low) / UInt64(step) - (hasFraction ? 1 : 0) : 0
    var stored = withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count)) { Array($0) }
    withUnsafeBytes(of: Int32(truncatingIfNeeded: offset)) { stored += $0 }
    builder.append(
      Operation(
        code: .moment, flag: hasFraction ? 1 : 0, count: UInt32(truncatingIfNeeded: step), a: UInt64(bitPattern: low),
        b: steps + 1, c: builder.store(stored + bytes)), longest: TimePattern.longest(bytes), pooled: [\.c])
  }

  private static func hasFraction(_ pattern: [UInt8]) -> Bool {
    zip(pattern, pattern.dropFirst()).contains { $0 == UInt8(ascii: "%") && "fL".utf8.contains($1) }
  }

  var start: Int64 { startedAt >= 0 ? startedAt / 1000 : (startedAt - 999) / 1000 }

  func seconds(_ text: String) -> Int64 { RelativeMoment(text)?.seconds(start: start) ?? start }
}
