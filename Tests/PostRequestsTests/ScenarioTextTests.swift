import Diagnostics
import PostRequests
import Testing

/// Requests as the text of a scenario.
@Suite struct ScenarioTextTests {
  private static func request(content: String = "hello", _ change: (inout PostRequest) -> Void = { _ in })
    -> PostRequest
  {
    var request = PostRequest(brokers: "localhost:9092", topic: "useractivity", content: content)
    change(&request)
    return request
  }

  private static func text(
    _ request: PostRequest, name: String = "phase-1", _ change: (inout PostTerms) -> Void = { _ in }
  ) -> ScenarioText {
    var terms = PostTerms()
    change(&terms)
    return ScenarioText(request, terms, name: name, place: "r.json")
  }

  @Test func phase1() {
    let request = Self.request(
      content: "<event><user>Username6</user><id>{id}</id><action>Login</action></event>"
    ) {
      $0.names = ["id"]
      $0.partitions = 3
      $0.count = 10
      $0.partition = 1
    }
    #expect(
      Self.text(request).text == """
        version: 1
        name: phase-1
        seed: random
        cluster:
          brokers: "localhost:9092"
        topics:
          useractivity:
            create: by-broker
        templates:
          message:
            format: string
            value: |-
              <event><user>Username6</user><id>{id}</id><action>Login</action></event>
            fields:
              id: {sequence: {start: 1}}
        stages:
          - name: post
            topic: useractivity
            template: message
            count: 10
            producers: 1
            partition: 1

        """)
  }

  @Test func phase2HasNoPasswordInItsText() {
    let request = Self.request(content: "<a>{{faker.uuid4()}}</a>") {
      $0.truststore = .init(location: "client.truststore.jks", password: "store-pw")
      $0.account = .init(name: "svc", password: "account-pw")
      $0.format = .xml
    }
    let written = Self.text(request, name: "phase-2") {
      $0.mechanism = .scramSHA512
      $0.verifies = false
      $0.seed = 42
    }
    #expect(
      written.text == """
        version: 1
        name: phase-2
        seed: 42
        cluster:
          brokers: "localhost:9092"
          auth:
            mechanism: SCRAM-SHA-512
            username: "svc"
            password: {env: REHEARSE_POST_PASSWORD}
          tls:
            truststore: "client.truststore.jks"
            truststore_password: {env: REHEARSE_POST_TRUSTSTORE_PASSWORD}
        topics:
          useractivity:
            create: by-broker
        templates:
          message:
            format: xml
            value: |-
              <a>{{faker.uuid4()}}</a>
        stages:
          - name: post
            topic: useractivity
            template: message
            count: 1
            producers: 1
        verify: {mode: later}

        """)
    #expect(
      written.variables == [
        "REHEARSE_POST_PASSWORD": "account-pw", "REHEARSE_POST_TRUSTSTORE_PASSWORD": "store-pw",
      ])
  }

  struct Line: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var request: PostRequest
    var brokers: String?
    var line: String

    init(_ name: String, _ request: PostRequest, brokers: String? = nil, _ line: String) {
      (testDescription, self.request, self.brokers, self.line) = (name, request, brokers, line)
    }
  }

  @Test(arguments: [
    Line("the embedded broker, by the word alone", request { $0.brokers = "embedded" }, "  brokers: embedded"),
    Line("another word", request { $0.brokers = "Embedded" }, "  brokers: \"Embedded\""),
    Line("the brokers of the command line", request(), brokers: "embedded", "  brokers: embedded"),
    Line(
      "the embedded topic has the partitions that the request expects",
      request {
        ($0.brokers, $0.partitions, $0.partition) = ("embedded", 3, 1)
      }, "    partitions: 3"),
    Line(
      "or those that it names",
      request {
        ($0.brokers, $0.partition) = ("embedded", 4)
      }, "    partitions: 5"),
    Line("a dollar before a brace", request { $0.brokers = "${HOST}:9092" }, "  brokers: \"$${HOST}:9092\""),
    Line("two of them", request { $0.brokers = "$${HOST}:9092" }, "  brokers: \"$$${HOST}:9092\""),
    Line("a dollar alone", request { $0.brokers = "$HOST:9092" }, "  brokers: \"$HOST:9092\""),
    Line("a topic that cannot be a key", request { $0.topic = "user.activity" }, "    name: \"user.activity\""),
    Line("a topic that YAML takes for a number", request { $0.topic = "17" }, "  \"17\":"),
    Line("a topic that YAML takes for no", request { $0.topic = "no" }, "    topic: \"no\""),
    Line(
      "a name that YAML takes for no", request(content: "{no}") { $0.names = ["no"] },
      "      \"no\": {sequence: {start: 1}}"),
    Line("a dollar before a brace in the content", request(content: "${X}"), "      ${X}"),
    Line("quotes and colons in the content", request(content: "a: 'b' \"c\" # d"), "      a: 'b' \"c\" # d"),
    Line("the lines of the content", request(content: "a\n\n b"), "       b"),
    Line("a line end at its end", request(content: "a\n"), "    value: |"),
    Line("two of them", request(content: "a\n\n"), "    value: \"a\\n\\n\""),
    Line("no content", request(content: ""), "    value: \"\""),
    Line("a blank before it", request(content: " a"), "    value: \" a\""),
    Line("a line of blanks", request(content: "a\n  \nb"), "    value: \"a\\n  \\nb\""),
    Line("a carriage return", request(content: "a\r\nb"), "    value: \"a\\r\\nb\""),
    Line("a tab", request(content: "a\tb"), "    value: \"a\\tb\""),
    Line(
      "what is not seen", request(content: "a\u{0}\u{85}\u{202e}\u{feff}\u{e0001}\"\\"),
      "    value: \"a\\x00\\x85\\u202e\\ufeff\\U000e0001\\\"\\\\\""),
  ])
  func line(_ case: Line) {
    var terms = PostTerms()
    terms.brokers = `case`.brokers
    let lines = ScenarioText(`case`.request, terms, name: "r", place: "r.json").text.split(separator: "\n")
    #expect(lines.contains { $0 == `case`.line }, "\(lines.joined(separator: "\n"))")
  }

  struct Place: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var content: String
    /// The beginning of the place in the scenario's text, and the place in the request.
    var marked: String
    var origin: String

    init(_ name: String, _ content: String, at marked: String, _ origin: String) {
      (testDescription, self.content, self.marked, self.origin) = (name, content, marked, origin)
    }
  }

  @Test(arguments: [
    Place("in one line", "<a>{{x}}</a>", at: "{{x}}", "r.json#message.content:1:4"),
    Place("in the third line", "a\n\n  {{x}}", at: "{{x}}", "r.json#message.content:3:3"),
    Place("behind escapes", "\"\\\u{0}\t{{x}}", at: "{{x}}", "r.json#message.content:1:5"),
    Place("behind a line end in quotes", "\t\n\u{1}{{x}}", at: "{{x}}", "r.json#message.content:2:2"),
    Place("in the brokers, behind a dollar", "a", at: "9092", "r.json#kafka.brokers:1:6"),
    Place("the number of messages", "a", at: "count: 1", "7:20"),
    Place("an attribute that is not written", "a", at: "producers: 1", "5:3"),
    Place("the head", "a", at: "version", "2:3"),
  ])
  func origin(_ case: Place) throws {
    let request = Self.request(content: `case`.content) {
      $0.brokers = "${h}:9092"
      func range(_ line: Int, _ column: Int) -> SourceRange {
        SourceRange(start: .init(line: line, column: column), end: .init(line: line, column: column + 1))
      }
      $0.ranges = [.kafka: range(2, 3), .message: range(5, 3), .count: range(7, 20)]
    }
    let written = Self.text(request)
    let source = SourceText(Array(written.text.utf8), path: "")
    let found = source.lines.enumerated().lazy.compactMap { line, text in
      text.firstRange(of: `case`.marked).map { range in
        SourcePosition(
          line: line + 1, column: text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound) + 1)
      }
    }.first
    let place = written.origin(of: try #require(found))
    #expect("\(place.file.map { "\($0):" } ?? "")\(place.line):\(place.column)" == `case`.origin)
  }
}

extension String {
  fileprivate func firstRange(of other: String) -> Range<String.Index>? { ranges(of: other).first }
}
