import Testing

@testable import rehearse

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("--repot-dir", "--report-dir" as String?),  // a letter is missing
    ("--seeed", "--seed"),  // one too many
    ("--lavel", "--label"),  // another one
    ("--lable", "--label"),  // two are swapped
    ("-seed", "--seed"),
    ("--xyz", nil),
    ("", nil),
  ])
  func suggests(_ typed: String, _ meant: String?) {
    #expect(nearestName(to: typed, among: ["--report-dir", "--seed", "--label", "--stage"]) == meant)
  }
}
