import Testing

@testable import Diagnostics

/// Secrets in texts that no parser could read.
@Suite struct SecretLinesTests {
  private static func starred(_ text: String) -> String {
    let source = SourceText(Array(text.utf8), path: "a.yaml")
    var lines = source.lines.map { Array($0.unicodeScalars) }
    for range in SecretLines.ranges(in: source) {
      for column in range.start.column - 1..<range.end.column - 1 { lines[range.start.line - 1][column] = "*" }
    }
    return lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
  }

  @Test(
    arguments: [
      ("a value", "password: hunter2", "password: *******"),
      ("to the end of the line", "{password: hunter2, a: 1}", "{password: **************"),
      ("a property", "sasl.passwrd: @hunter2", "sasl.passwrd: ********"),
      ("a name in quotes", #""sasl.password" : "hunter2"#, #""sasl.password" : ********"#),
      ("without a blank", "sasl.password:hunter2", "sasl.password:*******"),
      ("without a colon", "  sasl.password hunter2", "  sasl.password *******"),
      ("a setting", "cluster.librdkafka.\"sasl.password\"=hunter2", "cluster.librdkafka.\"sasl.password\"=*******"),
      (
        "lines that continue it", "a:\n  password: |\n    hun\n\n    ter2\nb: 1",
        "a:\n  password: *\n    ***\n\n    ****\nb: 1"
      ),
      ("a quote that is open", "password: \"hun\nter2\"\nb: 1", "password: ****\n*****\nb: 1"),
      ("the next key", "password: hunter2\nrate: 1", "password: *******\nrate: 1"),
      // No secrets.
      ("a variable", "password: ${PW}", "password: ${PW}"),
      ("a variable with a default", "password: ${PW:-hunter2}", "password: **************"),
      ("a default without a colon", "password: ${PW-hunter2}", "password: *************"),
      ("a placeholder", #"value: {"password": "{{seq}}"}"#, #"value: {"password": "{{seq}}"}"#),
      ("other names", "keys: a\ncompass: b", "keys: a\ncompass: b"),
      ("a word of a sentence", "description: the password is checked", "description: the password is checked"),
      ("nothing", "", ""),
    ] as [(String, String, String)])
  func areHidden(_ name: String, _ text: String, _ shown: String) {
    #expect(Self.starred(text) == shown)
  }

  @Test(
    arguments: [
      ("sasl.password=hunter2", true), ("a=1\nsasl.password=hunter2", true), ("sasl.password hunter2", true),
      ("sasl.password", false), ("linger.ms=5", false), ("a password", false),
    ] as [(String, Bool)])
  func areInATextWithSomethingBehindTheName(_ text: String, _ isSo: Bool) {
    #expect(SecretLines.areIn(text) == isSo)
  }

  @Test(
    arguments: [
      ("http://u:hunter2@h:9092/p", "http://***@h:9092/p"), ("https://token@h", "https://***@h"),
      ("x http://u:p/w@h y http://a:b@c", "x http://***@h y http://***@c"),
      ("http://u:p@w@h", "http://***@h"), ("\"http://u:p@h\"", "\"http://***@h\""),
      // No user in it.
      ("http://h:9092/a@b", "http://h:9092/a@b"), ("ada@example.com", "ada@example.com"), ("http://h", "http://h"),
      ("http://${U}:${P}@h", "http://${U}:${P}@h"), ("://", "://"),
    ] as [(String, String)])
  func usersOfAddresses(_ text: String, _ shown: String) {
    #expect(text.withoutUserInfo == shown)
  }
}
