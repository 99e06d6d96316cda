/// How values of one kind are written: what the JSON Schema holds them to, and the reference shows.
struct Spelling: Sendable {
  /// A way in which it is often written wrongly.
  struct Refusal: Sendable {
    var text: String
    /// What is wrong with it, in a few words.
    var reason: String

    init(_ text: String, _ reason: String) {
      self.text = text
      self.reason = reason
    }
  }

  /// As the reference calls it: `duration`.
  var name: String
  /// What it is, as a sentence.
  var summary: String
  /// What YAML may take it for, in JSON Schema's words.
  var types: [String]
  /// Of the text, without anchors; nil where any will do.
  var pattern: String?
  /// Of a number.
  var bounds: ClosedRange<UInt64>?
  /// Whether `${NAME}` in it is replaced.
  var takesVariables = true
  /// As they are written in YAML.
  var good: [String] = []
  var refused: [Refusal] = []

  /// `${NAME}`, `${NAME:-default}` or `${NAME:?message}`, anywhere; `$${` begins none.
  static let variable = #"(?:^|[^$])\$\{[A-Za-z_][A-Za-z0-9_]*(?::[-?][^}]*)?\}"#

  /// The pattern of the whole text, variables included; nil where any text will do.
  var wholePattern: String? {
    pattern.map { takesVariables ? "^(?:\($0))$|\(Self.variable)" : "^(?:\($0))$" }
  }

  /// All that the reference explains, in its order.
  static let explained: [Spelling] = [
    .name, .text, .template, .boolean, .wholeNumber, .count, .duration, .rate, .size, .ratio, .brokers, .path,
    .expectation,
  ]
}

extension Kind {
  /// How it is written, where it is no mapping, list or choice of several.
  var spelling: Spelling? {
    switch self {
    case .version: .version
    case .name: .name
    case .text, .reference: .text
    case .template: .template
    case .boolean: .boolean
    case .integer(let bounds): .wholeNumber(in: bounds)
    case .count: .count
    case .duration: .duration
    case .rate: .rate
    case .constantRate: .constantRate
    case .rateOrNone: .rateOrNone
    case .ratio: .ratio
    case .size: .size
    case .path: .path
    case .brokers: .brokers
    case .expectation: .expectation
    case .words, .list, .mapping, .named, .properties, .topicSettings, .trueOr, .either: nil
    }
  }
}
