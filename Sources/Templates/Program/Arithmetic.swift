/// Logarithms and functions made of them, by the four basic operations and roots alone: their results are the same to the
/// last bit on every machine, unlike those of C libraries.
enum Arithmetic {
  private static let ln2 = 0x1.62e42fefa39efp-1

  /// The natural logarithm of a positive, normal number, by the series of artanh.
  static func logarithm(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let z = s * s
    var sum = 0.0
    var n = 21.0
    while n >= 1 {
      sum = sum * z + 1 / n
      n -= 2
    }
    return 2 * s * sum + exponent * ln2
  }

  /// The exponential of a number between -700 and 700, by its series around the nearest multiple of ln 2.
  static func exponential(_ x: Double) -> Double {
    let k = (x / ln2).rounded()
    let r = x - k * ln2
    var sum = 1.0
    var n = 14.0
    while n >= 1 {
      sum = 1 + sum * r / n
      n -= 1
    }
    return sum * Double(sign: .plus, exponent: Int(k), significand: 1)
  }

  /// The quantile `p` of the standard normal distribution (Acklam's rational approximation; its relative error is below
  /// 1.15e-9).
  static func normalQuantile(_ p: Double) -> Double {
    let low = 0.02425
    if p < low { return tail((-2 * logarithm(max(p, 0x1p-60))).squareRoot()) }
    if p > 1 - low { return -tail((-2 * logarithm(max(1 - p, 0x1p-60))).squareRoot()) }
    let q = p - 0.5
    let r = q * q
    let a =
      ((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
        + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00
    let b =
      ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
        + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1
    return a * q / b
  }

  private static func tail(_ q: Double) -> Double {
    let c =
      ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
        - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00
    let d =
      (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
        + 3.754408661907416e+00) * q + 1
    return c / d
  }
}

/// Draws 1…n with P(k) in proportion to k^-s by rejection-inversion (Hörmann and Derflinger 1996), without a table.
struct ZipfLaw {
  private let n: Double
  private let s: Double
  private let highest: Double
  private let span: Double
  private let cut: Double

  init(n: Int64, s: Double) {
    self.n = Double(n)
    self.s = s
    let lowest = Self.integral(1.5, s) - 1
    highest = Self.integral(Double(n) + 0.5, s)
    span = lowest - highest
    cut = 2 - Self.inverse(Self.integral(2.5, s) - Self.density(2, s), s)
  }

  func draw(_ random: inout MessageRandom) -> UInt64 {
    while true {
      let u = highest + random.unit() * span
      let x = Self.inverse(u, s)
      let k = min(max((x + 0.5).rounded(.down), 1), n)
      if k - x <= cut || u >= Self.integral(k + 0.5, s) - Self.density(k, s) { return UInt64(k) }
    }
  }

  private static func density(_ x: Double, _ s: Double) -> Double {
    Arithmetic.exponential(-s * Arithmetic.logarithm(x))
  }

  /// The integral ∫ x^-s: (x^(1-s) - 1) / (1 - s), and ln x for s = 1.
  private static func integral(_ x: Double, _ s: Double) -> Double {
    let logarithm = Arithmetic.logarithm(x)
    return expm1OverX((1 - s) * logarithm) * logarithm
  }

  private static func inverse(_ u: Double, _ s: Double) -> Double {
    let t = max(u * (1 - s), -1 + 0x1p-53)
    return Arithmetic.exponential(log1pOverX(t) * u)
  }

  /// The value of (e^x - 1) / x, also near 0.
  private static func expm1OverX(_ x: Double) -> Double {
    abs(x) > 1e-8 ? (Arithmetic.exponential(x) - 1) / x : 1 + x * 0.5 * (1 + x / 3)
  }

  /// The value of ln(1 + x) / x, also near 0.
  private static func log1pOverX(_ x: Double) -> Double {
    abs(x) > 1e-8 ? Arithmetic.logarithm(1 + x) / x : 1 - x * (0.5 - x / 3)
  }
}
