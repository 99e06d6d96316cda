import Diagnostics
import FoundationEssentials
import Scenarios
import Testing

@Suite struct PlaceMetricTests {
  private static let range = SourceRange(start: .init(line: 3, column: 5), end: .init(line: 3, column: 9))

  private static func expectation(
    _ metric: PlaceMetric, _ scope: Scenarios.Expectation.Scope = .own, atMost bound: UInt64 = 5,
    level: Scenarios.Expectation.Level = .fail
  ) -> Scenarios.Expectation {
    Expectation(
      scope: scope, metric: .place(metric), comparison: .atMost, bound: .count(bound), level: level, range: range)
  }

  /// The exit code of a breach, and the default, by name.
  @Test func whatIsABreach() {
    let zero = PlaceMetric.allCases.filter { $0.facts.standard == .zero }
    #expect(
      zero.map(\.name) == [
        "missing", "unseen", "unknown_absent", "unknown_unseen", "phantom", "stray", "duplicated", "corrupted",
        "invalid",
      ])
    for metric in PlaceMetric.allCases {
      switch metric.facts.breach {
      case .inconclusive(let reason):
        #expect(["unseen", "unknown_absent", "unknown_unseen"].contains(metric.name) && !reason.isEmpty)
      case .verification:
        #expect(["found", "missing", "phantom", "stray", "duplicated", "corrupted", "invalid"].contains(metric.name))
      case .expectation:
        let isOfTime = metric.name.hasPrefix("end_to_end_latency_") || metric.name == "caught_up"
        let isOther = ["expected", "read", "unknown_found", "foreign", "lag_max", "lag_end"].contains(metric.name)
        #expect(isOfTime || isOther, "\(metric.name)")
      }
    }
  }

  @Test func everyNameIsFound() {
    #expect(Set(PlaceMetric.allCases.map(\.name)).count == PlaceMetric.allCases.count)
    for kind in PlaceKind.allCases {
      for metric in kind.metrics { #expect(kind.metric(named: metric.name) == metric) }
    }
    #expect(PlaceKind.group.metrics.map(\.name) == ["lag_max", "lag_end", "caught_up"])
    #expect(PlaceKind.sink.metric(named: "lag_max") == nil && PlaceKind.group.metric(named: "missing") == nil)
  }

  /// A file says which of two metrics with one name is meant.
  @Test(arguments: PlaceMetric.allCases) func isWrittenAndReadAgain(_ metric: PlaceMetric) throws {
    let written = try JSONEncoder().encode([Metric.place(metric)])
    #expect(String(decoding: written, as: UTF8.self) == "[\"place.\(metric.name)\"]")
    #expect(try JSONDecoder().decode([Metric].self, from: written) == [.place(metric)])
  }

  @Test(
    arguments: [
      ("authentication", .authentication), ("unknown-topic", .unknownTopic), ("message-too-large", .messageTooLarge),
      ("422", .status(422)), ("599", .status(599)), ("100", nil), ("600", nil), ("0422", nil), ("42", nil),
      ("4xx", nil),
      ("٤٢٢", nil), ("", nil),
    ] as [(String, RefusalReason?)])
  func reasons(_ text: String, _ reason: RefusalReason?) throws {
    #expect(RefusalReason(rawValue: text) == reason)
    guard let reason else { return }
    let written = try JSONEncoder().encode([reason])
    #expect(String(decoding: written, as: UTF8.self) == "[\"\(text)\"]")
    #expect(try JSONDecoder().decode([RefusalReason].self, from: written) == [reason])
  }

  /// The expectations of a sink, by what is written.
  @Test func explicitOnesReplaceDefaults() {
    let defaults = [
      "missing == 0", "unseen == 0", "unknown_absent == 0", "unknown_unseen == 0", "phantom == 0", "stray == 0",
      "duplicated == 0", "corrupted == 0", "invalid == 0",
    ]
    func effective(
      own: [Scenarios.Expectation] = [], top: [Scenarios.Expectation] = [], absent: Set<PlaceMetric> = []
    ) -> [String] {
      Scenarios.Expectation.effective(.sink, named: "stored", own: own, top: top, absent: absent, range: Self.range)
        .map(\.text)
    }
    func without(_ names: String...) -> [String] {
      defaults.filter { text in !names.contains { text.hasPrefix("\($0) ") } }
    }
    let duplicated = PlaceMetric.count(.duplicated)
    let own = Self.expectation(duplicated)
    let named = Self.expectation(duplicated, .sink("stored"), atMost: 6)
    let other = Self.expectation(duplicated, .sink("events"), atMost: 7)
    let each = Self.expectation(duplicated, .eachSink, atMost: 8)
    let ofGroup = Self.expectation(.lagMax, .group("stored"))
    let warning = Self.expectation(duplicated, .eachSink, atMost: 9, level: .warn)
    let cases: [(name: String, seen: [String], expected: [String])] = [
      ("nothing written", effective(), defaults),
      ("its own", effective(own: [own]), without("duplicated") + ["duplicated <= 5"]),
      ("at the top by name", effective(top: [named, other]), without("duplicated") + ["sink(stored).duplicated <= 6"]),
      ("for each", effective(top: [each]), without("duplicated") + ["sink(*).duplicated <= 8"]),
      ("its own before each", effective(own: [own], top: [each]), without("duplicated") + ["duplicated <= 5"]),
      ("a warning beside the default", effective(top: [warning]), defaults + ["sink(*).duplicated <= 9"]),
      ("of a group of that name", effective(top: [ofGroup]), defaults),
      ("of the whole run", effective(top: [Self.expectation(duplicated, .run)]), defaults),
      ("no value", effective(absent: [.count(.corrupted), .count(.invalid)]), without("corrupted", "invalid")),
      (
        "for each, no value here",
        effective(top: [Self.expectation(.count(.corrupted), .eachSink)], absent: [.count(.corrupted)]),
        without("corrupted")
      ),
    ]
    for (name, seen, expected) in cases { #expect(seen == expected, "\(name)") }
    #expect(
      Scenarios.Expectation.effective(.group, named: "stored", own: [], top: [ofGroup, named], range: Self.range).map(
        \.text)
        == ["group(stored).lag_max <= 5"])
  }
}
