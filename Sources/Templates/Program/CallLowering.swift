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
    func integer(_ index: Int) -> Int64 { if case .integer(let number) = literals[index] { number } else { 0 } }
    func number(_ index: Int) -> Double { literals[index].number ?? 0 }
    func text(_ index: Int) -> String { if case .text(let text) = literals[index] { text } else { "" } }
    func flag(_ index: Int) -> Bool { literals[index] == .boolean(true) }
    func list(_ index: Int) -> [Literal] { if case .list(let items) = literals[index] { items } else { [] } }
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

  /// Writes degrees from -`degrees` to `degrees`, with six decimals.
  mutating func coordinate(_ degrees: UInt64) {
    let wanted = format?.decimals ?? 6
    let decimals = min(wanted, 6)
    let power = NumberWriting.powers[decimals]
    let bound = degrees * power
    builder.append(
      Operation(
        code: .scaled, flag: format?.decimals == nil ? 1 : 0, count: UInt32(decimals),
        a: UInt64(bitPattern: -Int64(bound)), b: 2 * bound + 1,
        c: power), longest: 24)
    if wanted > decimals { builder.literal(String(repeating: "0", count: wanted - decimals)) }
  }

  // MARK: Moments

  /// Writes a moment from `low` to `high`, both included, in seconds since 1970, `step` seconds apart.
  mutating func moment(_ low: Int64, _ high: Int64, step: Int64 = 1, pattern: String) {
    let bytes = Array((format?.strftime ?? pattern).utf8)
    if !builder.context.isSafe(bytes) { builder.isUnsafe = true }
    let steps = high > low ? UInt64(high - low) / UInt64(step) : 0
    var stored = bytes
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: bytes.count)) { stored.insert(contentsOf: $0, at: 0) }
    builder.append(
      Operation(
        code: .moment, count: UInt32(truncatingIfNeeded: step), a: UInt64(bitPattern: low), b: steps + 1,
        c: builder.store(stored)), longest: TimePattern.longest(bytes), pooled: [\.c])
  }

  var start: Int64 { startedAt >= 0 ? startedAt / 1000 : (startedAt - 999) / 1000 }

  func seconds(_ text: String) -> Int64 { RelativeMoment(text)?.seconds(start: start) ?? start }
}
