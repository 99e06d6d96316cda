import Diagnostics
import Kafka
import Language
import Load
import SampleScenarios
import Testing
import Verification

@testable import Rehearsal

extension EndToEndTests {
  /// Every error that `check --connect` can find has the code of a diagnostic, so that `why` can explain it.
  @Suite struct FaultCodes {
    @Test func eachFaultOfAnInspectionHasItsCode() throws {
      let text = """
        version: 1
        name: a
        cluster: {brokers: "k:9092"}
        topics: {t: {}}
        templates: {m: {value: a}}
        stages: [{name: s, count: 1}]
        """
      let scenario = try #require(SampleScenario(text, path: "a.yaml").reading.scenario)
      let place = TopicPartition(topic: "t", partition: 0)
      let faults: [LoadError] = [
        .settings(.timedOut), .unreachable(identity: 0, addresses: ["k:9092"], last: nil, seconds: 8),
        // librdkafka's codes of SASL, TLS and an unknown host.
        .unreachable(identity: 0, addresses: ["k:9092"], last: KafkaError(code: -169), seconds: 1),
        .unreachable(identity: 0, addresses: ["k:9092"], last: KafkaError(code: -181), seconds: 1),
        .unreachable(identity: 0, addresses: ["k:9092"], last: KafkaError(code: -193), seconds: 1),
        .leaderUnreachable(bootstrap: [], partition: place, leader: 1, address: nil, last: .timedOut),
        .brokersUnreachable(bootstrap: [], addresses: [], last: .timedOut), .noLeader(partition: place, seconds: 8),
        .topicMissing(topic: 0), .topicRefused(topic: 0, .timedOut), .topicNotCreated(topic: 0, .timedOut),
        .partitionCount(topic: 0, stated: 1, actual: 2), .partitionBeyond(stage: 0, partition: 1, actual: 1),
      ]
      let sentences = LoadErrorSentences(scenario: scenario)
      let codes = faults.map { sentences.problem(for: $0).code }
      #expect(Set(codes).count == codes.count)
      for code in codes { #expect(Code(rawValue: code) != nil, "\(code)") }
    }
  }
}
