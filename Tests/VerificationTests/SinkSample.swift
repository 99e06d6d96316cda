import Scenarios
import Verification

/// A sink of stages `good`, `bad` (its own ids) and `login` (with the ids of `good`), as a starting point for cases.
struct SinkSample {
  enum Answer: Sendable { case yes, no, none, unsent }

  /// The answers to the messages of each stage, by its index.
  var answers: [[Answer]]
  /// Held stages, by index; the rank of their ids.
  var held: [(stage: Int, rank: Int)] = [(0, 0)]
  /// Messages whose template is not held, by stage and n.
  var unheldTemplates: Set<[UInt64]> = []
  /// The messages in `from`, by stage and n, and whether it was read completely; nil without `from`.
  var from: (messages: Set<[UInt64]>, isComplete: Bool)?
  var copies = 1
  var isPartial = false
  var end = SinkEnd.proven
  /// The ledgers that were read into.
  var ledgers: [SinkLedger] = []

  static let names = ["good", "bad", "login"]

  init(_ answers: [Answer]..., copies: Int = 1, ledgers: Int = 1) {
    self.answers = answers
    self.copies = copies
    self.ledgers = (0..<ledgers).map { _ in SinkLedger(ranks: 2, copies: copies) }
  }

  private func stage(_ index: Int, rank: Int) -> SinkHolding.Stage {
    SinkHolding.Stage(index: index, name: Self.names[index], rank: rank, limit: UInt64(answers[index].count))
  }

  var accounting: SinkAccounting {
    let (answers, unheld) = (answers, unheldTemplates)
    var origin = SinkHolding.Origin.acknowledged
    if let from {
      origin = .place(name: "events", isComplete: from.isComplete) { from.messages.contains([UInt64($0), $1]) }
    }
    let holding = SinkHolding(
      stages: held.map { stage($0.stage, rank: $0.rank) },
      carriers: (0..<2).filter { $0 < answers.count }.map { stage($0, rank: $0) },
      answer: { index, n in
        guard n < answers[index].count else { return nil }
        return switch answers[index][Int(n)] {
        case .yes: .acknowledged
        case .no: .rejected
        case .none: .unknown
        case .unsent: nil
        }
      },
      isHeld: unheld.isEmpty ? nil : { !unheld.contains([UInt64($0), $1]) }, origin: origin, copies: copies,
      isPartial: isPartial)
    return SinkAccounting(of: "stored", topic: "stored", holding, ledgers, end: end)
  }

  var account: SinkAccount {
    accounting.account(id: { "r-\($0)-\($1)" }, due: { .seconds(Int64($0 * 100) + Int64($1)) })
  }
}

extension SinkAccount {
  /// `expected 2, read 3, …` without zeros.
  var shown: String { Self.shown(counts) }

  static func shown(_ counts: SinkCounts) -> String {
    SinkCount.allCases.filter { counts[$0] > 0 }.map { "\($0.facts.name) \(counts[$0])" }.joined(separator: ", ")
  }
}
