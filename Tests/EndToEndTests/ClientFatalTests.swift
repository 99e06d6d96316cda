import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// A client that failed ends its stage with 20, and what it did not send counts as unsent.
  @Suite struct ClientFatal {
    @Test func isInfrastructure() throws {
      let folder = try Folder()
      let mock = try MockCluster()
      mock.push(Array(repeating: 45, count: 5), to: .produce)
      var rehearsed = Rehearsed(stages: "[{name: s, rate: 2k/s, duration: 1s, measure: false}]")
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      rehearsed.limits.grace = .seconds(1)
      let result = try rehearsed.run(in: folder)
      #expect(result.exits.first == .infrastructure)
      let stage = try result.stage("s")
      #expect(stage.problem?.code == "infrastructure.client-fatal")
      #expect(stage.send[.rejected] == 0 && stage.send[.unsent] > 0)
      #expect(stage.outcome(.rejected) == .held)
    }
  }
}
