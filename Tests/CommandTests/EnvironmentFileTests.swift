import Rehearsal
import Testing
import Verification

@Suite struct EnvironmentFileTests {
  @Test(
    arguments: [
      ("A=1", ["A": "1"]), ("export A=1\nB=2\r\n", ["A": "1", "B": "2"]),
      ("A=a b # c", ["A": "a b"]), ("A=a#b", ["A": "a#b"]), ("A=", ["A": ""]),
      ("A='x # \"y\"' # z", ["A": "x # \"y\""]),
      (#"A="a\n\"b\"\\""#, ["A": "a\n\"b\"\\"]), ("A=1\nA=2", ["A": "2"]), ("", [:]),
    ] as [(String, [String: String])]) func isRead(_ text: String, _ expected: [String: String]) throws
  {
    #expect(try EnvironmentFile(Array(text.utf8), path: "ci.env").variables == expected)
  }

  @Test(arguments: [
    ("A=1\nB", 2), ("1A=1", 1), ("A='x", 1), ("A=\"x\" y", 1), ("=x", 1), ("A B=1", 1), ("export A = 1", 1),
  ]) func isRefusedWithoutShowingItsContent(_ text: String, _ line: Int) throws {
    let failure = #expect(throws: EnvironmentFileError.self) {
      try EnvironmentFile(Array(text.utf8), path: "ci.env")
    }
    #expect(failure?.message == "ci.env:\(line): must be NAME=VALUE, with each opening quote closed")
    #expect(failure?.exit == .invalidInput)
  }

  @Test func aMissingFile() {
    let failure = #expect(throws: EnvironmentFileError.self) { try EnvironmentFile.read("/nowhere/ci.env") }
    #expect(failure?.message == "cannot read \"/nowhere/ci.env\": No such file or directory")
    #expect(failure?.exit == .missingFile)
  }

  @Test func theArgumentsHoldNoSecret() {
    let overrides = Overrides(
      settings: ["stages.a.rate=1/s", "identities.loader.password=hunter2"], environmentPath: "ci.env")
    #expect(overrides.arguments == ["--env-file", "ci.env", "--set", "stages.a.rate=1/s"])
  }
}
