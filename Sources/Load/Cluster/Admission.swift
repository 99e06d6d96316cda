internal import Kafka
internal import Scenarios

/// The answer that an identity gets at its listener, before anything is sent.
package enum Admission: Sendable, Equatable {
  /// No stage of the run and no reader has it.
  case unused
  /// It signed in; the id of the cluster, where the cluster says one.
  case admitted(clusterID: String?)
  case refused(AccessRefusal)

  package var isAdmitted: Bool { if case .admitted = self { true } else { false } }

  package var refusal: AccessRefusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}

/// Signs in every identity that a run needs, each with a client of its own that sends nothing.
struct Admissions {
  let connection: ClusterConnection
  let scenario: Scenario
  /// Indices of the stages to run.
  let selected: [Int]
  let stop: StopRequest
  let log: ClientLog

  /// - Parameter prober: the client of the cluster's identity, which is signed in.
  func all(_ prober: ClientHandle) throws(LoadError) -> [Admission] {
    let (admissions, errors) = each(prober)
    if let first = errors.first { throw first }
    return admissions
  }

  /// The same with every error, for those who want to know all of them.
  func each(_ prober: ClientHandle) -> (admissions: [Admission], errors: [LoadError]) {
    var admissions = scenario.identities.map { _ in Admission.unused }
    var errors: [LoadError] = []
    let id = connection.embedded == nil ? prober.clusterID(timeout: .seconds(2)) : nil
    admissions[scenario.cluster.identity] = .admitted(clusterID: id)
    for identity in used where identity != scenario.cluster.identity {
      do throws(LoadError) { admissions[identity] = try admission(of: identity, expected: id) } catch {
        errors.append(error)
        if case .stopped = error { break }
      }
    }
    return (admissions, errors)
  }

  private var used: [Int] {
    let stages = selected.map { scenario.stages[$0].identity }
    return Set(stages + [scenario.verify.reader].compactMap { $0 }).sorted()
  }

  private func admission(of identity: Int, expected: String?) throws(LoadError) -> Admission {
    let asker: ClientHandle
    do { asker = try ClientHandle.prober(connection.profile(of: identity).prober) } catch { throw .settings(error) }
    asker.endWaits(when: stop.isStopped)
    defer { asker.close() }
    do throws(LoadError) {
      _ = try SignIn(handle: asker, identity: identity, connection: connection, stop: stop, log: log).brokers()
    } catch {
      guard case .accessRefused(_, _, let refusal) = error, mayBeRefused(identity) else { throw error }
      return .refused(refusal)
    }
    let id = asker.clusterID(timeout: .seconds(2))
    if let id, let expected, id != expected {
      throw .otherCluster(identity: identity, id: id, expected: expected)
    }
    for stage in selected where scenario.stages[stage].identity == identity && scenario.stages[stage].topic != nil {
      try checkTopic(of: stage, asking: asker)
    }
    return .admitted(clusterID: id)
  }

  /// An identity that may not even describe a topic may not write to it.
  private func checkTopic(of stage: Int, asking asker: ClientHandle) throws(LoadError) {
    guard let name = scenario.stages[stage].topic.map({ scenario.topics[$0].name }),
      scenario.expectedRefusal(ofStage: stage) == nil,
      let answer = try? asker.metadata(.topic(name), timeout: .seconds(2)),
      let error = answer.topic(name)?.error, error.kind == .authorization
    else { return }
    throw .writingRefused(stage: stage, error)
  }

  /// True where everything that the identity is used for expects that it is refused.
  private func mayBeRefused(_ identity: Int) -> Bool {
    let stages = selected.filter { scenario.stages[$0].identity == identity }
    let isReader = scenario.verify.reader == identity
    return stages.allSatisfy { scenario.expectedRefusal(ofStage: $0) != nil }
      && (!isReader || scenario.verify.refusal != nil)
  }
}
