import Posting
import Scenarios
import Testing
import Verification

@testable import Load

@Suite struct PostedOutcomeTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var answer: PostingAnswer.Outcome
    var rules = AnswerRules()
    var expected: Int?
    var outcome: PostedOutcome
    var testDescription: String { name }
  }

  private static let login = AnswerRules(acknowledged: [.exactly(401)], rejected: [.exactly(200)])

  @Test(arguments: [
    Case(name: "200", answer: .answered(status: 200), outcome: .acknowledged),
    Case(name: "202", answer: .answered(status: 202), outcome: .acknowledged),
    Case(name: "307", answer: .answered(status: 307), outcome: .unknown),
    Case(name: "422", answer: .answered(status: 422), outcome: .rejected(status: 422)),
    Case(name: "429", answer: .answered(status: 429), outcome: .rejected(status: 429)),
    Case(name: "408", answer: .answered(status: 408), outcome: .unknown),
    Case(name: "425", answer: .answered(status: 425), outcome: .unknown),
    Case(name: "500", answer: .answered(status: 500), outcome: .unknown),
    Case(name: "504", answer: .answered(status: 504), outcome: .unknown),
    Case(name: "999", answer: .answered(status: 999), outcome: .unknown),
    Case(name: "503 that is expected", answer: .answered(status: 503), expected: 503, outcome: .rejected(status: 503)),
    Case(name: "503 where 422 is expected", answer: .answered(status: 503), expected: 422, outcome: .unknown),
    Case(name: "401 that is a promise", answer: .answered(status: 401), rules: login, outcome: .acknowledged),
    Case(
      name: "401 that is a promise, and expected", answer: .answered(status: 401), rules: login, expected: 401,
      outcome: .acknowledged),
    Case(name: "200 that is none", answer: .answered(status: 200), rules: login, outcome: .rejected(status: 200)),
    Case(name: "201, of which the rules have nothing", answer: .answered(status: 201), rules: login, outcome: .unknown),
    Case(name: "no address", answer: .notSent(.name), outcome: .unreached(.name)),
    Case(name: "no connection", answer: .notSent(.connection), outcome: .unreached(.connection)),
    Case(name: "no TLS", answer: .notSent(.tls), outcome: .unreached(.tls)),
    Case(name: "no connection in time", answer: .notSent(.timeout), outcome: .unreached(.timeout)),
    Case(name: "not sent for another reason", answer: .notSent(.other), outcome: .unreached(.other)),
    Case(name: "given up before it was sent", answer: .notSent(.abandoned), outcome: .unsent),
    Case(name: "no answer in time", answer: .noAnswer(.timeout), outcome: .unknown),
    Case(name: "closed", answer: .noAnswer(.closed), outcome: .unknown),
    Case(name: "unreadable", answer: .noAnswer(.unreadable), outcome: .unknown),
    Case(name: "would be sent again", answer: .noAnswer(.resend), outcome: .unknown),
    Case(name: "given up once it was sent", answer: .noAnswer(.abandoned), outcome: .unknown),
  ])
  func outcome(of test: Case) {
    #expect(PostedOutcome(test.answer, test.rules, refusedWith: test.expected) == test.outcome)
  }
}

@Suite struct TargetSilenceTests {
  private static func isLost(
    _ silence: TargetSilence, at seconds: Int64, isAwaiting: Bool = true, stopped: Int64 = 0
  ) -> Bool {
    silence.isLost(at: .seconds(seconds), patience: .seconds(30), isAwaiting: isAwaiting) { _, _ in .seconds(stopped) }
  }

  private static func unanswered(_ silence: inout TargetSilence, sent: Int64, ended: Int64) {
    silence.unanswered(sentAt: .seconds(sent), endedAt: .seconds(ended))
  }

  @Test func lastsFromTheFirstSendWithoutAnAnswer() {
    var silence = TargetSilence()
    #expect(!Self.isLost(silence, at: 1000))
    Self.unanswered(&silence, sent: 100, ended: 110)
    Self.unanswered(&silence, sent: 101, ended: 111)
    #expect(!Self.isLost(silence, at: 129))
    #expect(Self.isLost(silence, at: 130))
    #expect(!Self.isLost(silence, at: 130, stopped: 5))
    #expect(Self.isLost(silence, at: 135, stopped: 5))
  }

  @Test func endsWithAnyAnswer() {
    var silence = TargetSilence()
    Self.unanswered(&silence, sent: 100, ended: 101)
    silence.answered(at: .seconds(102))
    #expect(!Self.isLost(silence, at: 1000))
    Self.unanswered(&silence, sent: 120, ended: 121)
    #expect(!Self.isLost(silence, at: 149))
    #expect(Self.isLost(silence, at: 150))
  }

  @Test func oneThatTookLongAmongAnswersIsNone() {
    var silence = TargetSilence()
    silence.answered(at: .seconds(129))
    Self.unanswered(&silence, sent: 100, ended: 130)
    #expect(!Self.isLost(silence, at: 158))
    #expect(Self.isLost(silence, at: 159))
  }

  @Test func nothingOnItsWayIsNoSilence() {
    var silence = TargetSilence()
    Self.unanswered(&silence, sent: 100, ended: 101)
    #expect(!Self.isLost(silence, at: 150, isAwaiting: false))
    Self.unanswered(&silence, sent: 160, ended: 161)
    #expect(Self.isLost(silence, at: 162, isAwaiting: false))
  }
}

@Suite struct TargetMaterialTests {
  @Test(arguments: [
    ("", "", "Basic Og=="), ("a", "", "Basic YTo="), ("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
    ("ü", "ß?>", "Basic w7w6w58/Pg=="),
  ]) func basic(_ user: String, _ password: String, _ header: String) {
    #expect(TargetMaterial.basic(username: user, password: password) == header)
  }

  @Test(arguments: [
    ("/ready", "http://h:1/a/b?c", "http://h:1/ready"), ("ready", "https://h", "https://h/ready"),
    ("/r?x=/", "http://[::1]:80/", "http://[::1]:80/r?x=/"), ("/r", "http://h?x", "http://h/r"),
  ]) func readyIsAtTheSameHost(_ path: String, _ url: String, _ address: String) {
    #expect(TargetReadiness.address(path, of: url) == address)
  }
}

@Suite struct PostedMessagesTests {
  @Test func haveTheAnswerOfEach() {
    let posted = PostedMessages()
    let answers: [(UInt64, AnswerRules.Meaning)] = [
      (0, .acknowledged), (1, .rejected), (70_000, .unknown), (3, .acknowledged),
    ]
    for (number, meaning) in answers { posted.note(meaning, number) }
    for (number, meaning) in answers { #expect(posted.answer(number) == meaning) }
    for number: UInt64 in [2, 4, 69_999, 70_001, .max] { #expect(posted.answer(number) == nil) }
    #expect(posted.limit == 70_001)
    #expect([posted.acknowledgedCount, posted.rejectedCount, posted.unknownCount] == [2, 1, 1])
  }
}
