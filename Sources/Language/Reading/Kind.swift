/// The values that a key takes. The JSON Schema, the reference, merging and `--set` all follow it.
indirect enum Kind: Sendable {
  /// Version of the scenario language.
  case version
  /// `[A-Za-z0-9][A-Za-z0-9_-]*`
  case name
  case text
  /// Text with placeholders, in which `${…}` is sent as is.
  case template
  case boolean
  case integer(ClosedRange<UInt64>)
  case count, duration, ratio, size
  /// A number of elements, or the least and the most of them: `1..5`.
  case repetition
  /// `20k/s`, or `max`.
  case rate
  /// A rate with a number.
  case constantRate
  /// The same, or `0/s`.
  case rateOrNone
  case words([Word])
  /// The path of a file, relative to the one in which it is written.
  case path
  /// `host:port[,host:port…]`
  case brokers
  /// One character between cells.
  case separator
  case expectation
  /// An address of HTTP.
  case url
  /// A status of an answer, or a class of them: `201`, `2xx`.
  case status
  /// A part of a record: `key`, or a path such as `$.id`.
  case field
  /// Any scalar, by its text.
  case scalar
  /// The name of something that the scenario declares.
  case reference(Declared)
  case list(Kind)
  case mapping(KeyTable)
  /// A mapping whose keys are names that the writer chooses.
  case named(Kind, names: NameRule)
  /// Any property of librdkafka, by its own name.
  case properties
  /// Any setting of a topic, by Kafka's own name.
  case topicSettings
  /// `true`, or a mapping.
  case trueOr(KeyTable)
  /// A URL, or a mapping that has it.
  case urlOr(KeyTable)
  /// Text, or the place of a secret.
  case textOrSecret
  /// One of several, distinguished by their form; replaced as a whole where it is inherited.
  case either([Kind])

  enum Declared: String, Sendable {
    case stage, template, topic, identity, target, sink, group
  }

  /// The form of names that the writer chooses.
  enum NameRule: Sendable {
    case name
    /// A partition's number.
    case partition
    /// The name of a placeholder or a variable: `[A-Za-z_][A-Za-z0-9_]*`
    case variable
    case header
    /// A metric by which builds are compared.
    case metric
    /// A variable of a command's environment.
    case environment
    /// A part of a record.
    case field
  }

  /// True for a mapping that is merged key by key with an inherited one.
  var merges: Bool {
    switch self {
    case .named, .properties, .topicSettings: true
    case .mapping(let table): !table.isReplacedWhole
    case .trueOr, .urlOr: true
    default: false
    }
  }

  /// The kind of `key` in a mapping of this kind; nil if there is no such key.
  func child(_ key: String) -> Kind? {
    switch self {
    case .mapping(let table), .trueOr(let table), .urlOr(let table): table.row(key)?.kind
    case .named(let kind, _): kind
    case .properties, .topicSettings: .text
    case .either(let kinds): kinds.lazy.compactMap { $0.child(key) }.first
    default: nil
    }
  }
}

/// One of the words that a key takes.
struct Word: Sendable {
  var text: String
  /// The meaning, in a few words.
  var summary: String
  /// True for a word that is part of the language, but not supported yet.
  var isLater = false

  init(_ text: String, _ summary: String, later: Bool = false) {
    self.text = text
    self.summary = summary
    isLater = later
  }
}
