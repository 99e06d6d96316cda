import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// Large messages on the embedded broker: it keeps 5 MiB of a partition, and never lets a run wait for ever.
  @Suite struct EmbeddedSizes {
    private static func scenario(_ size: String, stage: String, client: String = "") -> String {
      """
      version: 1
      name: test
      cluster: {brokers: embedded, librdkafka: {message.max.bytes: 10000000, \(client)}}
      topics: {t: {partitions: 1}}
      templates: {m: {value: "{{seq}}", size: \(size)}, small: {value: "{{seq}}", size: 10kB}}
      stages: [{name: s, \(stage)}]
      """
    }

    @Test(
      arguments: [
        ("2.5 MB, one after the other", "2.5MB", "template: m, count: 8", "", nil),
        ("3 MB", "3MB", "template: m, count: 8", "", 3_000_000),
        ("4 MB", "4MB", "template: m, count: 8", "", 4_000_000),
        ("6 MB", "6MB", "template: m, count: 5", "", 6_000_000),
        ("6 MB, one alone", "6MB", "template: m, count: 1", "", nil),
        ("6 MB, compressed", "6MB", "template: m, count: 8", "compression.type: lz4", nil),
        (
          "batches as large as the client may make them", "10kB", "template: m, count: 2000", "batch.size: 8000000", nil
        ),
      ] as [(String, String, String, String, Int?)]
    ) func areReadBackOrRefused(
      _ name: String, _ size: String, _ stage: String, _ client: String, _ refused: Int?
    ) throws {
      let folder = try Folder()
      let text = Self.scenario(size, stage: stage, client: client)
      let result = try Rehearsed(text).run(in: folder)
      let checked = try Program.run(["check", folder.path("test.yaml")], in: folder)
      guard let refused else {
        #expect(result.exits == [.passed], "\(result.problems)")
        #expect(checked.code == 0)
        return
      }
      #expect(result.exits == [.invalidInput])
      #expect(result.stages.map(\.send[.sent]) == [0])
      let sentence =
        "stage \"s\" sends messages of up to \(refused) bytes, and the embedded broker keeps 5 MiB of a partition: two in a "
        + "row do not fit"
      #expect(result.problems.map(\.message) == [sentence])
      #expect(checked.code == 65)
      #expect(checked.errors.contains("test.yaml:6:17: error: \(sentence) [input.too-much-for-embedded]"))
    }

    /// A few among many are not seen before the run. The broker loses one, the reader gives its partition up, and nothing waits for
    /// it: what was not read is unseen.
    @Test func whatWasNotForeseenEndsAllTheSame() throws {
      let result = try Rehearsed(
        Self.scenario("4700kB", stage: "mix: {small: 700, m: 1}, count: 21000", client: "linger.ms: 50")
      ).run(in: try Folder())
      let stage = try result.stage("s")
      #expect(CountIdentity.violations(send: stage.send, read: stage.read) == [])
      #expect(stage.read?[.lost] == 0)
      #expect(result.exits == [.inconclusive] || result.exits == [.passed])
    }
  }
}
