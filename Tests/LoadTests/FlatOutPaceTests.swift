import Scenarios
import Testing
import Verification

@testable import Load

/// The limit of a stage at `max`: this machine only where the client always took the next message. Times in milliseconds.
@Suite struct FlatOutPaceTests {
  @Test(
    arguments: [
      ("offering all the time", 4000, 4010, 0, 0, .generator), ("for 90 % of it", 3600, 4000, 0, 0, .generator),
      ("for less: the cluster was awaited", 3599, 4000, 0, 0, nil),
      ("the client's queue was full", 4000, 4010, 1, 0, nil),
      ("a quota", 4000, 4010, 0, 1, nil), ("one message", 0, 20, 0, 0, nil),
      ("nothing was answered", 4000, 0, 0, 0, .generator),
    ] as [(String, Int64, Int64, Int64, Int64, StageResult.LimitedBy?)]
  ) func isJudged(
    _ name: String, _ lastSend: Int64, _ lastAnswer: Int64, _ held: Int64, _ throttled: Int64,
    _ limit: StageResult.LimitedBy?
  ) {
    let start = Nanoseconds.seconds(7)
    let pace = FlatOutPace(
      firstSend: start, lastSend: start + .milliseconds(lastSend), lastAnswer: start + .milliseconds(lastAnswer),
      heldByClient: .milliseconds(held), throttled: .milliseconds(throttled))
    #expect(pace.limit == limit)
  }
}
