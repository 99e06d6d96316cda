import Kafka
import Testing

/// Waits for `condition`; false if it does not hold within `seconds`.
func eventually(within seconds: UInt64 = 5, _ condition: () -> Bool) -> Bool {
  let end = MonotonicClock.now() + seconds * 1_000_000_000
  while !condition() {
    guard MonotonicClock.now() < end else { return false }
    pause(for: .microseconds(500))
  }
  return true
}

/// Milliseconds that `body` takes.
func milliseconds(_ body: () throws -> Void) rethrows -> UInt64 {
  let begun = MonotonicClock.now()
  try body()
  return (MonotonicClock.now() - begun) / 1_000_000
}

func settings(_ address: String, _ more: KeyValuePairs<String, String> = [:]) -> ClientSettings {
  var settings = ClientSettings()
  settings["bootstrap.servers"] = address
  settings["log.queue"] = "true"
  settings["socket.nagle.disable"] = "true"
  settings["linger.ms"] = "0"
  settings["fetch.wait.max.ms"] = "5"
  settings["group.id"] = "test"
  settings["enable.partition.eof"] = "true"
  settings["auto.offset.reset"] = "error"
  settings["enable.auto.commit"] = "false"
  for (name, value) in more { settings[name] = value }
  return settings
}

struct Message: Equatable, Sendable {
  struct Header: Equatable, Sendable {
    var name: String
    var value: [UInt8]?
  }

  var key: [UInt8]?
  var value: [UInt8]?
  var headers: [Header] = []
}

extension Producer {
  func send(_ message: Message, to partition: Int32 = 0, header: [UInt8] = [1], token: Int) -> SendResult {
    lend(message.key) { key in
      lend(message.value) { value in
        lend(header) { send(partition: partition, key: key, value: value, header: $0, token: token) }
      }
    }
  }

  private func lend<Result>(_ bytes: [UInt8]?, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    guard let bytes else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    // One byte more, because an empty array may have no address.
    return (bytes + [0]).withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<bytes.count])) }
  }

  /// True once nothing is outstanding; errors and log lines, which count as well, are taken.
  var isIdle: Bool {
    eventually(within: 2) {
      serve({ _ in }, delivered: { _ in })
      return outstanding == 0
    }
  }

  /// The next `count` reports in the order of their tokens, or those that came in time.
  func reports(_ count: Int) -> [DeliveryReport] {
    var reports: [DeliveryReport] = []
    _ = eventually {
      serve({ _ in }, delivered: { reports.append($0) })
      return reports.count >= count
    }
    return reports.sorted { $0.token < $1.token }
  }
}

extension Consumer {
  /// The records up to the partition's end, and the offset of that end; nil if it is not reached in time.
  func readToEnd() -> (records: [(offset: Int64, message: Message)], end: Int64?) {
    var records: [(offset: Int64, message: Message)] = []
    var end: Int64?
    _ = eventually {
      _ = poll { record in
        var headers: [Message.Header] = []
        record.forEachHeader { name, value in
          headers.append(Message.Header(name: String(decoding: name, as: UTF8.self), value: value.map(Array.init)))
        }
        records.append(
          (
            record.offset,
            Message(key: record.key.map(Array.init), value: record.value.map(Array.init), headers: headers)
          ))
      } event: { event in
        if case .end(_, _, let offset) = event { end = offset }
      }
      return end != nil
    }
    return (records, end)
  }
}
