import Testing
import Verification

@testable import Reporting

@Suite struct CSVTextTests {
  /// A spreadsheet takes none of the texts of others for a formula.
  @Test(
    arguments: [
      ("build-4711", "build-4711"), ("a=b", "a=b"), ("1-2", "1-2"), ("", ""), ("*", "*"), ("'=1", "'=1"),
      ("a; b", "a; b"), ("=HYPERLINK(\"http://x\",\"y\")", #"\u{3D}HYPERLINK("http://x","y")"#),
      ("+1", #"\u{2B}1"#), ("-2+3", #"\u{2D}2+3"#), ("--label", #"\u{2D}-label"#), ("@SUM(A1)", #"\u{40}SUM(A1)"#),
      ("\t=1", #"\u{9}=1"#), ("\r=1", #"\u{D}=1"#), ("\u{feff}=1", #"\u{FEFF}=1"#),
      (" =1", #" \u{3D}1"#), ("\"=1", #""\u{3D}1"#), ("x;=1", #"x;\u{3D}1"#), ("x; \"+1", #"x; "\u{2B}1"#),
      ("\u{FF1D}1", #"\u{FF1D}1"#), ("\u{FF20}x", #"\u{FF20}x"#),
    ] as [(String, String)]) func aTextIsNoFormula(_ text: String, _ cell: String)
  {
    #expect(CSVText.words(text) == cell)
  }

  @Test func ofEveryTextOfARun() {
    let formula = "=1+1"
    var run = SampleRun.failed
    (run.scenario, run.runID) = (formula, formula)
    (run.provenance.label, run.provenance.gitBranch, run.provenance.gitSHA) = (formula, formula, formula)
    (run.provenance.host, run.provenance.os, run.provenance.arch) = (formula, formula, formula)
    (run.stages[1].name, run.stages[1].topic, run.stages[1].template) = (formula, formula, formula)
    run.stages[1].problem = Problem(code: formula, message: formula, exit: .internalFault)
    let text = StagesCSV.text(run)
    #expect(!text.contains(",=") && !text.contains("\n=") && text.contains(#",\u{3D}1+1,"#))
    // Numbers stay numbers.
    #expect(text.contains(",2000.0,"))
  }
}
