import Diagnostics
import PostRequests
import Testing

/// A password that is planted in a request is in no description of its mistakes.
@Suite struct RequestSecretTests {
  static let secret = "hunter2-Zwiebel"

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }

    /// The members of `kafka`, in one line with everything else, and with mistakes before and behind.
    init(kafka members: String) {
      self.init(
        members,
        #"{"x": 1, "kafka": {"brokers": "", "topic": 5, \#(members)}, "#
          + #""message": {"content": "", "noOfMsgToBeGen": "10", "noOfProcesses": 0, "a": 1, "a": 2}}"#)
    }
  }

  /// `SECRET` is replaced.
  static let cases: [Case] =
    [
      #""authentication": {"serviceAcntNm": "svc", "serviceAcntPswd": "SECRET"}"#,
      #""authentication": {"serviceAcntPswd": "SECRET"}"#,
      #""authentication": {"serviceAcntPswd": "SECRET", "serviceAcntPswd": "SECRET"}"#,
      #""authentication": {"serviceAcnt\u0050swd": "SECRET", "serviceAcntPswd": 5}"#,
      #""authentication": {"serviceAcntPswd": ["SECRET", {"SECRET": "SECRET", "SECRET": 2}]}"#,
      #""authentication": {"serviceAcntPswd": {"env": "SECRET"}}"#,
      #""authentication": {"serviceAcntPswd": "SECRET", "SECRET": 1, "SECRET": 2}"#,
      #""authentication": "svc:SECRET""#, #""authentication": ["svc", "SECRET"]"#,
      #""authentication": {"serviceAcntPwsd": "SECRET"}"#, #""authentication": {"password": "SECRET"}"#,
      #""authentication": {"serviceAccountPassword": "SECRET"}"#, #""authentication": {"pwd": "SECRET"}"#,
      #""serviceAcntPswd": "SECRET", "password": "SECRET", "saslPassword": ["SECRET"]"#,
      #""truststore": {"password": "SECRET"}"#, #""truststore": {"passwort": "SECRET", "keystorePassword": "SECRET"}"#,
      #""api-token": "SECRET", "clientSecret": {"a": ["SECRET"]}"#,
      #""authentication": {"serviceAcntNm": "SECRET", "serviceAcntPswd": "SECRET"}, "SECRET": 5"#,
    ].map(Case.init(kafka:))
    + [
      // Not JSON, before, within and behind the secret.
      Case("a comma behind it", #"{"authentication": {"serviceAcntPswd": "SECRET",}}"#),
      Case("a text that is not closed", "{\"authentication\": {\"serviceAcntPswd\": \"SECRET\n}}"),
      Case("a quote in it", #"{"authentication": {"serviceAcntPswd": "a"SECRET"}}"#),
      Case("a quote in it, and a comma", #"{"authentication": {"serviceAcntPswd": "a","SECRET"}}"#),
      Case("an escape in it", #"{"authentication": {"serviceAcntPswd": "a\SECRET"}}"#),
      Case("an escape behind it", #"{"authentication": {"serviceAcntPswd": "SECRET\q"}}"#),
      Case("a backslash behind it", #"{"authentication": {"serviceAcntPswd": "SECRET\"}}"#),
      Case("a backslash before it, at a line's end", "{\"authentication\": {\"serviceAcntPswd\": \"a\\\nSECRET\"}}"),
      Case("a backslash at the end", "{\"authentication\": {\"serviceAcntPswd\": \"SECRET\\"),
      Case("without a colon", #"{"authentication": {"serviceAcntPswd" "SECRET"}}"#),
      Case("without quotes", #"{"authentication": {"serviceAcntPswd": SECRET}}"#),
      Case("a name without quotes", #"{"authentication": {serviceAcntPswd: "SECRET"}}"#),
      Case("other quotes", #"{'authentication': {'serviceAcntPswd': 'SECRET'}}"#),
      Case("a name that is not closed", #"{"authentication": {"serviceAcntPswd: "SECRET"}}"#),
      Case("a mistake before it in the line", #"{"kafka": {"brokers": "a:1" "topic": "t", "password": "SECRET"}}"#),
      Case("a name with an escape behind the mistake", #"{"kafka": x, "p\u0061ssword": "SECRET"}"#),
      Case("a mistake behind it in the line", #"{"authentication": {"serviceAcntPswd": "SECRET"}, "message": {x}}"#),
      Case("an object", #"{"authentication": {"serviceAcntPswd": {"env": "SECRET", "b": "c"}}, x}"#),
      Case("an object that is not closed", #"{"authentication": {"serviceAcntPswd": {"env": "SECRET", "b": "c", x"#),
      Case("an account as text", #"{"authentication": "svc:SECRET", x}"#),
      Case("an account as a list", #"{"authentication": ["svc", "SECRET"], x}"#),
      Case("an account as text behind the mistake", #"{x, "authentication": "svc:SECRET"}"#),
      Case("the end is missing", #"{"authentication": {"serviceAcntPswd": "SECRET""#),
      Case("elsewhere, too", #"{"authentication": {"serviceAcntPswd": "SECRET"}, "topic": "SECRET", x}"#),
      Case("in a comment", #"{ // password: SECRET"#),
      Case("an array of requests", #"[{"authentication": {"serviceAcntPswd": "SECRET"}}, 5, {"password": "SECRET"}]"#),
      Case("a text alone", #""SECRET"}"#.replacing("SECRET", with: "password SECRET")),
    ]

  @Test(arguments: cases) func isShownNowhere(_ fault: Case) {
    for secret in [Self.secret, #"hun\"ter\\2"#, "hun\\u0074er2"] {
      let file = PostRequestFile.read(fault.text.replacing("SECRET", with: secret))
      #expect(!file.all.isEmpty)
      let description = file.files.describe(file.all)
      #expect(!description.contains("hunter"), "\(description)")
      #expect(!description.contains("ter\\\\2"), "\(description)")
      #expect(!description.contains("Zwiebel"), "\(description)")
    }
  }

  /// Stars take the place of a secret, and the mistake behind it is still pointed at.
  @Test func theLineIsShownWithStars() {
    let file = PostRequestFile.read(
      #"{"kafka": {"authentication": {"serviceAcntNm": "svc", "serviceAcntPswd": "hunter2"}, "topik": "t"}}"#)
    #expect(
      file.all.map(file.files.describe).last == #"""
        request.json:1:86: error: unknown attribute "kafka.topik" [request.unknown-attribute]
          |
        1 | {"kafka": {"authentication": {"serviceAcntNm": "svc", "serviceAcntPswd": "*******"}, "topik": "t"}}
          |                                                                                      ^~~~~~~ did you mean "topic"?
        """#)
  }

  /// A short password is hidden where it is written; stars in other words would show it.
  @Test func aShortPasswordIsNotSoughtElsewhere() {
    let file = PostRequestFile.read(
      #"{"kafka": {"authentication": {"serviceAcntNm": "a", "serviceAcntPswd": "a"}, "topik": "t"}}"#)
    #expect(
      file.all.map(file.files.describe).last == #"""
        request.json:1:78: error: unknown attribute "kafka.topik" [request.unknown-attribute]
          |
        1 | {"kafka": {"authentication": {"serviceAcntNm": "a", "serviceAcntPswd": "*"}, "topik": "t"}}
          |                                                                              ^~~~~~~ did you mean "topic"?
        """#)
  }
}
