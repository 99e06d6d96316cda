internal import Diagnostics
internal import Load
internal import Scenarios

/// The targets of a scenario, each asked whether it is ready; nothing is posted.
struct TargetCheck {
  private(set) var findings: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The time for each to answer: it is expected to run already.
  private static let limit = Nanoseconds.seconds(3)

  init(_ scenario: Scenario, _ materials: TargetMaterials) {
    let used = Set(scenario.stages.compactMap(\.target))
    for (index, target) in scenario.targets.enumerated() where used.contains(index) {
      guard let ready = target.ready else {
        findings.append("target \(quoted(target.name)): not asked, since it has no ready")
        continue
      }
      let readiness = TargetReadiness(target, materials.material(ofTarget: index, scenario))
      if let reason = readiness.refusal(within: Self.limit, unless: { false }) {
        diagnostics.append(Diagnostic(.targetNotReady(target: index, because: reason), in: scenario))
      } else {
        findings.append("target \(quoted(target.name)): \(quoted(ready)) answered")
      }
    }
  }
}
