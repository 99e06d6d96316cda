import Diagnostics
import Scenarios
import Testing
import Verification

@testable import Load

/// The control of an expected refusal: another client of the run got through.
@Suite struct RefusalEvidenceTests {
  /// Stages `a`, `b`, `c` with the cluster's identity, `loader`, and `intruder`; all to one topic but `c`.
  private static func scenario(
    mechanisms: [ClientIdentity.Mechanism] = [.plain, .plain, .plain], listener: String? = nil
  ) throws -> Scenario {
    var scenario = try Samples.scenario(
      stages:
        "[{name: a, topic: orders, count: 1}, {name: b, topic: orders, count: 1}, {name: c, topic: orders, count: 1}]")
    scenario.cluster.brokers = .addresses(["k:9092"])
    scenario.identities = zip(["cluster", "loader", "intruder"], mechanisms).map {
      ClientIdentity(name: .declared($0), mechanism: $1)
    }
    if let listener { scenario.identities[2].brokers = .addresses([listener]) }
    for index in 0..<3 { scenario.stages[index].identity = index }
    return scenario
  }

  private static func control(
    _ scenario: Scenario, _ reason: RefusalReason, _ admissions: [Admission], acknowledged: [UInt64] = [0, 0, 0],
    selected: [Int] = [0, 1, 2]
  ) -> RefusalControl {
    RefusalEvidence(scenario, selected: selected, admissions: admissions, acknowledged: acknowledged).control(
      ofStage: 2, reason)
  }

  private static let admitted = Admission.admitted(clusterID: nil)
  private static let refused = Admission.refused(.silence(last: nil, seconds: 0))

  @Test func anotherThatSignedInTheSameWayIsAControl() throws {
    #expect(
      Self.control(try Self.scenario(), .authentication, [Self.admitted, .unused, Self.refused]) == .present)
  }

  /// Whatever kept its messages back later, the cluster let it in.
  @Test func oneThatSignedInWasNotRefused() throws {
    #expect(
      Self.control(try Self.scenario(), .authentication, [Self.admitted, .unused, Self.admitted])
        == .missing("identity \"intruder\" signed in before anything was sent"))
  }

  @Test func itselfIsNone() throws {
    let scenario = try Self.scenario(mechanisms: [.scramSHA256, .scramSHA256, .plain])
    #expect(
      Self.control(scenario, .authentication, [Self.admitted, Self.admitted, Self.admitted])
        == .missing("no other client signed in by PLAIN at k:9092, so a mistake of the client is not ruled out"))
  }

  @Test func anotherListenerIsNone() throws {
    let scenario = try Self.scenario(listener: "k:9093")
    #expect(
      Self.control(scenario, .tls, [Self.admitted, Self.admitted, Self.refused])
        == .missing("no other client signed in by PLAIN at k:9093, so a mistake of the client is not ruled out"))
  }

  @Test func onlyTheOneThatIsRefusedIsNone() throws {
    #expect(Self.control(try Self.scenario(), .authentication, [.unused, .unused, Self.refused]) != .present)
    #expect(Self.control(try Self.scenario(), .authentication, []) != .present)
  }

  @Test func authorizationNeedsAnotherThatWroteToTheTopic() throws {
    let scenario = try Self.scenario()
    let all = [Self.admitted, Self.admitted, Self.admitted]
    #expect(Self.control(scenario, .authorization, all, acknowledged: [0, 7, 0]) == .present)
    #expect(
      Self.control(scenario, .authorization, all)
        == .missing("no other identity wrote to topic \"orders\", so a mistake of the client is not ruled out"))
    #expect(Self.control(scenario, .authorization, all, acknowledged: [0, 7, 0], selected: [0, 2]) != .present)
  }

  /// These the broker says to a client that it knows.
  @Test(arguments: [RefusalReason.unknownTopic, .messageTooLarge]) func itsOwnSignInIsEnough(
    _ reason: RefusalReason
  ) throws {
    let scenario = try Self.scenario()
    #expect(Self.control(scenario, reason, [Self.admitted, .unused, Self.admitted]) == .present)
    #expect(Self.control(scenario, reason, [Self.admitted, .unused, Self.refused]) != .present)
  }
}
