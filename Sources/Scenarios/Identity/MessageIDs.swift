package import Templates

/// The ids of a run's messages: `{{id}}` in templates, and what an id that was read back says.
package struct MessageIDs: Sendable, Equatable {
  /// A stage whose messages have ids of its own.
  package struct Carrier: Sendable, Equatable {
    /// Index in `Scenario.stages`.
    package var stage: Int
    /// The messages that it can have; nil where that is not known, at `max` with a duration.
    package var count: UInt64?

    package init(stage: Int, count: UInt64?) {
      self.stage = stage
      self.count = count
    }
  }

  /// A reason why a scenario's messages cannot have ids.
  package enum Excess: Error, Equatable {
    /// More than `IDForm.mostStages` stages.
    case stages(Int)
    /// A stage, by its index in the scenario, has more than `IDForm.mostMessages` messages.
    case messages(stage: Int, UInt64)
  }

  /// The meaning of bytes that were read where an id should be.
  package enum Reading: Sendable, Equatable {
    /// Message n of the carrier at `rank` of `stages`.
    case message(rank: Int, n: UInt64)
    /// The tag of another run.
    case anotherRun
    /// The tag of this run, with a stage, a length, a check character or a number that no id of it has.
    case impossible
    case noID

    /// It is of no message of this run.
    package var isForeign: Bool {
      switch self {
      case .message: false
      case .anotherRun, .impossible, .noID: true
      }
    }
  }

  package let tag: RunTag
  /// By rank: indices in `Scenario.stages`, ascending.
  package let stages: [Int]
  private let forms: [IDForm]

  /// - Parameters:
  ///   - run: the run id, as text.
  ///   - carriers: in the order of the scenario, which is that of their ranks.
  package init(run: String, carriers: [Carrier]) throws(Excess) {
    guard carriers.count <= IDForm.mostStages else { throw .stages(carriers.count) }
    tag = RunTag(run: run)
    stages = carriers.map(\.stage)
    var forms: [IDForm] = []
    for (rank, carrier) in carriers.enumerated() {
      guard let form = IDForm(tag, rank: rank, count: carrier.count) else {
        throw .messages(stage: carrier.stage, carrier.count ?? 0)
      }
      forms.append(form)
    }
    self.forms = forms
  }

  /// The rank of a stage; nil for one whose messages have no ids of their own.
  package func rank(ofStage stage: Int) -> Int? { stages.firstIndex(of: stage) }

  /// The form of the ids at a rank.
  package func form(_ rank: Int) -> IDForm { forms[rank] }

  /// The id of message n of the carrier at `rank`.
  package func text(rank: Int, _ n: UInt64) -> String { forms[rank].text(n) }

  /// The message whose id these bytes are. Nothing is allocated.
  package func read(_ id: UnsafeRawBufferPointer) -> Reading {
    switch IDPrefix(id, of: tag) {
    case .noID: .noID
    case .ofAnotherRun: .anotherRun
    case .ofRun(let rank):
      if rank < forms.count, let n = forms[rank].number(in: id) { .message(rank: rank, n: n) } else { .impossible }
    }
  }

  /// The same of a text, for what is read seldom.
  package func read(_ text: String) -> Reading {
    Array(text.utf8).withUnsafeBytes { read($0) }
  }
}
