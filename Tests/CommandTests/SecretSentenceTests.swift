import Commands
import Diagnostics
import Language
import Load
import Scenarios
import Testing

@testable import Rehearsal

/// A secret that cannot be had is reported at its line, with the text to type.
@Suite struct SecretSentenceTests {
  static let text = """
    version: 1
    name: orders
    cluster:
      brokers: "kafka:9092"
      auth: loader
      tls: {truststore: trust.p12, truststore_password: {file: /trust/pw}}
    identities:
      loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}
      token: {mechanism: OAUTHBEARER, token: {command: [vault, token], within: 3s}}
      machine: {keystore: client.p12, keystore_password: {file: store.pw}}
    topics: {t: {}}
    templates: {m: {value: a}}
    stages:
      - {name: a, count: 1, auth: token}
      - {name: b, count: 1, auth: machine}
    """

  private static func scenario() throws -> (Scenario, SourceFiles) {
    let reading = ScenarioFile.reading(Array(text.utf8), path: "orders.yaml")
    return (try #require(reading.scenario, "\(reading.diagnostics)"), reading.files)
  }

  private static func secret(_ key: String) throws -> Secret {
    try #require(try scenario().0.secrets.map(\.secret).first { $0.key == key })
  }

  static let sentences: [(key: String, SecretError.Reason, String)] = [
    (
      "password", .unset(variable: "LOADER_PASSWORD"),
      """
      orders.yaml:8:58: error: password of identity "loader": LOADER_PASSWORD is not set [scenario.secret]
        |
      8 |   loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}
        |                                                          ^~~~~~~~~~~~~~~~~~~~~~ set it, or name it in the file of --env-file
      """
    ),
    (
      "password", .unfit(.lineBreak),
      """
      orders.yaml:8:58: error: password of identity "loader": the value of LOADER_PASSWORD has more than one line [scenario.secret]
        |
      8 |   loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}
        |                                                          ^~~~~~~~~~~~~~~~~~~~~~ leave one: a line break at its end is not part of it
      """
    ),
    (
      "token", .failed(.notFound("vault"), errors: ""),
      """
      orders.yaml:9:42: error: token of identity "token": there is no command "vault" [scenario.secret]
        |
      9 |   token: {mechanism: OAUTHBEARER, token: {command: [vault, token], within: 3s}}
        |                                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ install it, or write its path
      """
    ),
    (
      "token", .failed(.timedOut(after: .seconds(3)), errors: "waiting"),
      """
      orders.yaml:9:42: error: token of identity "token": the command did not end within 3s: waiting [scenario.secret]
        |
      9 |   token: {mechanism: OAUTHBEARER, token: {command: [vault, token], within: 3s}}
        |                                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write a longer within, or check what it waits for: its standard input is empty
      """
    ),
    (
      "keystore_password", .unreadable(path: "store.pw", reason: "No such file or directory"),
      """
      orders.yaml:10:54: error: keystore_password of identity "machine": "store.pw" cannot be read: No such file or directory [scenario.secret]
         |
      10 |   machine: {keystore: client.p12, keystore_password: {file: store.pw}}
         |                                                      ^~~~~~~~~~~~~~~~ a path is relative to the file in which it is written
      """
    ),
    (
      "truststore_password", .writable(path: "/trust/pw", mode: 0o666),
      """
      orders.yaml:6:53: error: truststore_password of the cluster's tls: other users can change "/trust/pw" (mode 0666) [scenario.secret-file]
        |
      6 |   tls: {truststore: trust.p12, truststore_password: {file: /trust/pw}}
        |                                                     ^~~~~~~~~~~~~~~~~ chmod 600 /trust/pw
      """
    ),
  ]

  @Test("at its line", arguments: sentences)
  func sentence(_ key: String, _ reason: SecretError.Reason, _ expected: String) throws {
    let (scenario, files) = try Self.scenario()
    let diagnostic = SecretSentences(scenario).diagnostic(SecretError(try Self.secret(key), reason))
    #expect(files.describe(diagnostic) == expected)
  }

  static let messages: [(key: String, SecretError.Reason, String)] = [
    (
      "token", .failed(.exited(code: 2), errors: "permission denied"),
      "the command failed with exit code 2: permission denied"
    ),
    ("token", .failed(.exited(code: 127), errors: ""), "the command failed with exit code 127, without a word"),
    ("token", .failed(.killed(signal: 9), errors: ""), "the command was killed by signal 9"),
    ("token", .failed(.notExecutable("./t"), errors: ""), "\"./t\" cannot be executed"),
    ("token", .failed(.tooMuch(limit: 65538), errors: ""), "the command printed more than 64 KiB"),
    ("token", .failed(.systemError(errno: 12), errors: ""), "the command cannot be started: Cannot allocate memory"),
    ("token", .failed(.stopped, errors: ""), "the command was ended with the run"),
    ("token", .failed(.timedOut(after: .milliseconds(1500)), errors: ""), "the command did not end within 1500ms"),
    ("token", .unfit(.empty), "the command printed nothing"),
    ("token", .unfit(.notUTF8), "what the command prints is not UTF-8"),
    ("keystore_password", .unfit(.empty), "\"store.pw\" is empty"),
    ("keystore_password", .unfit(.byteOrderMark), "\"store.pw\" begins with a byte order mark"),
    ("keystore_password", .unfit(.tooLong(limit: 65536)), "\"store.pw\" is longer than 64 KiB"),
    ("keystore_password", .unfit(.zero), "\"store.pw\" has a zero in it"),
    ("password", .unfit(.zero), "the value of LOADER_PASSWORD has a zero in it"),
  ]

  @Test("in words", arguments: messages)
  func words(_ key: String, _ reason: SecretError.Reason, _ expected: String) throws {
    let diagnostic = SecretSentences(try Self.scenario().0).diagnostic(SecretError(try Self.secret(key), reason))
    #expect(diagnostic.message.hasSuffix("\": \(expected)"), "\(diagnostic.message)")
    #expect(diagnostic.severity == .error)
  }

  @Test("of tokens, and of files that every user can read") func others() throws {
    let sentences = SecretSentences(try Self.scenario().0)
    let token = try Self.secret("token")
    for (error, expected) in [
      (TokenError.malformed(token), "token of identity \"token\": what the command prints is no token"),
      (
        .expired(token, milliseconds: 35_400), "token of identity \"token\": the token expired 35 s before it was given"
      ),
      (
        .expired(token, milliseconds: 7_200_000),
        "token of identity \"token\": the token expired 2 hours before it was given"
      ),
      (.unchanged(token), "token of identity \"token\": the token has expired, and its source still gives it"),
      (.source(SecretError(token, .unfit(.empty))), "token of identity \"token\": the command printed nothing"),
    ] { #expect(sentences.diagnostic(error).message == expected) }
    let file = try Self.secret("keystore_password")
    let warning = sentences.warning(ReadableSecret(secret: file, path: "store.pw", mode: 0o644))
    #expect(warning.severity == .warning && warning.code == .secretFile && warning.remedy == "chmod 600 store.pw")
    #expect(
      warning.message
        == "keystore_password of identity \"machine\": every user of this machine can read \"store.pw\" (mode 0644)")
  }
}
