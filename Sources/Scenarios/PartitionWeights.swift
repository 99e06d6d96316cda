internal import Templates

/// Partitions by weight. It is exact: in each run of (sum of the reduced weights) messages every partition comes as often as
/// its weight, in an order by the seed, as with the templates of a mix. The order of a run is a permutation that is computed
/// for each message alone, so no memory holds it.
package struct PartitionWeights: Sendable, Equatable {
  package struct Share: Sendable, Hashable {
    package var partition: Int32
    /// Divided by what divides the weights of all; more than 0.
    package var weight: UInt64
  }

  /// Partitions with a weight greater than 0, in the order in which they are written.
  package let shares: [Share]
  /// The sum of the weights of a share and of those before it.
  private let ends: [UInt64]
  private let order: KeyedPermutation
  private var key: UInt64 = 0

  /// Nil if no weight is greater than 0, or if their sum does not fit.
  package init?(_ weights: [(partition: Int32, weight: UInt64)]) {
    let weights = weights.filter { $0.weight > 0 }
    let reduced = MixOrder.reduced(weights.map(\.weight))
    var ends: [UInt64] = []
    var sum: UInt64 = 0
    for weight in reduced {
      let (next, overflow) = sum.addingReportingOverflow(weight)
      guard !overflow else { return nil }
      ends.append(next)
      sum = next
    }
    guard sum > 0 else { return nil }
    shares = zip(weights, reduced).map { Share(partition: $0.partition, weight: $1) }
    self.ends = ends
    order = KeyedPermutation(size: sum)
  }

  /// The messages of a run.
  var run: UInt64 { order.size }

  func with(key: UInt64) -> PartitionWeights {
    var keyed = self
    keyed.key = key
    return keyed
  }

  func partition(sequence: UInt64) -> Int32 {
    let (number, offset) = sequence.quotientAndRemainder(dividingBy: run)
    let drawn = order.number(
      at: offset,
      key: MessageRandom.placeholderState(MessageRandom.messageKey(key, number), TextPart.partition.rawValue))
    var (low, high) = (0, ends.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > drawn { high = middle } else { low = middle + 1 }
    }
    return shares[low].partition
  }

  /// The messages of `messages` that each partition gets, as far as whole shares go.
  func expected(of messages: UInt64) -> [(partition: Int32, expected: UInt64)] {
    shares.map { share in
      let product = messages.multipliedFullWidth(by: share.weight)
      return (share.partition, run.dividingFullWidth(product).quotient)
    }
  }

  /// As it would be written, with the weights reduced.
  package var source: String {
    "{weights: {" + shares.map { "\($0.partition): \($0.weight)" }.joined(separator: ", ") + "}}"
  }
}
