internal import Kafka

/// Which program this is, and which client library it found.
enum Version {
  static let number = "0.1.0"

  static var line: String { "rehearse \(number) (librdkafka \(ClientLibrary.version))\n" }
}
