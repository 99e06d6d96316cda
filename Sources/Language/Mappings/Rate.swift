/// Keys of a rate that is a profile: one of these.
enum RateKeys {
  static let ramp = Key(
    "ramp", .mapping(RampKeys.table), "Rises or falls evenly over the stage's duration.",
    examples: ["{from: 0/s, to: 20k/s}"],
    later: true
  ) { $0.ramp($1) }

  static let steps = Key(
    "steps", .list(.mapping(StepKeys.table)), "One rate after the other; they bring the duration.",
    examples: ["[{rate: 1k/s, for: 10s}, {rate: 5k/s, for: 10s}]"], later: true
  ) { $0.steps($1) }

  static let sine = Key(
    "sine", .mapping(SineKeys.table), "Swings around a mean.", examples: ["{mean: 10k/s, amplitude: 5k/s, period: 1m}"],
    later: true
  ) { $0.sine($1) }

  static let burst = Key(
    "burst", .mapping(BurstKeys.table), "A peak at the beginning of every period.",
    examples: ["{base: 5k/s, peak: 60k/s, every: 10s, for: 1s}"], later: true
  ) { $0.burst($1) }

  static let poisson = Key(
    "poisson", .constantRate, "Independent arrivals with this mean, by the seed.", examples: ["500/s"], later: true
  ) { $0.poisson($1) }

  static let replay = Key(
    "replay", .mapping(ReplayKeys.table), "The gaps of a file, one duration a line.",
    examples: ["{file: gaps.txt, speed: 2}"],
    later: true
  ) { $0.replay($1) }

  /// Profiles that say how long the stage is.
  static let bringingDuration = [steps.name, replay.name]
  /// Profiles that follow the stage's duration, so that it has to be written.
  static let needingDuration = [ramp.name, sine.name, burst.name]

  static let table = KeyTable(
    name: "rate", title: "A rate profile", summary: "How a rate changes: one of these.",
    rows: [ramp.row, steps.row, sine.row, burst.row, poisson.row, replay.row],
    rules: [.oneKey, .notEmpty("steps")], isReplacedWhole: true,
    example: MappingExample(in: "stage", "rate: {poisson: 500/s}\nduration: 30s"))
}

enum RampKeys {
  static let from = Key(
    "from", .rateOrNone, "The rate at the beginning; may be `0/s`.", examples: ["0/s"], required: true
  ) {
    $0.rateOrNone($1)
  }
  static let to = Key("to", .rateOrNone, "The rate at the end; may be `0/s`.", examples: ["20k/s"], required: true) {
    $0.rateOrNone($1)
  }
  static let table = KeyTable(
    name: "ramp", title: "A ramp", summary: "A rate that goes evenly from one to another; the stage has a duration.",
    rows: [from.row, to.row],
    example: MappingExample(in: "stage", "rate: {ramp: {from: 0/s, to: 20k/s}}\nduration: 30s"))
}

enum StepKeys {
  static let rate = Key("rate", .rateOrNone, "The rate of this step; may be `0/s`.", examples: ["1k/s"], required: true)
  {
    $0.rateOrNone($1)
  }
  static let length = Key("for", .duration, "How long this step lasts.", examples: ["10s"], required: true) {
    $0.duration($1)
  }
  static let table = KeyTable(
    name: "step", title: "A step", summary: "One of the `steps` of a rate profile.", rows: [rate.row, length.row],
    example: MappingExample(in: "stage", "rate: {steps: [{rate: 1k/s, for: 10s}, {rate: 5k/s, for: 10s}]}"))
}

enum SineKeys {
  static let mean = Key("mean", .constantRate, "The rate around which it swings.", examples: ["10k/s"], required: true)
  {
    $0.constantRate($1)
  }
  static let amplitude = Key(
    "amplitude", .constantRate, "How far it swings to either side; at most the mean.", examples: ["5k/s"],
    required: true
  ) {
    $0.constantRate($1)
  }
  static let period = Key("period", .duration, "How long one swing takes.", examples: ["1m"], required: true) {
    $0.duration($1)
  }
  static let table = KeyTable(
    name: "sine", title: "A sine", summary: "A rate that swings around a mean.",
    rows: [mean.row, amplitude.row, period.row],
    example: MappingExample(
      in: "stage", "rate: {sine: {mean: 10k/s, amplitude: 5k/s, period: 1m}}\nduration: 10m"))
}

enum BurstKeys {
  static let base = Key(
    "base", .rateOrNone, "The rate between the peaks; may be `0/s`.", examples: ["5k/s"], required: true
  ) {
    $0.rateOrNone($1)
  }
  static let peak = Key("peak", .constantRate, "The rate in a peak.", examples: ["60k/s"], required: true) {
    $0.constantRate($1)
  }
  static let every = Key("every", .duration, "From one peak to the next.", examples: ["10s"], required: true) {
    $0.duration($1)
  }
  static let length = Key("for", .duration, "How long a peak lasts.", examples: ["1s"], required: true) {
    $0.duration($1)
  }
  static let table = KeyTable(
    name: "burst", title: "A burst", summary: "A rate with regular peaks; every period begins with its peak.",
    rows: [base.row, peak.row, every.row, length.row],
    example: MappingExample(
      in: "stage", "rate: {burst: {base: 5k/s, peak: 60k/s, every: 10s, for: 1s}}\nduration: 60s"))
}

