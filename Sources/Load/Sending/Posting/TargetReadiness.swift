internal import Kafka
internal import Posting
package import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The question whether a target is ready, which is asked before anything is sent.
package struct TargetReadiness {
  private static let pause = Duration.milliseconds(250)

  private let target: Target
  private let settings: PostingSettings?

  /// Nil settings where nothing is to be asked.
  package init(_ target: Target, _ material: TargetMaterial) {
    self.target = target
    settings = target.ready.map { path in
      var settings = PostingSettings(target, material)
      settings.url = Self.address(path, of: target.url)
      settings.method = "GET"
      settings.connections = 1
      return settings
    }
  }

  /// The address of a path at the host of another address.
  static func address(_ path: String, of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let rest = url[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return url[..<scheme.upperBound] + host + (path.hasPrefix("/") ? path : "/" + path)
  }

  /// The reason why it is not ready, in words; nil where it is, or nothing is to be asked. Ends once `isStopped` is true.
  package func refusal(
    within limit: Nanoseconds, unless isStopped: @escaping @Sendable () -> Bool
  ) -> String? {
    guard var settings else { return nil }
    let end = MonotonicClock.now() + UInt64(max(limit.count, 0))
    var last = "it did not answer"
    while true {
      let now = MonotonicClock.now()
      guard now < end, !isStopped() else { return last }
      settings.timeout = min(settings.timeout, .nanoseconds(Int64(end - now)) + .milliseconds(1))
      let client: PostingClient
      do { client = try PostingClient(settings) } catch { return "no request can be made: \(error.words)" }
      guard let answer = client.answer(unless: isStopped) else { return last }
      switch answer.outcome {
      case .answered(let status) where status / 100 == 2: return nil
      case .answered(let status): last = "\(settings.method) \(target.ready ?? "") was answered with \(status)"
      case .notSent, .noAnswer: last = answer.text
      }
      // A certificate that is not accepted now will not be later.
      if answer.outcome == .notSent(.tls) { return last }
      Kafka.pause(for: Self.pause, unless: isStopped)
    }
  }
}

extension PostingClient {
  /// The answer to one request without a body, awaited on this thread; nil where it was stopped before.
  fileprivate func answer(unless isStopped: () -> Bool) -> PostingAnswer? {
    guard send(0, body: UnsafeRawBufferPointer(start: nil, count: 0)) == .sent else { return nil }
    while !isStopped() {
      if let answer = takeAnswer() { return answer }
      let now = MonotonicClock.now()
      let wait = min(nextTime.map { $0 > now ? $0 - now : 0 } ?? 0, 20_000_000)
      var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&readable, 1, Int32(wait / 1_000_000) + 1)
      drive()
    }
    return nil
  }
}

extension PostingError {
  /// The reason in words.
  var words: String {
    switch self {
    case .refused: "the address or a setting is refused"
    case .header(let name): "the header \(name) cannot be sent"
    case .noDescriptor: "this process has no file descriptors left"
    case .noMemory: "there is not enough memory"
    }
  }
}
