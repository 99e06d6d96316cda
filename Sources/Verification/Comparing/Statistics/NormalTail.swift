/// The tail of the standard normal distribution, by the four basic operations and roots alone, as everything that decides:
/// its last digit is the same on every machine.
enum NormalTail {
  /// The probability of a value above `z`; its relative error is below 1e-12 up to 37, beyond which it is 0.
  ///
  /// Near the middle by the series of the integral, z + z³/3 + z⁵/15 + …, times the density (Abramowitz and Stegun, 26.2.11);
  /// in the tail by the continued fraction 1/(z + 1/(z + 2/(z + 3/(z + … (26.2.14).
  static func above(_ z: Double) -> Double {
    if z < 0 { return 1 - above(-z) }
    if z > 37 { return 0 }
    if z < 3 {
      var term = z
      var sum = z
      var odd = 3.0
      while term > sum * 0x1p-54 {
        term *= z * z / odd
        sum += term
        odd += 2
      }
      return 0.5 - density(z) * sum
    }
    var fraction = z
    for n in stride(from: 100.0, to: 0, by: -1) { fraction = z + n / fraction }
    return density(z) / fraction
  }

  /// e^(-z²/2) / √2π: the power by its series for a part so small that squaring it ten times restores it.
  private static func density(_ z: Double) -> Double {
    let x = -z * z / 2 / 1024
    var power = 1.0
    for n in stride(from: 20.0, to: 0, by: -1) { power = 1 + power * x / n }
    for _ in 0..<10 { power *= power }
    return power * 0.39894228040143267794
  }
}
