/// The spelling of values of one kind, as the JSON Schema checks it and the reference shows it.
struct Spelling: Sendable {
  /// A common mistake in writing it.
  struct Refusal: Sendable {
    var text: String
    /// The mistake, in a few words.
    var reason: String

    init(_ text: String, _ reason: String) {
      self.text = text
      self.reason = reason
    }
  }

  /// The name in the reference: `duration`.
  var name: String
  /// The meaning, as a sentence.
  var summary: String
  /// The types that YAML may give it, in JSON Schema's words.
  var types: [String]
  /// The pattern of the text, without anchors; nil if any will do.
  var pattern: String?
  /// The bounds of a number.
  var bounds: ClosedRange<UInt64>?
  /// True if `${NAME}` in it is replaced.
  var takesVariables = true
  /// As they are written in YAML.
  var good: [String] = []
  var refused: [Refusal] = []

  /// `${NAME}`, `${NAME:-default}` or `${NAME:?message}`, anywhere; `$${` begins none.
  static let variable = #"(?:^|[^$])\$\{[A-Za-z_][A-Za-z0-9_]*(?::[-?][^}]*)?\}"#

  /// The pattern of the whole text, variables included; nil if any text will do.
  var wholePattern: String? {
    pattern.map { takesVariables ? "^(?:\($0))$|\(Self.variable)" : "^(?:\($0))$" }
  }

  /// All that the reference explains, in its order.
  static let explained: [Spelling] = [
    .name, .text, .template, .boolean, .wholeNumber, .count, .repetition, .duration, .rate, .size, .ratio, .brokers,
    .path, .separator, .expectation, .url, .status, .field,
  ]
}

extension Kind {
  /// The spelling of a kind that is not a mapping, a list or a choice of several.
  var spelling: Spelling? {
    switch self {
    case .version: .version
    case .name: .name
    case .text, .reference: .text
    case .template: .template
    case .boolean: .boolean
    case .integer(let bounds): .wholeNumber(in: bounds)
    case .count: .count
    case .repetition: .repetition
    case .duration: .duration
    case .rate: .rate
    case .constantRate: .constantRate
    case .rateOrNone: .rateOrNone
    case .ratio: .ratio
    case .size: .size
    case .path: .path
    case .brokers: .brokers
    case .separator: .separator
    case .expectation: .expectation
    case .url: .url
    case .status: .status
    case .field: .field
    case .scalar: .scalar
    case .words, .list, .mapping, .named, .properties, .topicSettings, .trueOr, .urlOr, .textOrSecret, .either: nil
    }
  }
}
