import Diagnostics
import Scenarios
import Testing

@testable import Language

/// Expectations of sinks and groups: what is read, and what is said of mistakes.
@Suite struct PlaceExpectationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var own: PlaceKind?
    var read: String
    var testDescription: String { text + (own.map { ", in a \($0.rawValue)" } ?? "") }

    init(_ text: String, in own: PlaceKind? = nil, _ read: String) {
      (self.text, self.own, self.read) = (text, own, read)
    }
  }

  /// Scope and condition, or offsets, message and remedy.
  private static func read(_ text: String, in own: PlaceKind?) -> String {
    do {
      let read = try ExpectationText(text, own: own)
      let expectation = Scenarios.Expectation(
        scope: read.scope ?? .own, metric: read.metric, comparison: read.comparison, bound: read.bound,
        range: .init(start: .init(line: 1, column: 1), end: .init(line: 1, column: 2)))
      if case .place = read.metric { return "place: \(expectation.text)" }
      return "stage: \(expectation.text)"
    } catch {
      return "\(error.offsets.lowerBound)+\(error.offsets.count) \(error.message) | \(error.remedy ?? "")"
    }
  }

  static let places = [
    Case("sink(stored).missing == 0", "place: sink(stored).missing == 0"),
    Case("sink(*).duplicated <= 1000", "place: sink(*).duplicated <= 1000"),
    Case("sink(page).found == 10", "place: sink(page).found == 10"),
    Case("sink(out).end_to_end_latency_p50 < 500ms", "place: sink(out).end_to_end_latency_p50 < 500ms"),
    Case("sink(out).caught_up < 1m", "place: sink(out).caught_up < 1m"),
    Case("group(event-consumers).lag_max < 5k", "place: group(event-consumers).lag_max < 5000"),
    Case("group(*).lag_end == 0", "place: group(*).lag_end == 0"),
    Case("group(g).caught_up <= 10s", "place: group(g).caught_up <= 10s"),
    Case("found == 10", in: .sink, "place: found == 10"),
    Case("lag_max < 5k", in: .group, "place: lag_max < 5000"),
    Case("found == 10", "stage: found == 10"),
    Case("lag_max < 5k", "stage: lag_max < 5000"),
    Case("stage(a).unseen == 0", "stage: stage(a).unseen == 0"),
    Case("refused == 422", "stage: refused == 422"),
  ]

  static let faults = [
    Case(
      "missing == 0",
      #"0+7 "missing" is a metric of a sink, not of a stage or the whole run | write "sink(NAME).missing", or "sink(*).missing""#
    ),
    Case(
      "stage(a).stray == 0",
      #"9+5 "stray" is a metric of a sink, not of a stage or the whole run | write "sink(NAME).stray", or "sink(*).stray""#
    ),
    Case(
      "lag_end == 0",
      #"0+7 "lag_end" is a metric of a group, not of a stage or the whole run | write "group(NAME).lag_end", or "group(*).lag_end""#
    ),
    Case("sink(a).lost == 0", #"8+4 a sink has no "lost": no offset proves it there | write "missing""#),
    Case("lost == 0", in: .sink, #"0+4 a sink has no "lost": no offset proves it there | write "missing""#),
    Case("sink(a).mising == 0", #"8+6 unknown metric "mising" of a sink | did you mean "missing"?"#),
    Case(
      "sink(a).caught_up_s < 5s",
      #"8+11 "caught_up_s" has a unit in its name | write "caught_up": the value has the unit"#),
    Case("sink(a).lag_max < 5", #"8+7 "lag_max" is not a metric of a sink | write "group(NAME).lag_max" at the top"#),
    Case("group(a).found == 5", #"9+5 "found" is not a metric of a group | write "sink(NAME).found" at the top"#),
    Case(
      "group(a).rate_kept >= 99%",
      #"9+9 "rate_kept" is a metric of stages, not of a group | there are lag_max, lag_end, caught_up"#),
    Case("sink(a)", #"0+7 "sink(a)" is not followed by a dot and a metric | for example "sink(a).missing == 0""#),
    Case("sink(a).", #"8+0 the metric is missing | for example "missing == 0""#),
    Case("group(a).", #"9+0 the metric is missing | for example "lag_max < 5k""#),
    Case("Sinks(a).found == 1", #"0+8 "Sinks(a)" names no sink | write "sink(a)." before the metric"#),
    Case("group[a].lag_max < 1", #"0+8 "group[a]" names no group | write "group(a)." before the metric"#),
    Case("sink(a).missing", #"8+7 "missing" is not compared with anything | for example "missing == 0""#),
    Case(
      "sink(a).missing == 5%", #"19+2 missing "5%" is not a count | a count has no unit: for example "5" or "100k""#),
    Case("caught_up < 5", in: .group, #"12+1 caught_up "5" has no unit | write "5s""#),
    Case("refused == 42", #"11+2 refused "42" is not a status | write one from 200 to 599, for example 422"#),
    Case("refused == 4xx", #"11+3 refused "4xx" is not a status | write one from 200 to 599, for example 422"#),
    Case("refused == 100", #"11+3 refused "100" is not a status | write one from 200 to 599, for example 422"#),
    Case("refused >= 422", #"0+14 a reason can only be compared with == | write "refused == 422""#),
  ]

  @Test(arguments: places + faults) func isReadAs(_ example: Case) {
    #expect(Self.read(example.text, in: example.own) == example.read)
  }
}
