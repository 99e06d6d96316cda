import Diagnostics
import Language
import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct SubjectTests {
  @Test(
    arguments: [
      ("scenario.unknown-key", Subject.code(.unknownKey)),
      ("unknown-key", .code(.unknownKey)),
      ("[scenario.unknown-key]", .code(.unknownKey)),
      ("Unknown_Key", .code(.unknownKey)),
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
      ("infrastructure.unreachable", .code(.unreachable)),
      ("unreachable", .code(.unreachable)),
      ("signal.interrupt", .code(.interrupt)),
      ("internal.count", .code(.count)),
      ("inconclusive.reading-given-up", .code(.readingGivenUp)),
      ("inconclusive.peak", .code(.peak)), ("expectation.abort_when", .code(.abortWhen)),
      ("client_cpu_us_per_message", .metric(.clientCPUPerMessage)), ("throttle_s", .metric(.throttle)),
      ("22", .exit(.inconclusive)),
      ("exit=22", .exit(.inconclusive)),
      ("run.exit-12", .exit(.nothingRan)),
      ("0", .exit(.passed)),
      ("23", nil), ("", nil), (".", nil), ("inconclusive.", nil), ("losst", nil), ("_p99", nil),
      ("infrastructure", nil), ("scenario.lost", nil),
      ("rate kept", .metric(.rateKept)), ("of it found", .metric(.unknownFound)), ("unanswered", .metric(.unknown)),
      ("ack p99", .latency(.ack)), ("e2e", .latency(.endToEnd)), ("late p99", .latency(.lateness)),
      ("inconclusive:", .exit(.inconclusive)), ("duration=1.2s", .metric(.duration)),
    ] as [(String, Subject?)])
  func isNamed(_ text: String, _ subject: Subject?) { #expect(Subject.named(text) == subject) }

  /// Reports of earlier versions say `untold` where they say `inconclusive` now.
  @Test(
    arguments: [
      ("untold.unseen", Subject.metric(.unseen)),
      ("untold.rate_kept", .metric(.rateKept)),
      ("untold.reading-given-up", .code(.readingGivenUp)),
      ("untold.stage-too-long", .code(.stageTooLong)),
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
    ("hots", "host"), ("hosts", "host"), ("rapeat", "repeat"), ("maximum", nil),
    ("expectation_totals", "expectations_total"),
  ])
  func theNearestIsSuggested(_ text: String, _ nearest: String?) { #expect(Subject.nearest(to: text) == nearest) }

  /// Every way to ask leads to one answer.
  @Test func noTwoAreNamedAlike() {
    #expect(Subject.spellings.count == Subject.all.reduce(0) { $0 + $1.shortNames.count })
    for subject in Subject.all { #expect(Subject.named(subject.name) == subject) }
  }

  /// Every name in a report can be explained, and counts as the report says.
  @Test func nothingThatIsReportedIsMissing() {
    for metric in Metric.allCases {
      let subject = Subject.named(metric.name)
      switch metric {
      case .latency(let latency, _): #expect(subject == .latency(latency))
      case .sending, .reading, .figure, .refused, .place: #expect(subject == .metric(metric))
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

  /// The text of a code begins with its area.
  @Test func everyCodeNamesItsArea() {
    for code in Code.allCases { #expect(code.rawValue.hasPrefix("\(code.area)."), "\(code.rawValue)") }
  }

  /// Every column of `stages.csv`.
  @Test func theColumnsOfStagesCanBeAskedAbout() {
    let columns = StagesCSV.header.dropLast().split(separator: ",").map(String.init)
    #expect(columns.count > 100)
    #expect(columns.filter { Subject.named($0) == nil } == [])
  }

  /// Every column of the files about sinks, groups and actions.
  @Test func theColumnsOfSystemsCanBeAskedAbout() {
    let headers = [SinksCSV.header, SinkSecondsCSV.header, GroupsCSV.header, ActionsCSV.header]
    let columns = headers.flatMap { $0.dropLast().split(separator: ",").map(String.init) }
    #expect(columns.count > 90)
    #expect(columns.filter { Subject.named($0) == nil } == [])
  }

  /// Every column of `timeseries.csv`.
  @Test func theColumnsOfSecondsCanBeAskedAbout() {
    let columns = TimeSeriesCSV.header.dropLast().split(separator: ",").map(String.init)
    #expect(columns.count > 30)
    #expect(columns.filter { Subject.named($0) == nil } == [])
  }

  /// The titles of the table, the words of its legend, the verdicts in it, and what is counted below it.
  @Test func theWordsOfTheConsoleCanBeAskedAbout() {
    let table = ConsoleTable(SampleRun.failed)
    let titles = table.columns.map(\.title)
    #expect(titles.count == 15)
    let legend = table.legend.dropFirst().dropLast().split(separator: ", ").flatMap { part in
      part.split(separator: ":").enumerated().flatMap { index, words in
        index == 0 ? [String(words)] : words.split(separator: " ").map(String.init)
      }
    }
    // The words between: from due to read back.
    let plain: Set<String> = ["from", "to", "back", "at", "max"]
    #expect(legend.contains("e2e"))
    let verdicts = ["passed", "failed", "inconclusive", "skipped", "aborted", "generator", "cluster"]
    let counts = ["held", "broken", "inconclusive", "with a warning", "not evaluated"]
    let beginnings = ["note:", "problem:", "broken:", "inconclusive:", "warning:"]
    let words = titles + legend.filter { !plain.contains($0) } + verdicts + counts + beginnings
    #expect(words.filter { Subject.named($0) == nil } == [])
  }

  /// Every field of the last line, with its value.
  @Test func theLastLineCanBeAskedAbout() {
    let line = ConsoleSummary.resultLine([SampleRun.failed], refusals: [.invalidInput])
    let fields = line.split(separator: " ").map(String.init).filter { $0 != "FAILED" }
    #expect(fields.count == 10)
    #expect(fields.filter { Subject.named($0) == nil } == [])
  }

  /// Reasons and settings that reports have.
  @Test(arguments: [
    "INVALID_TIMESTAMP", "INVALID_RECORD", "TOPIC_AUTHORIZATION_FAILED", "_UNKNOWN_PARTITION", "MSG_SIZE_TOO_LARGE",
    "_MSG_TIMED_OUT", "max.message.bytes", "message.max.bytes", "batch.size", "cleanup.policy", "client.log", "quota",
    "advertised.listeners", "message.timestamp.after.max.ms",
  ])
  func reasonsAndSettingsCanBeAskedAbout(_ word: String) { #expect(Subject.named(word) != nil) }
}
