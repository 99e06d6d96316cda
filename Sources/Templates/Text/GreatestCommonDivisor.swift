/// The greatest number that divides both; 0 where both are 0.
package func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
  var (divisor, rest) = (first, second)
  while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
  return divisor
}
