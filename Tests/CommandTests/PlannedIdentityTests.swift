import Language
import Reporting
import SampleScenarios
import Testing

@testable import Rehearsal

/// The identities of a plan, with what each is for; no secret is in it.
@Suite struct PlannedIdentityTests {
  @Test func areATableOfTheirOwn() throws {
    let reading = SampleScenario(
      """
      version: 1
      name: access
      cluster: {brokers: "kafka:9093", auth: a, tls: {truststore: ca.pem}}
      identities:
        a: {mechanism: SCRAM-SHA-512, username: ada, password: {env: A}}
        b: {mechanism: none, brokers: "kafka:9092", tls: false}
      topics: {t: }
      templates: {m: {value: x}}
      stages: [{name: s, count: 1}, {name: open, count: 1, auth: b}]
      """, path: "a.yaml"
    ).reading
    let text = PlanText.text(Plan(try #require(reading.scenario, "\(reading.describeAll())")))
    #expect(
      text.contains(
        """

        identity  brokers     protocol   signs in by        trusts  for
        a         kafka:9093  SASL_SSL   SCRAM-SHA-512 ada  ca.pem  topics, reader, s
        b         kafka:9092  PLAINTEXT                             open

        message 0 of s
        """), "\(text)")
  }

  /// With `mode: later` no reader signs in, and its settings, queues and work file are not there.
  @Test(arguments: [(mode: "later", isRead: false), ("tail", true)])
  func aReaderThatReadsNothingHasNone(_ mode: String, _ isRead: Bool) throws {
    let scenario = try SampleScenario(
      """
      version: 1
      name: access
      cluster: {brokers: "kafka:9093", auth: a}
      identities:
        a: {mechanism: SCRAM-SHA-512, username: ada, password: {env: A}}
        b: {mechanism: SCRAM-SHA-256, username: bob, password: {env: B}}
      topics: {t: }
      templates: {m: {value: x}}
      stages: [{name: s, count: 1}]
      verify: {mode: \(mode), auth: b}
      """, path: "a.yaml"
    ).scenario()
    #expect(IdentityAccess.used(in: scenario, selected: [0]) == (isRead ? [0, 1] : [0]))
    let text = PlanText.text(Plan(scenario))
    #expect(text.contains("SCRAM-SHA-256 bob") == isRead, "\(text)")
    #expect(text.contains("isolation.level") == isRead, "\(text)")
    #expect(text.contains("reader's queue") == isRead && text.contains("ledger: ") == isRead, "\(text)")
    #expect(text.contains("work file  none: nothing is read back") != isRead, "\(text)")
    #expect(text.contains("reading    nothing is read back: verify.mode is later") != isRead, "\(text)")
  }

  /// Where no client signs in and nothing is encrypted there is nothing to show.
  @Test func areLeftOutOfAPlainScenario() throws {
    let reading = SampleScenario(
      """
      version: 1
      name: plain
      cluster: {brokers: "kafka:9092"}
      topics: {t: }
      templates: {m: {value: x}}
      stages: [{name: s, count: 1}]
      """, path: "a.yaml"
    ).reading
    let text = PlanText.text(Plan(try #require(reading.scenario, "\(reading.describeAll())")))
    #expect(!text.contains("identity"))
  }
}
