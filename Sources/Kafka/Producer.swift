internal import CRdkafka

/// The outcome of one send, as librdkafka reports it.
package struct DeliveryReport: Sendable {
  package enum Status: Sendable {
    case notPersisted, possiblyPersisted, persisted
  }

  /// The token that was passed to `send`.
  package var token: Int
  package var status: Status
  /// `rd_kafka_resp_err_t`; 0 for no error.
  package var code: Int32
  package var partition: Int32
  package var offset: Int64
  /// The time of `MonotonicClock` when the response arrived, taken by the thread that received it.
  package var answeredAt: UInt64
}

/// A header that the scenario defines. It refers to the caller's memory, and `send` copies it.
package struct UserHeader {
  package var name: UnsafePointer<CChar>
  package var nameCount: Int
  package var value: UnsafeRawBufferPointer

  package init(name: UnsafePointer<CChar>, nameCount: Int, value: UnsafeRawBufferPointer) {
    self.name = name
    self.nameCount = nameCount
    self.value = value
  }
}

/// A producer for one topic, made for one stage and closed with it. All of its methods belong to one serial queue.
///
/// `@unchecked Sendable`: confined to that queue by its owner; librdkafka's threads write a token's time before they queue its
/// report, and it is read after the report was taken, so the queue's lock orders the two.
package final class Producer: @unchecked Sendable {
  package enum SendResult: Sendable, Equatable {
    case queued
    /// The client's queue is full; the message was not taken.
    case full
    /// librdkafka refuses this message.
    case refused(code: Int32)
    /// The client has a fatal error.
    case fatal
  }

  package let handle: ClientHandle
  private let topic: OpaquePointer
  private let arguments: UnsafeMutablePointer<rd_kafka_vu_t>
  private static let argumentCount = 7
  private let headerName: StaticString
  private let answeredAt: UnsafeMutablePointer<UInt64>
  private let capacity: Int
  private var isEnded = false

  /// A producer with `capacity` tokens, 0…capacity − 1, in flight; `headerName` names the header that every message carries.
  package init(_ settings: ClientSettings, topic name: String, headerName: StaticString, capacity: Int)
    throws(KafkaError)
  {
    let answeredAt = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    answeredAt.initialize(repeating: 0, count: capacity)
    do {
      handle = try ClientHandle(.producer, settings) { Self.noteAnswers(in: answeredAt, $0) }
    } catch {
      answeredAt.deallocate()
      throw error
    }
    self.answeredAt = answeredAt
    self.capacity = capacity
    guard let made = rd_kafka_topic_new(handle.rk, name, nil) else {
      let code = rd_kafka_last_error()
      if handle.close() { answeredAt.deallocate() }
      throw KafkaError(code)
    }
    topic = made
    arguments = .allocate(capacity: Self.argumentCount)
    arguments.initialize(repeating: rd_kafka_vu_t(), count: Self.argumentCount)
    arguments[0].vtype = RD_KAFKA_VTYPE_RKT
    arguments[0].u.rkt = topic
    arguments[1].vtype = RD_KAFKA_VTYPE_MSGFLAGS
    arguments[1].u.i = Int32(RD_KAFKA_MSG_F_COPY)
    arguments[2].vtype = RD_KAFKA_VTYPE_PARTITION
    arguments[3].vtype = RD_KAFKA_VTYPE_KEY
    arguments[4].vtype = RD_KAFKA_VTYPE_VALUE
    arguments[5].vtype = RD_KAFKA_VTYPE_OPAQUE
    arguments[6].vtype = RD_KAFKA_VTYPE_HEADERS
    self.headerName = headerName
  }

  deinit { close() }

  /// Closes the client and discards what is still in its queue. Nothing else may be called afterwards.
  package func close() {
    guard !isEnded else { return }
    isEnded = true
    rd_kafka_topic_destroy(topic)
    arguments.deallocate()
    // If the client could not be destroyed in time, its threads may still write here.
    if handle.close() { answeredAt.deallocate() }
  }

  /// Passes one message to the client, which copies it. A null key or value is a nil base address.
  package func send(
    partition: Int32, key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer, header: UnsafeRawBufferPointer,
    userHeaders: UnsafeBufferPointer<UserHeader> = UnsafeBufferPointer(start: nil, count: 0), token: Int
  ) -> SendResult {
    arguments[2].u.i32 = partition
    arguments[3].u.mem.ptr = UnsafeMutableRawPointer(mutating: key.baseAddress)
    arguments[3].u.mem.size = key.count
    arguments[4].u.mem.ptr = UnsafeMutableRawPointer(mutating: value.baseAddress)
    arguments[4].u.mem.size = value.count
    arguments[5].u.ptr = UnsafeMutableRawPointer(bitPattern: token + 1)
    // The list is made here because librdkafka frees one of its own twice if the topic or partition is refused (its issue
    // 4627), which ends the process. The client owns this list from then on, except on an error.
    let headers = rd_kafka_headers_new(1 + userHeaders.count)
    // A StaticString is null-terminated and never moves.
    let name = UnsafeRawPointer(headerName.utf8Start).assumingMemoryBound(to: CChar.self)
    rd_kafka_header_add(headers, name, headerName.utf8CodeUnitCount, header.baseAddress, header.count)
    for user in userHeaders {
      rd_kafka_header_add(headers, user.name, user.nameCount, user.value.baseAddress, user.value.count)
    }
    arguments[6].u.headers = headers
    guard let error = rd_kafka_produceva(handle.rk, arguments, Self.argumentCount) else { return .queued }
    defer {
      rd_kafka_headers_destroy(headers)
      rd_kafka_error_destroy(error)
    }
    // A client that failed refuses everything, with the code of its cause.
    if rd_kafka_error_is_fatal(error) != 0 { return .fatal }
    switch rd_kafka_error_code(error) {
    case RD_KAFKA_RESP_ERR__QUEUE_FULL: return .full
    case RD_KAFKA_RESP_ERR__FATAL: return .fatal
    case let code: return .refused(code: code.rawValue)
    }
  }

  /// Takes the events and delivery reports that have arrived, without waiting.
  package func serve(_ event: (ClientEvent) -> Void, delivered: (DeliveryReport) -> Void) {
    handle.serve(event) { message in
      let token = Int(bitPattern: message.pointee._private) - 1
      guard token >= 0, token < capacity else { return }
      delivered(
        DeliveryReport(
          token: token, status: Self.status(of: message), code: message.pointee.err.rawValue,
          partition: message.pointee.partition, offset: message.pointee.offset, answeredAt: answeredAt[token]))
    }
  }

  /// Messages and requests without a response, or whose report has not been taken yet.
  package var outstanding: Int { Int(rd_kafka_outq_len(handle.rk)) }

  /// Sends at once what waits for `linger.ms`, without waiting for the responses.
  package func flush() { if !isEnded { _ = rd_kafka_flush(handle.rk, 0) } }

  /// Purges messages in the queue and in flight; each of them gets a delivery report.
  package func purge() {
    if !isEnded { _ = rd_kafka_purge(handle.rk, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT) }
  }

  /// Purges messages in the queue that were not sent yet; each of them gets a delivery report.
  package func purgeQueue() { _ = rd_kafka_purge(handle.rk, RD_KAFKA_PURGE_F_QUEUE) }

  private static func status(of message: UnsafePointer<rd_kafka_message_t>) -> DeliveryReport.Status {
    switch rd_kafka_message_status(message) {
    case RD_KAFKA_MSG_STATUS_PERSISTED: .persisted
    case RD_KAFKA_MSG_STATUS_NOT_PERSISTED: .notPersisted
    default: .possiblyPersisted
    }
  }

  /// Takes the time of each response on the thread that receives it: its report waits in the queue for up to milliseconds.
  private static func noteAnswers(in ring: UnsafeMutablePointer<UInt64>, _ conf: OpaquePointer) {
    rd_kafka_conf_interceptor_add_on_new(
      conf, "rehearse",
      { client, _, ring, _, _ in
        rd_kafka_interceptor_add_on_acknowledgement(
          client, "rehearse",
          { _, message, ring in
            if let message, let ring, let token = message.pointee._private {
              ring.assumingMemoryBound(to: UInt64.self)[Int(bitPattern: token) - 1] = MonotonicClock.now()
            }
            return RD_KAFKA_RESP_ERR_NO_ERROR
          }, ring)
      }, ring)
  }
}
