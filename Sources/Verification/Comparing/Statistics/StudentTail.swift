/// The tails of Student's distribution, by the four basic operations and roots alone, as everything that decides: they are the
/// same to the last digit on every machine.
enum StudentTail {
  /// The probability that the absolute value is above that of `t`: the regularised incomplete beta function of
  /// x = n/(n + t²) with a = n/2 and b = 1/2, by its continued fraction (Numerical Recipes, 6.4). Not a number gives none.
  static func outside(_ t: Double, degrees: Int) -> Double {
    guard !t.isNaN, degrees > 0 else { return .nan }
    let n = Double(degrees)
    let squared = t * t
    guard squared < .infinity else { return 0 }
    let x = n / (n + squared)
    // 1 - x would lose its digits near 1.
    let rest = squared / (n + squared)
    let front = halfPower(x, degrees) * rest.squareRoot() * inverseBeta(degrees)
    // The fraction converges quickly below (a + 1)/(a + b + 2); above, that of the complement does.
    if x < (n / 2 + 1) / (n / 2 + 2.5) { return min(1, front * fraction(n / 2, 0.5, x) / (n / 2)) }
    return 1 - front * fraction(0.5, n / 2, rest) / 0.5
  }

  /// x^(n/2)
  private static func halfPower(_ x: Double, _ n: Int) -> Double {
    var power = n.isMultiple(of: 2) ? 1 : x.squareRoot()
    var square = x
    var left = n / 2
    while left > 0 {
      if !left.isMultiple(of: 2) { power *= square }
      square *= square
      left /= 2
    }
    return power
  }

  /// 1 / B(n/2, 1/2), from 1/B(1/2, 1/2) = 1/π and 1/B(1, 1/2) = 1/2 up by 1/B(a + 1, b) = 1/B(a, b) · (a + b)/a.
  private static func inverseBeta(_ n: Int) -> Double {
    var a = n.isMultiple(of: 2) ? 1.0 : 0.5
    var value = n.isMultiple(of: 2) ? 0.5 : 1 / Double.pi
    while a < Double(n) / 2 {
      value *= (a + 0.5) / a
      a += 1
    }
    return value
  }

  /// The continued fraction of the incomplete beta function, by the method of Lentz.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func apart(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / apart(1 - (a + b) * x / (a + 1))
    var value = d
    for m in stride(from: 1.0, through: 500, by: 1) {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / apart(1 + even * d)
      c = apart(1 + even / c)
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / apart(1 + odd * d)
      c = apart(1 + odd / c)
      value *= d * c
      if abs(d * c - 1) < 0x1p-52 { break }
    }
    return value
  }
}
