package import Diagnostics
internal import Kafka
internal import Language
package import Load
package import Scenarios
internal import Verification

/// The cluster's readiness for a scenario, as `rehearse check --connect` finds it.
package struct ClusterCheck: Sendable {
  /// The brokers, topics and notes that were found, a line each; also if there are errors.
  package var findings: [String] = []
  /// The errors that would prevent a run or make it fail, and warnings, each at its line of the scenario.
  package var diagnostics: [Diagnostic] = []
  /// The number of partitions of each topic; nil where it is not there, or not known.
  package var partitionCounts: [Int?] = []

  /// Asks the cluster, within time limits, and creates nothing. The embedded broker is not asked. Tests pass a connection of
  /// their own.
  package init(
    _ scenario: Scenario, _ overrides: Overrides = Overrides(), connection: ClusterConnection? = nil
  ) {
    if scenario.cluster.brokers == .embedded, connection == nil {
      findings = ["cluster: the embedded broker, which is part of this program; there is nothing to check"]
      return
    }
    let secrets = overrides.secrets(of: scenario)
    let access = IdentityAccess(
      scenario,
      used: connection == nil ? IdentityAccess.used(in: scenario, selected: Array(scenario.stages.indices)) : [],
      stages: Array(scenario.stages.indices), secrets: secrets, effort: .run,
      now: Machine.wallClock() / 1000)
    diagnostics = access.diagnostics.filter { $0.severity == .error }
    guard diagnostics.isEmpty else { return }
    let inspection: ClusterInspection
    let groups: [GroupLook]
    do throws(LoadError) {
      let connection = if let connection { connection } else { try ClusterConnection(scenario, access.accesses) }
      inspection = ClusterInspection(scenario, on: connection)
      groups = inspection.errors.isEmpty ? GroupLook.all(scenario, on: connection) : []
    } catch {
      diagnostics = [Diagnostic(error, in: scenario)]
      return
    }
    findings = Self.findings(inspection, scenario)
    partitionCounts = inspection.topics.map { if case .present(let partitions, _) = $0 { partitions } else { nil } }
    let found =
      inspection.errors.map { Diagnostic($0, in: scenario) }
      + MessageSizes(scenario).atTopics(inspection.maxMessageBytes)
      + MessageSizes(scenario).batchesAbove(inspection.maxMessageBytes)
    let targets = TargetCheck(scenario, access.targets)
    let systems = SystemCheck(
      scenario, groups: groups, CommandPlace(of: scenario, secrets))
    findings += targets.findings + systems.findings
    diagnostics = (found + targets.diagnostics + systems.diagnostics).sorted { $0.range.start < $1.range.start }
  }

  private static func findings(_ inspection: ClusterInspection, _ scenario: Scenario) -> [String] {
    guard !inspection.brokers.isEmpty else { return [] }
    let addresses = inspection.brokers.sorted { $0.id < $1.id }.map(\.address)
    let shown = addresses.prefix(6).joined(separator: ", ") + (addresses.count > 6 ? ", …" : "")
    let count = Plural.count(addresses.count, "broker")
    let cluster = "cluster: \(inspection.clusterID.map { "\($0), " } ?? "")\(count) at \(shown)"
    let topics = zip(scenario.topics, inspection.topics).compactMap { topic, state in
      sentence(state, topic).map { "topic \"\(topic.name)\": \($0)" }
    }
    // The notes of a run that are already known without one.
    let notes = inspection.notes.map { "note: \(NoteSentences.text($0))" }
    return [cluster] + identities(inspection, scenario) + topics + notes
  }

  /// A line for each identity that got an answer; none where no client signs in.
  private static func identities(_ inspection: ClusterInspection, _ scenario: Scenario) -> [String] {
    guard scenario.identities.contains(where: { $0.name != .unauthenticated }) else { return [] }
    return zip(scenario.identities.indices, inspection.admissions).compactMap { index, admission in
      let identity = scenario.identities[index]
      let way = [scenario.securityProtocol(of: index).rawValue, identity.hasLogin ? identity.mechanism?.rawValue : nil]
      let listener = scenario.brokers(of: index).written.joined(separator: ",")
      let place = "\(listener) (\(way.compactMap { $0 }.joined(separator: ", ")))"
      switch admission {
      case .unused: return nil
      case .admitted: return "\(identity.title): signed in at \(place)"
      case .refused(let refusal):
        return
          "\(identity.title): refused at \(place)\(refusal.reason.map { ", \($0.rawValue), as a stage expects" } ?? "")"
      }
    }
  }

  private static func sentence(_ state: ClusterInspection.TopicState, _ topic: Topic) -> String? {
    switch state {
    case .present(let partitions, let replication):
      let stated = topic.replication.flatMap { $0 == replication ? nil : " (the scenario would create it with \($0))" }
      return
        "exists, with \(Plural.count(partitions, "partition")), replication \(replication)\(stated ?? "")"
    case .missing:
      let partitions = topic.partitions ?? 1
      let replication = topic.replication.map { "replication \($0)" } ?? "the cluster's replication"
      return
        "does not exist; a run can create it, with \(Plural.count(partitions, "partition")), \(replication)"
    case .leftToCluster(let automatic):
      guard automatic.isOn == true else {
        return "does not exist; the cluster creates it on first use if auto.create.topics.enable is on"
      }
      let partitions = automatic.partitions.map { ", with \(Plural.count($0, "partition"))" } ?? ""
      return "does not exist; the cluster creates it on first use\(partitions)"
    case .unused: return "no stage sends to it"
    case .unknown: return nil
    }
  }
}

extension Diagnostic {
  /// An error that prevents a run, at the line of the scenario that it is about.
  init(_ fault: LoadError, in scenario: Scenario) {
    let problem = LoadErrorSentences(scenario: scenario).problem(for: fault)
    let start = SourcePosition(line: 1, column: 1)
    let range =
      Self.range(of: fault, in: scenario) ?? scenario.cluster.brokersRange ?? SourceRange(start: start, end: start)
    self.init(
      code: Code(rawValue: problem.code) ?? .unreachable, problem.message, at: range, remedy: problem.remedy)
  }

  private static func range(of fault: LoadError, in scenario: Scenario) -> SourceRange? {
    switch fault {
    case .topicMissing(let topic), .topicNotMade(let topic, _), .topicRefused(let topic, _),
      .topicNotCreated(let topic, _),
      .partitionCount(let topic, _, _):
      scenario.topics[topic].range
    case .settingRefused(let topic, let setting, _):
      setting.map { scenario.topics[topic].settings[$0].range } ?? scenario.topics[topic].range
    case .deletionNotAllowed(let topic), .topicNotDeleted(let topic, _), .topicNotGone(let topic, _, _),
      .topicMadeAgain(let topic):
      scenario.topics[topic].createRange ?? scenario.topics[topic].range
    case .partitionBeyond(let stage, _, _), .tooMuchForEmbedded(let stage, _), .tooLargeForEmbedded(let stage, _, _):
      scenario.stages[stage].range
    case .noLeader(let partition, _): scenario.topics.first { $0.name == partition.topic }?.range
    case .settings(let error): scenario.cluster.librdkafka.last { $0.name == error.property }?.range
    case .unreachable(let identity, _, _, _), .accessRefused(let identity, _, _), .otherCluster(let identity, _, _):
      scenario.identities[identity].range
    case .writingRefused(let stage, _): scenario.identity(ofStage: stage).range ?? scenario.stages[stage].range
    case .targetNotReady(let target, _): scenario.targets[target].urlRange
    case .readingRefused: scenario.identities[scenario.verify.identity].range
    default: nil
    }
  }
}