enum ReplayKeys {
  static let file = Key(
    "file", .path, "The file: the gap before each message as a duration, one a line.", examples: ["gaps.txt"],
    required: true
  ) { $0.path($1) }
  static let speed = Key(
    "speed", .integer(1...1_000_000), "How many times faster than in the file.", examples: ["2"]
  ) {
    $0.integer($1, in: 1...1_000_000)
  }.defaulting(to: 1)
  static let table = KeyTable(
    name: "replay", title: "A replay", summary: "The gaps between messages, from a file.", rows: [file.row, speed.row],
    example: MappingExample(in: "stage", "rate: {replay: {file: gaps.txt, speed: 2}}"))
}

/// Keys of a partition rule that is a mapping.
enum PartitionKeys {
  static let words = [
    Word("by-key", "by the key's hash, as Kafka's Java client does it"),
    Word("sticky", "one partition for 128 messages, then the next"),
    Word("round-robin", "one partition after the other"), Word("random", "by the seed", later: true),
  ]

  static let weights = Key(
    "weights", .named(.integer(0...1_000_000), names: .partition), "Partitions by their numbers, each with its weight.",
    examples: ["{0: 3, 1: 1}"],
    required: true, later: true
  ) { $0.weights($1) }
  static let table = KeyTable(
    name: "partition", title: "Weighted partitions", summary: "A partition rule in which each partition has a weight.",
    rows: [weights.row],
    isReplacedWhole: true, example: MappingExample(in: "stage", "partition: {weights: {0: 3, 1: 1}}"),
    advice: { key in Quantity.isDigits(key) ? "write {weights: {\(key): …}}" : nil })
}

/// Keys of a stage's `start`: `with` or `after`.
enum StartKeys {
  static let with = Key(
    "with", .reference(.stage), "Begins together with this stage, which stands above.", examples: ["spike"]
  ) { $0.name($1) }
  static let after = Key(
    "after", .reference(.stage), "Begins when this stage, which stands above, has ended.", examples: ["spike"]
  ) {
    $0.name($1)
  }
  static let delay = Key(
    "delay", .duration, "How much later than that it begins.", default: .described("none"), examples: ["5s"]
  ) {
    $0.duration($1)
  }
  static let table = KeyTable(
    name: "start", title: "A start", summary: "When a stage begins: `with` or `after` another.",
    rows: [with.row, after.row, delay.row],
    rules: [.oneOf(["with", "after"])], isReplacedWhole: true,
    example: MappingExample(in: "stage", "start: {with: spike, delay: 5s}"))
}

/// Keys of a stage's `client`.
enum ClientKeys {
  static let idempotent = Key(
    "idempotent", .boolean, "Whether the brokers drop what a retry sends twice; it implies acks all.",
    examples: ["false"]
  ) { $0.boolean($1) }.defaulting(to: true)
  static let transactional = Key(
    "transactional", .mapping(TransactionalKeys.table), "Sends in transactions.", examples: ["{every: 1000, abort: 1%}"]
  ) { $0.transactions($1) }
  /// Some of librdkafka's properties that have no dot.
  private static let properties: Set<String> = ["acks", "retries", "debug"]

  /// The advice for a key that looks like one of librdkafka's properties.
  static let advice: @Sendable (String) -> String? = { key in
    let isProperty = properties.contains(key) || key.contains(".") && key.first?.isLetter == true
    return isProperty ? "properties of librdkafka stand below cluster: write librdkafka: {\(key): …}" : nil
  }

  static let table = KeyTable(
    name: "client", title: "A client",
    summary: "What is asked of a stage's producers, beyond the properties of librdkafka.",
    rows: [idempotent.row, transactional.row],
    example: MappingExample(in: "stage", "client: {idempotent: false}"))
}

enum TransactionalKeys {
  static let every = Key(
    "every", .either([.count, .duration]), "The length of a transaction: how many messages, or how much time.",
    examples: ["1000", "1s"],
    required: true
  ) { $0.transactionLength($1) }
  static let abort = Key(
    "abort", .ratio, "The share of transactions that are aborted, chosen by the seed.", default: .value("0%"),
    examples: ["1%"]
  ) { $0.quantity($1, expected: "a ratio such as 1%", Quantity.ratio) }
  static let table = KeyTable(
    name: "transactional", title: "Transactions",
    summary: "A stage's messages are sent in transactions, of which some may be aborted.",
    rows: [every.row, abort.row],
    example: MappingExample(in: "stage", "client: {transactional: {every: 1000, abort: 1%}}"))
}
