import Scenarios
import Testing
import Verification

@testable import Reporting

/// Answers to posting requests.
@Suite struct PostResponseTests {
  struct StatusCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var acknowledged: UInt64
    var exits: [ExitCode]
    var status: PostResponse.Status

    init(_ name: String, _ acknowledged: UInt64, _ exits: [ExitCode], _ status: PostResponse.Status) {
      (testDescription, self.acknowledged, self.exits, self.status) = (name, acknowledged, exits, status)
    }
  }

  @Test(arguments: [
    StatusCase("all acknowledged and found", 10, [.passed], .sent),
    StatusCase("a report could not be written", 10, [.unwritableReport], .sent),
    StatusCase("none acknowledged", 0, [.expectationFailed], .failed),
    StatusCase("none acknowledged, the cluster away", 0, [.infrastructure], .failed),
    StatusCase("some acknowledged", 9, [.expectationFailed], .partlySent),
    StatusCase("some acknowledged, one of them lost", 9, [.verificationFailed, .expectationFailed], .partlySent),
    StatusCase("all acknowledged, one lost", 10, [.verificationFailed], .partlySent),
    StatusCase(
      "all acknowledged, one lost and others not seen", 10, [.verificationFailed, .inconclusive], .partlySent),
    StatusCase("all acknowledged, not read to the end", 10, [.inconclusive], .notVerified),
    StatusCase("all acknowledged, the cluster lost while they were read", 10, [.infrastructure], .notVerified),
    StatusCase("all acknowledged, stopped while they were read", 10, [.interrupted, .inconclusive], .notVerified),
    StatusCase("stopped while they were sent", 4, [.interrupted], .partlySent),
  ])
  func status(_ case: StatusCase) {
    #expect(
      PostResponse.status(acknowledged: `case`.acknowledged, due: 10, exits: `case`.exits) == `case`.status)
  }

  private static func response(
    to result: RunResult, asked: UInt64 = 120_000, partitions: UInt64? = nil
  ) -> PostResponse {
    var result = result
    for index in result.partitions.indices {
      result.partitions[index].end = 12
      result.partitions[index].position = 12
    }
    result.whole.firstSend = .milliseconds(100)
    result.whole.lastSend = .milliseconds(1100)
    result.whole.lastAcknowledgement = .milliseconds(1644)
    result.whole.drain = .milliseconds(900)
    return PostResponse(result, asked: asked, partitions: partitions, folder: "Reports/phase-1/x")
  }

  @Test func aRunThatPassed() {
    var result = SampleRun.passed
    result.notes = []
    let sent = result.whole.send[.acknowledged]
    let response = Self.response(to: result, asked: sent, partitions: 3)
    #expect(
      PostResponseJSON.text([response], isArray: false) == """
        {
          "status": "message sent successfully",
          "execution_time": 1.544,
          "messages_sent": \(sent),
          "messages_failed": 0,
          "errorDesc": "none",
          "verdict": "passed",
          "run_id": "\(result.runID)",
          "exit": 0,
          "verified_after": 1.900,
          "broker": "kafka",
          "reports": "Reports/phase-1/x",
          "notes": ["noOfPartitions is 3, and the topic has 6 partitions"]
        }

        """)
  }

  @Test func aRunThatFailedHasItsFirstCause() {
    let response = Self.response(to: SampleRun.failed, asked: SampleRun.failed.whole.send[.due])
    #expect(response.status == .partlySent)
    #expect(response.failed == 1)
    #expect(
      response.error
        == "3 of 119,999 acknowledged messages are lost: #4711 acknowledged at orders[2]@1180, while 2@1195 was read")
    #expect(response.exit == .verificationFailed)
  }

  @Test func aRunThatReachedNothingSentNothing() {
    let response = Self.response(to: SampleRun.unreachable, asked: 10)
    #expect(response.status == .failed)
    #expect((response.sent, response.failed) == (0, 10))
    #expect(response.error == SampleRun.unreachable.problems[0].sentence)
    #expect(response.executionTime == .zero)
    #expect(response.verifiedAfter == nil)
    #expect(response.verdict == .inconclusive)
  }

  @Test func aRunThatWasNotReadBackIsNotVerified() {
    var result = SampleRun.passed
    result.whole.read = nil
    let response = Self.response(to: result, asked: result.whole.send[.acknowledged])
    #expect(response.status == .sent)
    #expect(response.verifiedAfter == nil)
  }

  @Test func whatWasNotRun() {
    let refused = PostResponse.refused(
      "unknown attribute \"noOfMsg\"\n  at \u{1b}[31m", asked: 7, exit: .invalidInput)
    #expect(
      PostResponseJSON.text([.validated(for: .embedded, notes: ["a note"]), refused], isArray: true) == """
        [
          {
            "status": "validated",
            "execution_time": 0.000,
            "messages_sent": 0,
            "messages_failed": 0,
            "errorDesc": "none",
            "verdict": null,
            "run_id": null,
            "exit": 0,
            "verified_after": null,
            "broker": "embedded",
            "reports": null,
            "notes": ["a note"]
          },
          {
            "status": "message sending failed",
            "execution_time": 0.000,
            "messages_sent": 0,
            "messages_failed": 7,
            "errorDesc": "unknown attribute \\"noOfMsg\\" at \\\\u{1B}[31m",
            "verdict": null,
            "run_id": null,
            "exit": 65,
            "verified_after": null,
            "broker": null,
            "reports": null,
            "notes": []
          }
        ]

        """)
    #expect(PostResponseJSON.text([], isArray: true) == "[]\n")
  }
}
