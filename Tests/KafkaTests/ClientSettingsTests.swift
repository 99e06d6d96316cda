import Diagnostics
import Kafka
import Testing

@Suite struct ClientSettingsTests {
  @Test func theLastOfTheSameNameIsUsed() {
    var settings = ClientSettings()
    settings["acks"] = "1"
    settings["linger.ms"] = "7"
    settings["acks"] = "all"
    #expect(settings["acks"] == "all")
    #expect(settings["client.id"] == nil)
    #expect(settings.properties.map(\.name) == ["linger.ms", "acks"])
    #expect(settings.properties.map(\.value) == ["7", "all"])
    settings["acks"] = nil
    #expect(settings.properties.map(\.name) == ["linger.ms"])
  }

  @Test func equalWhereNamesValuesAndOrderAre() {
    let (a, b) = (Self.settings(["acks": "1"]), Self.settings(["acks": "1"]))
    #expect(a == b)
    #expect(a != Self.settings(["acks": "all"]))
    #expect(a != Self.settings(["linger.ms": "1"]))
    #expect(a != ClientSettings())
  }

  @Test func onlySecretsAreRedacted() {
    let settings = Self.settings(["sasl.username": "ada", "sasl.password": "hunter2"])
    #expect(settings.redacted.sorted { $0.name < $1.name }.map(\.value) == ["***", "ada"])
    #expect(settings.redaction.apply(to: "ada said hunter2") == "ada said ***")
  }

  // MARK: Refused properties

  @Test(arguments: [
    ("unknown", "no.such.property", "1", "No such configuration property: \"no.such.property\""),
    // Reported under the name that it is an alias of.
    ("not one of its words", "acks", "some", "Invalid value for configuration property \"request.required.acks\""),
    ("a duration for a number", "linger.ms", "5s", "it would read 5 instead of \"5s\": write only a number"),
    ("a size for a number", "batch.size", "64KiB", "it would read 64 instead of \"64KiB\": write only a number"),
    ("a size out of range", "message.max.bytes", "10MB", "it would read 10 instead of \"10MB\": write only a number"),
    ("a power", "batch.size", "1e6", "it would read 1 instead of \"1e6\": write only a number"),
    ("octal", "batch.size", "0100", "it would read 64 instead of \"0100\": write only a number"),
    (
      "out of its range", "message.max.bytes", "1",
      "Configuration property \"message.max.bytes\" value 1 is outside allowed range 1000..1000000000"
    ),
    (
      "not a truth value", "enable.idempotence", "perhaps",
      "Expected bool value for \"enable.idempotence\": true or false"
    ),
  ]) func aRefusedProperty(_ name: String, _ property: String, _ value: String, _ text: String) throws {
    let fault = try #require(ClientSettings.fault(name: property, value: value, isSecret: false)?.error)
    #expect(fault.text == text)
    #expect(fault.property == property)
    #expect(fault.name == "_INVALID_ARG")
  }

  @Test(arguments: [("acks", "all"), ("linger.ms", "0.5"), ("fetch.wait.max.ms", "5"), ("sasl.password", "x")])
  func anAcceptedProperty(_ property: String, _ value: String) {
    #expect(ClientSettings.fault(name: property, value: value, isSecret: false) == nil)
  }

  @Test(
    arguments: [
      ("linger_ms", "5", .unknownName), ("sasl.jaas.config", "x", .unknownName), ("dr_cb", "x", .notForFiles),
      ("linger.ms", "5ms", .notANumber), ("message.max.bytes", "10MB", .notANumber), ("acks", "some", .wrongValue),
      ("retries", "3.5", .notANumber), ("linger.ms", "nan", .notANumber), ("linger.ms", "1.2.3", .notANumber),
      ("acks", " -1", .notANumber), ("acks", "-1.0", .notANumber), ("linger.ms", "soon", .wrongValue),
      ("linger.ms", "-inf", .notANumber),
      // 32 bits are kept of each.
      ("message.timeout.ms", "4294967396", .wrongValue), ("batch.size", "99999999999", .wrongValue),
      ("acks", "4294967295", .wrongValue), ("batch.size", "99999999999999999999", .wrongValue),
      ("batch.size", "0010", .wrongValue), ("batch.size", "08", .wrongValue),
      ("message.max.bytes", "1", .wrongValue), ("enable.idempotence", "perhaps", .wrongValue),
    ] as [(String, String, PropertyFault.Kind)])
  func theKindOfAMistake(_ property: String, _ value: String, _ kind: PropertyFault.Kind) {
    #expect(ClientSettings.fault(name: property, value: value, isSecret: false)?.kind == kind)
  }

  @Test func aRefusedSecretIsNotQuoted() throws {
    let fault = try #require(ClientSettings.fault(name: "no.such.password", value: "password", isSecret: true)?.error)
    #expect(fault.property == "no.such.password")
    #expect(fault.text == "No such configuration property: \"no.such.***\"")
  }

  @Test func contradictingSettingsAreRefused() throws {
    let settings = Self.settings([
      "linger.ms": "1000", "message.timeout.ms": "500", "log.queue": "true", "bootstrap.servers": "127.0.0.1:1",
    ])
    let error = try #require(throws: KafkaError.self) {
      try Producer(settings, topic: "orders", headerName: "rehearse", capacity: 4)
    }
    #expect(error.text == "`message.timeout.ms` must be greater than `linger.ms`")
  }

  @Test func theFirstRefusedPropertyIsNamed() throws {
    var settings = Self.settings(["client.id": "a"])
    settings["acks"] = "some"
    settings["no.such.property"] = "1"
    let error = try #require(throws: KafkaError.self) { try ClientHandle.prober(settings) }
    #expect(error.property == "acks")
  }

  static func settings(_ properties: KeyValuePairs<String, String>) -> ClientSettings {
    var settings = ClientSettings()
    for (name, value) in properties { settings[name] = value }
    return settings
  }
}
