/// The counters that librdkafka's statistics have of a client, since it was made; it sends them every `statistics.interval.ms`.
package struct ClientStatistics: Sendable, Equatable {
  package struct Broker: Sendable, Equatable {
    /// −1 for a bootstrap server.
    package var id: Int32
    package var disconnects: UInt64
    /// Requests that were sent again. Batches of messages are not among them: librdkafka puts their messages back into its queue
    /// and makes new requests of them, in 2.0.2 as in 2.16.
    package var requestRetries: UInt64
    /// The longest time, in milliseconds, for which the broker held the client back in the last interval.
    package var throttleMax: UInt64

    package init(id: Int32, disconnects: UInt64 = 0, requestRetries: UInt64 = 0, throttleMax: UInt64 = 0) {
      self.id = id
      self.disconnects = disconnects
      self.requestRetries = requestRetries
      self.throttleMax = throttleMax
    }
  }

  /// Messages in the client's queues, those on their way included.
  package var queuedMessages: UInt64
  /// In the order in which librdkafka names them.
  package var brokers: [Broker]

  package init(queuedMessages: UInt64, brokers: [Broker]) {
    self.queuedMessages = queuedMessages
    self.brokers = brokers
  }

  /// Connections to brokers that were lost.
  package var disconnects: UInt64 { brokers.reduce(0) { $0 &+ $1.disconnects } }
}

extension ClientStatistics {
  /// Nil for what is not librdkafka's JSON.
  package init?(json: UnsafeRawBufferPointer) {
    var text = StatisticsText(json)
    self.init(queuedMessages: 0, brokers: [])
    text.members { key, text in
      if text.matches(key, "msg_cnt") {
        queuedMessages = text.number()
      } else if text.matches(key, "brokers") {
        text.members { _, text in brokers.append(Self.broker(&text)) }
      } else {
        text.skip()
      }
    }
    guard text.isSound else { return nil }
  }

  private static func broker(_ text: inout StatisticsText) -> Broker {
    var broker = Broker(id: -1)
    text.members { key, text in
      if text.matches(key, "nodeid") {
        broker.id = Int32(truncatingIfNeeded: text.signedNumber())
      } else if text.matches(key, "disconnects") {
        broker.disconnects = text.number()
      } else if text.matches(key, "txretries") {
        broker.requestRetries = text.number()
      } else if text.matches(key, "throttle") {
        text.members { key, text in
          if text.matches(key, "max") { broker.throttleMax = text.number() } else { text.skip() }
        }
      } else {
        text.skip()
      }
    }
    return broker
  }
}
