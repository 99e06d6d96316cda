import Kafka
import Scenarios
import Testing

@testable import Load

/// The next step for a stage whose client is turned away, by time.
@Suite struct StageRefusalTests {
  private static let login = KafkaError.refusedLogin("Authentication failed")

  /// The decisions at these times with so many messages waiting.
  private static func decisions(
    _ refusal: inout StageRefusal, _ steps: [(awaited: Int, at: Nanoseconds)]
  ) -> [StageRefusal.Decision] {
    steps.map { refusal.decide(awaited: $0.awaited, areRejected: false, at: $0.at) }
  }

  /// Nothing gets through for 3 s: the stage ends, unless it is expected. Without a message that waits no answer is missing.
  @Test func aRefusalThatIsNotExpectedEndsTheStage() {
    var refusal = StageRefusal(expected: nil, known: nil)
    refusal.note(Self.login, at: .seconds(10))
    let found = Self.decisions(&refusal, [(5, .seconds(12)), (0, .seconds(14)), (5, .seconds(14))])
    #expect(found == [.goOn, .goOn, .end(Self.login)])
  }

  @Test func anAcknowledgementTakesItBack() {
    var refusal = StageRefusal(expected: nil, known: nil)
    refusal.note(Self.login, at: .seconds(10))
    refusal.heard()
    #expect(Self.decisions(&refusal, [(5, .seconds(20))]) == [.goOn])
  }

  /// A broker that starts may refuse a login for a moment; a permission that is missing does not come back.
  @Test func aClientThatWasLetInGetsMoreTime() {
    var refusal = StageRefusal(expected: nil, known: nil)
    refusal.heard()
    refusal.note(Self.login, at: .zero)
    #expect(Self.decisions(&refusal, [(5, .seconds(4)), (5, .seconds(16))]) == [.goOn, .end(Self.login)])
    refusal.heard()
    refusal.note(.topicRefused, at: .seconds(20))
    #expect(Self.decisions(&refusal, [(5, .seconds(24))]) == [.end(.topicRefused)])
  }

  @Test func anErrorOfTheConnectionIsNoRefusal() {
    var refusal = StageRefusal(expected: nil, known: nil)
    refusal.note(KafkaError(code: -195), at: .seconds(10))
    #expect(Self.decisions(&refusal, [(5, .seconds(20))]) == [.goOn])
  }

  /// The messages that the client holds are taken back, but only after a while in which it could have got in.
  @Test func anExpectedRefusalTakesMessagesBack() {
    var refusal = StageRefusal(expected: .authentication, known: Self.login)
    let found = Self.decisions(
      &refusal,
      [
        (5, .zero), (5, .milliseconds(249)), (5, .milliseconds(250)), (5, .milliseconds(251)), (0, .milliseconds(600)),
        (1, .milliseconds(601)),
      ])
    #expect(found == [.goOn, .goOn, .purge, .goOn, .goOn, .purge])
  }

  @Test func aRefusalForAnotherReasonEndsTheStage() {
    var refusal = StageRefusal(expected: .authentication, known: nil)
    refusal.note(.refusedTLS, at: .zero)
    #expect(Self.decisions(&refusal, [(1, .seconds(4))]) == [.end(.refusedTLS)])
  }

  /// No broker refused anything: it is not the refusal that is expected.
  @Test func aMissingTokenIsNoRefusal() {
    let error = KafkaError.refusedLogin("Failed to acquire SASL OAUTHBEARER token: exit code 3")
    var refusal = StageRefusal(expected: .authentication, known: nil)
    refusal.note(error, at: .zero)
    #expect(Self.decisions(&refusal, [(1, .seconds(4))]) == [.end(error)])
    #expect(AccessRefusal.token("exit code 3").error.refusalReason == nil)
  }

  @Test func aFailureForGoodCanBeTheRefusal() {
    var refusal = StageRefusal(expected: .authorization, known: nil)
    let taken = [45, 31].map { refusal.noteFatal(KafkaError(code: $0, isFatal: true)) }
    #expect(taken == [false, true])
    #expect(refusal.error?.code == 31)
  }
}
