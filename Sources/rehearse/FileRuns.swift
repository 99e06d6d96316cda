internal import Rehearsal
internal import Scenarios
internal import Verification

/// The runs of one file: its seeds, and its topics on each cluster.
struct FileRuns {
  let file: ScenarioFile
  private var seeds: PairSeeds
  /// By the side whose cluster it is.
  private var topics: [RunOrder.Side: RepeatedTopics] = [:]
  private var hasTwoClusters: Bool
  private var isUnreported = false

  init(_ file: ScenarioFile, _ options: RunOptions) {
    self.file = file
    seeds = PairSeeds(given: options.seed, scenario: file.scenario?.seed ?? .random)
    hasTwoClusters = if case .brokers = options.against { true } else { false }
  }

  var scenario: String { file.scenario?.name ?? "" }

  mutating func seed(of turn: RunOrder.Turn) -> UInt64 {
    var chance = SystemRandomNumberGenerator()
    return seeds.seed(of: turn.purpose) { chance.next() }
  }

  /// The side by which a side's cluster is known: another build has the same.
  private func cluster(_ side: RunOrder.Side) -> RunOrder.Side { hasTwoClusters ? side : .new }

  /// Connects to the clusters, before the first run. Two lists of brokers can be of one cluster, and its topics are then of both sides.
  mutating func begin(_ rehearsals: [RunOrder.Side: ScenarioRehearsal]) {
    for (side, rehearsal) in rehearsals where cluster(side) == side {
      topics[side] = RepeatedTopics(of: file, for: rehearsal)
    }
    guard let base = topics[.base], let new = topics[.new], base.areOfOneCluster(as: new) else { return }
    hasTwoClusters = false
  }

  /// Deletes the topics that are to be made anew for this run. Returns a sentence for each that cannot be.
  mutating func renewTopics(for turn: RunOrder.Turn) -> [String] { topics[cluster(turn.side)]?.renew() ?? [] }

  /// Takes in which topics a run created; nil where it does not report that. True once where they are kept for that reason.
  mutating func note(created: [String]?, _ turn: RunOrder.Turn) -> Bool {
    let cluster = cluster(turn.side)
    guard topics[cluster]?.outlive == true else { return false }
    guard let created else {
      defer { isUnreported = true }
      return !isUnreported
    }
    topics[cluster]?.note(created: created)
    return false
  }
}
