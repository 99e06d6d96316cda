import Glibc
import Testing

@testable import Commands

/// Commands whose output is handed on as it comes.
@Suite(.timeLimit(.minutes(1))) struct StreamedCommandTests {
  private static func command(
    _ text: String, in directory: String? = nil, input: String = "", limit: Duration = .seconds(30)
  ) -> StreamedCommand {
    StreamedCommand(
      ["/bin/sh", "-c", text], environment: CommandTests.environment, in: directory, input: Array(input.utf8),
      limit: limit)
  }

  private static func output(_ command: StreamedCommand) throws -> String {
    var heard: [UInt8] = []
    try command.run { heard += $0 }
    return String(decoding: heard, as: UTF8.self)
  }

  private static func failure(_ command: StreamedCommand, unless isStopped: () -> Bool = { false }) -> CommandFailure? {
    do throws(CommandFailure) {
      try command.run(unless: isStopped) { _ in }
      return nil
    } catch { return error }
  }

  static let printed: [(text: String, directory: String?, input: String, expected: String)] = [
    ("printf 'a\\nb\\n'", nil, "", "a\nb\n"),
    ("printf 'no line end'", nil, "", "no line end"),
    ("cat", nil, "", ""),
    ("cat", nil, "select 1;\nselect 2;\n", "select 1;\nselect 2;\n"),
    // An input that no pipe would hold, and that is read only in part.
    ("wc -c", nil, String(repeating: "x", count: 1 << 20), "1048576\n"),
    ("head -c 3", nil, String(repeating: "x", count: 1 << 20), "xxx"),
    ("cat < /dev/stdin", nil, "again", "again"),
    ("pwd", "/usr", "", "/usr\n"),
    ("exec ./printf here", "/usr/bin", "", "here"),
    ("printf '%s' \"$GREETING\"; echo no >&2", nil, "", "good day"),
  ]

  @Test("standard output is handed on, and standard input is what was given", arguments: printed)
  func prints(_ text: String, _ directory: String?, _ input: String, _ expected: String) throws {
    #expect(try Self.output(Self.command(text, in: directory, input: input)) == expected)
  }

  @Test("a program's name with a slash is relative to the working directory") func relativeName() throws {
    func output(_ name: String, in directory: String) throws -> String {
      try Self.output(
        StreamedCommand(
          [name, "found"], environment: CommandTests.environment, in: directory, limit: .seconds(20)))
    }
    #expect(try output("./printf", in: "/usr/bin") == "found")
    #expect(try output("bin/printf", in: "/usr") == "found")
    // One without a slash is not looked for there.
    #expect(try output("printf", in: "/") == "found")
    #expect(
      Self.failure(StreamedCommand(["./printf"], environment: [:], in: "/", limit: .seconds(20)))?.error
        == .notFound("./printf"))
  }

  @Test("ten million lines are all handed on, in pieces that are not kept") func manyLines() throws {
    func kilobytes() -> Int {
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss
    }
    let before = kilobytes()
    var (lines, largest) = (0, 0)
    try Self.command("yes r4fk2q0001 | head -n 10000000").run { piece in
      largest = max(largest, piece.count)
      lines += piece.count { $0 == UInt8(ascii: "\n") }
    }
    #expect(lines == 10_000_000)
    #expect(largest <= 64 << 10)
    // 110 MB went through.
    #expect(kilobytes() - before < 60 << 10)
  }

  @Test("a slow reader holds the command up, and nothing is dropped") func slowReader() throws {
    var bytes = 0
    try Self.command("head -c 400000 /dev/zero").run { piece in
      bytes += piece.count
      poll(nil, 0, 2)
    }
    #expect(bytes == 400_000)
  }

  static let failures: [(text: String, limit: Duration, expected: CommandError)] = [
    ("echo row; exit 3", .seconds(20), .exited(code: 3)),
    ("kill -9 $$", .seconds(20), .killed(signal: 9)),
    ("yes", .milliseconds(300), .timedOut(after: .milliseconds(300))),
    ("trap '' TERM; sleep 60; sleep 60", .milliseconds(300), .timedOut(after: .milliseconds(300))),
    ("exec >&-; sleep 60", .milliseconds(300), .timedOut(after: .milliseconds(300))),
  ]

  @Test("an ending that is not as it should be is known", arguments: failures)
  func fails(_ text: String, _ limit: Duration, _ expected: CommandError) {
    #expect(Self.failure(Self.command(text, limit: limit))?.error == expected)
  }

  @Test("the end of standard error is kept") func complaints() throws {
    let failure = Self.failure(
      Self.command("head -c 3000000 /dev/zero | tr '\\0' a >&2; echo the end >&2; echo row; exit 2"))
    #expect(failure?.errors.count == 4096)
    #expect(failure?.errors.suffix(8) == Array("the end\n".utf8)[...])
    // Some programs say there alone that they failed.
    #expect(try Self.command("echo ERROR: no column >&2").run { _ in } == Array("ERROR: no column\n".utf8))
  }

  @Test("a stop of the run ends it") func stop() {
    var questions = 0
    #expect(
      Self.failure(Self.command("yes")) {
        questions += 1
        return questions > 5
      }?.error == .stopped)
  }

  @Test("a child in the background that holds the pipe is not awaited") func background() throws {
    let clock = ContinuousClock()
    var output = ""
    let time = try clock.measure { output = try Self.output(Self.command("sleep 30 & echo $!")) }
    #expect(time < .seconds(10))
    let process = try #require(pid_t(output.dropLast()))
    #expect(kill(process, 0) == 0)
    kill(process, SIGKILL)
  }
}
