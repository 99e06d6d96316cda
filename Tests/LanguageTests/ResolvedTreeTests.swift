import Diagnostics
import Language
import Scenarios
import Testing

/// The origin of each value of a scenario.
@Suite struct ResolvedTreeTests {
  private static let files: [String: String] = [
    "shared/common.yaml": """
    version: 1
    cluster:
      brokers: ${KAFKA_BROKERS}
      librdkafka: {linger.ms: 5, sasl.password: "${LOADER_PW}", ssl.key.password: hunter2}
    topics: {orders: {partitions: 6}}
    """
  ]

  private static func entries(
    _ text: String, variables: [String: String] = [:], settings: [String] = []
  ) throws -> [String] {
    let reading = ScenarioReader.read(
      Array(text.utf8), path: "a.yaml",
      in: ReadingEnvironment(
        variable: { variables[$0] },
        file: { path in
          files[path].map { .success(Array($0.utf8)) } ?? .failure(ReadingEnvironment.Unreadable(reason: "not there"))
        }, settings: settings))
    let tree = try #require(reading.tree)
    return tree.entries.map { entry in
      let source =
        switch entry.origin {
        case .written(let position): reading.files.place(position)
        case .byLanguage: "default"
        case .computed: "computed"
        }
      let notes = entry.notes.map { " \($0)" }.joined()
      return "\(entry.path) = \(entry.value) @ \(source)\(notes)"
    }
  }

  @Test func throughIncludesExtendsDefaultsAnchorsAndSettings() throws {
    let entries = try Self.entries(
      """
      version: 1
      name: all
      include: [shared/common.yaml]
      x-slow: {rate: 10/s}
      templates: {order: {value: &v "order {{seq}}"}, other: {value: *v}}
      defaults: {template: order, measure: false}
      stages:
        - {name: first, extends: slow, duration: 1s}
        - {name: second, count: 10, template: other}
      verify: {within: 10s}
      """, variables: ["KAFKA_BROKERS": "k:9092", "LOADER_PW": "swordfish"],
      settings: ["stages.first.rate=20/s", #"cluster.librdkafka."acks"=all"#])
    #expect(entries.contains("cluster.brokers = k:9092 @ shared/common.yaml:3:12 variable(\"KAFKA_BROKERS\")"))
    #expect(entries.contains("cluster.librdkafka.\"linger.ms\" = 5 @ shared/common.yaml:4:27"))
    #expect(entries.contains("cluster.librdkafka.\"sasl.password\" = {env: LOADER_PW} @ shared/common.yaml:4:45"))
    #expect(entries.contains("cluster.librdkafka.\"ssl.key.password\" = *** @ shared/common.yaml:4:79 plainSecret"))
    #expect(entries.contains("cluster.librdkafka.acks = all @ --set:2:27"))
    #expect(entries.contains("topics.orders.partitions = 6 @ shared/common.yaml:5:31"))
    #expect(entries.contains("topics.orders.name =  @ computed"))
    #expect(entries.contains("templates.other.value = order {{seq}} @ a.yaml:5:28"))
    #expect(
      entries.filter { $0.hasPrefix("stages.first.") && !$0.contains("@ default") && !$0.contains("@ computed") } == [
        "stages.first.name = first @ a.yaml:8:12",
        "stages.first.rate = 20/s @ --set:1:19",
        "stages.first.duration = 1s @ a.yaml:8:44",
        "stages.first.template = order @ a.yaml:6:22",
        "stages.first.measure = false @ a.yaml:6:38",
      ])
    #expect(entries.contains("stages.second.rate = max @ default"))
    #expect(entries.contains("stages.second.template = other @ a.yaml:9:41"))
    #expect(entries.contains("verify.within = 10s @ a.yaml:10:18"))
    #expect(!entries.joined().contains("swordfish"))
    #expect(!entries.joined().contains("hunter2"))
  }

  @Test func valuesThatAreNotWritten() throws {
    let entries = try Self.entries(
      """
      version: 1
      name: bare
      cluster: {brokers: embedded}
      topics: {t: }
      templates: {m: {value: a}}
      stages: [{name: s, count: 1}]
      """)
    #expect(
      entries.prefix(8) == [
        "version = 1 @ a.yaml:1:10", "name = bare @ a.yaml:2:7", "seed =  @ computed",
        "cluster.brokers = embedded @ a.yaml:3:20", "cluster.auth = none @ default",
        "topics.t.name =  @ computed", "topics.t.partitions =  @ computed", "topics.t.replication =  @ computed",
      ])
    #expect(entries.contains("verify.mode = tail @ default"))
    // A stage with a count has no duration, and no default for one.
    #expect(!entries.contains { $0.hasPrefix("stages.s.duration") })
  }

  /// Only the place of a secret is shown, and only the name of a variable that is named like one.
  @Test func secretsAreNotShown() throws {
    let entries = try Self.entries(
      """
      version: 1
      name: secrets
      description: "${API_TOKEN} and ${PLACE:-here}"
      cluster: {brokers: embedded}
      identities:
        a: {mechanism: PLAIN, username: "${WHO}", password: "${A_PW}"}
        b: {mechanism: PLAIN, username: b, password: {file: /run/b}}
        c: {mechanism: PLAIN, username: c, password: swordfish}
      topics: {t: }
      templates: {m: {value: a}}
      stages: [{name: s, count: 1}]
      """, variables: ["API_TOKEN": "swordfish", "A_PW": "swordfish", "WHO": "me"])
    #expect(
      entries.filter { !$0.contains("@ default") && !$0.contains("@ computed") }.dropFirst(2).prefix(9) == [
        "description = ${API_TOKEN} and here @ a.yaml:3:14 secretVariable(\"API_TOKEN\") unset(\"PLACE\")",
        "cluster.brokers = embedded @ a.yaml:4:20",
        "identities.a.mechanism = PLAIN @ a.yaml:6:18",
        "identities.a.username = me @ a.yaml:6:35 variable(\"WHO\")",
        "identities.a.password = {env: A_PW} @ a.yaml:6:55",
        "identities.b.mechanism = PLAIN @ a.yaml:7:18",
        "identities.b.username = b @ a.yaml:7:35",
        "identities.b.password = {file: /run/b} @ a.yaml:7:55",
        "identities.c.mechanism = PLAIN @ a.yaml:8:18",
      ])
    #expect(!entries.joined().contains("swordfish"))
  }
}
