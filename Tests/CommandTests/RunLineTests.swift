import Rehearsal
import Scenarios
import Testing

@testable import rehearse

/// The sentences between repeated runs.
@Suite struct RunLineTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var turn: RunOrder.Turn
    var options: RunOptions
    var total = 12
    var text: String?
  }

  @Test(arguments: [
    Row(
      testDescription: "the only run", turn: RunOrder.Turn(.new, .repetition(1)), options: RunOptions(files: ["f"]),
      total: 1, text: nil),
    Row(
      testDescription: "one of several files", turn: RunOrder.Turn(.new, .repetition(1)),
      options: RunOptions(files: ["f", "g"]), text: "run 3 of 12: orders"),
    Row(
      testDescription: "a repetition", turn: RunOrder.Turn(.new, .repetition(2)),
      options: RunOptions(files: ["f"], repetitions: 12), text: "run 3 of 12: orders, repetition 2"),
    Row(
      testDescription: "another build", turn: RunOrder.Turn(.base, .repetition(2)),
      options: RunOptions(files: ["f"], repetitions: 6, against: .binary("./old")),
      text: "run 3 of 12: orders, repetition 2, ./old"),
    Row(
      testDescription: "this one beside it", turn: RunOrder.Turn(.new, .warmUp(1)),
      options: RunOptions(files: ["f"], repetitions: 5, warmUps: 1, against: .binary("./old")),
      text: "run 3 of 12: orders, warm-up, this build"),
    Row(
      testDescription: "other brokers", turn: RunOrder.Turn(.base, .repetition(1)),
      options: RunOptions(files: ["f"], repetitions: 6, against: .brokers(.addresses(["a:1", "b:2"]))),
      text: "run 3 of 12: orders, repetition 1, on a:1,b:2"),
    Row(
      testDescription: "the scenario's beside them", turn: RunOrder.Turn(.new, .repetition(1)),
      options: RunOptions(files: ["f"], repetitions: 6, against: .brokers(.embedded)),
      text: "run 3 of 12: orders, repetition 1, on the scenario's brokers"),
  ]) func saysWhichRunBegins(_ row: Row) {
    let line = RunLine(number: 3, total: row.total, scenario: "orders", turn: row.turn, options: row.options)
    #expect(line.text == row.text)
  }

  @Test(arguments: [
    (
      ChildProgramError.notFound, "old",
      "\"old\" cannot be run: there is no such file in PATH; for one in this folder write ./old"
    ),
    (.notFound, "./old", "\"./old\" cannot be run: there is no such file"),
    (
      .anotherProgram(printed: "grep 3.8"), "/usr/bin/grep",
      "\"/usr/bin/grep\" cannot be run: it is not rehearse: --version prints \"grep 3.8\""
    ),
    (
      .silent(.seconds(10)), "./old",
      "\"./old\" cannot be run: it did not answer --version within 10 s"
    ),
    (
      .broken(.killed(signal: 4)), "./old",
      "\"./old\" cannot be run: it fails at --version (ended by signal 4)"
    ),
  ]) func saysWhyAnotherBuildCannotBeRun(_ error: ChildProgramError, _ path: String, _ sentence: String) {
    #expect(error.sentence(path: path) == sentence)
  }
}
