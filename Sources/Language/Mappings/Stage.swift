internal import Scenarios

/// Keys of a stage, and of the defaults of all stages.
enum StageKeys {
  static let name = Key(
    "name", .name, "Name of the stage in every report.", examples: ["peak"], required: true
  ) { $0.name($1) }

  static let rate = Key(
    "rate", RateKeys.kind, "Rate at which messages are due: constant, or a profile.",
    examples: ["20k/s", "{ramp: {from: 0/s, to: 20k/s}}"]
  ) { $0.rate($1) }.defaulting(to: .maximum, written: "max")

  static let duration = Key(
    "duration", .duration, "Time over which messages are due. A stage has this or `count`; at `max` it may have both.",
    examples: ["5m"]
  ) { $0.duration($1) }

  static let count = Key(
    "count", .count, "Exact number of messages.", examples: ["100k"]
  ) { $0.quantity($1, expected: "a count such as 100k", Quantity.count) }

  static let pause = Key(
    "pause", .duration, "Sends nothing for this long before the next stage begins.", examples: ["5s"]
  ) { $0.duration($1) }

  static let template = Key(
    "template", .reference(.template), "Template of its messages.", default: .described("the only one declared"),
    examples: ["order"]
  ) { $0.text($1) }

  static let mix = Key(
    "mix", MixKeys.kind, "Several templates with weights, instead of `template`.",
    examples: [MixKeys.example]
  ) { $0.mix($1) }

  static let topic = Key(
    "topic", .reference(.topic), "Topic of its messages.", default: .described("the only one declared"),
    examples: ["orders"]
  ) { $0.text($1) }

  static let target = Key(
    "to", .reference(.target), "Target that its messages are posted to, instead of a topic.", examples: ["api"]
  ) { $0.text($1) }

  static let partition = Key(
    "partition", PartitionKeys.kind, "Rule that picks the partition of each message.",
    default: .described("`by-key` for messages with a key, else `sticky`"), examples: ["round-robin", "3"]
  ) { $0.partition($1) }

  static let producers = Key(
    "producers", integer: 1...64, "Number of producers that share the stage.", examples: ["2"]
  ).defaulting(to: 1)

  static let measure = Key(
    "measure", .boolean, "`false`: its messages are verified, but its times and rates are not reported.",
    examples: ["false"]
  ) { $0.boolean($1) }.defaulting(to: true)

  static let atMost = Key(
    "at_most", .duration, "Stops sending after this long; the rest is `unsent`.",
    default: .described("three times its duration, at least 5m; 1h for a count at `max`"), examples: ["10m"]
  ) { $0.duration($1) }

  static let onFull = Key(
    "on_full",
    words: [
      Word("block", "waits for space in the queue"), Word("drop", "drops the message, and counts it"),
      Word("fail", "ends the stage"),
    ],
    "Action when the client's queue is full.", examples: ["drop"]
  ) { WhenFull(rawValue: $0) }.defaulting(to: .block)

  static let auth = Key(
    "auth", IdentityKeys.kind, "Credentials of its producers, or of its requests.",
    default: .described("cluster.auth, or the target's"),
    examples: ["intruder"]
  ) { $0.authentication($1) }

  static let client = Key(
    "client", .mapping(ClientKeys.table), "Settings of its producers.", default: .value("{idempotent: true}"),
    examples: ["{idempotent: false}"]
  ) { $0.clientTraits($1) }

  static let librdkafka = Key(
    "librdkafka", .properties, "Properties of librdkafka for its producers, by their own names.",
    examples: ["{acks: all}"]
  ) { $0.stageProperties($1) }

  static let abortWhen = Key(
    "abort_when", .list(.either([.expectation, .mapping(CheckKeys.condition)])),
    "Conditions, checked every second, that end all sending.", examples: ["[rejected > 100]"]
  ) { $0.abortConditions($1) }

  static let start = Key(
    "start", .mapping(StartKeys.table), "Time at which it begins.",
    default: .described("when all stages above have ended"),
    examples: ["{with: spike, delay: 5s}"]
  ) { $0.start($1) }

  static let extends = Key(
    "extends", .reference(.stage), "Inherits the keys of another stage, or of a block `x-NAME`.", examples: ["peak"]
  ) { $0.text($1) }

  static let expect = Key(
    "expect", CheckKeys.kind, "Conditions that the stage must meet.",
    examples: ["[ack_latency_p99 < 50ms]"]
  ) { _, pair in pair }

  private static let aPause = "a pause sends nothing"
  private static let noClient = "a target has no partitions, and no client of Kafka"

  static let table = KeyTable(
    name: "stage", title: "A stage", summary: "A phase of the run with one rate, and one topic or target.",
    rows: [
      name.row, rate.row, duration.row, count.row, pause.row, template.row, mix.row, topic.row, target.row,
      partition.row, producers.row, measure.row, atMost.row, onFull.row, auth.row, client.row, librdkafka.row,
      abortWhen.row,
      start.row, extends.row, expect.row,
    ],
    rules: [
      .exclusive(["topic"], "to"),
      .overriding("to", ["partition", "producers", "client", "librdkafka"], because: noClient),
      .exclusive(["template"], "mix"), .exclusive(["pause"], "rate", because: aPause),
      .exclusive(["pause"], "count", because: aPause), .exclusive(["pause"], "duration", because: aPause),
      .conflicting("pause", "expect", because: aPause), .replacing("count", "duration"),
      .extent(bringing: RateKeys.bringingDuration, needing: RateKeys.needingDuration),
    ],
    own: ["name", "start"],
    example: MappingExample(in: "scenario", "stages:\n  - {name: peak, rate: 20k/s, duration: 5m}"),
    advice: ClientProperties.advice)

  private static let inEachStage = "write it in each stage"
  private static let notInherited = ["name", "extends", "start", "pause", "count", "duration", "expect"]

  static let defaults = KeyTable(
    name: "defaults", title: "Defaults",
    summary: "Keys of a stage, for every stage that does not set them itself.",
    rows: table.rows.filter { !notInherited.contains($0.name) },
    rules: table.rules.filter { rule in !notInherited.contains(where: rule.names) },
    misplaced: Dictionary(uniqueKeysWithValues: notInherited.map { ($0, inEachStage) }),
    example: MappingExample(in: "scenario", "defaults: {topic: orders, template: order, partition: sticky}"),
    advice: ClientProperties.advice)
}
