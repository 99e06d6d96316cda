internal import Scenarios
internal import Templates
internal import Verification

/// The ids that a sink's records have: a token in the payload, or the header that messages sent to Kafka have.
enum SinkIDs: Sendable, Equatable {
  /// By rank: the stages that have ids of their own.
  case tokens(MessageIDs)
  /// By rank: all stages.
  case headers(RunID, stages: Int)

  var ranks: Int {
    switch self {
    case .tokens(let ids): ids.stages.count
    case .headers(_, let stages): stages
    }
  }

  /// The index of the stage at a rank.
  func stage(atRank rank: Int) -> Int {
    switch self {
    case .tokens(let ids): ids.stages[rank]
    case .headers: rank
    }
  }

  /// The rank of the stage whose ids the messages of a stage have; nil where they have none. `carrier` is that stage's index.
  func rank(ofStage stage: Int, carrier: Int?) -> Int? {
    switch self {
    case .tokens(let ids): carrier.flatMap(ids.rank(ofStage:))
    case .headers(_, let stages): stage < stages ? stage : nil
    }
  }

  func text(rank: Int, _ n: UInt64) -> String {
    switch self {
    case .tokens(let ids): ids.text(rank: rank, n)
    case .headers(let run, _): "\(run.text)/\(rank)/\(n)"
    }
  }
}

/// A stage as sinks see it.
struct SinkStage: Sendable {
  /// Index in the scenario.
  var index: Int
  var stage: Stage
  /// The index of the stage whose ids its messages carry; nil where they have none.
  var carrier: Int?
  var recipe: RenderRecipe
}
