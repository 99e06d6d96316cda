import Glibc
import Synchronization

/// The proxy's one thread: it waits for bytes on all connections, and passes on whole frames.
struct ProxyLoop {
  let listener: Int32
  let target: UInt16
  let control: ProxyControl
  private var links: [ProxyLink] = []

  init(listener: Int32, target: UInt16, control: ProxyControl) {
    (self.listener, self.target, self.control) = (listener, target, control)
  }

  /// Returns when the proxy is ended, with every socket closed.
  mutating func run() {
    defer {
      for link in links { link.close() }
      close(listener)
    }
    var rung = FrameBuffer()
    while !(control.state.withLock { $0.isEnded }) {
      var waiting = [control.bell, listener].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      waiting += links.flatMap(\.interests)
      poll(&waiting, nfds_t(waiting.count), -1)
      if waiting[0].revents != 0 { _ = TCP.read(control.bell, into: &rung) }
      if waiting[1].revents != 0 { accept() }
      for index in links.indices { links[index].turn(control) }
      for link in links where link.isOver { link.close() }
      links.removeAll(where: \.isOver)
      let holding = links.count(where: \.isHeld)
      control.state.withLock { $0.holding = holding }
    }
  }

  private mutating func accept() {
    let client = Glibc.accept(listener, nil, nil)
    guard client >= 0 else { return }
    _ = fcntl(client, F_SETFD, FD_CLOEXEC)
    TCP.answerAtOnce(client)
    let broker = TCP.connected(to: target)
    guard broker >= 0 else {
      close(client)
      return
    }
    links.append(ProxyLink(client: client, broker: broker))
  }
}

/// One client's connection, and the one to the broker that belongs to it.
struct ProxyLink {
  /// The end of a request: its answer is passed on, is dropped, or closes the connection.
  private enum Ending {
    case passed, dropped, closed
  }

  private struct Held {
    var request: KafkaFrame
    var releases: Int
  }

  let client: Int32
  let broker: Int32
  private(set) var isOver = false
  private var requests = FrameBuffer()
  private var answers = FrameBuffer()
  private var toBroker: [UInt8] = []
  private var toClient: [UInt8] = []
  private var awaited: [Int32: (request: KafkaFrame, ending: Ending)] = [:]
  private var held: Held?

  init(client: Int32, broker: Int32) { (self.client, self.broker) = (client, broker) }

  var isHeld: Bool { held != nil }

  /// The events of both sockets to wait for. While a request is held nothing more is taken from the client.
  var interests: [pollfd] {
    let fromClient = held == nil ? Int16(POLLIN) : 0
    return [
      pollfd(fd: client, events: fromClient | (toClient.isEmpty ? 0 : Int16(POLLOUT)), revents: 0),
      pollfd(fd: broker, events: Int16(POLLIN) | (toBroker.isEmpty ? 0 : Int16(POLLOUT)), revents: 0),
    ]
  }

  func close() {
    Glibc.close(client)
    Glibc.close(broker)
  }

  /// Passes on whatever has come on either side.
  mutating func turn(_ control: ProxyControl) {
    var ended = !TCP.read(broker, into: &answers)
    while let bytes = answers.next() { answer(bytes, control) }
    if let waiting = held {
      guard control.state.withLock({ $0.releases }) > waiting.releases else {
        isOver = ended || !TCP.write(&toClient, to: client) || TCP.isClosed(client)
        return
      }
      held = nil
      pass(waiting.request)
    }
    ended = !TCP.read(client, into: &requests) || ended
    while held == nil, !isOver, let bytes = requests.next() { request(bytes, control) }
    let sent = TCP.write(&toClient, to: client) && TCP.write(&toBroker, to: broker)
    isOver = isOver || ended || !sent
  }

  private mutating func request(_ bytes: [UInt8], _ control: ProxyControl) {
    guard let frame = KafkaFrame(request: bytes) else {
      isOver = true
      return
    }
    let (decision, releases) = control.state.withLock { state in
      state.seen[frame.api, default: 0] += 1
      return (state.script.decide(request: frame), state.releases)
    }
    switch decision {
    case .pass: pass(frame)
    case .hold: held = Held(request: frame, releases: releases)
    case .drop: break
    case .dropAnswer: pass(frame, .dropped)
    case .closeBeforeAnswer: pass(frame, .closed)
    case .close: isOver = true
    case .send(let bytes):
      pass(KafkaFrame(api: frame.api, version: frame.version, correlation: frame.correlation, bytes: bytes))
    }
  }

  private mutating func pass(_ request: KafkaFrame, _ ending: Ending = .passed) {
    toBroker += WireBytes.framed(request.bytes)
    awaited[request.correlation] = (request, ending)
  }

  private mutating func answer(_ bytes: [UInt8], _ control: ProxyControl) {
    var reader = WireReader(bytes)
    guard let correlation = try? reader.int32(), let (request, ending) = awaited.removeValue(forKey: correlation) else {
      toClient += WireBytes.framed(bytes)
      return
    }
    switch ending {
    case .passed: break
    case .dropped: return
    case .closed:
      isOver = true
      return
    }
    let frame = KafkaFrame(api: request.api, version: request.version, correlation: correlation, bytes: bytes)
    switch control.state.withLock({ $0.script.decide(answer: frame) }) {
    case .send(let changed): toClient += WireBytes.framed(changed)
    case .pass, .hold, .drop, .dropAnswer, .close, .closeBeforeAnswer: toClient += WireBytes.framed(bytes)
    }
  }
}
