import Glibc
import Testing

@testable import Commands

/// Commands that leave others running.
@Suite(.timeLimit(.minutes(1))) struct LastingCommandTests {
  private static func run(
    _ text: String, in directory: String? = nil, limit: Duration = .seconds(20)
  ) -> (error: CommandError?, output: String) {
    let ending = LastingCommand(
      ["/bin/sh", "-c", text], environment: CommandTests.environment, in: directory, limit: limit
    ).run()
    return (ending.error, String(decoding: ending.output, as: UTF8.self))
  }

  /// True once the process is gone, or waits for init to take it off the list.
  private static func isGone(_ process: pid_t) throws -> Bool {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end {
      if kill(process, 0) != 0 { return true }
      let state = Self.run("cut -d ' ' -f 3 /proc/\(process)/stat").output
      if state.isEmpty || state == "Z\n" { return true }
    }
    return false
  }

  static let endings: [(text: String, directory: String?, error: CommandError?, output: String)] = [
    ("echo one; echo two >&2; echo three", nil, nil, "one\ntwo\nthree\n"),
    ("echo no broker 1 >&2; exit 2", nil, .exited(code: 2), "no broker 1\n"),
    ("kill -9 $$", nil, .killed(signal: 9), ""),
    ("cat; pwd", "/usr", nil, "/usr\n"),
    ("printf %s \"$GREETING\"", nil, nil, "good day"),
  ]

  @Test("its end and both of its outputs are known", arguments: endings)
  func ends(_ text: String, _ directory: String?, _ error: CommandError?, _ output: String) {
    let ending = Self.run(text, in: directory)
    #expect(ending.error == error)
    #expect(ending.output == output)
  }

  @Test("the end of much output is kept") func bounded() {
    let output = Self.run("seq 1000000; echo last").output
    #expect(output.utf8.count == LastingCommand.keptOutput)
    #expect(output.hasSuffix("\n1000000\nlast\n"))
  }

  @Test("a program that is not there, or is not one, is named") func notThere() {
    for (name, error) in [
      ("no-such-program-1", CommandError.notFound("no-such-program-1")), ("./printf", .notFound("./printf")),
      ("/etc/passwd", .notExecutable("/etc/passwd")),
    ] {
      let ending = LastingCommand([name], environment: CommandTests.environment, in: "/", limit: .seconds(20)).run()
      #expect(ending == LastingCommand.Ending(hasStarted: false, error: error, output: []))
    }
  }

  /// The first trap: a daemon keeps the output open for as long as it runs.
  @Test("a daemon that it leaves is not waited for, and goes on printing") func daemon() throws {
    let clock = ContinuousClock()
    var ending: (error: CommandError?, output: String) = (nil, "")
    let time = clock.measure {
      ending = Self.run("(while :; do echo beat; sleep 0.05; done) & echo $!")
    }
    #expect(time < .seconds(10))
    #expect(ending.error == nil)
    let process = try #require(pid_t(ending.output.split(separator: "\n").first { $0 != "beat" } ?? ""))
    defer { kill(process, SIGKILL) }
    // With a pipe that was closed its next line would have ended it.
    poll(nil, 0, 300)
    #expect(kill(process, 0) == 0)
    #expect(!Self.run("cut -d ' ' -f 3 /proc/\(process)/stat").output.hasPrefix("Z"))
  }

  /// The second trap: a lock is held for as long as any process has the file open.
  @Test("a daemon holds no lock of this process") func lock() throws {
    let path = "/tmp/rehearse-lock-\(getpid())"
    // Inherited by everything that does not close it.
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    defer { unlink(path) }
    #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
    let output = Self.run("sleep 60 & echo $!").output
    let process = try #require(pid_t(output.dropLast()))
    defer { kill(process, SIGKILL) }
    close(file)
    let again = open(path, O_RDWR | O_CLOEXEC)
    defer { close(again) }
    #expect(flock(again, LOCK_EX | LOCK_NB) == 0)
    #expect(kill(process, 0) == 0)
  }

  /// The third trap: what it started lives on, unless it takes longer than it may.
  @Test("its group is ended at the time limit, and only then") func group() throws {
    for (text, limit, livesOn) in [
      ("sleep 61 & echo $!", Duration.seconds(20), true),
      ("sleep 62 & echo $!; exit 3", .seconds(20), true),
      ("sleep 63 & echo $!; sleep 60", .milliseconds(300), false),
      ("trap '' TERM; sleep 64 & echo $!; sleep 60; sleep 60", .milliseconds(300), false),
    ] {
      let ending = Self.run(text, limit: limit)
      #expect((ending.error == .timedOut(after: limit)) == !livesOn, "\(text)")
      let process = try #require(pid_t(ending.output.dropLast()), "\(text)")
      if livesOn {
        #expect(kill(process, 0) == 0, "\(text)")
        kill(process, SIGKILL)
      } else {
        #expect(try Self.isGone(process), "\(text)")
      }
    }
  }

  @Test("it leads a session of its own, which no terminal or end of this process reaches") func session() {
    let text = "read -r stat < /proc/$$/stat; set -- $stat; [ $1 = $5 ] && [ $1 = $6 ] && printf leads"
    #expect(Self.run(text).output == "leads")
  }
}
