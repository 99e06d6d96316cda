import Dispatch
import Glibc
import Testing

@testable import TLS

@Suite("handshakes with listeners on this machine", .serialized)
struct HandshakeTests {
  private static let terms = Handshake.Terms(trusted: nil, verifies: false)
  private static let answer: [UInt8] = [0, 0, 0, 10] + Array("REHE".utf8) + [0, 34, 0, 0, 0, 0]

  struct Case: CustomTestStringConvertible {
    var name: String
    var keeps = false
    var plain: Handshake.Outcome
    var encrypted: Handshake.Outcome
    var treat: @Sendable (Int32) -> Void
    var testDescription: String { name }
  }

  private static func first(_ seconds: Double) -> Duration { .seconds(seconds) * 0.6 }
  private static let closes = Handshake.Outcome.failed("it closed the connection without a word")
  private static let silent = Handshake.Outcome.silent(.listener, first(1))

  static let cases: [Case] = [
    .init(
      name: "Kafka in plain text, which closes what is not", plain: .answered(mechanisms: nil, certificate: nil),
      encrypted: .notTLS
    ) {
      if Listener.receive(from: $0).first == 0 { Listener.send(answer, to: $0) }
    },
    .init(
      name: "Kafka in plain text, which waits for the rest of what is not", keeps: true,
      plain: .answered(mechanisms: nil, certificate: nil), encrypted: .notTLS
    ) {
      if Listener.receive(from: $0).first == 0 { Listener.send(answer, to: $0) }
    },
    .init(name: "closes at once", plain: closes, encrypted: closes) { _ in },
    .init(name: "closes after the first bytes", plain: closes, encrypted: closes) { _ = Listener.receive(from: $0) },
    .init(name: "resets after the first bytes", plain: closes, encrypted: closes) {
      _ = Listener.receive(from: $0)
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt($0, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
    },
    .init(name: "is silent", keeps: true, plain: silent, encrypted: silent) { _ in },
    .init(name: "an alert of TLS", plain: .expectsTLS, encrypted: .failed("alert internal error")) {
      _ = Listener.receive(from: $0)
      Listener.send([0x15, 3, 3, 0, 2, 2, 80], to: $0)
    },
    .init(name: "HTTP", plain: .notKafka, encrypted: .notTLS) {
      _ = Listener.receive(from: $0)
      Listener.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), to: $0)
    },
    .init(name: "an answer of 2 GB", keeps: true, plain: .notKafka, encrypted: .notTLS) {
      _ = Listener.receive(from: $0)
      Listener.send([0x7f, 255, 255, 255], to: $0)
    },
    .init(name: "an answer of no bytes", keeps: true, plain: .notKafka, encrypted: .notTLS) {
      _ = Listener.receive(from: $0)
      Listener.send([0, 0, 0, 0], to: $0)
    },
    .init(name: "half an answer", keeps: true, plain: .notKafka, encrypted: .notTLS) {
      _ = Listener.receive(from: $0)
      Listener.send(Array(answer.prefix(9)), to: $0)
    },
    .init(name: "a byte at a time", plain: .notKafka, encrypted: .notTLS) { connection in
      _ = Listener.receive(from: connection)
      while Listener.send([0], to: connection) { usleep(20_000) }
    },
    .init(name: "zeros without an end", plain: .notKafka, encrypted: .notTLS) { connection in
      let zeros = [UInt8](repeating: 0, count: 65_536)
      while Listener.send(zeros, to: connection) {}
    },
    .init(name: "empty records of TLS without an end", plain: .expectsTLS, encrypted: .failed("unexpected message")) {
      connection in
      while Listener.send([0x17, 3, 3, 0, 0], to: connection) {}
    },
  ]

  @Test("end in time, with the reason", arguments: cases)
  func ends(_ given: Case) throws {
    let listener = try Listener(keeps: given.keeps, given.treat)
    for (terms, outcome) in [(nil, given.plain), (Self.terms, given.encrypted)] {
      let clock = ContinuousClock()
      let start = clock.now
      #expect(Handshake.probe(host: "127.0.0.1", port: listener.port, tls: terms, within: .seconds(1)) == outcome)
      // Three times the limit, for machines that are busy.
      #expect(start.duration(to: clock.now) < .seconds(3))
    }
  }

  @Test("know a closed port, and a host that is not there")
  func unreachable() throws {
    let port = try { try Listener { _ in }.port }()
    #expect(
      Handshake.probe(host: "127.0.0.1", port: port, tls: nil, within: .seconds(1)) == .refused("Connection refused"))
    #expect(
      Handshake.probe(host: "localhost", port: port, tls: nil, within: .seconds(1)) == .refused("Connection refused"))
    let unknown = Handshake.probe(host: "a.invalid", port: port, tls: nil, within: .seconds(5))
    switch unknown {
    case .unresolved, .silent(.resolver, _): break
    default: Issue.record("\(unknown)")
    }
    switch Handshake.probe(host: "[::1]", port: port, tls: nil, within: .seconds(1)) {
    // Where the machine has IPv6, the port is closed there, too.
    case .refused: break
    case let other: Issue.record("\(other)")
    }
    let long = String(repeating: "a", count: 300)
    #expect(
      Handshake.probe(host: long, port: port, tls: nil, within: .seconds(1)) == .unresolved("the name is too long"))
  }

  @Test("reach IPv6, with brackets and without")
  func ipv6() throws {
    // A machine without IPv6 has nothing to test here.
    guard let listener = try? Listener(isIPv6: true, { Listener.send(Self.answer, to: $0) }) else { return }
    for host in ["::1", "[::1]"] {
      let outcome = Handshake.probe(host: host, port: listener.port, tls: nil, within: .seconds(2))
      #expect(outcome == .answered(mechanisms: nil, certificate: nil))
    }
  }

  @Test("need authorities that can be read")
  func material() {
    let terms = Handshake.Terms(trusted: "not PEM")
    let outcome = Handshake.probe(host: "127.0.0.1", port: 1, tls: terms, within: .seconds(1))
    guard case .failed = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test("leave no file open, and no process that is gone, after two hundred")
  func leaks() throws {
    let listener = try Listener { Listener.send(Self.answer, to: $0) }
    func probe() {
      _ = Handshake.probe(host: "127.0.0.1", port: listener.port, tls: Self.terms, within: .seconds(2))
      _ = Handshake.probe(host: "127.0.0.1", port: listener.port, tls: nil, within: .seconds(2))
    }
    probe()
    let before = Self.openSockets()
    for _ in 0..<100 { probe() }
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(5))
    // The listener closes its side on threads of its own.
    while Self.openSockets() > before, clock.now < end { usleep(10_000) }
    #expect(Self.openSockets() <= before)
  }

  private static func openSockets() -> Int {
    (0..<1024).count { descriptor in
      var status = stat()
      return fstat(Int32(descriptor), &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }
  }
}
