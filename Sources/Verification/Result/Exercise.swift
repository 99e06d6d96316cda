package import Diagnostics

/// A part of a scenario that shows nothing unless it was exercised: what was never used is inconclusive, and never passes.
package enum Exercise: Sendable, Equatable, Codable {
  /// The greatest rate of the stage's profile.
  case peak
  /// A partition that the stage's rule names by a number or a weight.
  case partition(Int32)
  /// An identity with which stages sign in.
  case identity(String)
  /// A command of an action: what it disturbs is not disturbed unless it succeeds.
  case action(ActionCommand)

  package var title: String {
    switch self {
    case .peak: "the peak is reached"
    case .partition(let number): "partition \(number) is used"
    case .identity(let name): "identity \(name) is used"
    case .action(let command): "\(command.rawValue) succeeds"
    }
  }

  /// The last part of its code: `inconclusive.peak`.
  package var code: Code {
    switch self {
    case .peak: .peak
    case .partition: .partitionUnused
    case .identity: .identityUnused
    case .action: .actionFailed
    }
  }
}

/// One of the two commands of an action, by its key.
package enum ActionCommand: String, Sendable, Equatable, Codable {
  case run, then
}
