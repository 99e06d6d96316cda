import Glibc
import Testing

/// A listening socket of this process: the kernel accepts connections, and they are never answered.
final class SilentServer {
  private let descriptor: Int32
  let address: String

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.descriptor = descriptor
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 64) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    address = "127.0.0.1:\(UInt16(bigEndian: name.sin_port))"
    try #require(isListening)
  }

  deinit { close(descriptor) }

  /// An address where nothing listens: a port that was free a moment ago.
  static func unusedAddress() throws -> String { try SilentServer().address }
}
