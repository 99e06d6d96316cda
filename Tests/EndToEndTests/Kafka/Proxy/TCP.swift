import Glibc

/// Sockets at this machine's own address, -1 where one could not be had.
enum TCP {
  private static func socket() -> Int32 {
    Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  }

  static func listening(on port: UInt16) -> Int32 {
    let file = socket()
    var yes: Int32 = 1
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard withAddress(port, { bind(file, $0, $1) }) == 0, listen(file, 64) == 0 else {
      close(file)
      return -1
    }
    return file
  }

  static func connected(to port: UInt16) -> Int32 {
    let file = socket()
    guard withAddress(port, { connect(file, $0, $1) }) == 0 else {
      close(file)
      return -1
    }
    answerAtOnce(file)
    return file
  }

  /// Without Nagle's algorithm, which would add up to 40 ms to each answer.
  static func answerAtOnce(_ file: Int32) {
    var yes: Int32 = 1
    setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Takes what has come, without waiting; false at the end of the connection.
  static func read(_ file: Int32, into buffer: inout FrameBuffer) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(file, &piece, piece.count, Int32(MSG_DONTWAIT))
      guard count > 0 else { return count < 0 && (errno == EAGAIN || errno == EINTR) }
      buffer.append(piece[..<count])
    }
  }

  /// Sends what fits, without waiting, and takes it off `bytes`; false where the connection has ended.
  static func write(_ bytes: inout [UInt8], to file: Int32) -> Bool {
    while !bytes.isEmpty {
      let count = send(file, bytes, bytes.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
      guard count > 0 else { return errno == EAGAIN || errno == EINTR }
      bytes.removeFirst(count)
    }
    return true
  }

  /// True if the other side has closed the connection, and nothing is left to be read.
  static func isClosed(_ file: Int32) -> Bool {
    var byte: UInt8 = 0
    let count = recv(file, &byte, 1, Int32(MSG_DONTWAIT | MSG_PEEK))
    return count == 0 || count < 0 && errno != EAGAIN && errno != EINTR
  }

  private static func withAddress(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }
}
