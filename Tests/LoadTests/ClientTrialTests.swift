import Kafka
import Load
import Scenarios
import Testing

/// Clients that are made to find out whether librdkafka takes their properties.
@Suite struct ClientTrialTests {
  @Test func knowNoBroker() {
    let profile = ClientProfile(bootstrap: [], isEmbedded: false, written: Samples.properties(["linger.ms": "1"]))
    for settings in [profile.producer, profile.reader, profile.prober] {
      #expect(settings["bootstrap.servers"] == nil)
      #expect(settings["log.queue"] == "true")
      // The command that would fetch a ticket.
      #expect(settings["sasl.kerberos.kinit.cmd"]?.hasPrefix("exit 0; kinit ") == true)
    }
  }

  @Test func fetchNoToken() {
    let endpoint = "sasl.oauthbearer.token.endpoint.url"
    let written = Samples.properties([endpoint: "http://127.0.0.1:9/token"])
    let tried = ClientProfile(bootstrap: [], isEmbedded: false, written: written)
    let run = ClientProfile(bootstrap: ["k:9092"], isEmbedded: false, written: written)
    #expect(
      [tried.producer[endpoint], tried.reader[endpoint], tried.prober[endpoint]] == ["none://", "none://", "none://"])
    #expect(run.producer[endpoint] == "http://127.0.0.1:9/token")
    #expect(ClientProfile(bootstrap: [], isEmbedded: false, written: []).producer[endpoint] == nil)
  }

  @Test(
    arguments: [
      ("nothing", [:], []), ("what is taken", ["linger.ms": "1"], []),
      ("a producer's", ["retries": "0"], ["retries"]), ("a reader's", ["fetch.max.bytes": "1"], ["fetch.max.bytes"]),
      ("one of each", ["retries": "0", "fetch.max.bytes": "1"], ["fetch.max.bytes", "retries"]),
      ("by an alias that the sentence has not", ["message.send.max.retries": "0"], ["message.send.max.retries"]),
      (
        "the one without which it is taken", ["client.id": "a", "security.protocol": "SASL_SSL"], ["security.protocol"]
      ),
      // Late in the making of a client: librdkafka has destroyed a part of its settings by then.
      ("a certificate", ["security.protocol": "ssl", "ssl.ca.location": "/no"], ["ssl.ca.location"]),
    ] as [(String, KeyValuePairs<String, String>, [String])])
  func thePropertiesAtFault(_ name: String, _ written: KeyValuePairs<String, String>, _ names: [String]) {
    let refusals = ClientTrial.refusals(of: Samples.properties(written))
    #expect(refusals.map { $0.property?.name } == names, "\(refusals)")
  }

  /// A producer has interceptors, which librdkafka destroys itself where it fails late.
  @Test func aProducerThatFailsLateIsAnError() throws {
    let written = Samples.properties(["security.protocol": "ssl", "ssl.ca.location": "/no/such.pem"])
    let profile = ClientProfile(bootstrap: ["127.0.0.1:1"], isEmbedded: false, written: written)
    for _ in 0..<20 {
      let error = try #require(throws: KafkaError.self) {
        try Producer(profile.producer, topic: "t", headerName: "rehearse", capacity: 1)
      }
      #expect(error.text.hasPrefix("ssl.ca.location failed"))
    }
  }
}
