/// The template of each message of a stage. In each run of as many messages as the sum of the reduced weights, every
/// template is used as often as its weight, in an order that depends on the seed.
package struct MixOrder: ~Copyable {
  /// The largest sum of reduced weights: the order of one run is kept in memory.
  package static let longestRun: UInt64 = 1_000_000

  private let weights: [UInt64]
  private let run: UInt64
  private let stageKey: UInt64
  /// For each message of the current run: the template, and the number of its messages before.
  private let templates: FixedArray<UInt32>
  private let ranks: FixedArray<UInt32>
  private let counts: FixedArray<UInt32>
  private var current: UInt64?

  /// - Parameter weights: one for each template, reduced by `MixOrder.reduced`.
  init(weights: [UInt64], stageKey: UInt64) {
    self.weights = weights
    self.stageKey = stageKey
    run = weights.reduce(0, +)
    templates = FixedArray(repeating: 0, count: Int(run))
    ranks = FixedArray(repeating: 0, count: Int(run))
    counts = FixedArray(repeating: 0, count: weights.count)
  }

  /// The index of the message's weight, and its number among its template's messages.
  mutating func place(of number: UInt64) -> (template: Int, own: UInt64) {
    if weights.count == 1 { return (0, number) }
    let (block, offset) = number.quotientAndRemainder(dividingBy: run)
    if current != block { order(block) }
    let template = Int(templates[Int(offset)])
    return (template, block &* weights[template] &+ UInt64(ranks[Int(offset)]))
  }

  /// Shuffles a run (Fisher and Yates) by its own random numbers.
  private mutating func order(_ block: UInt64) {
    var index = 0
    for (template, weight) in weights.enumerated() {
      for _ in 0..<weight {
        templates[index] = UInt32(template)
        index += 1
      }
      counts[template] = 0
    }
    var random = MessageRandom(
      state: MessageRandom.placeholderState(MessageRandom.messageKey(stageKey, block), TextPart.mix.rawValue))
    for index in stride(from: Int(run) - 1, to: 0, by: -1) {
      let other = Int(random.below(UInt64(index + 1)))
      (templates[index], templates[other]) = (templates[other], templates[index])
    }
    for index in 0..<Int(run) {
      let template = Int(templates[index])
      ranks[index] = counts[template]
      counts[template] += 1
    }
    current = block
  }

  /// The weights divided by their greatest common divisor.
  package static func reduced(_ weights: [UInt64]) -> [UInt64] {
    let divisor = max(weights.reduce(0, greatestCommonDivisor), 1)
    return weights.map { $0 / divisor }
  }
}
