import Language
import Scenarios
import Testing
import Verification

@testable import Reporting

/// The reports of a run that read nothing back: every column of reading is empty, and what was skipped says why.
@Suite struct UnreadReportTests {
  private static let notRead = "nothing is read back: verify.mode is later"

  private static func run(unknown: UInt64 = 0) -> RunResult {
    var stage = SampleRun.steady
    (stage.read, stage.notRead, stage.endToEndLatency, stage.order) = (nil, notRead, nil, nil)
    (stage.readRate, stage.readGapMax, stage.lagMax, stage.drain) = (nil, nil, nil, nil)
    stage.send[.acknowledged] -= unknown
    stage.send[.unknown] = unknown
    let inconclusive = Check.Outcome.inconclusive(
      because: "\(unknown) messages were not answered, and \(notRead)", exit: .inconclusive)
    stage.checks = [
      SampleRun.check(.rejected, .held, 0), SampleRun.check(.lost, .skipped(because: notRead), nil),
      SampleRun.check(.duplicated, .skipped(because: notRead), nil),
      SampleRun.check(.unknownUnseen, unknown > 0 ? inconclusive : .skipped(because: notRead), nil),
    ]
    if unknown > 0 { stage.verdict = .inconclusive }
    return SampleRun.run(
      stages: [stage], verdict: unknown > 0 ? .inconclusive : .passed, exits: [unknown > 0 ? .inconclusive : .passed],
      notes: ["nothing was read back"])
  }

  @Test func onTheConsole() {
    let text = Self.prose(ConsoleSummary.text(Self.run(), files: []))
    #expect(text.contains("note: nothing was read back"), "\(text)")
    #expect(
      text.contains("note: not evaluated: lost == 0, duplicated == 0, unknown_unseen == 0 (\(Self.notRead))"), "\(text)"
    )
    #expect(!text.contains("e2e: ") && text.contains("result: PASSED"), "\(text)")
    let unanswered = Self.prose(ConsoleSummary.text(Self.run(unknown: 3), files: []))
    #expect(
      unanswered.contains(
        "inconclusive: steady, unknown_unseen == 0 3 messages were not answered, and \(Self.notRead)"), "\(unanswered)")
    #expect(unanswered.contains(" unanswered ") && unanswered.contains("result: INCONCLUSIVE"), "\(unanswered)")
  }

  /// The text with its lines unwrapped.
  private static func prose(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Files of versions before have no times of sending.
  @Test func inRunJSON() throws {
    var run = Self.run()
    #expect(try RunJSON.result(from: RunJSON.bytes(run)).whole.firstSend == nil)
    (run.whole.firstSend, run.whole.lastSend, run.whole.lastAcknowledgement) = (5, 7, 9)
    let again = try RunJSON.result(from: RunJSON.bytes(run))
    #expect(again.whole.firstSend == 5 && again.whole.lastSend == 7 && again.whole.lastAcknowledgement == 9)
    #expect(again.stages.map(\.notRead) == [Self.notRead] && again.stages.allSatisfy { $0.read == nil })
    #expect(again.stages.map(\.checks) == run.stages.map(\.checks))
  }

  @Test func inJUnit() throws {
    let text = JUnitReport.text(Self.run())
    #expect(text.count(of: #"<skipped message="\#(Self.notRead)"/>"#) == 3, "\(text)")
    #expect(!text.contains("<error") && !text.contains("<failure"), "\(text)")
    let unanswered = JUnitReport.text(Self.run(unknown: 3))
    #expect(unanswered.count(of: "<error message=\"3 messages were not answered, and") == 1, "\(unanswered)")
  }

  @Test(arguments: [0, 3] as [UInt64]) func inCSV(_ unknown: UInt64) throws {
    var run = Self.run(unknown: unknown)
    // The label of the sample has a comma.
    run.provenance.label = nil
    let rows = StagesCSV.text(run).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    for row in rows.dropFirst() {
      let cells = Dictionary(uniqueKeysWithValues: zip(rows[0], row))
      for column in ["read", "bytes_read", "found", "lost", "unseen", "unknown_unseen", "foreign", "lag_max"] {
        #expect(cells[Substring(column)] == "", "\(column)")
      }
      #expect(cells["unknown"] == "\(unknown)")
    }
    #expect(rows.count == 3)
  }
}

extension String {
  /// The number of times that a part is in it.
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
