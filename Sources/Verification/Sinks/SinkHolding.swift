/// The messages that a sink is to hold, and how they were answered.
package struct SinkHolding {
  /// The answer to a message that was sent.
  package enum Answer: Sendable, Equatable {
    case acknowledged
    /// Certainly not taken; or of a transaction that was aborted.
    case rejected
    case unknown
  }

  /// A stage, with the ids that its messages have.
  package struct Stage: Sendable, Equatable {
    /// Index in `Scenario.stages`.
    package var index: Int
    package var name: String
    /// The rank of the stage whose ids its messages carry: another's, where a template says `{{id(stage='…')}}`.
    package var rank: Int
    /// Numbers of messages that were sent are below this.
    package var limit: UInt64

    package init(index: Int, name: String, rank: Int, limit: UInt64) {
      self.index = index
      self.name = name
      self.rank = rank
      self.limit = limit
    }
  }

  /// Where a message must be to be expected.
  package enum Origin {
    /// It was acknowledged.
    case acknowledged
    /// It is in another sink, or in a topic that stages send to. `isComplete` is true where that was read completely to a stable end
    /// and still begins at its noted offset: only then is a message that is not in it known not to be. `contains` takes the stage's
    /// index and n.
    case place(name: String, isComplete: Bool, contains: (Int, UInt64) -> Bool)
  }

  /// The stages that it holds, in the order of the scenario; no two with one rank.
  package var stages: [Stage]
  /// The stages whose ids there are, by rank.
  package var carriers: [Stage]
  /// By the stage's index and n; nil for a message that was not sent.
  package var answer: (Int, UInt64) -> Answer?
  /// False for a message of a held stage whose template the sink does not hold, by the stage's index and n. Nil: it holds all.
  package var isHeld: ((Int, UInt64) -> Bool)?
  package var origin: Origin
  /// Records of each message.
  package var copies: UInt64
  /// `holds: some`: which of them are there is not known before, and nothing is missing.
  package var isPartial: Bool

  package init(
    stages: [Stage], carriers: [Stage], answer: @escaping (Int, UInt64) -> Answer?,
    isHeld: ((Int, UInt64) -> Bool)? = nil, origin: Origin = .acknowledged, copies: Int = 1, isPartial: Bool = false
  ) {
    self.stages = stages
    self.carriers = carriers
    self.answer = answer
    self.isHeld = isHeld
    self.origin = origin
    self.copies = UInt64(max(copies, 1))
    self.isPartial = isPartial
  }
}

extension SinkHolding {
  /// The standing of a message: whether it must be in the sink, and what its records there are.
  enum Standing: Equatable {
    /// It was never sent, so no record with its id is of this run.
    case unsent
    case rejected
    case stray(because: String)
    /// It must be there.
    case expected
    /// It need not be there, and is found if it is: whether the sink that it must come from has it is not known.
    case possible
    /// It was not answered.
    case unknown
  }

  /// The standing of message n of a stage that the sink holds. In the order of the contract: rejected, not held or not where it must come from.
  func standing(_ stage: Stage, _ n: UInt64) -> Standing {
    guard n < stage.limit, let answer = answer(stage.index, n) else { return .unsent }
    if answer == .rejected { return .rejected }
    if let isHeld, !isHeld(stage.index, n) { return .stray(because: "its template is not held here") }
    switch origin {
    case .acknowledged: return answer == .unknown ? .unknown : .expected
    case .place(let name, let isComplete, let contains):
      if contains(stage.index, n) { return .expected }
      return isComplete ? .stray(because: "it is not in \(name)") : .possible
    }
  }
}
