import Dispatch
import Glibc
import Synchronization
import Testing

/// A proxy between clients and one broker, at the address that the broker advertises for it. It knows where requests and
/// answers begin and end, and does with them what its rules say; without rules it changes nothing.
final class KafkaProxy: Sendable {
  let address: String
  private let control: ProxyControl
  private let over = DispatchGroup()

  /// Listens as soon as it exists; `rules` are in force from the first connection on.
  init(_ broker: KafkaBroker, rules: [ProxyRule] = []) throws {
    address = "127.0.0.1:\(broker.proxyPort)"
    var listener: Int32 = -1
    // A connection of another program may have this port for a moment.
    let listens = eventually {
      listener = TCP.listening(on: broker.proxyPort)
      return listener >= 0
    }
    try #require(listens, "port \(broker.proxyPort) is in use")
    control = try ProxyControl(rules)
    let (control, target, descriptor) = (control, broker.ports[.proxied] ?? 0, listener)
    DispatchQueue(label: "proxy").async(group: over) { @Sendable in
      var loop = ProxyLoop(listener: descriptor, target: target, control: control)
      loop.run()
    }
  }

  deinit { end() }

  /// Closes every connection and the port. When it returns, its thread has ended.
  func end() {
    control.end()
    over.wait()
  }

  /// Other rules, whose counts begin anew. Requests that are held stay held.
  func follow(_ rules: [ProxyRule]) { control.follow(rules) }

  /// The number of times that each rule was applied, in their order.
  var applied: [Int] { control.state.withLock { $0.script.applied } }

  /// The number of requests of this kind so far.
  func seen(_ api: KafkaAPI) -> Int { control.state.withLock { $0.seen[api, default: 0] } }

  /// The number of connections that wait behind a request that is held.
  var holding: Int { control.state.withLock { $0.holding } }

  /// Lets go what is held, and holds nothing more.
  func release() { control.release() }
}

/// The state that a test and the proxy's thread share.
final class ProxyControl: Sendable {
  struct State {
    var script: ProxyScript
    var seen: [KafkaAPI: Int] = [:]
    var holding = 0
    /// Requests that were held before the last release are let go.
    var releases = 0
    var isEnded = false
  }

  let state: Mutex<State>
  /// Readable as soon as the test wants something of the thread.
  let bell: Int32
  private let rope: Int32

  init(_ rules: [ProxyRule]) throws {
    state = Mutex(State(script: ProxyScript(rules)))
    var ends: [Int32] = [-1, -1]
    try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
    (bell, rope) = (ends[0], ends[1])
  }

  deinit {
    close(bell)
    close(rope)
  }

  func follow(_ rules: [ProxyRule]) { state.withLock { $0.script = ProxyScript(rules) } }

  func release() {
    state.withLock { state in
      state.script.stopHolding()
      state.releases += 1
    }
    ring()
  }

  func end() {
    state.withLock { $0.isEnded = true }
    ring()
  }

  private func ring() {
    var one: [UInt8] = [1]
    _ = TCP.write(&one, to: rope)
  }
}
