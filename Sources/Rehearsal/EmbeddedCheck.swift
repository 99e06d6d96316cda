internal import Diagnostics
internal import Load
internal import Reporting
package import Scenarios
internal import Verification

extension ScenarioFile {
  /// With an error where the embedded broker cannot hold what a stage sends. It is no error of the scenario itself, which can be run
  /// with `--brokers`.
  package func checkedForEmbedded(with brokers: Brokers? = nil) -> ScenarioFile {
    guard let scenario, (brokers ?? scenario.cluster.brokers) == .embedded else { return self }
    let profile = ClientProfile(bootstrap: [], isEmbedded: true, written: scenario.cluster.librdkafka)
    let capacity = EmbeddedCapacity(scenario, profile: profile)
    let seed: UInt64 = if case .fixed(let seed) = scenario.seed { seed } else { 0 }
    let run = MessageListing.Run.none(seed: seed)
    let fault = capacity.refusal(selected: Array(scenario.stages.indices)) { stage in
      scenario.recipe(stage: stage, seed: run.seed, runID: run.id, startedAt: run.startedAt)
    }
    let transactional = scenario.stages.filter { $0.client.transactions != nil }.map { stage in
      Diagnostic(
        code: .conflict, "transactions prove nothing on the embedded broker: it shows aborted messages to every reader",
        at: stage.range, remedy: "remove transactional, or name the brokers of a cluster")
    }
    return adding((fault.map { [Diagnostic($0, in: scenario)] } ?? []) + transactional)
  }
}
