package import Kafka

/// Where the clients' own words go: every line of librdkafka's log and every error, secrets redacted by `Kafka`.
package typealias ClientLog = @Sendable (_ client: String, ClientEvent) -> Void
