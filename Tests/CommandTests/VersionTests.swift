import Kafka
import Testing

@testable import rehearse

@Suite struct VersionTests {
  @Test func namesBothVersions() {
    #expect(Version.line == "rehearse 0.1.0 (librdkafka \(ClientLibrary.version))\n")
  }
}
