import FoundationEssentials
import Glibc
import Synchronization
import Testing

@testable import Commands

/// Commands that are followed to their ends.
@Suite(.timeLimit(.minutes(1))) struct FollowedCommandTests {
  private static func run(
    _ text: String, in group: CommandGroup = CommandGroup(), signal: (String) -> Int32? = { _ in nil }
  ) throws -> (FollowedCommand.Ending, heard: String) {
    var heard: [UInt8] = []
    let ending = try FollowedCommand(["/bin/sh", "-c", text], environment: CommandTests.environment).run(
      in: group, hear: { heard += $0 }, signal: { signal(String(decoding: heard, as: UTF8.self)) })
    return (ending, String(decoding: heard, as: UTF8.self))
  }

  @Test func bothOutputsAreTaken() throws {
    let (ending, heard) = try Self.run("echo one >&2; echo result; echo two >&2; exit 3")
    #expect(ending == FollowedCommand.Ending(error: .exited(code: 3), output: Array("result\n".utf8)))
    #expect(heard == "one\ntwo\n")
  }

  /// The end of standard output is kept; standard error is passed on whole, however much it is.
  @Test func theMemoryIsBounded() throws {
    let (ending, heard) = try Self.run("seq 100000; seq 100000 >&2; echo last")
    #expect(ending.error == nil)
    #expect(ending.output.count <= 16 << 10)
    #expect(String(decoding: ending.output, as: UTF8.self).hasSuffix("\n99999\n100000\nlast\n"))
    #expect(heard == (1...100_000).map { "\($0)\n" }.joined())
  }

  @Test func aSignalReachesIt() throws {
    var isSent = false
    let (ending, _) = try Self.run("trap 'echo heard; exit 5' INT; echo ready >&2; while :; do sleep 0.05; done") {
      guard !isSent, $0.contains("ready") else { return nil }
      isSent = true
      return SIGINT
    }
    #expect(ending == FollowedCommand.Ending(error: .exited(code: 5), output: Array("heard\n".utf8)))
  }

  /// The whole group, from another thread, whatever it ignores.
  @Test func itCanBeEndedAtOnce() throws {
    let group = CommandGroup()
    var isEnded = false
    let (ending, heard) = try Self.run(
      "trap '' INT TERM HUP; sleep 60 & echo $! >&2; while :; do sleep 0.05; done", in: group
    ) { heard in
      if heard.hasSuffix("\n"), !isEnded {
        isEnded = true
        group.end()
      }
      return nil
    }
    #expect(ending.error == .killed(signal: SIGKILL))
    let child = try #require(pid_t(heard.prefix { $0 != "\n" }))
    #expect(Self.isGone(child))
    // No process is ended once it is over.
    group.end()
  }

  /// An orphan that was killed is gone as soon as init reaps it; until then it is a zombie.
  private static func isGone(_ process: pid_t) -> Bool {
    for _ in 0..<1000 {
      if kill(process, 0) != 0 { return true }
      let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
      if state.contains(") Z ") { return true }
      usleep(5000)
    }
    return false
  }

  @Test func oneThatIsNotThere() {
    #expect(throws: CommandError.notFound("./no-such-build")) {
      try FollowedCommand(["./no-such-build"], environment: [:]).run(
        in: CommandGroup(), hear: { _ in }, signal: { nil })
    }
  }
}
