internal import CRdkafka
internal import Diagnostics

extension ClientHandle {
  /// Creates a topic and waits at most `timeout` for the controller. A `replication` of nil is the cluster's default; `settings` are
  /// passed on as they are. With `onlyValidate` the cluster only checks permissions and limits, and creates nothing.
  package func createTopic(
    _ name: String, partitions: Int, replication: Int?, settings: [(name: String, value: String)] = [],
    timeout: Duration, onlyValidate: Bool = false
  ) throws(KafkaError) {
    let error = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text -> KafkaError? in
      text[0] = 0
      guard
        let topic = rd_kafka_NewTopic_new(
          name, Int32(clamping: partitions), Int32(clamping: replication ?? -1), text.baseAddress, text.count)
      else {
        return KafkaError(RD_KAFKA_RESP_ERR__INVALID_ARG, text: said(text.baseAddress))
      }
      defer { rd_kafka_NewTopic_destroy(topic) }
      for setting in settings {
        let code = rd_kafka_NewTopic_set_config(topic, setting.name, setting.value)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { return KafkaError(code) }
      }
      return ask(RD_KAFKA_ADMIN_OP_CREATETOPICS, timeout: timeout, onlyValidate: onlyValidate) {
        options, queue in
        var topics: [OpaquePointer?] = [topic]
        rd_kafka_CreateTopics(rk, &topics, 1, options, queue)
      } answer: { event in
        var count = 0
        guard let result = rd_kafka_event_CreateTopics_result(event),
          let topics = rd_kafka_CreateTopics_result_topics(result, &count), count > 0
        else { return KafkaError(RD_KAFKA_RESP_ERR__BAD_MSG) }
        let code = rd_kafka_topic_result_error(topics[0])
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        return KafkaError(code, text: said(rd_kafka_topic_result_error_string(topics[0])))
      }
    }
    if let error { throw error }
  }

  /// Deletes a topic and waits at most `timeout` for the controller. Brokers learn of it afterwards, each by itself.
  package func deleteTopic(_ name: String, timeout: Duration) throws(KafkaError) {
    guard let topic = rd_kafka_DeleteTopic_new(name) else { throw KafkaError(RD_KAFKA_RESP_ERR__INVALID_ARG) }
    defer { rd_kafka_DeleteTopic_destroy(topic) }
    let error = ask(RD_KAFKA_ADMIN_OP_DELETETOPICS, timeout: timeout) { options, queue in
      var topics: [OpaquePointer?] = [topic]
      rd_kafka_DeleteTopics(rk, &topics, 1, options, queue)
    } answer: { event in
      var count = 0
      guard let result = rd_kafka_event_DeleteTopics_result(event),
        let topics = rd_kafka_DeleteTopics_result_topics(result, &count), count > 0
      else { return KafkaError(RD_KAFKA_RESP_ERR__BAD_MSG) }
      let code = rd_kafka_topic_result_error(topics[0])
      guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
      return KafkaError(code, text: said(rd_kafka_topic_result_error_string(topics[0])))
    }
    if let error { throw error }
  }

  /// The topic's configuration at the cluster; throws an authorization error without DescribeConfigs on the topic.
  package func topicSettings(_ name: String, timeout: Duration) throws(KafkaError) -> [String: String] {
    try settings(RD_KAFKA_RESOURCE_TOPIC, name, timeout: timeout).mapValues(\.value)
  }

  /// A setting as a broker reports it.
  package struct Setting: Sendable, Equatable {
    package var value: String
    /// Kafka's own value: it is stated nowhere.
    package var isDefault: Bool

    package init(_ value: String, isDefault: Bool = false) {
      self.value = value
      self.isDefault = isDefault
    }
  }

  /// A broker's configuration; throws an authorization error without DescribeConfigs on the cluster.
  package func brokerSettings(_ id: Int32, timeout: Duration) throws(KafkaError) -> [String: Setting] {
    try settings(RD_KAFKA_RESOURCE_BROKER, "\(id)", timeout: timeout)
  }

  private func settings(
    _ kind: rd_kafka_ResourceType_t, _ name: String, timeout: Duration
  ) throws(KafkaError) -> [String: Setting] {
    guard let resource = rd_kafka_ConfigResource_new(kind, name) else {
      throw KafkaError(RD_KAFKA_RESP_ERR__INVALID_ARG)
    }
    defer { rd_kafka_ConfigResource_destroy(resource) }
    var settings: [String: Setting] = [:]
    let error = ask(RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, timeout: timeout) { options, queue in
      var resources: [OpaquePointer?] = [resource]
      rd_kafka_DescribeConfigs(rk, &resources, 1, options, queue)
    } answer: { event in
      var count = 0
      guard let result = rd_kafka_event_DescribeConfigs_result(event),
        let resources = rd_kafka_DescribeConfigs_result_resources(result, &count), count > 0
      else { return KafkaError(RD_KAFKA_RESP_ERR__BAD_MSG) }
      let code = rd_kafka_ConfigResource_error(resources[0])
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
        return KafkaError(
          code, text: said(rd_kafka_ConfigResource_error_string(resources[0])))
      }
      var entries = 0
      guard let configs = rd_kafka_ConfigResource_configs(resources[0], &entries) else { return nil }
      for index in 0..<entries {
        guard let name = rd_kafka_ConfigEntry_name(configs[index]),
          let value = rd_kafka_ConfigEntry_value(configs[index])
        else { continue }
        settings[String(cString: name)] = Setting(
          String(cString: value), isDefault: rd_kafka_ConfigEntry_is_default(configs[index]) == 1)
      }
      return nil
    }
    if let error { throw error }
    return settings
  }

  /// A broker's text, secrets redacted.
  private func said(_ text: UnsafePointer<CChar>?) -> String? { text.map { redaction.apply(to: String(cString: $0)) } }

  /// Sends one administrative request and waits for its answer on a queue of its own.
  private func ask(
    _ operation: rd_kafka_admin_op_t, timeout: Duration, onlyValidate: Bool = false,
    send: (OpaquePointer?, OpaquePointer) -> Void, answer: (OpaquePointer) -> KafkaError?
  ) -> KafkaError? {
    guard beginUse() else { return .timedOut }
    defer { endUse() }
    let options = rd_kafka_AdminOptions_new(rk, operation)
    defer { rd_kafka_AdminOptions_destroy(options) }
    _ = rd_kafka_AdminOptions_set_request_timeout(options, timeout.milliseconds, nil, 0)
    if onlyValidate {
      // Without this flag the request would create the topic.
      let code = rd_kafka_AdminOptions_set_validate_only(options, 1, nil, 0)
      guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { return KafkaError(code) }
    }
    let queue: OpaquePointer = rd_kafka_queue_new(rk)
    defer { rd_kafka_queue_destroy(queue) }
    send(options, queue)
    guard let event = next(of: queue, within: timeout) else { return .timedOut }
    defer { rd_kafka_event_destroy(event) }
    let code = rd_kafka_event_error(event)
    guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
      return KafkaError(code, text: said(rd_kafka_event_error_string(event)))
    }
    return answer(event)
  }

  /// The first event of a queue. It is not waited for by librdkafka, which would wait by the wall clock.
  private func next(of queue: OpaquePointer, within timeout: Duration) -> OpaquePointer? {
    // The request's own timeout should end it; this is in case it does not.
    let end = MonotonicClock.now() &+ (timeout + .milliseconds(500)).nanoseconds
    while true {
      if let event = rd_kafka_queue_poll(queue, 0) { return event }
      guard MonotonicClock.now() < end, !refusesToWait() else { return nil }
      pause(for: .milliseconds(2))
    }
  }
}
