import Testing

@testable import Posting

@Suite(
  "posting with TLS", .serialized, .timeLimit(.minutes(2)),
  .enabled(if: EncryptedServer.isPossible, "needs python3 and openssl"))
struct EncryptedTests {
  private static let refused = PostingAnswer.Outcome.notSent(.tls)

  @Test("the server's certificate is verified, unless that is not wanted")
  func certificates() throws {
    let (server, other) = (try EncryptedServer(), try EncryptedServer())
    var settings = PostingSettings(url: "https://127.0.0.1:\(server.port)/")
    let unknown = try #require(try PostingClient(settings).ask())
    #expect(unknown.outcome == Self.refused)
    #expect(unknown.text.contains("self"))

    settings.authorities = other.bytes(of: "own.pem")
    #expect(try PostingClient(settings).ask()?.outcome == Self.refused)

    settings.authorities = server.bytes(of: "own.pem")
    let client = try PostingClient(settings)
    for _ in 0..<3 { #expect(client.ask()?.outcome == .answered(status: 200)) }
    #expect(client.connectionsMade == 1 && client.connectionsMax == 1)

    settings.url = "https://localhost:\(server.port)/"
    #expect(try PostingClient(settings).ask()?.outcome == Self.refused)

    settings.authorities = Array("no certificate".utf8)
    #expect(try PostingClient(settings).ask()?.outcome == Self.refused)

    settings.authorities = []
    settings.verifiesServer = false
    #expect(try PostingClient(settings).ask()?.outcome == .answered(status: 200))
  }

  @Test("a certificate signs in", arguments: ["own.key", "locked.key"])
  func signsIn(key: String) throws {
    let server = try EncryptedServer(needsCertificate: true)
    var settings = PostingSettings(url: "https://127.0.0.1:\(server.port)/")
    settings.authorities = server.bytes(of: "own.pem")
    let stranger = try #require(try PostingClient(settings).ask())
    if case .answered = stranger.outcome { Issue.record("without a certificate it was let in") }
    settings.certificate = .init(
      chain: server.bytes(of: "own.pem"), key: server.bytes(of: key), password: key == "locked.key" ? "secret" : nil)
    #expect(try PostingClient(settings).ask()?.outcome == .answered(status: 202))
    settings.certificate?.key = Array("no key".utf8)
    #expect(try PostingClient(settings).ask()?.outcome == Self.refused)
    if key == "locked.key" {
      settings.certificate?.key = server.bytes(of: key)
      settings.certificate?.password = "wrong"
      #expect(try PostingClient(settings).ask()?.outcome == Self.refused)
    }
  }
}
