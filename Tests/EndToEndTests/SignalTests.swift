import Glibc
import Kafka
import Testing

extension EndToEndTests {
  /// Signals to the built program, while it sends, asks, waits and reads.
  @Suite struct Signals {
    private static func scenario(in folder: Folder, duration: String = "60s") throws -> String {
      try folder.write(
        """
        version: 1
        name: long
        cluster: {brokers: embedded}
        topics: {t: {}}
        templates: {m: {value: a}}
        stages:
          - {name: s, rate: 1k/s, duration: \(duration), measure: false}
          - {name: never, count: 5}
        """, to: "long.yaml")
    }

    struct Sent: Sendable, CustomTestStringConvertible {
      var testDescription: String
      /// Signals, and milliseconds after the one before.
      var signals: [(Int32, after: Int64)]
      var code: Int32

      init(_ name: String, _ code: Int32, _ signals: (Int32, after: Int64)...) {
        testDescription = name
        self.signals = signals
        self.code = code
      }
    }

    /// The first signal ends the sending, and the reports are written; the rest of the stage is unsent. Those that come within a
    /// second are the same wish.
    @Test(arguments: [
      Sent("SIGINT", 130, (SIGINT, 0)),
      Sent("SIGTERM", 143, (SIGTERM, 0)),
      Sent("SIGHUP", 143, (SIGHUP, 0)),
      Sent("SIGINT twice, as npm and a terminal send it", 130, (SIGINT, 0), (SIGINT, 5)),
      Sent("SIGINT, and SIGTERM 100 ms later", 130, (SIGINT, 0), (SIGTERM, 100)),
      Sent("many at once", 143, (SIGTERM, 0), (SIGINT, 1), (SIGHUP, 1), (SIGTERM, 1), (SIGINT, 1)),
    ]) func endTheSending(_ sent: Sent) throws {
      let folder = try Folder()
      let program = try Program(
        ["run", try Self.scenario(in: folder), "--report-dir", folder.path("Reports")], in: folder)
      // The first progress line comes after 5 s: by then messages are being sent.
      #expect(eventually { program.errorsSoFar.contains("of 60,000 sent") })
      for (number, after) in sent.signals {
        pause(for: .milliseconds(after))
        program.signal(number)
      }
      let ended = try program.wait(deadline: 20)
      #expect(ended.code == sent.code)
      #expect(ended.lastLine.hasPrefix("result: ABORTED "))
      #expect(ended.lastLine.contains(" exit=\(sent.code)"))
      #expect(ended.errors.contains("stopping: nothing more is sent"))
      #expect(!ended.errors.contains("waiting no longer"))
      let rows = try folder.report("long", "stages.csv").split(separator: "\n")
      #expect(rows[1].contains(",s,0,aborted,"))
      #expect(rows[2].contains(",never,1,skipped,"))
      #expect(try folder.report("long", "junit.xml").contains("unsent == 0"))
    }

    /// As under `nohup`, and with `&` in a script.
    @Test func signalsThatWereIgnoredAtTheStartStayIgnored() throws {
      let folder = try Folder()
      let program = try Program(
        ["run", try Self.scenario(in: folder, duration: "2s"), "--report-dir", folder.path("Reports")], in: folder,
        shell: "trap '' INT TERM HUP")
      #expect(eventually { access(folder.path("Reports/long"), F_OK) == 0 })
      for number in [SIGINT, SIGTERM, SIGHUP] { program.signal(number) }
      let ended = try program.wait(deadline: 30)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(ended.lastLine.contains(" messages=2005 "))
    }

    /// A broker that accepts connections and never answers: the first signal ends the question that it was asked.
    @Test func aQuestionThatIsNotAnswered() throws {
      let folder = try Folder()
      let silent = try SilentServer()
      let program = try Program(
        [
          "run", .repository("Scenarios/quickstart.yaml"), "--brokers", silent.address, "--report-dir",
          folder.path("Reports"),
        ], in: folder)
      #expect(eventually { silent.hasBeenAsked })
      program.signal(SIGINT)
      let ended = try program.wait(deadline: 20)
      #expect(ended.code == 130, "\(ended.errors)")
      #expect(ended.lastLine.hasPrefix("result: ABORTED "))
      #expect(try folder.report("quickstart", "stages.csv").contains("skipped"))
    }

    /// The brokers stop answering, and everything is waited for: the client's queue, its closing, reading. The second signal ends
    /// all of it, and the reports have what there is.
    @Test func theSecondEndsTheWaiting() throws {
      let folder = try Folder()
      let mock = try MockCluster()
      try mock.createTopic("t", partitions: 1)
      let program = try Program(
        [
          "run", try Self.scenario(in: folder), "--brokers", mock.bootstrap, "--report-dir", folder.path("Reports"),
        ], in: folder)
      // The mock does not know the requests for a topic's settings, so that these take their whole time.
      #expect(eventually(within: 40) { program.errorsSoFar.contains("of 60,000 sent") })
      mock.setRoundTrip(.seconds(60))
      program.signal(SIGINT)
      #expect(eventually { program.errorsSoFar.contains("stopping") })
      pause(for: .milliseconds(1100))
      let begun = MonotonicClock.now()
      program.signal(SIGTERM)
      let ended = try program.wait(deadline: 20)
      // The limits of what is waited for add up to more than 15 s.
      #expect(MonotonicClock.now() - begun < 8_000_000_000)
      #expect(ended.code == 130)
      #expect(ended.errors.contains("waiting no longer"))
      #expect(ended.lastLine.hasPrefix("result: ABORTED "))
      #expect(ended.lastLine.contains(" exit=130"))
      let rows = try folder.report("long", "stages.csv").split(separator: "\n")
      #expect(rows[1].contains(",s,0,aborted,"))
      for name in ["junit.xml", "run.json"] { #expect(try !folder.report("long", name).isEmpty) }
    }

    /// Standard output is a pipe that takes nothing, so that not even the second signal ends the program.
    @Test func theThirdEndsTheProgram() throws {
      let folder = try Folder()
      let pipe = folder.path("pipe")
      try #require(mkfifo(pipe, 0o600) == 0)
      let descriptor = open(pipe, O_RDWR | O_NONBLOCK)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      let page = [UInt8](repeating: 0, count: 4096)
      while write(descriptor, page, page.count) > 0 {}
      let program = try Program(
        ["run", try Self.scenario(in: folder), "--report-dir", folder.path("Reports")], in: folder, output: pipe)
      #expect(eventually { program.errorsSoFar.contains("of 60,000 sent") })
      for text in ["stopping", "waiting no longer", "quitting"] {
        program.signal(SIGINT)
        #expect(eventually { program.errorsSoFar.contains(text) })
        pause(for: .milliseconds(1100))
      }
      #expect(try program.wait(deadline: 20).code == 130)
    }
  }
}
