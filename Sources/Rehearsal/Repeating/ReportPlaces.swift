/// The folders below which repeated runs write their reports. Only those of this side's repetitions are where a single run writes.
package struct ReportPlaces: Sendable {
  /// The folder of the other side's runs, and their label.
  package static let against = ReportSearch.against
  /// The folder of the runs that are not counted.
  package static let warmUp = ReportSearch.warmUp

  package static let all = [against, warmUp]

  private let root: String

  package init(root: String) { self.root = root }

  package func folder(of turn: RunOrder.Turn) -> String {
    switch (turn.side, turn.purpose) {
    case (.new, .repetition): root
    case (.base, .repetition): "\(root)/\(Self.against)"
    case (.new, .warmUp): "\(root)/\(Self.warmUp)"
    case (.base, .warmUp): "\(root)/\(Self.warmUp)/\(Self.against)"
    }
  }
}
