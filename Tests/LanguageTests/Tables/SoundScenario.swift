import Diagnostics
import Testing

@testable import Language

/// A correct scenario in which one mapping has additional keys: every diagnostic is about those.
struct SoundScenario {
  /// The scenario's own text.
  var text: String
  /// The file that it includes, if the keys are in that file.
  var included: String?

  init(with pairs: [YAMLTree.Pair], in place: KeyTable) {
    let excluding = place.excluding
    let keys = pairs.map(\.key)
    var root = Self.root
    func put(_ key: String, _ tree: YAMLTree) { root = root.replacing([.init(key, tree)]) }
    func whole(_ base: String) -> YAMLTree { .mapping([YAMLTree.Pair](base).replacing(pairs, excluding: excluding)) }
    func stage(_ more: [YAMLTree.Pair]) {
      var base = [YAMLTree.Pair]("name: tested\nduration: 10s")
      let rate = more.first { $0.key == "rate" }?.value.lines.joined() ?? ""
      if rate.contains("steps:") || rate.contains("replay:") { base.removeLast() }
      base = base.replacing(
        more, excluding: StageKeys.table.excluding)
      let others: [YAMLTree] =
        keys == ["name"] ? [] : [.text("{name: spike, count: 10}"), .text("{name: peak, duration: 10s}")]
      put("stages", .list(others + [.mapping(base)]))
    }
    func template(_ more: [YAMLTree.Pair]) {
      let value =
        switch keys {
        case ["format"]: #"value: "[{{seq}}]""#
        case ["schema"]: "format: json\nvalue: \"[{{seq}}]\""
        default: "value: plain"
        }
      let tested = [YAMLTree.Pair](value).replacing(more, excluding: TemplateKeys.table.excluding)
      put("templates", .mapping([.init("order", "{value: plain}"), .init("tested", .mapping(tested))]))
    }
    func identity(_ more: [YAMLTree.Pair]) {
      var base = [YAMLTree.Pair]("mechanism: PLAIN\nusername: a\npassword: {env: A}")
      let keys = more.map(\.key)
      if keys == ["mechanism"], let mechanism = more.first?.value.lines.joined() {
        if mechanism == "OAUTHBEARER" || mechanism == "BEARER" { base = [YAMLTree.Pair]("token: {env: A}") }
        if mechanism == "none" { base = [] }
      }
      if keys.contains("token") { base = [YAMLTree.Pair]("mechanism: OAUTHBEARER") }
      if keys.contains("certificate") { base.append(.init("key", "a.key")) }
      if keys == ["key"] { base.append(.init("certificate", "a.pem")) }
      if keys == ["key_password"] { base += [YAMLTree.Pair]("certificate: a.pem\nkey: a.key") }
      if keys == ["keystore_password"] { base.append(.init("keystore", "a.p12")) }
      put("identities", .mapping([.init("loader", Self.identity), .init("tested", .mapping(base.replacing(more)))]))
    }
    /// Every stage posts to a target, and everything can be named.
    func posted() {
      put("targets", .text("{api: \"http://localhost:8080/orders\"}"))
      put(
        "templates",
        .text(#"{order: {format: json, value: '{"id": "{{id}}"}'}, good: {format: json, value: '{"id": "{{id}}"}'}}"#))
      put("topics", .text("{orders: {}, orders-done: {}}"))
      put("groups", .text("{order-consumers: {topics: [orders]}}"))
      put("defaults", .text("{to: api, template: order, rate: 10k/s}"))
      put("stages", .text("[{name: spike, duration: 10s}, {name: tested, duration: 10s, template: good}]"))
    }
    func sink(_ more: [YAMLTree.Pair]) {
      posted()
      var base = [YAMLTree.Pair]("topic: orders\nidentity: {json: $.id}")
      let keys = more.map(\.key)
      if keys == ["input"] || keys == ["environment"] || keys == ["every"] {
        base = [YAMLTree.Pair]("command: [psql]")
      }
      if keys == ["command"] || keys == ["any_of"] { base = [] }
      if keys == ["schema"] { base += [YAMLTree.Pair]("format: json") }
      let other = YAMLTree.text("{topic: orders, identity: key}")
      put(
        "sinks",
        .mapping([
          .init("stored", other), .init("failed", other), .init("orders", other),
          .init("tested", .mapping(base.replacing(more, excluding: SinkKeys.table.excluding))),
        ]))
    }
    func action(_ more: [YAMLTree.Pair]) {
      var base = [YAMLTree.Pair]("name: restart\nat: 5s\nrun: [docker, restart, orders]")
      if more.map(\.key) == ["for"] { base += [YAMLTree.Pair]("then: [docker, start, orders]") }
      put("stages", .text("[{name: peak, duration: 10s}, {name: tested, duration: 10s}]"))
      put("actions", .list([.mapping(base.replacing(more))]))
    }
    func rate(_ profile: String, _ tree: YAMLTree) { stage([.init("rate", .mapping([.init(profile, tree)]))]) }

    switch place.name {
    case "scenario": root = root.replacing(pairs)
    case "included":
      root = root.filter { !keys.contains($0.key) || $0.key == "version" } + [.init("include", "[first.yaml]")]
      included = Self.text([YAMLTree.Pair]("version: 1").replacing(pairs))
    case "cluster": put("cluster", whole("brokers: localhost:9092"))
    case "tls":
      put(
        "cluster",
        .mapping([
          .init("brokers", "localhost:9092"),
          .init("tls", whole(keys == ["truststore_password"] ? "truststore: a.p12" : "")),
        ]))
    case "identity": identity(pairs)
    case "secret": identity([.init("password", whole(keys == ["within"] ? "command: cat token" : ""))])
    case "topic": put("topics", .mapping([.init("orders", .mapping(pairs))]))
    case "template": template(pairs)
    case "repeated": template([.init("let", .mapping([.init("lines", whole("repeat: 3\nvalue: plain"))]))])
    case "field": template([.init("fields", .mapping([.init("id", .mapping(pairs))]))])
    case "sequence":
      template([.init("fields", .mapping([.init("id", .mapping([.init("sequence", .mapping(pairs))]))]))])
    case "data": template([.init("data", whole("file: users.csv"))])
    case "size": template([.init("size", whole("min: 1KiB\nmax: 2KiB"))])
    case "defaults":
      put("defaults", whole("topic: orders\ntemplate: order"))
      put("stages", .text("[{name: tested, duration: 10s}]"))
    case "stage": stage(pairs)
    case "rate": stage([.init("rate", .mapping(pairs))])
    case "ramp": rate("ramp", whole("from: 0/s\nto: 20k/s"))
    case "step": rate("steps", .list([whole("rate: 1k/s\nfor: 10s")]))
    case "sine": rate("sine", whole("mean: 10k/s\namplitude: 5k/s\nperiod: 1m"))
    case "burst": rate("burst", whole("base: 5k/s\npeak: 60k/s\nevery: 10s\nfor: 1s"))
    case "replay": rate("replay", whole("file: gaps.txt"))
    case "partition": stage([.init("partition", .mapping(pairs))])
    case "start": stage([.init("start", whole(keys == ["delay"] ? "with: spike" : ""))])
    case "client": stage([.init("client", .mapping(pairs))])
    case "transactional": stage([.init("client", .mapping([.init("transactional", whole("every: 1000"))]))])
    case "verify": put("verify", .mapping(pairs))
    case "message-identity": sink([.init("identity", .mapping(pairs))])
    case "target":
      let base = [YAMLTree.Pair]("url: \(keys == ["tls"] ? "https" : "http")://localhost:8080/orders")
      put("targets", .mapping([.init("tested", .mapping(base.replacing(pairs)))]))
    case "sink": sink(pairs)
    case "holds": sink([.init("holds", .mapping(pairs))])
    case "group": put("groups", .mapping([.init("order-consumers", whole("topics: [orders]"))]))
    case "action": action(pairs)
    case "action-start": action([.init("at", whole("with: tested"))])
    case "check": put("expect", .list([whole("check: lost == 0")]))
    case "condition": stage([.init("abort_when", .list([whole("check: rejected > 100")]))])
    case "compared": put("compare", .mapping([.init("ack_latency_p99", .mapping(pairs))]))
    default: Issue.record("no place for \(place.name)")
    }
    if keys.contains("to") { put("targets", .text("{api: \"http://localhost:8080/orders\"}")) }
    if keys.contains("to") || keys == ["sinks"], place.name != "sink" {
      let id = #"{format: json, value: '{"id": "{{id}}"}'}"#
      put("templates", .text("{order: \(id), login: \(id), logout: \(id)}"))
    }
    if keys.contains("auth") {
      put("identities", .mapping(["loader", "intruder", "auditor"].map { .init($0, Self.identity) }))
    }
    text = Self.text(root)
  }

  /// A whole file; the files that it includes exist.
  init(_ text: String) { self.text = text + "\n" }

  /// The content of `common.yaml`.
  private static let common = """
    version: 1
    cluster: {brokers: "localhost:9092", librdkafka: {linger.ms: 5}}
    topics: {orders: {partitions: 6}}
    templates: {order: {value: plain, key: k}}
    defaults: {topic: orders, template: order, rate: 10k/s}

    """

  private static let users = "email\na@example.com\n"

  private static let identity = "{mechanism: PLAIN, username: a, password: {env: A}}"

  private static let root = [YAMLTree.Pair](
    """
    version: 1
    name: orders
    cluster: {brokers: "localhost:9092"}
    topics: {orders: {partitions: 6}}
    templates: {order: {value: plain, key: k}, login: {value: in}, logout: {value: out}}
    defaults: {topic: orders, template: order, rate: 10k/s}
    stages: [{name: tested, duration: 10s}]
    """)

  private static func text(_ pairs: [YAMLTree.Pair]) -> String {
    YAMLTree.mapping(pairs).lines.map { $0 + "\n" }.joined()
  }

  /// The diagnostics of the reader; the files that it names exist.
  var diagnostics: [Diagnostic] {
    let environment = ReadingEnvironment(
      variable: { _ in nil },
      file: { [included] path in
        let text =
          path == "first.yaml"
          ? included ?? ""
          : path.hasSuffix(".csv")
            ? Self.users : path.hasSuffix(".json") ? "{}" : path.hasSuffix(".txt") ? "250ms\n" : Self.common
        return .success(Array(text.utf8))
      })
    let reading = ScenarioReader.read(Array(text.utf8), path: "orders.yaml", in: environment)
    return reading.diagnostics.filter { $0.severity == .error }
  }
}
