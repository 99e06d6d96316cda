internal import Kafka

/// The versions of this program and of the librdkafka that it runs with.
enum Version {
  static let number = "0.1.0"

  static var line: String { "rehearse \(number) (librdkafka \(ClientLibrary.version))\n" }
}
