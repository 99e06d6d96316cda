import Diagnostics
import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct ExplanationTests {
  @Test func ofADiagnostic() {
    #expect(
      Subject.code(.unknownKey).page == """
        scenario.unknown-key: an unknown key

          It is misspelt, or it is in the wrong mapping: a stage's key at the top, a
          topic's key in a stage. Unknown keys are refused: if they were ignored, a
          scenario could test something other than it says.

        what to do
          Use the suggestion beside the caret, or one of the allowed keys that are
          listed there.

        for example
              stages: [{name: steady, durtion: 30s, rate: 5/s}]
          should be
              stages: [{name: steady, duration: 30s, rate: 5/s}]

        A diagnostic of a scenario file. One error is enough for exit code 65; warnings
        change nothing.

        """)
  }

  @Test func ofAMetric() {
    #expect(
      Subject.metric(.unknownUnseen).page == """
        unknown_unseen: never answered, and neither found nor provably absent

          No answer came, and reading ended before it reached the offset where the
          message would be. With verify.mode: later nothing is read back: the column is
          empty, and unknown_unseen == 0 is inconclusive if any message was not
          answered.

          Of a sink: never answered, and not found in a sink that was not read to a
          proven end. As unseen, of messages that were never answered.

        what to do
          Give the reader more time (verify.within, verify.at_most), and run it again.

        what cannot be seen
          Whether the message is in the topic.

        An expectation on it that does not hold proves nothing either way: exit code 22;
        its check is called inconclusive.unknown_unseen.

        """)
  }

  @Test(arguments: Subject.all) func isWhole(_ subject: Subject) {
    let explanation = subject.explanation
    let sentences = [explanation.causes, explanation.remedy, explanation.unseen ?? ""].filter { !$0.isEmpty }
    #expect(!explanation.causes.isEmpty)
    #expect(sentences.allSatisfy { ".?".contains($0.last ?? " ") }, "ends as a sentence does")
    #expect(!explanation.headline.hasSuffix(".") && !explanation.headline.contains("\n"))
    #expect(explanation.headline.first?.isUppercase == false)
    #expect(!sentences.joined().contains("  "))
  }

  /// A page says what it says once.
  @Test func theLimitOnBatchesIsExplainedOnce() {
    #expect(Metric.rejected.facts.explanation.causes.ranges(of: "MSG_SIZE_TOO_LARGE").count == 1)
  }

  @Test func fitsIntoEightyColumns() {
    let pages = Subject.all.map(\.page) + [Subject.contents]
    // An example is shown as it is written.
    let lines = pages.flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("      ") || $0.hasSuffix(" ") }
    #expect(lines.filter { $0.count > 80 || $0.last == " " } == [])
  }

  @Test func theContentsHaveEveryName() {
    let lines = Subject.contents.split(separator: "\n")
    for subject in Subject.all { #expect(lines.contains { $0.hasPrefix("  \(subject.name) ") }, "\(subject.name)") }
    for group in Subject.Group.allCases { #expect(lines.contains("\(group.rawValue):")) }
  }

  @Test func markdownHasNoMarkupOfItsOwn() {
    #expect(
      Metric.unknownUnseen.facts.explanation.markdown == #"""
        No answer came, and reading ended before it reached the offset where the message would be. With verify.mode: later \#
        nothing is read back: the column is empty, and unknown\_unseen == 0 is inconclusive if any message was not answered.

        **What to do:** Give the reader more time (verify.within, verify.at\_most), and run it again.

        **What cannot be seen:** Whether the message is in the topic.
        """#)
  }
}
