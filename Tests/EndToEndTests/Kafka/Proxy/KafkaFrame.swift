import Glibc

/// A request of Kafka's protocol, by its number.
struct KafkaAPI: Sendable, Hashable {
  var number: Int16

  static let produce = KafkaAPI(number: 0)
  static let fetch = KafkaAPI(number: 1)
  static let listOffsets = KafkaAPI(number: 2)
  static let metadata = KafkaAPI(number: 3)
  static let createTopics = KafkaAPI(number: 19)
  static let deleteTopics = KafkaAPI(number: 20)
  static let deleteRecords = KafkaAPI(number: 21)
  static let createACLs = KafkaAPI(number: 30)
  static let deleteACLs = KafkaAPI(number: 31)
  static let describeConfigs = KafkaAPI(number: 32)
  static let alterConfigs = KafkaAPI(number: 44)
}

/// A request or an answer as it is sent, without the size before it. An answer has the API and version of its request.
struct KafkaFrame: Sendable {
  var api: KafkaAPI
  var version: Int16
  var correlation: Int32
  var bytes: [UInt8]

  /// A request; nil where its header is cut off.
  init?(request bytes: [UInt8]) {
    var reader = WireReader(bytes)
    guard let api = try? reader.int16(), let version = try? reader.int16(), let correlation = try? reader.int32() else {
      return nil
    }
    self.init(api: KafkaAPI(number: api), version: version, correlation: correlation, bytes: bytes)
  }

  init(api: KafkaAPI, version: Int16, correlation: Int32, bytes: [UInt8]) {
    (self.api, self.version, self.correlation, self.bytes) = (api, version, correlation, bytes)
  }

  /// Where `text` begins, in its first occurrence at or after `start`.
  func first(_ text: String, from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, let initial = text.utf8.first else { return nil }
      var place = start
      while place + text.utf8.count <= bytes.count {
        guard let hit = memchr(base + place, Int32(initial), bytes.count - place) else { return nil }
        place = UnsafeRawPointer(hit) - base
        if place + text.utf8.count <= bytes.count, memcmp(hit, text, text.utf8.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }

  /// Where `text` begins, in its last occurrence before `end`.
  func last(_ text: String, before end: Int) -> Int? {
    var last: Int?
    while let next = first(text, from: last.map { $0 + 1 } ?? 0), next < end { last = next }
    return last
  }
}

/// Bytes that arrive in pieces, taken apart into frames.
struct FrameBuffer {
  private var bytes: [UInt8] = []

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// The next whole frame, without its size.
  mutating func next() -> [UInt8]? {
    var reader = WireReader(bytes)
    guard let size = try? reader.int32(), size >= 0, bytes.count - 4 >= size else { return nil }
    let frame = Array(bytes[4..<4 + Int(size)])
    bytes.removeFirst(4 + Int(size))
    return frame
  }
}
