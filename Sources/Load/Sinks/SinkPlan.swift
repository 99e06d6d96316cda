internal import Diagnostics
internal import Scenarios
internal import Templates
internal import Verification

/// Everything that is known of a run's sinks before anything is sent.
struct SinkPlan: Sendable {
  let scenario: Scenario
  /// By the index of the sink.
  let ids: [SinkIDs]
  /// All of the scenario.
  let stages: [SinkStage]
  /// `{{run.tag}}`.
  let tag: String
  private let run: RunID
  let secrets: [String]
  /// Indices of the stages that run.
  private let selected: [Int]

  /// - Parameter recipe: that of a stage, by its index.
  init(_ scenario: Scenario, run: RunID, selected: [Int], recipe: (Int) -> RenderRecipe) {
    self.scenario = scenario
    self.selected = selected
    self.run = run
    tag = RunTag(run: run.text).text
    secrets = scenario.secretTexts
    stages = scenario.stages.enumerated().map { index, stage in
      SinkStage(index: index, stage: stage, carrier: scenario.idStage(ofStage: index), recipe: recipe(index))
    }
    // A scenario whose messages cannot have ids is refused when it is read.
    let tokens =
      scenario.messageIDs(run: run.text).map(SinkIDs.tokens)
      ?? .headers(run, stages: scenario.stages.count)
    let headers = SinkIDs.headers(run, stages: scenario.stages.count)
    let own = scenario.sinks.map { $0.identity == .header ? headers : tokens }
    // A sink that is made of others has the ids of its members.
    ids = scenario.sinks.indices.map { own[Self.members(of: $0, in: scenario.sinks).first ?? $0] }
  }

  var sinks: [Sink] { scenario.sinks }

  /// The name in the cluster of a sink's topic; nil for other sinks.
  func topicName(of sink: Int) -> String? {
    guard case .topic(let topic) = sinks[sink].source else { return nil }
    return scenario.topics[topic].name
  }

  func isRead(_ sink: Int) -> Bool { scenario.isRead(sink: sink) }

  func intake(of sink: Int) -> SinkIntake {
    SinkIntake(sinks[sink], ids: ids[sink], stages: stages, secrets: secrets)
  }

  /// The test that recognises the records of this run's ids in a topic that is a sink by them; nil where it is none.
  func claim(ofTopic topic: Int) -> RecordClaim? {
    let claimed = sinks.filter { $0.source == .topic(topic) && $0.identity != .header }.map { SinkFields($0) }
    guard !claimed.isEmpty, let ids = scenario.messageIDs(run: run.text) else { return nil }
    return { key, value in
      claimed.contains { fields in
        guard fields.take(key: key, value: value) else { return false }
        var isOwn = false
        fields.forEachID(key: key, value: value) { id in if case .message = ids.read(id) { isOwn = true } }
        return isOwn
      }
    }
  }

  /// The sinks that are part of an `any_of`, which must be waited for as long as that.
  func isMember(_ sink: Int) -> Bool { !groups(with: sink).isEmpty }

  /// The sinks made of others that this one is part of.
  func groups(with sink: Int) -> [Int] {
    sinks.indices.filter { if case .anyOf(let members) = sinks[$0].source { members.contains(sink) } else { false } }
  }

  /// The sinks that are read, of which this one is made: itself, or those of `any_of`.
  func members(of sink: Int) -> [Int] { Self.members(of: sink, in: sinks) }

  /// False for a sink made of others that do not have the same kind of ids.
  func hasOneIdentity(_ sink: Int) -> Bool { members(of: sink).allSatisfy { ids[$0] == ids[sink] } }

  private static func members(of sink: Int, in sinks: [Sink]) -> [Int] {
    var members: [Int] = []
    func add(_ index: Int, _ depth: Int) {
      guard depth < sinks.count else { return }
      switch sinks[index].source {
      case .topic, .command: if !members.contains(index) { members.append(index) }
      case .anyOf(let parts): for part in parts { add(part, depth + 1) }
      }
    }
    add(sink, 0)
    return members
  }

  /// A stage of the sink, with the number below which its messages were sent.
  private func stage(_ index: Int, rank: Int, _ answers: [Int: StageAnswers]) -> SinkHolding.Stage {
    SinkHolding.Stage(index: index, name: stages[index].stage.name, rank: rank, limit: answers[index]?.limit ?? 0)
  }

  /// The messages that a sink is to hold. `isHeld` says which messages of a held stage it holds.
  func holding(
    _ sink: Int, answers: [Int: StageAnswers], origin: SinkHolding.Origin, isHeld: @escaping (Int, UInt64) -> Bool
  ) -> SinkHolding {
    let (ids, sink) = (ids[sink], sinks[sink])
    let held = sink.heldStages.sorted().compactMap { index -> SinkHolding.Stage? in
      guard selected.contains(index), let rank = ids.rank(ofStage: index, carrier: stages[index].carrier) else {
        return nil
      }
      return stage(index, rank: rank, answers)
    }
    let carriers = (0..<ids.ranks).map { stage(ids.stage(atRank: $0), rank: $0, answers) }
    return SinkHolding(
      stages: held, carriers: carriers, answer: { answers[$0]?.answer($1) },
      isHeld: sink.heldTemplates == nil ? nil : isHeld, origin: origin, copies: sink.copies,
      isPartial: sink.extent == .some)
  }
}

/// The answers to the messages of one stage.
struct StageAnswers {
  /// Numbers of messages that were sent are below this.
  var limit: UInt64
  /// Nil for a message that was not sent.
  var answer: (UInt64) -> SinkHolding.Answer?
}
