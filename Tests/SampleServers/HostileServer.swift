internal import Dispatch
internal import Glibc
internal import Synchronization

/// A server on this machine that answers each request as it is made to, or does not. It counts the requests that arrived whole.
/// Ends, with its connections, when it is released.
package final class HostileServer: Sendable {
  /// One request as it arrived.
  package struct Request: Sendable {
    /// The connection's number, and the request's on that connection; both count from 0.
    package var connection: Int
    package var turn: Int
    /// The first line and the headers.
    package var head: String
    package var body: String
  }

  package enum Reply: Sendable {
    case bytes(String)
    /// The bytes, and then the end of the connection.
    case last(String)
    /// The bytes, and then this many more, in pieces.
    case flood(String, more: Int, piece: String)
    /// The end of the connection, with a reset where it `resets`.
    case close(resets: Bool)
    /// The bytes, after so many milliseconds.
    case late(String, milliseconds: UInt32)
    /// Nothing, and the connection stays open.
    case nothing
  }

  package let port: UInt16
  private let socket: Int32
  private let state = Mutex(State())

  package struct CannotListen: Error {}

  private struct State {
    package var requests: [Request] = []
    var connections = 0
    var open: Set<Int32> = []
    var isClosed = false
  }

  package init(_ reply: @escaping @Sendable (Request) -> Reply) throws {
    let own = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard own >= 0 else { throw CannotListen() }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(own, $0, size) == 0 && listen(own, 1024) == 0 && getsockname(own, $0, &size) == 0
      }
    }
    guard isListening else { throw CannotListen() }
    socket = own
    port = UInt16(bigEndian: address.sin_port)
    DispatchQueue(label: "server").async { [weak self] in
      while true {
        let connection = accept(own, nil, nil)
        guard connection >= 0 else { return }
        guard let self, let number = self.enter(connection) else {
          close(connection)
          return
        }
        let leave: @Sendable () -> Void = { [weak self] in self?.leave(connection) }
        let note: @Sendable (Request) -> Bool = { [weak self] in self?.note($0) ?? false }
        DispatchQueue(label: "connection").async {
          Self.serve(connection, number, note, reply)
          leave()
        }
      }
    }
  }

  deinit {
    state.withLock {
      $0.isClosed = true
      for connection in $0.open { shutdown(connection, Int32(SHUT_RDWR)) }
    }
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  package var url: String { "http://127.0.0.1:\(port)/take" }
  package var requests: [Request] { state.withLock { $0.requests } }
  package var connections: Int { state.withLock { $0.connections } }

  private func enter(_ connection: Int32) -> Int? {
    state.withLock {
      guard !$0.isClosed else { return nil }
      $0.open.insert(connection)
      $0.connections += 1
      return $0.connections - 1
    }
  }

  private func leave(_ connection: Int32) {
    state.withLock { _ = $0.open.remove(connection) }
    close(connection)
  }

  private func note(_ request: Request) -> Bool {
    state.withLock {
      $0.requests.append(request)
      return !$0.isClosed
    }
  }

  private static func serve(
    _ connection: Int32, _ number: Int, _ note: (Request) -> Bool, _ reply: (Request) -> Reply
  ) {
    var held: [UInt8] = []
    var turn = 0
    while let request = read(connection, &held, number, turn) {
      guard note(request) else { return }
      turn += 1
      switch reply(request) {
      case .bytes(let text): guard send(text, to: connection) else { return }
      case .late(let text, let milliseconds):
        usleep(milliseconds * 1000)
        guard send(text, to: connection) else { return }
      case .last(let text):
        _ = send(text, to: connection)
        return
      case .flood(let text, let more, let piece):
        guard send(text, to: connection) else { return }
        for _ in 0..<more / piece.utf8.count { guard send(piece, to: connection) else { return } }
      case .close(let resets):
        var linger = linger(l_onoff: resets ? 1 : 0, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        return
      case .nothing: break
      }
    }
  }

  private static func send(_ text: String, to connection: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[sent...])
        let count = Glibc.send(connection, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// The next whole request; nil where the connection ends before.
  private static func read(_ connection: Int32, _ held: inout [UInt8], _ number: Int, _ turn: Int) -> Request? {
    let end = Array("\r\n\r\n".utf8)
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let place = held.indices.first(where: { held[$0...].starts(with: end) }) {
        let head = String(decoding: held[..<place], as: UTF8.self)
        let length =
          head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
          .flatMap { Int($0.drop { $0 != ":" }.dropFirst().filter { $0 != " " }) } ?? 0
        if held.count >= place + 4 + length {
          let body = String(decoding: held[(place + 4)..<(place + 4 + length)], as: UTF8.self)
          held.removeFirst(place + 4 + length)
          return Request(connection: number, turn: turn, head: head, body: body)
        }
      }
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      held += piece.prefix(count)
    }
  }

  /// An answer with a body of two bytes.
  package static func answer(_ status: Int) -> String { "HTTP/1.1 \(status) Some\r\nContent-Length: 2\r\n\r\nok" }

  /// A port where nothing listens: it was free a moment ago.
  package static func unusedPort() throws -> UInt16 { try HostileServer { _ in .nothing }.port }
}
