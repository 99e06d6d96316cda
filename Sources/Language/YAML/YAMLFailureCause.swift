/// The kinds of libyaml's errors of which it is known what to type instead. The words are those of libyaml 0.2.5 and of the
/// versions before it that distributions carry.
enum YAMLFailureCause {
  /// A colon where no key can be.
  case colon
  /// A character that begins nothing, such as `@`.
  case character
  /// A backslash in double quotes that begins no escape.
  case escape
  /// A line that has no colon after its key.
  case missingColon
  /// Braces or brackets that do not go on or end as they must.
  case openBracket
  /// A comma or a colon in braces or brackets without a value before it.
  case missingValue
  /// Text behind the end of a value, or a line that belongs to no mapping above.
  case strayInMapping
  /// The same in a list.
  case strayInList
  /// A list that begins where none can.
  case dash
  /// `*`, `&`, `!` or `?` that begins text.
  case indicator
  /// Text behind `|` or `>`.
  case blockHeader
  /// Quotes that are not closed.
  case openQuote
  /// A line that begins with `%`, or text behind the end of everything.
  case document
  case other

  init(_ problem: String, context: String?) {
    switch problem {
    case "mapping values are not allowed in this context": self = .colon
    case "found character that cannot start any token": self = .character
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      self = .escape
    case "could not find expected ':'": self = .missingColon
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'": self = .openBracket
    case "did not find expected node content": self = .missingValue
    case "did not find expected key": self = .strayInMapping
    case "did not find expected '-' indicator": self = .strayInList
    case "block sequence entries are not allowed in this context": self = .dash
    case "did not find expected alphabetic or numeric character", "mapping keys are not allowed in this context":
      self = .indicator
    case "did not find expected whitespace or line break" where context?.contains("tag") ?? false: self = .indicator
    case "did not find expected comment or line break" where context?.contains("block scalar") ?? false:
      self = .blockHeader
    case "found unexpected end of stream" where context?.contains("quoted") ?? false,
      "found unexpected document indicator" where context?.contains("quoted") ?? false:
      self = .openQuote
    case "did not find expected <document start>", "found incompatible YAML document",
      "did not find expected digit or '.' character", "could not find expected directive name":
      self = .document
    default: self = .other
    }
  }
}
