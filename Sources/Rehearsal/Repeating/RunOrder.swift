/// The order of the runs of one file. With another side each repetition is a pair, one run of each, and who is first in it alternates:
/// A B B A A B. A machine that becomes slower or faster meanwhile does so for both.
package struct RunOrder: Sendable, Equatable {
  package enum Side: Sendable, Hashable {
    /// The other build, or the other cluster.
    case base
    /// This build, on the scenario's cluster.
    case new
  }

  package enum Purpose: Sendable, Hashable {
    /// Not counted: its number, from 1.
    case warmUp(Int)
    /// Its number, from 1.
    case repetition(Int)
  }

  package struct Turn: Sendable, Hashable {
    package var side: Side
    package var purpose: Purpose

    package init(_ side: Side, _ purpose: Purpose) {
      self.side = side
      self.purpose = purpose
    }

    /// Its number among those of its purpose, from 1.
    package var number: Int {
      switch purpose {
      case .warmUp(let number), .repetition(let number): number
      }
    }

    /// True for a run whose result is this command's.
    package var isOwn: Bool {
      switch (side, purpose) {
      case (.new, .repetition): true
      case (.new, .warmUp), (.base, _): false
      }
    }
  }

  package let turns: [Turn]

  package init(repetitions: Int, warmUps: Int, isPaired: Bool) {
    let sides: [Side] = isPaired ? [.base, .new] : [.new]
    let before = (1..<max(warmUps, 0) + 1).flatMap { number in sides.map { Turn($0, .warmUp(number)) } }
    turns =
      before
      + (1..<max(repetitions, 0) + 1).flatMap { number in
        (number.isMultiple(of: 2) ? sides.reversed() : sides).map { Turn($0, .repetition(number)) }
      }
  }
}
