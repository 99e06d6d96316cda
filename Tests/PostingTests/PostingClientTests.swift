import Glibc
import SampleServers
import Testing

@testable import Posting

@Suite("posting to hostile servers", .serialized, .timeLimit(.minutes(2)))
struct PostingClientTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var expected: PostingAnswer.Outcome
    var limit = 10
    var reply: @Sendable (HostileServer.Request) -> HostileServer.Reply
    var testDescription: String { name }
  }

  private static let oversized = "X-Long: " + String(repeating: "x", count: 16_000) + "\r\n"

  static let cases: [Case] = [
    .init(name: "200", expected: .answered(status: 200)) { _ in .bytes(HostileServer.answer(200)) },
    .init(name: "202 without a body", expected: .answered(status: 202)) { _ in
      .bytes("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")
    },
    .init(name: "204", expected: .answered(status: 204)) { _ in .bytes("HTTP/1.1 204 No Content\r\n\r\n") },
    .init(name: "401", expected: .answered(status: 401)) { _ in .bytes(HostileServer.answer(401)) },
    .init(name: "500", expected: .answered(status: 500)) { _ in .bytes(HostileServer.answer(500)) },
    .init(name: "a redirect, which is not followed", expected: .answered(status: 307)) { request in
      request.head.contains("/elsewhere")
        ? .bytes(HostileServer.answer(200))
        : .bytes("HTTP/1.1 307 Go\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")
    },
    .init(name: "in pieces", expected: .answered(status: 200)) { _ in
      .bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n")
    },
    .init(name: "an interim answer first", expected: .answered(status: 200)) { _ in
      .bytes("HTTP/1.1 103 Early\r\n\r\n" + HostileServer.answer(200))
    },
    .init(name: "an interim answer alone", expected: .noAnswer(.closed)) { _ in .last("HTTP/1.1 103 Early\r\n\r\n") },
    .init(name: "the end in the middle of the body", expected: .answered(status: 200)) { _ in
      .last("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\nok")
    },
    .init(name: "a body that does not end", expected: .answered(status: 201)) { _ in
      .bytes("HTTP/1.1 201 Created\r\nContent-Length: 2000\r\n\r\nok")
    },
    .init(name: "the end in the middle of the headers", expected: .noAnswer(.closed)) { _ in
      .last("HTTP/1.1 200 OK\r\nContent-Le")
    },
    .init(name: "a body of 2 GB", expected: .answered(status: 200)) { _ in
      .flood("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n", more: 2_000_000_000, piece: oversized)
    },
    .init(name: "headers of 2 GB", expected: .noAnswer(.unreadable)) { _ in
      .flood("HTTP/1.1 200 OK\r\n", more: 2_000_000_000, piece: oversized)
    },
    .init(name: "one header of 2 GB", expected: .noAnswer(.unreadable)) { _ in
      .flood("HTTP/1.1 200 OK\r\nX-Long: ", more: 2_000_000_000, piece: String(repeating: "x", count: 10_000))
    },
    .init(name: "no HTTP", expected: .noAnswer(.unreadable)) { _ in .last("SSH-2.0-OpenSSH_9.2\r\n") },
    .init(name: "a status without digits", expected: .noAnswer(.unreadable)) { _ in .last("HTTP/1.1 abc OK\r\n\r\n")
    },
    .init(name: "the end without a word", expected: .noAnswer(.closed)) { _ in .close(resets: false) },
    .init(name: "a reset", expected: .noAnswer(.closed)) { _ in .close(resets: true) },
    .init(name: "no answer", expected: .noAnswer(.timeout)) { _ in .nothing },
  ]

  @Test("are answered, or not, in time and in little memory", arguments: cases)
  func outcome(of test: Case) throws {
    let server = try HostileServer(test.reply)
    var settings = PostingSettings(url: server.url)
    settings.timeout = .milliseconds(600)
    let client = try PostingClient(settings)
    let (begun, memory) = (PostingClient.now(), Self.residentMaximum())
    let answer = try #require(client.ask())
    #expect(answer.outcome == test.expected)
    #expect(answer.number == 7)
    #expect(PostingClient.now() - begun < 5_000_000_000)
    #expect(Self.residentMaximum() < memory + 64 << 20)
    #expect(client.count == 0 && client.canSend && client.takeAnswer() == nil)
    #expect(server.requests.map(\.body) == ["{}"])
    if case .answered = test.expected { #expect(answer.text == "") } else { #expect(answer.text != "") }
  }

  /// In bytes.
  private static func residentMaximum() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  struct Unreachable: CustomTestStringConvertible {
    var name: String
    var url: @Sendable () throws -> String
    var expected: PostingAnswer.NotSent
    var testDescription: String { name }
  }

  @Test(
    "without a connection nothing was sent",
    arguments: [
      Unreachable(
        name: "nothing listens", url: { "http://127.0.0.1:\(try HostileServer.unusedPort())/" }, expected: .connection),
      Unreachable(name: "a name without an address", url: { "http://no.such.name.invalid/" }, expected: .name),
      Unreachable(name: "no answer to the connection", url: { "http://192.0.2.1:9/" }, expected: .timeout),
    ])
  func unreachable(_ test: Unreachable) throws {
    var settings = PostingSettings(url: try test.url())
    settings.timeout = .milliseconds(1500)
    let client = try PostingClient(settings)
    let answer = try #require(client.ask())
    // Without a network the address has no route.
    let isWithoutRoute = test.expected == .timeout && answer.outcome == .notSent(.connection)
    let isWithoutNames = test.expected == .name && answer.outcome == .notSent(.timeout)
    #expect(answer.outcome == .notSent(test.expected) || isWithoutRoute || isWithoutNames)
    #expect(client.connectionsMade == 0 && client.connectionsMax == 0)
  }

  @Test("a server that speaks no TLS", arguments: [true, false]) func plain(_ answers: Bool) throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(200)) }
    var settings = PostingSettings(url: "https://127.0.0.1:\(server.port)/")
    settings.timeout = .milliseconds(700)
    let client = try PostingClient(settings)
    let answer = try #require(client.ask())
    // It waits for the end of a line that never comes.
    #expect(answer.outcome == .notSent(.timeout) || answer.outcome == .notSent(.tls))
    #expect(server.requests.isEmpty)
  }

  @Test("sends what it is given")
  func request() throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(200)) }
    var settings = PostingSettings(url: server.url + "?a=1")
    settings.headers = [
      .init("Authorization", "Bearer abc"), .init("Content-Type", "application/json"), .init("X-Empty", ""),
    ]
    let client = try PostingClient(settings)
    #expect(client.ask("one")?.outcome == .answered(status: 200))
    #expect(
      client.ask("two", headers: [("content-type", "text/plain"), ("X-Own", " v ")])?.outcome == .answered(status: 200))
    #expect(client.ask("")?.outcome == .answered(status: 200))
    let heads = server.requests.map { Array($0.head.split(separator: "\r\n").dropFirst().map(String.init)) }
    #expect(server.requests.first?.head.hasPrefix("POST /take?a=1 HTTP/1.1\r\n") == true)
    let common = ["Host: 127.0.0.1:\(server.port)", "Accept: */*", "Authorization: Bearer abc"]
    #expect(heads[0] == common + ["Content-Type: application/json", "X-Empty:", "Content-Length: 3"])
    #expect(heads[1] == common + ["X-Empty:", "content-type: text/plain", "X-Own: v", "Content-Length: 3"])
    #expect(heads[2] == common + ["Content-Type: application/json", "X-Empty:", "Content-Length: 0"])
    #expect(server.requests.map(\.body) == ["one", "two", ""])
  }

  @Test("a method of its own", arguments: ["PUT", "PATCH", "DELETE", "GET"])
  func method(_ method: String) throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(200)) }
    var settings = PostingSettings(url: server.url)
    settings.method = method
    let client = try PostingClient(settings)
    for _ in 0..<2 { #expect(client.ask("body")?.outcome == .answered(status: 200)) }
    #expect(server.requests.allSatisfy { $0.head.hasPrefix("\(method) /take HTTP/1.1\r\n") })
    #expect(server.requests.map(\.body) == (method == "GET" ? ["", ""] : ["body", "body"]))
    #expect(!server.requests[0].head.contains("Content-Type"))
  }

  @Test(
    "a header that would be more than one, or is the client's, is refused",
    arguments: [
      ("X-A", "1\r\nX-B: 2"), ("X-A", "1\n"), ("X-A", "\u{0}"), ("X A", "1"), ("X-A:", "1"), ("", "1"), ("é", "1"),
      ("Content-Length", "3"), ("transfer-encoding", "chunked"), ("Expect", "100-continue"),
    ])
  func badHeader(_ name: String, _ value: String) throws {
    let server = try HostileServer { _ in .bytes(HostileServer.answer(200)) }
    var settings = PostingSettings(url: server.url)
    let client = try PostingClient(settings)
    #expect(client.send(1, "{}", headers: [(name, value)]) == .badHeader)
    #expect(client.count == 0)
    settings.headers = [.init(name, value)]
    #expect(throws: PostingError.header(name)) { _ = try PostingClient(settings) }
    #expect(client.ask()?.outcome == .answered(status: 200))
    #expect(server.requests.count == 1)
  }

  @Test(
    "an address that is not one of HTTP is refused",
    arguments: [
      "", "ftp://127.0.0.1/", "file:///etc/hosts", "http://", "http://a:b@127.0.0.1/", "http://a b/", "gopher://x/",
    ])
  func address(_ url: String) {
    #expect(throws: PostingError.refused) { _ = try PostingClient(PostingSettings(url: url)) }
  }

  @Test("takes as many requests as there are connections")
  func busy() throws {
    let server = try HostileServer { _ in .nothing }
    var settings = PostingSettings(url: server.url)
    settings.connections = 3
    settings.timeout = .seconds(60)
    let client = try PostingClient(settings)
    #expect((0..<5).map { client.send($0, "{}") } == [.sent, .sent, .sent, .busy, .busy])
    #expect(!client.canSend)
    #expect(client.answers(1, within: 1).isEmpty)
    client.abandon()
    let answers = client.answers(3)
    #expect(Set(answers.map(\.number)) == [0, 1, 2])
    #expect(answers.allSatisfy { $0.outcome == .noAnswer(.abandoned) })
    #expect(client.canSend && client.connectionsMax == 3)
  }

  @Test("may open as many descriptors as it has connections, where the system allows it")
  func descriptors() throws {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = min(limit.rlim_max, 400)
    setrlimit(resource, &limit)
    var settings = PostingSettings(url: "http://127.0.0.1/")
    settings.connections = 900
    withExtendedLifetime(try PostingClient(settings)) {}
    getrlimit(resource, &limit)
    #expect(limit.rlim_cur >= min(limit.rlim_max, 1412))
  }

  @Test("is released with requests on their way")
  func released() throws {
    let server = try HostileServer { _ in .nothing }
    for _ in 0..<20 {
      let client = try PostingClient(PostingSettings(url: server.url))
      for number in 0..<20 { #expect(client.send(UInt64(number), "{}") == .sent) }
      client.drive()
    }
  }

  @Test("a large body")
  func large() throws {
    let server = try HostileServer { request in
      .bytes(HostileServer.answer(request.body.utf8.count == 9_000_000 ? 200 : 400))
    }
    let client = try PostingClient(PostingSettings(url: server.url))
    for _ in 0..<3 {
      #expect(client.ask(String(repeating: "x", count: 9_000_000))?.outcome == .answered(status: 200))
    }
  }
}
