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
      ("lost", .metric(.lost)),
      ("lost == 0", .metric(.lost)),
      ("verification.lost", .metric(.lost)),
      ("inconclusive.unseen", .metric(.unseen)),
      ("expectation.rate_kept", .metric(.rateKept)),
      ("rate_kept_ratio", .metric(.rateKept)),
      ("unknown-absent", .metric(.unknownAbsent)),
      ("ack_latency_p99", .latency(.ack)),
      ("ack_latency_p99_ms", .latency(.ack)),
      ("end_to_end_latency_p999_ms", .latency(.endToEnd)),
      ("ack_gap_max_ms", .metric(.ackGapMax)),
      ("queue_full_s", .metric(.queueFull)),
      ("reordered_distance_max", .metric(.reorderedDistanceMax)),
      ("throughput_bytes_per_s", .metric(.throughput)),
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
      ("untold.unseen", Subject.metric(.unseen)),
      ("untold.rate_kept", .metric(.rateKept)),
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
      let subject = Subject.named(metric.name)
      switch metric {
      case .latency(let latency, _): #expect(subject == .latency(latency))
      case .sending, .reading, .figure, .refused: #expect(subject == .metric(metric))
      }
      let code: Int32 =
        switch metric.breach {
        case .verification: 10
        case .expectation: 11
        case .inconclusive: 22
        }
      #expect(subject?.bearing.contains("exit code \(code);") == true, "\(metric)")
      for area in ["verification", "expectation", "inconclusive"] {
        #expect(Subject.named("\(area).\(metric.name)") == subject)
      }
    }
    for kind in Anomaly.Kind.allCases { #expect(kind.rawValue == kind.metric.name) }
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
