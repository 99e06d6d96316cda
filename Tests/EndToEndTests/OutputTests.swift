import Glibc
import Kafka
import Load
import Testing
import Verification

extension EndToEndTests {
  /// Where results cannot be shown or kept, the exit code says so, and nothing hangs.
  @Suite struct Outputs {
    private static func scenario(_ stage: String, in folder: Folder) throws -> String {
      try folder.write(
        """
        version: 1
        name: test
        cluster: {brokers: embedded}
        topics: {orders: {}}
        templates: {m: {value: "a {{seq}}"}}
        stages: [\(stage)]
        """, to: "test.yaml")
    }

    @Test(
      arguments: [
        ("a full disk for standard output", "/dev/full", nil), ("standard output is closed", nil, "exec 1>&-"),
        ("files may not grow beyond 4 KiB", nil, "ulimit -f 8"),
      ] as [(String, String?, String?)])
    func thatCannotBeWritten(_ name: String, _ output: String?, _ shell: String?) throws {
      let folder = try Folder()
      let file = try Self.scenario("{name: s, count: 5}", in: folder)
      let ended = try Program(
        ["run", file, "--report-dir", folder.path("Reports")], in: folder, output: output, shell: shell
      ).wait()
      #expect(ended.code == 74, "\(name): \(ended.output)\(ended.errors)")
      if output == nil, shell?.hasPrefix("ulimit") == true { #expect(ended.lastLine.hasSuffix("exit=74")) }
    }

    /// A progress line comes after 5 s, into a pipe that is full and that no program reads.
    @Test func standardErrorIsAPipeThatIsFull() throws {
      let folder = try Folder()
      let file = try Self.scenario("{name: s, rate: 10/s, duration: 6s}", in: folder)
      #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
      let fill = "exec 3<>\(folder.path("pipe")); dd if=/dev/zero bs=4096 count=16 >&3 2>/dev/null; exec 2>&3"
      let ended = try Program(["run", file, "--report-dir", folder.path("Reports")], in: folder, shell: fill).wait()
      #expect(ended.code == 0, "\(ended.output)")
    }

    /// Payloads on a terminal are visible, and in a pipe what they are.
    @Test func messagesOnATerminal() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: test
        cluster: {brokers: embedded}
        topics: {t: {}}
        templates: {m: {key: "\\e]0;title\\a", value: "\\e[31mred\\u009b2J\\n::error::x\\ttab"}}
        stages: [{name: s, count: 1}]
        """, to: "test.yaml")
      let piped = try Program.run(["render", "--keys", file], in: folder)
      #expect(piped.output == "\u{1B}]0;title\u{7}\t\u{1B}[31mred\u{9B}2J\n::error::x\ttab\n", "\(piped.errors)")

      let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      defer { close(terminal) }
      var (locked, number) = (Int32(0), UInt32(0))
      // TIOCSPTLCK and TIOCGPTN, which Swift does not see.
      #expect(ioctl(terminal, 0x4004_5431, &locked) == 0 && ioctl(terminal, 0x8004_5430, &number) == 0)
      let name = "/dev/pts/\(number)"
      let ended = try Program(["render", "--keys", file], in: folder, output: name).wait()
      #expect(ended.code == 0)
      _ = fcntl(terminal, F_SETFL, O_NONBLOCK)
      let shown = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        count = max(read(terminal, buffer.baseAddress, buffer.count), 0)
      }
      #expect(
        String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n")
          == "\\u{1B}]0;title\\u{7}\t\\u{1B}[31mred\\u{9B}2J\n\\u{3A}:error::x\ttab\n")
    }

    /// Longer than a question waits at first: a cluster that is far away.
    @Test func aClusterWhoseAnswersTakeLongIsReached() throws {
      let mock = try MockCluster()
      mock.setRoundTrip(.milliseconds(400))
      var rehearsed = Rehearsed(stages: "[{name: s, count: 10}]", partitions: 1)
      rehearsed.connection = ClusterConnection(embedded: mock, [])
      #expect(try rehearsed.run(in: try Folder()).exits == [.passed])
    }
  }
}
