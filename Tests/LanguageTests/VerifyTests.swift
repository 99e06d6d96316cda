import Diagnostics
import Language
import SampleScenarios
import Scenarios
import Testing

/// `verify:` as values: whether the topics are read back, and by whom.
@Suite struct VerifyTests {
  static let rows: [(verify: String, mode: Verify.Mode, unread: Verify.Unread?, reader: Int?)] = [
    ("{within: 5s}", .tail, nil, 0),
    ("{auth: b}", .tail, nil, 1),
    ("{mode: after, auth: b}", .after, nil, 1),
    ("{mode: later}", .later, .later, nil),
    ("{mode: later, auth: b, within: 5s, at_most: 1m, order: none, isolation: read_uncommitted}", .later, .later, nil),
    ("{auth: b, expect: [refused == authentication]}", .tail, .refused, 1),
  ]

  @Test(arguments: rows.indices) func isReadBack(_ index: Int) throws {
    let row = Self.rows[index]
    let reading = SampleScenario(
      """
      version: 1
      name: orders
      cluster: {brokers: "kafka:9092", auth: a}
      identities:
        a: {mechanism: SCRAM-SHA-256, username: a, password: {env: P}}
        b: {mechanism: SCRAM-SHA-256, username: b, password: {env: P}}
      topics: {orders: {}}
      templates: {order: {value: "order {{seq}}"}}
      stages: [{name: all, rate: 10/s, duration: 1s, expect: [end_to_end_latency_p99 < 5ms]}]
      verify: \(row.verify)
      expect: [lost == 0, stage(*).drain < 5s]
      """, path: "orders.yaml"
    ).reading
    let verify = try #require(reading.scenario, "\(reading.describeAll())").verify
    #expect(verify.mode == row.mode)
    #expect(verify.unread == row.unread)
    #expect(verify.reader == row.reader)
  }
}
