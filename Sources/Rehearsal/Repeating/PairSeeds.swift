package import Scenarios

/// The seeds of repeated runs. One that is given is that of every run; `seed: random` is drawn anew for each repetition, and both
/// sides of a pair have the same.
package struct PairSeeds: Sendable {
  private let fixed: UInt64?
  private var drawn: [RunOrder.Purpose: UInt64] = [:]

  package init(given: UInt64?, scenario: Seed) {
    switch (given, scenario) {
    case (let given?, _): fixed = given
    case (nil, .fixed(let seed)): fixed = seed
    case (nil, .random): fixed = nil
    }
  }

  /// The seed of a run; `chance` gives 64 random bits where one has to be drawn.
  package mutating func seed(of purpose: RunOrder.Purpose, drawing chance: () -> UInt64) -> UInt64 {
    if let seed = fixed ?? drawn[purpose] { return seed }
    let seed = Seed.chosen(chance())
    drawn[purpose] = seed
    return seed
  }
}
