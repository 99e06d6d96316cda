/// The check character of an id: it shows every single character that is wrong, and every two neighbours that changed places.
///
/// A sum weighted by position in the integers modulo 36 cannot do that: a weight must have no factor in common with 36, so all
/// weights are odd, and two odd weights differ by an even number. So the sum is taken in another ring of 36 elements, the product of
/// the fields with 4 and with 9 elements. There the weights are the powers of one element a, where both a and a − 1 have an inverse
/// (H. M. Damm, *Total anti-symmetrische Quasigruppen*, 2004, has the general case).
enum IDCheck {
  /// A character's value, 0…35, is the pair of `value & 3` in the field of 4 and `value >> 2` in the field of 9. There it is
  /// p + 3q for p + qi with i² = −1. a is (2, 1 + i).
  @inline(__always)
  static func next(_ sum: UInt8, _ digit: UInt8) -> UInt8 {
    // 2x is x shifted, less x² + x + 1 where that has three bits.
    let doubled = (sum & 3) << 1
    let low = (doubled ^ (doubled & 4 == 0 ? 0 : 7)) ^ (digit & 3)
    let (q, p) = (sum >> 2).quotientAndRemainder(dividingBy: 3)
    let (digitQ, digitP) = (digit >> 2).quotientAndRemainder(dividingBy: 3)
    // (1 + i)(p + qi) = p − q + (p + q)i
    let real = (p + 3 - q + digitP) % 3
    let imaginary = (p + q + digitQ) % 3
    return low | (real + 3 * imaginary) << 2
  }

  /// The character, by its value, behind those that make `sum`: with it the sum is 0.
  @inline(__always)
  static func closing(_ sum: UInt8) -> UInt8 {
    let last = next(sum, 0)
    let (q, p) = (last >> 2).quotientAndRemainder(dividingBy: 3)
    return (last & 3) | ((3 - p) % 3 + 3 * ((3 - q) % 3)) << 2
  }
}
