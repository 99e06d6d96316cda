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
