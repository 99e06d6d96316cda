/// One parameter; its name, position and default are those of Python's Faker or random where they have the function.
package struct Parameter: Sendable {
  package indirect enum Kind: Sendable {
    case integer(ClosedRange<Int64>)
    /// Whole numbers included.
    case number(ClosedRange<Double>)
    case text
    /// Text with at least one character.
    case nonEmptyText
    case character
    /// The code of a currency in three letters.
    case currency
    case boolean
    /// At least one element, none of them a list.
    case list
    /// As many numbers as the list before has elements, none of them negative, or None.
    case weights
    /// A moment relative to the start of the run, such as `-30d`, `now`, `today`, or a date such as `2024-01-31`.
    case moment
    /// An offset from UTC such as `+02:00`, or `UTC`.
    case zone
    /// Text with the directives of strftime.
    case pattern
    /// One of these texts.
    case choice([String])
    /// A list of words, each short enough for a slot.
    case words
    /// None, or a value of this kind.
    case optional(Kind)
    /// Only this value.
    case only(Literal)
    /// Only this value; Python takes others, for which something else can be written.
    case unsupported(Literal, instead: String)

    /// The kind in a sentence: "must be …".
    var description: String {
      switch self {
      case .integer: "a whole number"
      case .number: "a number"
      case .text: "text"
      case .nonEmptyText: "text that is not empty"
      case .character: "one character"
      case .currency: "the code of a currency such as 'EUR'"
      case .boolean: "True or False"
      case .list: "a list such as ['a', 'b']"
      case .weights: "a list of numbers"
      case .moment: "a moment such as '-30d', 'now' or '2024-01-31'"
      case .zone: "'UTC' or an offset such as '+02:00'"
      case .pattern: "a date format such as '%Y-%m-%d'"
      case .choice(let texts): Self.either(texts.map { "'\($0)'" })
      case .words: "a list of words such as ['red', 'green']"
      case .optional(let kind): kind.description
      case .only(let literal), .unsupported(let literal, _): literal.written
      }
    }

    /// The text to type; nil where the description says it all.
    var remedy: String? {
      switch self {
      case .moment: "units are y, M, w, d, h, m and s"
      case .pattern: "the directives are \(TimePattern.listed)"
      case .unsupported(_, let instead): instead
      case .optional(let kind): kind.remedy
      case .integer, .number, .text, .nonEmptyText, .character, .currency, .boolean, .list, .weights, .zone, .choice,
        .words, .only:
        nil
      }
    }

    private static func either(_ texts: [String]) -> String {
      guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
      return texts.dropLast().joined(separator: ", ") + " or " + last
    }
  }

  package var name: String
  package var kind: Kind
  /// The default; nil where the argument is required.
  package var fallback: Literal?

  package init(_ name: String, _ kind: Kind, _ fallback: Literal? = nil) {
    self.name = name
    self.kind = kind
    self.fallback = fallback
  }
}

/// Parameters that many functions have.
extension Parameter {
  static let zone = Parameter("tzinfo", .optional(.zone), Literal.none)
  static let end = Parameter("end_datetime", .optional(.moment), Literal.none)
  static let vocabulary = Parameter("ext_word_list", .optional(.words), Literal.none)
  static let speech = Parameter(
    "part_of_speech", .unsupported(.none, instead: "give the words: ext_word_list=['run', 'jump']"), Literal.none)
  static let rawOutput = Parameter(
    "raw_output", .unsupported(.boolean(false), instead: "write {{random.bytes(n)}} in format: bytes"), .boolean(false))
  static let prefixes = Parameter(
    "prefixes", .unsupported(.list([]), instead: "write the prefix before faker.numerify()"), .list([]))

  static func moment(_ name: String, _ text: String) -> Parameter { Parameter(name, .moment, .text(text)) }
  static func flag(_ name: String, _ value: Bool) -> Parameter { Parameter(name, .boolean, .boolean(value)) }
  static func whole(_ name: String, _ bounds: ClosedRange<Int64>, _ value: Int64) -> Parameter {
    Parameter(name, .integer(bounds), .integer(value))
  }
  static func optional(_ name: String, _ kind: Kind) -> Parameter { Parameter(name, .optional(kind), Literal.none) }
}
