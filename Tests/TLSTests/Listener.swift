import Dispatch
import Glibc
import Synchronization
import Testing

/// A listener on this machine that treats each connection as it is made to. Ends, with its connections, when it is released.
final class Listener: Sendable {
  let port: UInt16
  private let socket: Int32
  private let connections = Mutex<[Int32]>([])
  private let isClosed = Mutex(false)

  /// `treat` gets each connection, on a thread of its own; it is closed afterwards, unless `keeps`. It is of IPv6 where that is
  /// asked for, which fails on a machine without.
  init(keeps: Bool = false, isIPv6: Bool = false, _ treat: @escaping @Sendable (Int32) -> Void) throws {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let own = Glibc.socket(isIPv6 ? AF_INET6 : AF_INET, kind, 0)
    try #require(own >= 0)
    // Family and port are in the same place of both kinds of address.
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(isIPv6 ? AF_INET6 : AF_INET)
    if isIPv6 { address.sin6_addr = in6addr_loopback } else { address.sin6_flowinfo = UInt32(0x7f00_0001).bigEndian }
    var size = socklen_t(isIPv6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(own, $0, size) == 0 && listen(own, 64) == 0 && getsockname(own, $0, &size) == 0
      }
    }
    try #require(isListening)
    socket = own
    port = UInt16(bigEndian: address.sin6_port)
    DispatchQueue(label: "listener").async { [weak self] in
      while true {
        let connection = accept(own, nil, nil)
        guard connection >= 0, let self, !self.isClosed.withLock({ $0 }) else {
          if connection >= 0 { close(connection) }
          return
        }
        DispatchQueue(label: "connection").async {
          treat(connection)
          if keeps { self.connections.withLock { $0.append(connection) } } else { close(connection) }
        }
      }
    }
  }

  deinit {
    isClosed.withLock { $0 = true }
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
    connections.withLock { for connection in $0 { close(connection) } }
  }

  /// Sends bytes; false where the other has gone.
  @discardableResult static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    Glibc.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// Reads what there is first.
  static func receive(from connection: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = recv(connection, &bytes, bytes.count, 0)
    return count > 0 ? Array(bytes.prefix(count)) : []
  }
}
