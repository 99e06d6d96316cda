import FoundationEssentials
import Glibc
import Testing

extension EndToEndTests.OnKafka {
  @Suite struct Crashes {
    private static let mark = "/tmp/rehearse-crash-of-the-tests"

    /// A crash of the tests leaves no JVM behind: not the paused one, and not the one that has lost its quorum and would
    /// wait for the others for minutes. What is left is the brokers' logs.
    @Test func leaveNothingBehind() async throws {
      defer { try? FileManager.default.removeItem(atPath: Self.mark) }
      await #expect(processExitsWith: .signal(SIGKILL)) {
        let cluster = try KafkaCluster(brokers: 3)
        cluster.brokers[0].kill()
        cluster.brokers[1].pause()
        try Data(cluster.folder.utf8).write(to: URL(filePath: "/tmp/rehearse-crash-of-the-tests"))
        kill(getpid(), SIGKILL)
      }
      let folder = try String(contentsOf: URL(filePath: Self.mark), encoding: .utf8)
      try #require(folder.hasPrefix("/tmp/rehearse-kafka-"))
      defer { try? FileManager.default.removeItem(atPath: folder) }
      #expect(eventually { processes(naming: folder).isEmpty }, "\(processes(naming: folder))")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.contains("broker-1.log") && left.contains("broker-2.log") && left.contains("broker-3.log"))
      // That of the killed one stays, since it might have been started again.
      #expect(!left.contains("data-2") && !left.contains("data-3"))
    }

    private func processes(naming text: String) -> [String] {
      let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter { Int($0) != nil }
      return numbers.filter { number in
        let words = try? Data(contentsOf: URL(filePath: "/proc/\(number)/cmdline"))
        return words.map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false
      }
    }
  }
}
