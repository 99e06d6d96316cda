import Glibc
import SampleServers
import Testing

@testable import Posting

@Suite("each request is written once", .serialized, .timeLimit(.minutes(2)))
struct ResendTests {
  /// Closes each connection at its second request.
  private static func closing(resets: Bool) throws -> HostileServer {
    try HostileServer { $0.turn == 1 ? .close(resets: resets) : .bytes(HostileServer.answer(200)) }
  }

  private static func ten(_ server: HostileServer, guards: Bool, body: String, method: String) throws -> [PostingAnswer]
  {
    var settings = PostingSettings(url: server.url)
    settings.connections = 1
    settings.method = method
    settings.guardsResends = guards
    let client = try PostingClient(settings)
    return try (0..<10).map { _ in try #require(client.ask(body)) }
  }

  @Test(
    "where a connection that is used again dies under it",
    arguments: [false, true], ["{\"n\": 1}", "", String(repeating: "x", count: 300_000)])
  func guarded(resets: Bool, body: String) throws {
    let server = try Self.closing(resets: resets)
    let answers = try Self.ten(server, guards: true, body: body, method: "POST")
    #expect(server.requests.count == 10)
    #expect(answers.filter { $0.outcome == .answered(status: 200) }.count == 5)
    #expect(answers.filter { $0.outcome == .noAnswer(.resend) || $0.outcome == .noAnswer(.closed) }.count == 5)
  }

  @Test("whatever the method", arguments: ["PUT", "GET"])
  func methods(_ method: String) throws {
    let server = try Self.closing(resets: false)
    _ = try Self.ten(server, guards: true, body: "{}", method: method)
    #expect(server.requests.count == 10)
  }

  @Test("which libcurl alone does not do")
  func unguarded() throws {
    let server = try Self.closing(resets: false)
    _ = try Self.ten(server, guards: false, body: "{\"n\": 1}", method: "POST")
    #expect(server.requests.count > 10)
  }

  @Test("on a connection that was idle for less than the time to keep it")
  func keepAlive() throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(200)) }
    let client = try PostingClient(PostingSettings(url: server.url))
    for _ in 0..<3 { #expect(client.ask()?.outcome == .answered(status: 200)) }
    #expect(server.connections == 1)
    // Idle until then: nothing is on its way, so nothing is driven either.
    usleep(1_100_000)
    for _ in 0..<3 { #expect(client.ask()?.outcome == .answered(status: 200)) }
    #expect(server.connections == 2)
    #expect(client.connectionsMade == 2 && client.connectionsMax == 1)
  }

  @Test("on a connection that the server closed while it was idle, on another")
  func closedWhileIdle() throws {
    let server = try HostileServer { _ in .last(HostileServer.answer(200)) }
    let client = try PostingClient(PostingSettings(url: server.url))
    for _ in 0..<20 {
      #expect(client.ask()?.outcome == .answered(status: 200))
      // The end of the connection has arrived by then.
      usleep(5000)
    }
    #expect(server.requests.count == 20)
  }

  @Test("by few connections where few are needed")
  func fewConnections() throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(200)) }
    var settings = PostingSettings(url: server.url)
    settings.connections = 32
    let client = try PostingClient(settings)
    for round in 0..<50 {
      for number in 0..<4 { #expect(client.send(UInt64(round * 4 + number), "{}") == .sent) }
      #expect(client.answers(4).count == 4)
    }
    #expect(server.connections == 4)
    #expect(client.connectionsMade == 4 && client.connectionsMax == 4)
    #expect(server.requests.count == 200)
  }
}
