import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("--repot-dir", "--report-dir" as String?),  // a letter is missing
    ("--seeed", "--seed"),  // one too many
    ("--lavel", "--label"),  // another one
    ("--lable", "--label"),  // two are swapped
    ("-seed", "--seed"),
    ("--SEED", "--seed"),
    ("--xyz", nil),
    ("", nil),
    (String(repeating: "-", count: 65), nil),  // the distance takes time by the product of both lengths
  ])
  func isTheNearest(_ typed: String, _ meant: String?) {
    #expect(Suggestion.nearest(to: typed, in: ["--report-dir", "--seed", "--label", "--stage"]) == meant)
  }
}
