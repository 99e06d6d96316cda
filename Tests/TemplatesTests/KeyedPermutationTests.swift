import Testing

@testable import Templates

@Suite struct KeyedPermutationTests {
  /// Every number below the size comes once. Sizes with as many bits share one permutation of all numbers of these bits,
  /// which the powers of two use up, and skip the same way what is too great: so no size up to 8192 is left out.
  @Test(arguments: [Array(1...400), Array(stride(from: 401, through: 5000, by: 83)), (0...13).map { 1 << $0 }])
  func isABijection(_ sizes: [Int]) {
    for size in sizes {
      let permutation = KeyedPermutation(size: UInt64(size))
      var seen = [Bool](repeating: false, count: size)
      for index in 0..<UInt64(size) {
        seen[Int(permutation.number(at: index, key: UInt64(size) &* 0x9e37_79b9_7f4a_7c15))] = true
      }
      #expect(!seen.contains(false), "size \(size)")
    }
  }

  /// Forty thousand indices of large sizes yield as many numbers below the size.
  @Test(arguments: [1_000_003, 1 << 32, (1 << 32) + 1, 1 << 63, UInt64.max - 1, UInt64.max] as [UInt64])
  func isInjective(_ size: UInt64) {
    let permutation = KeyedPermutation(size: size)
    var seen: Set<UInt64> = []
    for index in 0..<20_000 as Range<UInt64> {
      for index in [index, size - 1 - index] {
        let number = permutation.number(at: index, key: 7)
        #expect(number < size)
        seen.insert(number)
      }
    }
    #expect(seen.count == 40_000)
  }

  @Test func keysDiffer() {
    let permutation = KeyedPermutation(size: 1000)
    func order(_ key: UInt64) -> [UInt64] { (0..<1000).map { permutation.number(at: $0, key: key) } }
    #expect(order(1) == order(1))
    // Of a thousand, about one is at the same position by chance.
    #expect(zip(order(1), order(2)).count { $0 == $1 } < 10)
    #expect(zip(order(1), 0..<1000).count { $0 == $1 } < 10)
  }
}
