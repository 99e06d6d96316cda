import Glibc
import Synchronization
import Testing

@testable import Commands

/// Real commands, and what becomes of each.
@Suite(.timeLimit(.minutes(1))) struct CommandTests {
  static let environment = ["PATH": "/usr/bin:/bin", "GREETING": "good day"]

  static func run(
    _ invocation: Command.Invocation, limit: Duration = .seconds(20), outputLimit: Int = 64 << 10,
    unless isStopped: () -> Bool = { false }
  ) -> Result<[UInt8], CommandFailure> {
    let command = Command(invocation, environment: environment, limit: limit, outputLimit: outputLimit)
    do { return .success(try command.run(unless: isStopped)) } catch { return .failure(error) }
  }

  static func shell(_ text: String, limit: Duration = .seconds(20)) -> Result<[UInt8], CommandFailure> {
    run(.shell(text), limit: limit)
  }

  static let printed: [(Command.Invocation, String)] = [
    (.arguments(["printf", "%s", "two words"]), "two words"),
    (.arguments(["/usr/bin/printf", "$HOME;`id`"]), "$HOME;`id`"),
    (.arguments(["echo", "-n"]), ""),
    (.arguments(["true"]), ""),
    (.shell("printf hello"), "hello"),
    (.shell("echo hello"), "hello\n"),
    (.shell("printf '%s' \"$GREETING\""), "good day"),
    (.shell("false; true"), ""),
    // Standard input is empty, not the terminal's.
    (.shell("cat; echo end"), "end\n"),
    (.arguments(["cat"]), ""),
    // What is said on standard error is not output.
    (.shell("echo note >&2; printf secret"), "secret"),
    // The variables given, and none of this process (the shell adds its own).
    (.shell("env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= | sort"), "GREETING=good day\nPATH=/usr/bin:/bin\n"),
    // Its own session.
    (.shell("read -r stat < /proc/$$/stat; set -- $stat; [ $1 = $5 ] && [ $1 = $6 ] && printf leads"), "leads"),
    (.shell("exec >&-; true"), ""),
  ]

  @Test("standard output is what it prints", arguments: printed)
  func prints(_ invocation: Command.Invocation, _ expected: String) throws {
    let output = String(decoding: try Self.run(invocation).get(), as: UTF8.self)
    #expect(output == expected)
  }

  @Test("bytes are given as they are") func binary() throws {
    #expect(try Self.shell("printf '\\000\\377\\033[0m\\r\\n'").get() == [0, 255, 27, 91, 48, 109, 13, 10])
  }

  static let failures: [(Command.Invocation, CommandError)] = [
    (.arguments(["no-such-program-1"]), .notFound("no-such-program-1")),
    (.arguments(["/no/such/program"]), .notFound("/no/such/program")),
    (.arguments([]), .notFound("")),
    (.arguments([""]), .notFound("")),
    (.arguments(["/etc/passwd"]), .notExecutable("/etc/passwd")),
    (.arguments(["/usr"]), .notExecutable("/usr")),
    (.arguments(["echo", "a\0b"]), .systemError(errno: EINVAL)),
    (.arguments(["echo", String(repeating: "x", count: 4 << 20)]), .systemError(errno: E2BIG)),
    (.arguments(["false"]), .exited(code: 1)),
    (.shell("exit 7"), .exited(code: 7)),
    (.shell("no-such-program-1"), .exited(code: 127)),
    (.shell("kill -9 $$"), .killed(signal: 9)),
    (.shell("kill -SEGV $$"), .killed(signal: 11)),
    (.shell("printf secret; exit 3"), .exited(code: 3)),
  ]

  @Test("what goes wrong is known", arguments: failures)
  func fails(_ invocation: Command.Invocation, _ expected: CommandError) {
    #expect(Self.run(invocation).failure?.error == expected)
  }

  @Test("a script without an interpreter cannot be run") func interpreter() throws {
    let path = "/tmp/rehearse-script-\(getpid())"
    defer { unlink(path) }
    for (text, expected) in [
      ("#!/no/such/interpreter\n", CommandError.notExecutable(path)), ("\0\0", .notExecutable(path)),
      ("#!/bin/sh\nexit 4\n", .exited(code: 4)),
    ] {
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o700)
      _ = text.withCString { write(file, $0, text.utf8.count) }
      close(file)
      #expect(Self.run(.arguments([path])).failure?.error == expected, "\(text)")
    }
  }

  @Test("the end of standard error is kept, for the caller to redact") func complaints() {
    #expect(Self.shell("echo no vault >&2; exit 2").failure?.errors == Array("no vault\n".utf8))
    let long = Self.shell("head -c 3000000 /dev/zero | tr '\\0' a >&2; echo the end >&2; exit 2").failure
    #expect(long?.errors.count == 4096)
    #expect(long?.errors.suffix(8) == Array("the end\n".utf8)[...])
  }

  @Test("output up to the limit is given, and more is an error") func limit() throws {
    #expect(try Self.run(.shell("printf 12345"), outputLimit: 5).get().count == 5)
    #expect(Self.run(.shell("printf 123456"), outputLimit: 5).failure?.error == .tooMuch(limit: 5))
    #expect(try Self.shell("head -c 65536 /dev/zero").get().count == 65536)
    #expect(Self.shell("head -c 65537 /dev/zero").failure?.error == .tooMuch(limit: 65536))
    #expect(Self.shell("head -c 1000000 /dev/zero").failure?.error == .tooMuch(limit: 65536))
    #expect(Self.shell("yes").failure?.error == .tooMuch(limit: 65536))
  }

  @Test(
    "a command that hangs is ended at its limit",
    arguments: [
      "sleep 60", "exec sleep 60", "trap '' TERM INT HUP; sleep 60; sleep 60", "cat /dev/zero >&2",
      "exec >&- 2>&-; sleep 60",
      "kill -STOP $$",
    ])
  func hangs(_ text: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(Self.shell(text, limit: .milliseconds(300)).failure?.error == .timedOut(after: .milliseconds(300)))
    }
    #expect(time < .seconds(5))
  }

  @Test("at its limit its children are ended, too") func children() throws {
    let mark = "300.\(getpid())1"
    #expect(Self.shell("sleep \(mark) & sleep \(mark)", limit: .milliseconds(200)).failure != nil)
    #expect(Self.shell("trap '' TERM; sleep \(mark) & sleep \(mark)", limit: .milliseconds(200)).failure != nil)
    // A whole argument of a process; the system may take a moment to end them.
    let search = "grep -zlsx '[3]\(mark.dropFirst())' /proc/[0-9]*/cmdline; true"
    let clock = ContinuousClock()
    let end = clock.now + .seconds(10)
    var found = try Self.shell(search).get()
    while !found.isEmpty, clock.now < end { found = try Self.shell(search).get() }
    #expect(found.isEmpty)
  }

  @Test("a child in the background that holds the pipes is not awaited, and goes on") func background() throws {
    let clock = ContinuousClock()
    var output: [UInt8] = []
    let time = try clock.measure { output = try Self.shell("sleep 30 & echo $!").get() }
    #expect(time < .seconds(5))
    let process = try #require(pid_t(String(decoding: output.dropLast(), as: UTF8.self)))
    #expect(kill(process, 0) == 0)
    kill(process, SIGKILL)
  }

  @Test("a child in the background that never stops printing is not read for ever") func noise() throws {
    let clock = ContinuousClock()
    let time = try clock.measure {
      let output = try Self.shell("yes >&2 & echo $!").get()
      let process = try #require(pid_t(String(decoding: output.dropLast(), as: UTF8.self)))
      kill(process, SIGKILL)
    }
    #expect(time < .seconds(5))
  }

  @Test("a stop of the run ends it") func stop() {
    let questions = Atomic(0)
    let isStopped = { questions.add(1, ordering: .relaxed).newValue > 5 }
    #expect(Self.run(.shell("sleep 60"), unless: isStopped).failure?.error == .stopped)
    #expect(Self.run(.shell("trap '' TERM; sleep 60; sleep 60"), unless: { true }).failure?.error == .stopped)
  }

  @Test("no descriptor of this process is inherited") func inheritance() throws {
    // Without close-on-exec, as a library might leave one.
    let leaks = (0..<5).map { _ in open("/dev/null", O_RDONLY) }
    defer { leaks.forEach { close($0) } }
    #expect(leaks.allSatisfy { $0 > 2 })
    #expect(
      String(decoding: try Self.shell("echo /proc/$$/fd/*").get(), as: UTF8.self).split(separator: " ").count <= 4)
    for leak in leaks {
      #expect(
        Self.shell("[ -e /proc/$$/fd/\(leak) ] && [ \(leak) -ne 10 ] && [ \(leak) -ne 255 ]").failure?.error
          == .exited(code: 1))
    }
  }

  @Test("signals are handled and let through as usual, whatever this process does") func signals() throws {
    signal(SIGUSR1, SIG_IGN)
    defer { signal(SIGUSR1, SIG_DFL) }
    var (blocked, before) = (sigset_t(), sigset_t())
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGUSR2)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    // (A shell would unblock them itself.)
    let output = try Self.run(.arguments(["grep", "-E", "Sig(Blk|Ign)", "/proc/self/status"])).get()
    // Two signals are the C library's own.
    #expect(
      String(decoding: output, as: UTF8.self).replacing("000180000000", with: "000000000000")
        == "SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n")
  }

  @Test("an exit code is known although this process ignores its children") func ignored() {
    signal(SIGCHLD, SIG_IGN)
    #expect(Self.shell("exit 5").failure?.error == .exited(code: 5))
    signal(SIGCHLD, SIG_DFL)
  }

  @Test("200 runs of each ending from several threads leave no descriptor and no process") func leaks() async throws {
    func descriptors() -> Int {
      (0..<4096).count { fcntl($0, F_GETFD) >= 0 }
    }
    func processes() -> Int {
      let output = Self.shell("grep -h '^PPid:.\(getpid())$' /proc/[0-9]*/status 2>/dev/null")
      return ((try? output.get()) ?? []).count { $0 == UInt8(ascii: "\n") }
    }
    let before = (descriptors(), processes())
    let texts = ["printf \(getpid())", "exit 1", "head -c 100000 /dev/zero"]
    let good = await withTaskGroup(of: Int.self) { group in
      for index in 0..<600 {
        group.addTask { (try? Self.shell(texts[index % 3]).get()) == Array("\(getpid())".utf8) ? 1 : 0 }
      }
      return await group.reduce(0, +)
    }
    #expect(good == 200)
    // Other tests of the same process open some; an ending that leaves one makes 200.
    #expect(descriptors() - before.0 < 150)
    #expect(processes() - before.1 < 150)
  }
}

extension Result {
  fileprivate var failure: Failure? {
    switch self {
    case .success: nil
    case .failure(let failure): failure
    }
  }
}
