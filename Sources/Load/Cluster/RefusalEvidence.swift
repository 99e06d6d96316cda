package import Scenarios
package import Verification

/// The controls of expected refusals: the evidence of one run that other clients got through where these must not. Pure.
package struct RefusalEvidence {
  private let scenario: Scenario
  private let selected: [Int]
  private let admissions: [Admission]
  private let acknowledged: [UInt64]

  /// - Parameters:
  ///   - selected: indices of the stages that were to run.
  ///   - admissions: by identity.
  ///   - acknowledged: messages that were, by stage.
  package init(_ scenario: Scenario, selected: [Int], admissions: [Admission], acknowledged: [UInt64]) {
    self.scenario = scenario
    self.selected = selected
    self.admissions = admissions
    self.acknowledged = acknowledged
  }

  /// The control of a stage that must be refused.
  package func control(ofStage stage: Int, _ reason: RefusalReason) -> RefusalControl {
    if case .status = reason { return control(ofTargetOf: stage) }
    let identity = scenario.stages[stage].identity
    return control(of: identity, reason, topics: [scenario.stages[stage].topic].compactMap { $0 }, besides: stage)
  }

  /// The control of a reader that must be refused.
  package func controlOfReader(_ reason: RefusalReason) -> RefusalControl {
    let topics = Set(selected.compactMap { scenario.stages[$0].topic }).sorted()
    return control(of: scenario.verify.identity, reason, topics: topics, besides: nil)
  }

  private func control(
    of identity: Int, _ reason: RefusalReason, topics: [Int], besides stage: Int?
  ) -> RefusalControl {
    switch reason {
    case .authentication, .tls:
      let others = scenario.identities.indices.filter { $0 != identity && isAdmitted($0) && isSameWay($0, identity) }
      if others.isEmpty {
        return .missing(
          "no other client signed in \(way(of: identity)), so a mistake of the client is not ruled out")
      }
      // What kept its messages back later may be anything.
      return isAdmitted(identity)
        ? .missing("\(scenario.identities[identity].title) signed in before anything was sent") : .present
    case .authorization:
      for topic in topics {
        let others = selected.filter {
          $0 != stage && scenario.stages[$0].topic == topic && scenario.stages[$0].identity != identity
            && acknowledged[$0] > 0
        }
        guard others.isEmpty else { continue }
        return .missing(
          "no other identity wrote to topic \"\(scenario.topics[topic].name)\", so a mistake of the client is not ruled out"
        )
      }
      return .present
    case .status(let status):
      return .missing("no target answers for a topic, so \(status) cannot be its answer")
    case .unknownTopic, .messageTooLarge:
      return isAdmitted(identity) ? .present : .missing("\(scenario.identities[identity].title) did not sign in")
    }
  }

  /// Another message that the target acknowledged shows that it is not turning everything away.
  private func control(ofTargetOf stage: Int) -> RefusalControl {
    guard let target = scenario.stages[stage].target else {
      return .missing("the stage sends to a topic, and no broker answers with a status")
    }
    let others = selected.filter { $0 != stage && scenario.stages[$0].target == target && acknowledged[$0] > 0 }
    return others.isEmpty
      ? .missing(
        "target \"\(scenario.targets[target].name)\" acknowledged no message of another stage, so it may turn everything away"
      )
      : .present
  }

  private func isAdmitted(_ identity: Int) -> Bool {
    admissions.indices.contains(identity) && admissions[identity].isAdmitted
  }

  /// By the same mechanism at the same listener.
  private func isSameWay(_ left: Int, _ right: Int) -> Bool {
    scenario.identities[left].login == scenario.identities[right].login
      && scenario.brokers(of: left) == scenario.brokers(of: right)
  }

  private func way(of identity: Int) -> String {
    let mechanism = scenario.identities[identity].login.map { "by \($0.rawValue) " } ?? ""
    return "\(mechanism)at \(scenario.brokers(of: identity).written.joined(separator: ","))"
  }
}

extension ClientIdentity {
  /// The mechanism; nil where it signs in by none.
  fileprivate var login: Mechanism? { hasLogin ? mechanism : nil }
}
