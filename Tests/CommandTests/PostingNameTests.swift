import Testing

@testable import Rehearsal

/// The names of scenarios that requests become.
@Suite struct PostingNameTests {
  @Test(
    arguments: [
      ("requests/phase-1.json", nil, "phase-1"), ("phase-1.json", 0, "phase-1-1"), ("a b.v2.json", nil, "a-b"),
      ("<stdin>", nil, "stdin"), ("/tmp/.json", nil, "request"), ("--x.json", nil, "x"), ("grüße.json", nil, "gr--e"),
      ("π", nil, "request"), ("", nil, "request"),
    ] as [(String, Int?, String)])
  func name(path: String, number: Int?, name: String) {
    #expect(PostingName.name(ofFile: path, number: number) == name)
  }
}
