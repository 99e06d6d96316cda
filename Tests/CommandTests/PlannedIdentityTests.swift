import Language
import Rehearsal
import Reporting
import SampleScenarios
import Testing

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
