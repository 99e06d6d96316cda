internal import CPosting

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A header of one request. It refers to the caller's memory, and `send` copies it.
package struct PostedHeader {
  package var name: UnsafePointer<CChar>
  package var nameCount: Int
  package var value: UnsafeRawBufferPointer

  package init(name: UnsafePointer<CChar>, nameCount: Int, value: UnsafeRawBufferPointer) {
    self.name = name
    self.nameCount = nameCount
    self.value = value
  }
}

/// Posts to one address over a number of connections, and writes each request once at most. Waits for nothing: its owner calls
/// `drive` while `descriptor` is readable and at `nextTime`, and takes the answers after each `drive` and `send`.
///
/// `@unchecked Sendable`: all of its methods belong to one serial queue, that of its owner.
package final class PostingClient: @unchecked Sendable {
  package enum SendResult: Sendable, Equatable {
    /// It is on its way; its answer comes.
    case sent
    /// All connections are busy; nothing was sent.
    case busy
    /// A header of the request cannot be sent, or is one that the client writes itself.
    case badHeader
    case noMemory
  }

  private let poster: OpaquePointer
  private let connections: Int
  /// The headers of one request as C has them, used again for the next.
  private var fields: UnsafeMutablePointer<rehearsal_poster_field>
  private var fieldCapacity = 8

  /// Connects to nothing.
  package init(_ settings: PostingSettings) throws(PostingError) {
    connections = min(max(settings.connections, 1), Self.mostConnections)
    DescriptorLimit.raise(forConnections: connections)
    let keepAlive = Int32(clamping: settings.keepAlive.components.seconds)
    guard
      let poster = rehearsal_poster_new(
        settings.url, settings.method, Int32(connections), settings.milliseconds, keepAlive,
        settings.guardsResends ? 1 : 0)
    else { throw .noMemory }
    do throws(PostingError) {
      try Self.set(settings, of: poster)
    } catch {
      rehearsal_poster_free(poster)
      throw error
    }
    self.poster = poster
    fields = .allocate(capacity: fieldCapacity)
  }

  deinit {
    rehearsal_poster_free(poster)
    fields.deallocate()
  }

  /// More than a process has descriptors for.
  package static let mostConnections = 65_536

  private static func set(_ settings: PostingSettings, of poster: OpaquePointer) throws(PostingError) {
    for header in settings.headers {
      let (name, value) = (Array(header.name.utf8CString), Array(header.value.utf8))
      let result = name.withUnsafeBufferPointer { name in
        value.withUnsafeBytes { value in
          var field = rehearsal_poster_field(
            name: name.baseAddress, name_count: name.count - 1, value: value.baseAddress, value_count: value.count)
          return rehearsal_poster_add_header(poster, &field)
        }
      }
      try check(result, header: header.name)
    }
    if !settings.authorities.isEmpty {
      try check(rehearsal_poster_set_authorities(poster, settings.authorities, settings.authorities.count))
    }
    if let own = settings.certificate {
      try check(
        rehearsal_poster_set_certificate(
          poster, own.chain, own.chain.count, own.key, own.key.count, own.password))
    }
    if !settings.verifiesServer { rehearsal_poster_set_unverified(poster) }
    try check(rehearsal_poster_open(poster))
  }

  private static func check(_ result: Int32, header: String = "") throws(PostingError) {
    switch Int(result) {
    case rehearsal_poster_done: break
    case rehearsal_poster_bad_header: throw .header(header)
    case rehearsal_poster_no_memory: throw .noMemory
    case rehearsal_poster_no_descriptor: throw .noDescriptor(errno)
    default: throw .refused
    }
  }

  /// Readable while there is something to do; for one read source.
  package var descriptor: Int32 { rehearsal_poster_descriptor(poster) }

  /// Requests on their way, and answers that were not taken.
  package var count: Int { Int(rehearsal_poster_count(poster)) }

  /// False while all connections are busy.
  package var canSend: Bool { count < connections }

  /// Begins a request. `number` is the caller's and comes back with the answer. Body and headers are copied; a header replaces
  /// that of the settings of the same name.
  package func send(
    _ number: UInt64, body: UnsafeRawBufferPointer,
    headers: UnsafeBufferPointer<PostedHeader> = UnsafeBufferPointer(start: nil, count: 0)
  ) -> SendResult {
    if headers.count > fieldCapacity {
      fields.deallocate()
      fieldCapacity = headers.count
      fields = .allocate(capacity: fieldCapacity)
    }
    for (index, header) in headers.enumerated() {
      (fields + index).initialize(
        to: rehearsal_poster_field(
          name: header.name, name_count: header.nameCount, value: header.value.baseAddress,
          value_count: header.value.count))
    }
    let result = rehearsal_poster_send(poster, number, body.baseAddress, body.count, fields, headers.count)
    return switch Int(result) {
    case rehearsal_poster_done: .sent
    case rehearsal_poster_busy: .busy
    case rehearsal_poster_bad_header: .badHeader
    default: .noMemory
    }
  }

  /// Reads and writes what can be, without waiting.
  package func drive() { rehearsal_poster_drive(poster) }

  /// The time on the monotonic clock, in nanoseconds, at which `drive` is due although nothing is readable; nil while
  /// nothing is on its way.
  package var nextTime: UInt64? {
    let next = rehearsal_poster_next(poster)
    return next == .max ? nil : next
  }

  /// The next answer; nil where there is none. Every request has exactly one.
  package func takeAnswer() -> PostingAnswer? {
    var answer = rehearsal_poster_answer()
    guard rehearsal_poster_take(poster, &answer) != 0 else { return nil }
    return PostingAnswer(
      number: answer.number, outcome: Self.outcome(answer), at: answer.at,
      text: answer.failure == Int32(rehearsal_poster_answered) ? "" : answer.text.map { String(cString: $0) } ?? "")
  }

  private static func outcome(_ answer: rehearsal_poster_answer) -> PostingAnswer.Outcome {
    let isWritten = answer.is_written != 0
    return switch Int(answer.failure) {
    case rehearsal_poster_answered: .answered(status: Int(answer.status))
    case rehearsal_poster_timeout: isWritten ? .noAnswer(.timeout) : .notSent(.timeout)
    case rehearsal_poster_abandoned: isWritten ? .noAnswer(.abandoned) : .notSent(.abandoned)
    case rehearsal_poster_resend: .noAnswer(.resend)
    case rehearsal_poster_name where !isWritten: .notSent(.name)
    case rehearsal_poster_connection where !isWritten: .notSent(.connection)
    case rehearsal_poster_tls where !isWritten: .notSent(.tls)
    case rehearsal_poster_unreadable: .noAnswer(.unreadable)
    default: isWritten ? .noAnswer(.closed) : .notSent(.other)
    }
  }

  /// Gives up every request that is on its way; each has its answer to take.
  package func abandon() { rehearsal_poster_abandon(poster) }

  /// Connections that were ready for a request, so far.
  package var connectionsMade: UInt64 { rehearsal_poster_connections_made(poster) }

  /// The most of them that were open at once.
  package var connectionsMax: UInt64 { rehearsal_poster_connections_max(poster) }

  /// The version of libcurl.
  package static var libraryVersion: String { String(cString: rehearsal_poster_library()) }
}
