internal import CRdkafka
internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// An error, a log line, a throttling or the statistics of a client, apart from its results.
package enum ClientEvent: Sendable {
  case error(KafkaError)
  /// A broker said in its last answer that it holds this client back for so long, because of a quota.
  case throttled(broker: Int32, milliseconds: Int32)
  /// A line of librdkafka's own log, secrets redacted; level as in syslog, 7 is debug.
  case log(level: Int32, facility: String, text: String)
  /// Every `statistics.interval.ms`, where that is set.
  case statistics(ClientStatistics)
}

/// One `rd_kafka_t` and its main queue, created in `init` and destroyed by `close` or `deinit`.
///
/// `@unchecked Sendable`: librdkafka's handle and queues may be used from any thread; the pointers never change.
package final class ClientHandle: @unchecked Sendable {
  package enum Kind: Sendable {
    case producer, consumer
  }

  let rk: OpaquePointer
  let queue: OpaquePointer
  let redaction: Redaction
  private let isConsumer: Bool
  private let callbacks: ClientCallbacks

  /// Creates the client. `prepare` adds interceptors to its configuration.
  init(_ kind: Kind, _ settings: ClientSettings, prepare: ((OpaquePointer) -> Void)? = nil) throws(KafkaError) {
    let conf = try settings.configuration()
    let callbacks = ClientCallbacks(settings.tokens)
    self.callbacks = callbacks
    rd_kafka_conf_set_events(
      conf, RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_LOG | RD_KAFKA_EVENT_STATS)
    callbacks.prepare(conf)
    prepare?(conf)
    redaction = settings.redaction
    isConsumer = kind == .consumer
    let redaction = redaction
    let (made, fault) = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) {
      text -> (OpaquePointer?, KafkaError?) in
      text[0] = 0
      let type = kind == .producer ? RD_KAFKA_PRODUCER : RD_KAFKA_CONSUMER
      if let made = rd_kafka_new(type, conf, text.baseAddress, text.count) { return (made, nil) }
      let code = rd_kafka_last_error()
      // The client owns its configuration only if it was created. But where its creation failed late, librdkafka has destroyed
      // the interceptors in it and would do so again: such a configuration is left.
      if prepare == nil { rd_kafka_conf_destroy(conf) }
      return (nil, KafkaError(code, text: redaction.apply(to: text.baseAddress.map { String(cString: $0) } ?? "")))
    }
    guard let made else { throw fault ?? KafkaError(RD_KAFKA_RESP_ERR__FAIL) }
    guard callbacks.begin(made) else {
      rd_kafka_destroy(made)
      throw KafkaError(RD_KAFKA_RESP_ERR__FAIL)
    }
    rk = made
    queue = rd_kafka_queue_get_main(made)
    rd_kafka_set_log_queue(made, nil)
  }

  deinit { close() }

  // MARK: Waiting

  /// The calls that use the client on threads of their own; the last of them destroys it if it was closed meanwhile.
  private struct Uses {
    var count = 0
    var isClosed = false
  }

  private let uses = Mutex(Uses())
  private let destroyed = Completion()
  /// In a value of its own: a mutex of a closure wraps it once more each time that it is asked for, without end.
  private struct Refusal {
    var isRefused: @Sendable () -> Bool = { false }
  }

  private let refusal = Mutex(Refusal())
  /// The time that librdkafka has to keep its own timeout.
  private static let slack = Duration.milliseconds(500)

  /// From now on every wait for this client ends as soon as `isRefused` is true.
  package func endWaits(when isRefused: @escaping @Sendable () -> Bool) {
    refusal.withLock { $0.isRefused = isRefused }
  }

  /// True once a wait for this client should end.
  func refusesToWait() -> Bool { refusal.withLock { $0.isRefused }() }

  /// Calls librdkafka where it waits by its own clock, the wall clock; nil if there is no answer in time. The client stays until
  /// the call has returned.
  func call<Answer: Sendable>(within timeout: Duration, _ body: @escaping @Sendable () -> Answer) -> Answer? {
    guard !refusesToWait(), beginUse() else { return nil }
    return BlockingCall.answer(within: timeout + Self.slack, unless: refusesToWait) { [self] in
      defer { endUse() }
      return body()
    }
  }

  /// False if the client is closed.
  func beginUse() -> Bool {
    uses.withLock { uses in
      guard !uses.isClosed else { return false }
      uses.count += 1
      return true
    }
  }

  func endUse() {
    let isLast = uses.withLock { uses in
      uses.count -= 1
      return uses.count == 0 && uses.isClosed
    }
    if isLast { destroy() }
  }

  // MARK: Closing

  /// Destroys the client, and waits at most five seconds for it: a resolver or a socket may block librdkafka's threads for
  /// longer, and a run must not hang at its end. False in that case, and if another call was first: memory that the client's
  /// threads use must then not be freed.
  @discardableResult
  package func close() -> Bool {
    let (isFirst, isUnused) = uses.withLock { uses in
      defer { uses.isClosed = true }
      return (!uses.isClosed, uses.count == 0)
    }
    guard isFirst else { return false }
    if isUnused { destroy() }
    return destroyed.wait(for: .seconds(5), unless: refusesToWait)
  }

  private func destroy() {
    nonisolated(unsafe) let (rk, queue) = (rk, queue)
    let (isConsumer, destroyed, callbacks) = (isConsumer, destroyed, callbacks)
    DispatchQueue(label: "rehearse.destroy").async { @Sendable in
      rd_kafka_queue_destroy(queue)
      // The client may call back as long as it is there.
      withExtendedLifetime(callbacks) {
        rd_kafka_destroy_flags(rk, isConsumer ? RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE : 0)
      }
      destroyed.signal()
    }
  }

  // MARK: Events

  /// Takes what is in the main queue, without waiting; messages of delivery reports go to `delivered`.
  func serve(_ handle: (ClientEvent) -> Void, delivered: (UnsafePointer<rd_kafka_message_t>) -> Void = { _ in }) {
    while let event = rd_kafka_queue_poll(queue, 0) {
      defer { rd_kafka_event_destroy(event) }
      switch rd_kafka_event_type(event) {
      case RD_KAFKA_EVENT_DR:
        while let message = rd_kafka_event_message_next(event) { delivered(message) }
      case RD_KAFKA_EVENT_ERROR: handle(.error(error(of: event)))
      case RD_KAFKA_EVENT_LOG: if let line = log(of: event) { handle(line) }
      case RD_KAFKA_EVENT_STATS: if let statistics = statistics(of: event) { handle(.statistics(statistics)) }
      default: break
      }
    }
    callbacks.take(handle)
  }

  /// Takes errors and log lines, without waiting.
  package func serve(_ handle: (ClientEvent) -> Void) { serve(handle, delivered: { _ in }) }

  private func error(of event: OpaquePointer) -> KafkaError {
    let code = rd_kafka_event_error(event)
    let text = rd_kafka_event_error_string(event).map { redaction.apply(to: String(cString: $0)) }
    // A fatal error has the code of its cause, or `_FATAL` in its place.
    let isFatal = rd_kafka_event_error_is_fatal(event) != 0 || code == RD_KAFKA_RESP_ERR__FATAL
    guard isFatal else { return KafkaError(code, text: text) }
    return fatalCause(fallback: text)
  }

  /// The error that made the client fail, with the code of its cause.
  func fatalCause(fallback: String?) -> KafkaError {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text in
      text[0] = 0
      let code = rd_kafka_fatal_error(rk, text.baseAddress, text.count)
      let said = text.baseAddress.map { redaction.apply(to: String(cString: $0)) }
      return KafkaError(code: code.rawValue, text: said ?? fallback, isFatal: true)
    }
  }

  private func log(of event: OpaquePointer) -> ClientEvent? {
    var facility: UnsafePointer<CChar>?
    var text: UnsafePointer<CChar>?
    var level: Int32 = 0
    guard rd_kafka_event_log(event, &facility, &text, &level) == 0, let facility, let text else { return nil }
    return .log(level: level, facility: String(cString: facility), text: redaction.apply(to: String(cString: text)))
  }

  private func statistics(of event: OpaquePointer) -> ClientStatistics? {
    guard let text = rd_kafka_event_stats(event) else { return nil }
    var count = 0
    while text[count] != 0 { count += 1 }
    return ClientStatistics(json: UnsafeRawBufferPointer(start: text, count: count))
  }

  /// The client's fatal error, if it has one.
  package var fatal: KafkaError? {
    let code = rd_kafka_fatal_error(rk, nil, 0)
    return code == RD_KAFKA_RESP_ERR_NO_ERROR ? nil : fatalCause(fallback: nil)
  }
}

/// librdkafka's version, as linked.
package enum ClientLibrary {
  package static var version: String { String(cString: rd_kafka_version_str()) }
  /// `0xMMmmrrff`, as the library encodes it.
  package static var number: Int32 { rd_kafka_version() }
}
