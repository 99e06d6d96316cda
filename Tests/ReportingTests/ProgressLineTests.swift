import Scenarios
import Testing

@testable import Reporting

@Suite struct ProgressLineTests {
  private let figures = ProgressFigures(
    stage: "steady", elapsed: 12_000_000_000, target: 60_000_000_000, sent: 240_112, due: 1_200_000,
    acknowledged: 239_000, read: 238_908, rate: 20_009, latenessMax: 1_200_000, lag: 1204, rejected: 0)

  @Test func sending() {
    #expect(
      ProgressLine.text(figures)
        == "steady        12.0s of 60.0s  240,112 of 1,200,000 sent  20,009/s  lag 1,204  late at most 1.20ms")
  }

  @Test func readingBack() {
    var figures = figures
    figures.sent = 1_200_000
    figures.acknowledged = 1_199_990
    figures.rejected = 4
    #expect(
      ProgressLine.text(figures)
        == "steady        12.0s of 60.0s  1,200,000 sent  6 not answered  238,908 read back  4 rejected")
  }

  @Test func whatIsWithheldIsNotStillToBeSent() {
    var figures = figures
    (figures.sent, figures.acknowledged, figures.withheld) = (1_199_000, 1_199_000, 1000)
    #expect(
      ProgressLine.text(figures)
        == "steady        12.0s of 60.0s  1,199,000 of 1,200,000 sent  238,908 read back  1,000 withheld")
  }

  @Test func withoutEnd() {
    var figures = figures
    (figures.due, figures.target, figures.lag, figures.latenessMax) = (nil, nil, nil, nil)
    #expect(ProgressLine.text(figures, width: 6) == "steady  12.0s  240,112 sent  20,009/s")
  }
}
