import Glibc
import Kafka
import Testing

extension EndToEndTests {
  /// With Apache Kafka itself. The tests share one broker, or three, with a topic each.
  @Suite(.enabled(if: KafkaHome.found != nil, "no Apache Kafka: set KAFKA_HOME, or type: make kafka"))
  struct OnKafka {}

  @Suite struct KafkaPresence {
    /// Tests that are left out unnoticed prove nothing: on a build server that is a failure.
    @Test func whereItIsDemanded() {
      switch KafkaHome.search {
      case .found: break
      case .absent(let why): if KafkaHome.isDemanded { Issue.record("CI is set, and \(why)") }
      case .mistaken(let why): Issue.record("\(why)")
      }
    }

    /// `LD_LIBRARY_PATH` is lost more easily than it is noticed.
    @Test(.enabled(if: getenv("REHEARSE_VERSION") != nil, "which library does not matter"))
    func withTheLibraryThatWasAskedFor() throws {
      let wanted = String(cString: try #require(getenv("REHEARSE_VERSION")))
      #expect(wanted.contains("(librdkafka \(ClientLibrary.version))"))
      #expect(try Program.run(["--version"], in: try Folder()).output == wanted + "\n")
    }
  }
}
