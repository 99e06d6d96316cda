internal import CRdkafka

/// An error of librdkafka or of a broker, with its code.
package struct KafkaError: Error, Sendable, Equatable {
  /// The part of the system that an error is about.
  package enum Kind: Sendable, Equatable {
    case transport, timeout, authentication, tls, authorization, resolving
    case unknownTopic
    case other
  }

  /// `rd_kafka_resp_err_t`: negative for librdkafka's own errors, positive for a broker's.
  package var code: Int32
  /// librdkafka's text, secrets redacted.
  package var text: String
  package var isFatal: Bool
  /// The property that was refused, if the error is about one.
  package var property: String?

  package init(code: Int32, text: String? = nil, isFatal: Bool = false, property: String? = nil) {
    self.code = code
    self.text = text ?? String(cString: rd_kafka_err2str(rd_kafka_resp_err_t(code)))
    self.isFatal = isFatal
    self.property = property
  }

  init(_ error: rd_kafka_resp_err_t, text: String? = nil) { self.init(code: error.rawValue, text: text) }

  /// librdkafka's name of the code, such as `MSG_SIZE_TOO_LARGE` or `_TRANSPORT`.
  package var name: String { String(cString: rd_kafka_err2name(rd_kafka_resp_err_t(code))) }

  package var kind: Kind {
    switch rd_kafka_resp_err_t(code) {
    case RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION,
      RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE,
      RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS,
      RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND:
      .transport
    case RD_KAFKA_RESP_ERR__TIMED_OUT, RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE,
      RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT:
      .timeout
    case RD_KAFKA_RESP_ERR__AUTHENTICATION, RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED,
      RD_KAFKA_RESP_ERR_UNSUPPORTED_SASL_MECHANISM, RD_KAFKA_RESP_ERR_ILLEGAL_SASL_STATE:
      .authentication
    case RD_KAFKA_RESP_ERR__SSL: .tls
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED,
      RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED:
      .authorization
    case RD_KAFKA_RESP_ERR__RESOLVE: .resolving
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC,
      RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
      .unknownTopic
    default: .other
    }
  }

  /// True for errors that do not depend on the messages themselves: transport, timeout, authentication, TLS, authorization.
  package var isInfrastructure: Bool {
    switch kind {
    case .transport, .timeout, .authentication, .tls, .authorization, .resolving: true
    case .unknownTopic, .other: false
    }
  }

  package var isAllBrokersDown: Bool { code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN.rawValue }
  /// A setting of a topic that the cluster does not take.
  package var isInvalidSetting: Bool { code == RD_KAFKA_RESP_ERR_INVALID_CONFIG.rawValue }
  /// The topic's name has characters that Kafka does not allow.
  package var isInvalidTopic: Bool { code == RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION.rawValue }
  package var isLeaderNotAvailable: Bool { code == RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE.rawValue }
  package var isTopicExists: Bool { code == RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS.rawValue }
  /// The client returned the message because it was purged, or because of a fatal error.
  package var isTakenBack: Bool {
    [RD_KAFKA_RESP_ERR__PURGE_QUEUE, RD_KAFKA_RESP_ERR__PURGE_INFLIGHT, RD_KAFKA_RESP_ERR__FATAL]
      .contains(rd_kafka_resp_err_t(code))
  }
  /// A fetched batch cannot be read: its checksum is another, or what follows it is no batch.
  package var isDamage: Bool {
    [
      RD_KAFKA_RESP_ERR__BAD_MSG, RD_KAFKA_RESP_ERR__BAD_COMPRESSION, RD_KAFKA_RESP_ERR__NOT_IMPLEMENTED,
      RD_KAFKA_RESP_ERR__UNDERFLOW, RD_KAFKA_RESP_ERR_INVALID_MSG,
    ].contains(rd_kafka_resp_err_t(code))
  }
  package var isTooLarge: Bool { code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE.rawValue }
  package var isOutOfRange: Bool {
    code == RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE.rawValue || code == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET.rawValue
  }

  /// A login that is refused for this reason.
  package static func refusedLogin(_ text: String) -> KafkaError {
    KafkaError(RD_KAFKA_RESP_ERR__AUTHENTICATION, text: text)
  }
  /// The identity lacks a permission on the topic.
  package static let topicRefused = KafkaError(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
  package static let refusedTLS = KafkaError(RD_KAFKA_RESP_ERR__SSL)

  /// A partition has no leader.
  package static let leaderNotAvailable = KafkaError(RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE)
  package static let timedOut = KafkaError(RD_KAFKA_RESP_ERR__TIMED_OUT)
  /// A fatal error of which the client does not say the cause.
  package static let fatal = KafkaError(RD_KAFKA_RESP_ERR__FATAL)
}
