import Kafka
import Testing

@Suite struct KafkaErrorTests {
  /// librdkafka's codes with their names and kinds; true for those that do not depend on the messages.
  @Test(
    arguments: [
      (-195, "_TRANSPORT", .transport, true), (-193, "_RESOLVE", .resolving, true),
      (-192, "_MSG_TIMED_OUT", .timeout, true), (-190, "_UNKNOWN_PARTITION", .unknownTopic, false),
      (-188, "_UNKNOWN_TOPIC", .unknownTopic, false), (-187, "_ALL_BROKERS_DOWN", .transport, true),
      (-185, "_TIMED_OUT", .timeout, true), (-184, "_QUEUE_FULL", .other, false), (-181, "_SSL", .tls, true),
      (-169, "_AUTHENTICATION", .authentication, true), (-166, "_TIMED_OUT_QUEUE", .timeout, true),
      (-152, "_PURGE_QUEUE", .other, false), (-150, "_FATAL", .other, false), (0, "NO_ERROR", .other, false),
      (1, "OFFSET_OUT_OF_RANGE", .other, false), (3, "UNKNOWN_TOPIC_OR_PART", .unknownTopic, false),
      (5, "LEADER_NOT_AVAILABLE", .transport, true), (6, "NOT_LEADER_FOR_PARTITION", .transport, true),
      (7, "REQUEST_TIMED_OUT", .timeout, true), (8, "BROKER_NOT_AVAILABLE", .transport, true),
      (10, "MSG_SIZE_TOO_LARGE", .other, false), (13, "NETWORK_EXCEPTION", .transport, true),
      (19, "NOT_ENOUGH_REPLICAS", .transport, true), (29, "TOPIC_AUTHORIZATION_FAILED", .authorization, true),
      (30, "GROUP_AUTHORIZATION_FAILED", .authorization, true),
      (31, "CLUSTER_AUTHORIZATION_FAILED", .authorization, true),
      (33, "UNSUPPORTED_SASL_MECHANISM", .authentication, true), (36, "TOPIC_ALREADY_EXISTS", .other, false),
      (53, "TRANSACTIONAL_ID_AUTHORIZATION_FAILED", .authorization, true),
      (58, "SASL_AUTHENTICATION_FAILED", .authentication, true), (87, "INVALID_RECORD", .other, false),
    ] as [(Int32, String, KafkaError.Kind, Bool)]
  ) func kindOfACode(_ code: Int32, _ name: String, _ kind: KafkaError.Kind, _ isInfrastructure: Bool) {
    let error = KafkaError(code: code)
    #expect(error.name == name)
    #expect(error.kind == kind)
    #expect(error.isInfrastructure == isInfrastructure)
    #expect(error.isAllBrokersDown == (code == -187))
    #expect(error.isTopicExists == (code == 36))
    #expect(error.isOutOfRange == (code == 1))
    #expect(error.isTakenBack == [-152, -150].contains(code))
  }

  @Test func purgedMessagesAreTakenBack() {
    #expect(KafkaError(code: -151).isTakenBack)
    #expect(KafkaError(code: -140).isOutOfRange)
  }

  @Test func withoutATextLibrdkafkasIsUsed() {
    #expect(KafkaError(code: 10).text == "Broker: Message size too large")
    #expect(KafkaError(code: 10, text: "too big").text == "too big")
    #expect(KafkaError.timedOut == KafkaError(code: -185, text: "Local: Timed out"))
  }
}
