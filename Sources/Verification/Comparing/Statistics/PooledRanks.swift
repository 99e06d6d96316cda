/// The ranks of two samples among all their values; equal values share the mean of their ranks. Doubled, so that they are
/// whole.
struct PooledRanks {
  /// The first sample's, then the second's, each in its order.
  let doubled: [Int]
  /// The sum of t³ - t over all groups of t equal values.
  let tieTerm: Double
  /// At least two values differ.
  let hasDifferences: Bool

  init(_ first: [Double], _ second: [Double]) {
    let values = first + second
    let order = values.indices.sorted { values[$0] < values[$1] }
    var doubled = [Int](repeating: 0, count: values.count)
    var tieTerm = 0.0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      // The ranks of the group are start + 1 to end.
      for place in order[start..<end] { doubled[place] = start + 1 + end }
      let tied = Double(end - start)
      tieTerm += tied * tied * tied - tied
      start = end
    }
    self.doubled = doubled
    self.tieTerm = tieTerm
    hasDifferences = values.contains { $0 != values[0] }
  }
}
