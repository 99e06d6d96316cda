package import Kafka

/// The receiver of every line of librdkafka's log and of every error; secrets are redacted by `Kafka`.
package typealias ClientLog = @Sendable (_ client: String, ClientEvent) -> Void
