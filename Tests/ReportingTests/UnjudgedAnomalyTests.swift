import Scenarios
import Testing
import Verification

@testable import Reporting

/// Duplicates of a run that is not idempotent fail nothing, and are shown with examples.
@Suite struct UnjudgedAnomalyTests {
  private static var run: RunResult {
    var stage = SampleRun.steady
    stage.idempotent = false
    stage.checks = [SampleRun.check(.lost, .held, 0)]
    stage.read?[.duplicated] = 6000
    stage.witnesses = (0..<5).map { SampleRun.witness(.duplicated, 5 + $0, at: 1394 + Int64($0), related: 1201) }
    return SampleRun.run(stages: [stage], verdict: .passed, exits: [.passed])
  }

  @Test func onTheConsole() {
    #expect(
      ConsoleSummary.text(Self.run, files: []).contains(
        #"""


        note: steady: 6,000 records repeat a message: the producers are not idempotent, so this is no failure
              #5 acknowledged at orders[2]@1201, and read again at orders[2]@1394
              #6 acknowledged at orders[2]@1201, and read again at orders[2]@1395
              #7 acknowledged at orders[2]@1201, and read again at orders[2]@1396

        result: PASSED
        """#))
  }

  @Test func inJUnit() {
    #expect(
      JUnitReport.text(Self.run).contains(
        #"""
            <testcase classname="orders.steady" name="stage" time="60.012">
              <system-out>note: 6,000 records repeat a message: the producers are not idempotent, so this is no failure
          #5 acknowledged at orders[2]@1201, and read again at orders[2]@1394
          #6 acknowledged at orders[2]@1201, and read again at orders[2]@1395
          #7 acknowledged at orders[2]@1201, and read again at orders[2]@1396
          #8 acknowledged at orders[2]@1201, and read again at orders[2]@1397
          #9 acknowledged at orders[2]@1201, and read again at orders[2]@1398
        </system-out>
            </testcase>
        """#))
  }

  @Test func whatIsJudgedIsNoNote() {
    var run = Self.run
    run.stages[0].checks.append(SampleRun.check(.duplicated, .broken, 6000))
    #expect(run.unjudged(in: run.stages[0]).isEmpty)
    // An expectation of the whole run is about it as well.
    run = Self.run
    run.whole.checks = [SampleRun.check(.duplicated, .held, 6000)]
    #expect(run.unjudged(in: run.stages[0]).isEmpty)
  }

  @Test(
    arguments: [
      (nil, Int64(1394), "#5 read at orders[2]@1394, and another record of it before"),
      (1394, 1394, "#5 acknowledged and read at orders[2]@1394, and another record of it before"),
      (1201, 1394, "#5 acknowledged at orders[2]@1201, and read again at orders[2]@1394"),
    ] as [(Int64?, Int64, String)])
  func aDuplicateNamesBothRecords(_ first: Int64?, _ offset: Int64, _ sentence: String) {
    #expect(SampleRun.witness(.duplicated, 5, at: offset, related: first).sentence == sentence)
  }

  /// The reason of a rejection whose text does not say what to compare.
  @Test func aRefusedTimestampIsAboutClocks() {
    var run = SampleRun.failed
    run.stages[1].rejections[0].code = "INVALID_TIMESTAMP"
    run.stages[1].rejections[0].text = "Broker: Invalid timestamp"
    let hint =
      "each message has the time of this machine's clock at its send: compare date -u here and on the brokers, and the "
      + "topic's message.timestamp.before.max.ms and message.timestamp.after.max.ms"
    let junit = JUnitReport.text(run).replacing("&apos;", with: "'")
    #expect(junit.contains("  1 INVALID_TIMESTAMP: Broker: Invalid timestamp\n  \(hint)\n"))
    let console = ConsoleSummary.text(run, files: []).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(console.contains("1 INVALID_TIMESTAMP: Broker: Invalid timestamp \(hint) at "))
  }

  /// The topic's limit is on a line of its own, which is not cut.
  @Test(
    arguments: [
      (.cluster(maxMessageBytes: nil), nil),
      (.cluster(maxMessageBytes: 1500), "the topic takes batches of at most 1,500 bytes (max.message.bytes)"),
      (
        .cluster(maxMessageBytes: 1500, batchSize: 100_000),
        "the topic takes batches of at most 1,500 bytes (max.message.bytes); the scenario's batch.size is 100,000, so small "
          + "messages are rejected in batches: leave it out, or set it below that"
      ),
      (
        .cluster(maxMessageBytes: 120, atStart: 1_048_588),
        "the topic takes batches of at most 120 bytes (max.message.bytes, which was 1,048,588 at the start)"
      ),
    ] as [(Rejection.Origin, String?)])
  func aBatchThatIsTooLargeIsExplained(_ origin: Rejection.Origin, _ hint: String?) {
    var run = SampleRun.failed
    run.stages[1].rejections[0].origin = origin
    let junit = JUnitReport.text(run).replacing("&apos;", with: "'")
    #expect(junit.contains("  1 MSG_SIZE_TOO_LARGE: Broker: Message size too large\n  \(hint ?? "at ")"))
    let console = ConsoleSummary.text(run, files: []).split { $0.isWhitespace }.joined(separator: " ")
    #expect(console.contains("1 MSG_SIZE_TOO_LARGE: Broker: Message size too large \(hint.map { "\($0) " } ?? "")at "))
  }

  @Test func aHintIsGivenOnce() {
    let rejection = Rejection(
      code: "MSG_SIZE_TOO_LARGE", text: "", count: 1, isInfrastructure: false, origin: .cluster(maxMessageBytes: 9))
    #expect(Rejection.hints(of: [rejection, rejection]).count == 1)
  }
}
