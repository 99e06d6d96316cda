internal import Diagnostics
internal import Load
internal import Scenarios
internal import Verification

/// The topics that the runs of one scenario make anew on one cluster: those that a run of this command created and left, and that were
/// not there before it. Whatever another client may have created is never deleted.
package struct RepeatedTopics: Sendable {
  private let renewal: TopicRenewal?
  private let names: [String]
  private let sentences: LoadErrorSentences?
  /// Indices of topics.
  private var own: Set<Int> = []

  /// On the cluster that `rehearsal` runs the file on.
  package init(of file: ScenarioFile, for rehearsal: ScenarioRehearsal) {
    let target = rehearsal.target(of: file)
    renewal = target.map {
      TopicRenewal(scenario: $0.scenario, connection: $0.connection, stop: rehearsal.stop)
    }
    names = target?.scenario.topics.map(\.name) ?? []
    sentences = target.map { LoadErrorSentences(scenario: $0.scenario) }
  }

  /// False for the embedded broker, which is another one in each run.
  package var outlive: Bool { renewal != nil }

  /// True where both are of one cluster, whatever its addresses.
  package func areOfOneCluster(as other: RepeatedTopics) -> Bool {
    guard let id = renewal?.clusterID() else { return false }
    return id == other.renewal?.clusterID()
  }

  /// Takes in the names of the topics that a run on this cluster created.
  package mutating func note(created: [String]) {
    own.formUnion(created.compactMap { names.firstIndex(of: $0) })
  }

  /// Deletes them before a run, which creates them. Returns a sentence for each that could not be deleted: it is kept from then on.
  package mutating func renew() -> [String] {
    guard let renewal else { return [] }
    // What is there from now on is known from the next run alone: another client may be faster.
    let faults = renewal.delete(own)
    own = []
    return faults.sorted { $0.key < $1.key }.compactMap { index, fault in
      if case .stopped = fault { return nil }
      let reason = sentences?.problem(for: fault).message ?? ""
      return "topic \(quoted(names[index])) is not made anew for the runs that follow: \(reason.visible)"
    }
  }
}

extension ScenarioRehearsal {
  /// The cluster that the runs of a file speak to, where its topics outlive them.
  struct Target {
    var scenario: Scenario
    var connection: ClusterConnection
  }

  /// Nil for the embedded broker, and where no run can begin.
  func target(of file: ScenarioFile) -> Target? {
    guard var scenario = file.scenario else { return nil }
    if let brokers = request.brokers { scenario.cluster.override(brokers) }
    guard scenario.cluster.brokers != .embedded else { return nil }
    let access = IdentityAccess(
      scenario, used: [scenario.cluster.identity], stages: [],
      secrets: request.overrides.secrets(of: scenario, unless: stop.isStopped), effort: .run,
      now: Machine.wallClock() / 1000)
    guard !access.diagnostics.contains(where: { $0.severity == .error }),
      let connection = try? ClusterConnection(scenario, access.accesses)
    else { return nil }
    return Target(scenario: scenario, connection: connection)
  }
}
