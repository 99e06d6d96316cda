internal import CRdkafka

/// What became of one send, as librdkafka reports it.
package struct DeliveryReport: Sendable {
  package enum Status: Sendable {
    case notPersisted, possiblyPersisted, persisted
  }

  /// What `send` was given.
  package var token: Int
  package var status: Status
  /// `rd_kafka_resp_err_t`; 0 for none.
  package var code: Int32
  package var partition: Int32
  package var offset: Int64
  /// `MonotonicClock` when the answer arrived, noted by the thread that received it.
  package var answeredAt: UInt64
}

/// A header of the user's; all of it lies in memory of the caller's, and is copied.
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

/// Sends to one topic; made for one stage and closed with it. All of its methods but `close` belong to one serial queue.
///
/// `@unchecked Sendable`: confined to that queue by its owner; the ring of times is written by librdkafka's threads before
/// the report of the same token is queued, and read after it was taken, so the queue's lock orders the two.
package final class Producer: @unchecked Sendable {
  package enum SendResult: Sendable, Equatable {
    case queued
    /// The client's queue is full; the message was not taken.
    case full
    /// The client itself refuses this message.
    case refused(code: Int32)
    /// The client can do nothing more.
    case fatal
  }

  package let handle: ClientHandle
  private let topic: OpaquePointer
  private let arguments: UnsafeMutablePointer<rd_kafka_vu_t>
  private static let argumentCount = 7
  private let headerName: StaticString
  private let answeredAt: UnsafeMutablePointer<UInt64>
  private var isEnded = false

  /// `capacity` tokens, 0…capacity − 1, can be in flight; `headerName` is of the one header each message carries.
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

  /// Ends the client; what it still holds is lost to it. Nothing else may be called afterwards.
  package func close() {
    guard !isEnded else { return }
    isEnded = true
    rd_kafka_topic_destroy(topic)
    arguments.deallocate()
    // Where the client could not be ended in time its threads may still note an answer.
    if handle.close() { answeredAt.deallocate() }
  }

  /// Offers one message to the client, which copies it. A null key or value is a nil base address.
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
    // A list of our own: one that librdkafka makes itself it frees twice where the topic or partition is refused (issue
    // 4627), and the process is gone. Of ours the client becomes the owner, but not on an error.
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
    switch rd_kafka_error_code(error) {
    case RD_KAFKA_RESP_ERR__QUEUE_FULL: return .full
    case RD_KAFKA_RESP_ERR__FATAL: return .fatal
    case let code: return .refused(code: code.rawValue)
    }
  }

  /// Takes what was answered since, without waiting.
  package func serve(_ told: (ClientEvent) -> Void, delivered: (DeliveryReport) -> Void) {
    handle.serve(told) { message in
      let token = Int(bitPattern: message.pointee._private) - 1
      delivered(
        DeliveryReport(
          token: token, status: Self.status(of: message), code: message.pointee.err.rawValue,
          partition: message.pointee.partition, offset: message.pointee.offset, answeredAt: answeredAt[token]))
    }
  }

  /// Messages and requests that have not been answered, or whose answers were not taken yet.
  package var outstanding: Int { Int(rd_kafka_outq_len(handle.rk)) }

  /// Sends what lingers at once, without waiting for the answers.
  package func hurry() { _ = rd_kafka_flush(handle.rk, 0) }

  /// Takes back what is still in the client's queue; what is on the wire is given up. Each is reported.
  package func takeBack() { _ = rd_kafka_purge(handle.rk, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT) }

  private static func status(of message: UnsafePointer<rd_kafka_message_t>) -> DeliveryReport.Status {
    switch rd_kafka_message_status(message) {
    case RD_KAFKA_MSG_STATUS_PERSISTED: .persisted
    case RD_KAFKA_MSG_STATUS_NOT_PERSISTED: .notPersisted
    default: .possiblyPersisted
    }
  }

  /// Notes the time of each answer on the thread that receives it: a report is taken from its queue up to milliseconds later.
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
