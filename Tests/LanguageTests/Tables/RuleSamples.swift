@testable import Language

/// Samples that the tables do not have.
extension LanguageSample {
  /// Keys that exclude or need each other: one for each of the schema's rules.
  static let exclusions: [LanguageSample] = [
    refused(.template, "value: a\nfile: b.txt"),
    refused(.stage, "template: order\nmix: {order: 1}"),
    refused(.defaults, "template: order\nmix: {order: 1}"),
    refused(.stage, "pause: 5s\nrate: 5/s"),
    refused(.stage, "pause: 5s\ncount: 5"),
    refused(.stage, "pause: 5s\nduration: 5s"),
    refused(.stage, "pause: 5s\nexpect: [lost == 0]"),
    refused(.stage, "rate: 5/s\ncount: 5\nduration: 5s"),
    refused(.stage, "rate: {ramp: {from: 0/s, to: 5/s}}\ncount: 5"),
    refused(.stage, "rate: {steps: [{rate: 5/s, for: 5s}]}\nduration: 5s"),
    refused(.stage, "rate: {replay: {file: gaps.txt}}\ncount: 5"),
    refused(.stage, "rate: {}"),
    refused(.rate, "poisson: 5/s\nreplay: {file: gaps.txt}"),
    refused(.rate, "steps: []"),
    refused(.ramp, "from: null"),
    refused(.start, "with: spike\nafter: peak"),
    refused(.secret, "env: A\nfile: b"),
    refused(.messageIdentity, "json: $.id\nxml: //id"),
    refused(.stage, "topic: orders\nto: api"),
    refused(.stage, "to: api\npartition: 3"),
    refused(.stage, "to: api\nproducers: 2"),
    refused(.stage, "to: api\nclient: {idempotent: false}"),
    refused(.stage, "to: api\nlibrdkafka: {acks: all}"),
    refused(.target, "url: null"),
    refused(.sink, "topic: orders\ncommand: [psql]"),
    refused(.sink, "topic: orders\nany_of: [stored]"),
    refused(.sink, "any_of: [stored]\nidentity: key"),
    refused(.sink, "command: [psql]\nisolation: read_committed"),
    refused(.sink, "input: select\nevery: 5s"),
    refused(.holds, "templates: [order]\nstages: [spike]"),
    refused(.group, "topics: null"),
    refused(.actionStart, "delay: 5s\nwith: null"),
    refused(.identity, "certificate: a.pem\nkeystore: b.p12"),
    refused(.scenario, "identities: {a: {certificate: a.pem}}"),
    refused(.scenario, "identities: {a: {mechanism: PLAIN, username: b}}"),
    refused(.scenario, "identities: {a: {mechanism: OAUTHBEARER}}"),
    refused(.scenario, "identities: {a: {username: b}}"),
    refused(.scenario, "identities: {}"),
    refused(.included, "name: a"),
    refused(.included, "stages: [{name: a, count: 5}]"),
    refused(.included, "version: null"),
    refused(.included, "cluster: {broker: \"localhost:9092\"}"),
    refused(.scenario, "verify: {within: null}"),
    refused(.scenario, "defaults: {rate: null}"),
    refused(.scenario, "stages: [null]"),
    refused(.scenario, "stages: [{name: null, count: 5}]"),
    refused(.scenario, "stages: null"),
  ].enumerated().map { index, sample in
    var sample = sample
    sample.name = "rule.\(sample.place.name).\(index + 1)"
    return sample
  }

  /// Mappings that are complete only because keys are inherited.
  static let sharing: [LanguageSample] = [
    whole(
      "rows-once", .accepted,
      """
      version: 1
      name: a
      cluster: {brokers: embedded}
      topics: {t: {}}
      templates: {row: {data: {file: users.csv, order: once}, value: "{{data.email}}"}}
      stages: [{name: s}]
      """),
    whole(
      "included", .accepted,
      """
      version: 1
      name: a
      include: [common.yaml]
      stages: [{name: s, duration: 1s}]
      """),
    whole(
      "included-and-taken-away", .accepted,
      """
      version: 1
      name: a
      include: [common.yaml]
      cluster: {librdkafka: {linger.ms: null}}
      topics: {orders: {partitions: null}}
      templates: {order: {key: null}}
      defaults: {rate: null}
      stages: [{name: s, count: 5}]
      """),
    whole(
      "extended", .accepted,
      """
      version: 1
      name: a
      cluster: {brokers: embedded}
      topics: {orders: , other: {}}
      x-plain: {value: plain, key: k}
      templates: {order: {extends: plain, key: null}}
      stages:
        - {name: a, count: 5, measure: false, topic: orders}
        - {name: b, extends: a, count: null, duration: 5s, measure: null}
        - {name: c, extends: b}
      """),
    whole(
      "anchors", .accepted,
      """
      version: 1
      name: a
      x-load: &load {rate: 5k/s, duration: 1s}
      x-nothing:
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {value: plain}}
      stages: [{<<: *load, name: s}]
      """),
    whole(
      "defaults-taken-away", .accepted,
      """
      version: 1
      name: a
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {value: plain}}
      defaults: {rate: 5/s}
      stages: [{name: s, count: 5, duration: 1s, rate: null}]
      """),
    whole(
      "a-file-for-an-inherited-value", .accepted,
      """
      version: 1
      name: a
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {value: plain}, other: {extends: order, value: null, file: a.txt}}
      stages: [{name: s, count: 5, template: order}]
      """),
    whole(
      "variables", .accepted,
      """
      version: ${V:-1}
      name: ${N:-orders}
      seed: ${S:-random}
      cluster: {brokers: "${B:-localhost}:9092", librdkafka: {linger.ms: "${L:-5}"}}
      topics:
        orders: {partitions: "${P:-6}", create: "${C:-never}"}
      templates: {order: {format: "${F:-string}", value: plain}}
      stages:
        - {name: "a${X:-b}", rate: "${R:-20}k/s", duration: "${D:-5s}", measure: "${M:-true}"}
        - {name: b, count: "${K:-100k}", partition: "${O:-sticky}", at_most: "${A:-5m}"}
      verify: {mode: "${W:-after}", within: "${I:-10s}"}
      """),
    whole(
      "nothing-to-take-away", .refused,
      """
      version: 1
      name: a
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {value: plain}}
      stages: [{name: s, count: 5, topic: null}]
      """),
  ]

  private static func refused(_ place: KeyTable, _ text: String) -> LanguageSample {
    LanguageSample(name: "", place: place, text: text, verdict: .refused)
  }

  private static func whole(_ name: String, _ verdict: Verdict, _ text: String) -> LanguageSample {
    LanguageSample(name: "sharing.\(name)", place: .scenario, text: text, verdict: verdict, isWhole: true)
  }
}
