import Diagnostics
import Language
import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct SubjectTests {
  @Test(
    arguments: [
      ("scenario.unknown-key", Subject.diagnostic(.unknownKey)),
      ("unknown-key", .diagnostic(.unknownKey)),
      ("[scenario.unknown-key]", .diagnostic(.unknownKey)),
      ("Unknown_Key", .diagnostic(.unknownKey)),
      ("lost", .word(.lost)),
      ("lost == 0", .word(.lost)),
      ("verification.lost", .word(.lost)),
      ("inconclusive.unseen", .word(.unseen)),
      ("expectation.rate_kept", .word(.rateKept)),
      ("rate_kept_ratio", .word(.rateKept)),
      ("unknown-absent", .word(.unknownAbsent)),
      ("ack_latency_p99", .word(.ackLatency)),
      ("ack_latency_p99_ms", .word(.ackLatency)),
      ("end_to_end_latency_p999_ms", .word(.endToEndLatency)),
      ("ack_gap_max_ms", .word(.ackGapMax)),
      ("queue_full_s", .word(.queueFull)),
      ("reordered_distance_max", .word(.reorderedDistanceMax)),
      ("throughput_bytes_per_s", .word(.throughput)),
      ("infrastructure.unreachable", .problem(.unreachable)),
      ("unreachable", .problem(.unreachable)),
      ("signal.interrupt", .problem(.interrupt)),
      ("internal.count", .problem(.count)),
      ("inconclusive.reading-given-up", .problem(.readingGivenUp)),
      ("22", .exit(.inconclusive)),
      ("exit=22", .exit(.inconclusive)),
      ("run.exit-12", .exit(.nothingRan)),
      ("0", .exit(.passed)),
      ("23", nil), ("", nil), (".", nil), ("inconclusive.", nil), ("losst", nil), ("_p99", nil), ("scenario", nil),
    ] as [(String, Subject?)])
  func isNamed(_ text: String, _ subject: Subject?) { #expect(Subject.named(text) == subject) }

  /// Reports of earlier versions say `untold` where they say `inconclusive` now.
  @Test(
    arguments: [
      ("untold.unseen", Subject.word(.unseen)),
      ("untold.rate_kept", .word(.rateKept)),
      ("untold.reading-given-up", .problem(.readingGivenUp)),
      ("untold.stage-too-long", .problem(.stageTooLong)),
      ("expectations_untold", .exit(.inconclusive)),
      ("expectations_inconclusive", .exit(.inconclusive)),
      ("untold", .exit(.inconclusive)),
      ("inconclusive", .exit(.inconclusive)),
      ("untold.", nil), ("untold.losst", nil),
    ] as [(String, Subject?)])
  func aFormerNameIsUnderstood(_ text: String, _ subject: Subject?) { #expect(Subject.named(text) == subject) }

  @Test(arguments: [
    ("losst", "lost" as String?), ("scenario.unknow-key", "scenario.unknown-key"),
    ("unknownkey", "scenario.unknown-key"),
    ("unreachble", "infrastructure.unreachable"), ("rate-kepd", "rate_kept"), ("23", nil), ("", nil), ("kafka", nil),
  ])
  func theNearestIsSuggested(_ text: String, _ nearest: String?) { #expect(Subject.nearest(to: text) == nearest) }

  /// Every way to ask leads to one answer.
  @Test func noTwoAreNamedAlike() {
    #expect(Subject.spellings.count == Subject.all.reduce(0) { $0 + $1.shortNames.count })
    for subject in Subject.all { #expect(Subject.named(subject.name) == subject) }
  }

  /// What reports call a thing can be asked about, and it counts as it is told.
  @Test func nothingThatIsReportedIsMissing() {
    for metric in Metric.allCases {
      let subject = Subject.named(metric.rawValue)
      guard case .word(let word)? = subject else {
        Issue.record("\(metric.rawValue)")
        continue
      }
      let expected: ExitCode =
        switch metric.breach {
        case .verification: .verificationFailed
        case .expectation: .expectationFailed
        case .inconclusive: .inconclusive
        }
      #expect(word.exit == expected, "\(metric)")
      for area in ["verification", "expectation", "inconclusive"] {
        #expect(Subject.named("\(area).\(metric.rawValue)") == subject)
      }
    }
    for kind in Anomaly.Kind.allCases { #expect(CountedWord(rawValue: kind.rawValue) != nil, "\(kind)") }
  }

  /// What a check finds at the cluster is called what a run calls it, and explained there.
  @Test func aDiagnosticOfTheClusterIsAProblemOfARun() {
    for code in DiagnosticCode.allCases where !code.rawValue.hasPrefix("scenario.") {
      #expect(ProblemCode(rawValue: code.rawValue) != nil, "\(code.rawValue)")
    }
  }

  /// Every column of `stages.csv` that counts or measures.
  @Test func theColumnsOfStagesCanBeAskedAbout() {
    let columns = StagesCSV.header.dropLast().split(separator: ",").map(String.init)
    let measured = columns.drop { $0 != "due" }.prefix { $0 != "anomalies_written" }
    #expect(measured.count > 50)
    #expect(measured.filter { Subject.named($0) == nil } == [])
  }
}
