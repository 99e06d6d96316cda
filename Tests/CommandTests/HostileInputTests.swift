import FoundationEssentials
import Language
import Reporting
import Scenarios
import Templates
import Testing
import Verification

@testable import Rehearsal

/// Numbers and texts that a clock, a file or a broker may give, however extreme.
@Suite struct HostileInputTests {
  @Test(
    arguments: [
      ("at the start", 5, 5, "0.000"), ("a millisecond later", 0, 1_999_999, "0.001"),
      ("minutes later", 1_000_000_000, 76_042_000_000, "75.042"), ("before the start", 5_000_000_000, 0, "0.000"),
      ("as late as can be", 0, .max, "18446744073.709"),
    ] as [(String, UInt64, UInt64, String)]
  ) func timesInTheClientLogCountFromTheStart(_ name: String, _ origin: UInt64, _ moment: UInt64, _ text: String) {
    #expect(ClientLogFile.time(since: origin, at: moment) == text)
  }

  @Test(arguments: [
    Int64.min, .min + 1, -62_167_219_200_001, -1, 0, 946_684_800_000, 253_402_300_800_000, .max - 1, .max,
  ])
  func aMessageOfARunThatBeganAtAnyTime(_ startedAt: Int64) throws {
    let reading = ScenarioFile.reading(
      Array(
        """
        version: 1
        name: dates
        cluster: {brokers: embedded}
        topics: {t: {}}
        templates: {m: {value: "{{due}} {{due:ms}} {{due:%Y-%j %y %s}} {{faker.date_between('-30y', 'today')}}"}}
        stages: [{name: s, rate: 10/s, count: 10}]
        """.utf8), path: "dates.yaml")
    let scenario = try #require(reading.scenario, "\(reading.diagnostics)")
    for due in [Int64.min, -1, 0, .max] {
      var renderer = scenario.recipe(stage: 0, seed: 0, runID: "0000000000000", startedAt: startedAt).renderer()
      renderer.render(.max, due: due)
      #expect(renderer.value.count > 20)
    }
    let listing = MessageListing(
      scenario, stage: 0, run: MessageListing.Run(id: "0000000000000", seed: .max, startedAt: startedAt))
    var bytes = 0
    listing.list(0..<10) {
      bytes += $0.count
      return true
    }
    #expect(bytes > 100)
  }

  @Test(
    arguments: [
      ("35htveet969by", true), ("0000000000000", true), ("", false), ("35HTVEET969BY", false), ("35htveet969b", false),
      ("35htveet969b\"", false), ("35htveet969byy", false), ("35htveet969bé", false),
    ] as [(String, Bool)]
  ) func aRunIDIsThirteenDigits(_ text: String, _ isOne: Bool) { #expect(RunID.isText(text) == isOne) }

  @Test(arguments: [Int64.min, -1, 0, 1_577_836_799_999, .max])
  func aRunIDIsMadeAtAnyTime(_ milliseconds: Int64) {
    #expect(RunID.isText(RunID(milliseconds: milliseconds, random: .max).text))
  }

  @Test(arguments: [
    ("true", #""count": 3, "slots": "5:1 9:2""#, true),
    ("a count that is not the sum", #""count": 4, "slots": "5:1 9:2""#, false),
    ("counts that overflow", #""count": 3, "slots": "5:18446744073709551615 9:4""#, false),
    ("more than can be added", #""count": 18446744073709551615, "slots": "5:18446744073709551615""#, false),
    ("a slot twice", #""count": 3, "slots": "5:1 5:2""#, false),
    ("a slot that there is not", #""count": 1, "slots": "99999999:1""#, false),
    ("no numbers", #""count": 0, "slots": "a:b""#, false),
  ]) func aHistogramOfAFile(_ name: String, _ fields: String, _ isOne: Bool) {
    let text = #"{"minimum": 1, "maximum": 2, "sum": 3, \#(fields)}"#
    let decoded = try? JSONDecoder().decode(LatencyHistogram.self, from: Data(text.utf8))
    #expect((decoded != nil) == isOne)
    #expect(decoded == nil || decoded?.nanoseconds(atPercentile: 99) != nil)
  }
}
