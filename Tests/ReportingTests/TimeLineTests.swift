import Scenarios
import Testing

@testable import Reporting

@Suite struct TimeLineTests {
  struct Drawn: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bars: [TimeLine.Bar]
    var text: String

    init(_ name: String, _ bars: [TimeLine.Bar], _ text: String) {
      (testDescription, self.bars, self.text) = (name, bars, text + "\n")
    }
  }

  private static func bar(
    _ name: String, _ seconds: Double?, measured: Bool = true, from start: Int64? = nil
  ) -> TimeLine.Bar {
    let length =
      seconds.map { PlannedLength.exactly(Nanoseconds(clamping: UInt64($0 * 1e9))) } ?? .open(atMost: .hours(1))
    return TimeLine.Bar(name: name, length: length, measured: measured, start: start.map { .seconds($0) })
  }

  @Test(arguments: [
    Drawn(
      "one after the other", [bar("warm-up", 10, measured: false), bar("peak", 30)],
      """
               0s         10s         20s        30s         40s
               ├──────────┼───────────┼──────────┼───────────┤
      warm-up  ░░░░░░░░░░░
      peak                ███████████████████████████████████
      (░ is not measured)
      """),
    Drawn(
      "flat out at the end", [bar("steady", 4), bar("flat-out", nil)],
      """
                0s       1s       2s       3s        4s open
                ├────────┼────────┼────────┼─────────~~~~~~~~>
      steady    █████████████████████████████████████
      flat-out                                       ▒▒▒▒▒▒▒▸
      (▒ takes as long as the cluster does, and has no scale)
      """),
    Drawn(
      "flat out between", [bar("a", 60), bar("b", nil), bar("c", 30)],
      """
         0s            30s            1m open 1m+           1m30s+
         ├─────────────┼──────────────~~~~~~~~┼─────────────┤
      a  █████████████████████████████
      b                               ▒▒▒▒▒▒▒▸
      c                                       ██████████████
      (▒ takes as long as the cluster does, and has no scale)
      """),
    Drawn(
      "stages that overlap, and one without a known end",
      [bar("a", 10, from: 0), bar("b", nil, from: 10), bar("with-a", 4, from: 2), bar("late", 5, from: 15)],
      """
              0s       5s        10s       15s       20s
              ├────────┼─────────┼─────────┼─────────~~~~~~~~>
      a       ███████████████████
      b                          ▒▒▒▒▒▒▒▸
      with-a     ███████
      late                                 █████████
      (▒ takes as long as the cluster does, and has no scale; what waits for it begins later)
      """),
    Drawn(
      "nothing but flat out", [bar("all", nil)],
      """
              open
           ~~~~~~~~>
      all  ▒▒▒▒▒▒▒▸
      (▒ takes as long as the cluster does, and has no scale)
      """),
    Drawn(
      "a short one in a long run", [bar("blink", 0.001), bar("day", 86400), bar("blink-again", 0.001)],
      """
                   0s        6h        12h        18h       1d
                   ├─────────┼─────────┼──────────┼─────────┼┤
      blink        █
      day          █████████████████████████████████████████
      blink-again                                           █
      """),
    Drawn(
      "many without an end", (0..<6).map { bar("open-\($0)", nil) } + [bar("end", 1)],
      """
                                0s+           500ms+         1s+
              ~~~~~~~~~~~~~~~~~~┼─────────────┼──────────────┤
      open-0  ▒▒▸
      open-1     ▒▒▸
      open-2        ▒▒▸
      open-3           ▒▒▸
      open-4              ▒▒▸
      open-5                 ▒▒▸
      end                       █████████████████████████████
      (▒ takes as long as the cluster does, and has no scale)
      """),
  ])
  func draws(_ drawn: Drawn) {
    #expect(TimeLine(drawn.bars, width: 60).text == drawn.text)
  }

  @Test func aHundredStagesStayInTheirColumns() {
    let bars = (0..<100).map { Self.bar("stage-\($0)", $0.isMultiple(of: 10) ? nil : 30) }
    let lines = TimeLine(bars, width: 100).text.split(separator: "\n")
    #expect(lines.count == 103)
    #expect(lines.allSatisfy { $0.count <= 100 }, "\(lines.map(\.count).max() ?? 0)")
  }
}
