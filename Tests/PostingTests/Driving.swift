import Glibc
import Testing

@testable import Posting

extension PostingClient {
  static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Sends one body.
  func send(_ number: UInt64, _ body: String, headers: [(String, String)] = []) -> SendResult {
    let names = headers.map { strdup($0.0) }
    let values = headers.map { strdup($0.1) }
    defer { for text in names + values { free(text) } }
    let fields = zip(zip(names, values), headers).compactMap { texts, header -> PostedHeader? in
      guard let name = texts.0, let value = texts.1 else { return nil }
      return PostedHeader(
        name: name, nameCount: strlen(name), value: UnsafeRawBufferPointer(start: value, count: header.1.utf8.count))
    }
    var body = body
    return fields.withUnsafeBufferPointer { fields in
      body.withUTF8 { send(number, body: UnsafeRawBufferPointer($0), headers: fields) }
    }
  }

  /// Drives until `count` answers were taken, or a limit has passed; the answers in their order.
  func answers(_ count: Int, within seconds: Int = 20) -> [PostingAnswer] {
    var taken: [PostingAnswer] = []
    let end = Self.now() + UInt64(seconds) * 1_000_000_000
    while true {
      while let answer = takeAnswer() { taken.append(answer) }
      let now = Self.now()
      if taken.count >= count || now >= end { return taken }
      let wait = min(nextTime ?? end, end)
      var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&poller, 1, wait > now ? Int32((wait - now) / 1_000_000) + 1 : 0)
      drive()
    }
  }

  /// The outcome of one request.
  func ask(_ body: String = "{}", headers: [(String, String)] = [], within seconds: Int = 20) -> PostingAnswer? {
    guard send(7, body, headers: headers) == .sent else { return nil }
    return answers(1, within: seconds).first
  }
}
