internal import CRdkafka

/// What librdkafka or a broker says went wrong, with its code, so that callers can act on it.
package struct KafkaError: Error, Sendable, Equatable {
  /// What an error says something about.
  package enum Kind: Sendable, Equatable {
    case transport, timeout, authentication, tls, authorization, resolving
    case unknownTopic
    case other
  }

  /// `rd_kafka_resp_err_t`: negative ones are the client's own, positive ones a broker's.
  package var code: Int32
  /// The client's own words, secrets redacted.
  package var text: String
  package var isFatal: Bool
  /// The property that was refused, where it was one.
  package var property: String?

  package init(code: Int32, text: String? = nil, isFatal: Bool = false, property: String? = nil) {
    self.code = code
    self.text = text ?? String(cString: rd_kafka_err2str(rd_kafka_resp_err_t(code)))
    self.isFatal = isFatal
    self.property = property
  }

  init(_ error: rd_kafka_resp_err_t, text: String? = nil) { self.init(code: error.rawValue, text: text) }

  /// librdkafka's name of the code: `MSG_SIZE_TOO_LARGE`, `_TRANSPORT`.
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

  /// True for what says nothing about the messages themselves: transport, time, login, TLS, rights.
  package var isInfrastructure: Bool {
    switch kind {
    case .transport, .timeout, .authentication, .tls, .authorization, .resolving: true
    case .unknownTopic, .other: false
    }
  }

  package var isAllBrokersDown: Bool { code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN.rawValue }
  package var isTopicExists: Bool { code == RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS.rawValue }
  /// The client gave the message back because it was told to, or because it can do nothing more.
  package var isTakenBack: Bool {
    [RD_KAFKA_RESP_ERR__PURGE_QUEUE, RD_KAFKA_RESP_ERR__PURGE_INFLIGHT, RD_KAFKA_RESP_ERR__FATAL]
      .contains(rd_kafka_resp_err_t(code))
  }
  package var isOutOfRange: Bool {
    code == RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE.rawValue || code == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET.rawValue
  }

  package static let timedOut = KafkaError(RD_KAFKA_RESP_ERR__TIMED_OUT)
}
