internal import Diagnostics

/// Parses and checks the format after the colon.
struct FormatChecking {
  /// The kind of the formatted value.
  let kind: ValueKind
  let isDue: Bool
  /// The offset of the format's first character.
  let start: Int

  func format(_ text: String) throws(ExpressionError) -> Expression.Format {
    var format = Expression.Format()
    let place = start..<max(start + text.unicodeScalars.count, start + 1)
    let trimmed = String(text.reversed().drop { " \t\n".contains($0) }.reversed())
    if isDue, trimmed == "ms" {
      format.isMilliseconds = true
      return format
    }
    if kind.isDate, text.contains("%") {
      try checkDirectives(text)
      format.strftime = trimmed
      return format
    }
    var rest = Substring(trimmed)
    let alignments: [Character: Expression.Format.Alignment] = ["<": .left, ">": .right, "^": .center]
    if let first = rest.first, let alignment = alignments[first] {
      format.alignment = alignment
      rest = rest.dropFirst()
    }
    if rest.first == "0" {
      format.isZeroPadded = true
      rest = rest.dropFirst()
    }
    let width = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(width.count)
    format.width = width.isEmpty ? 0 : Int(width) ?? .max
    if rest.first == "." {
      let decimals = rest.dropFirst().prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(1 + decimals.count)
      format.decimals = Int(decimals) ?? .max
    }
    let type = rest
    func wrong(_ remedy: String) -> ExpressionError {
      let values = if case .mixed = kind { "values \(kind.description)" } else { kind.description }
      return ExpressionError("\(quoted(":" + trimmed)) is not a format for \(values)", at: place, remedy: remedy)
    }
    let remedy: String
    switch kind {
    case .list: throw wrong("a list is written as it is; its count has formats, as in {{NAME.count:>3}}")
    case .integer: remedy = "for example :08d, :>12 or :.2f"
    case .float: remedy = "for example :.2f or :>12"
    case .date, .dateTime: remedy = "for example :%Y-%m-%d or :>12"
    case .cell: remedy = "a cell is text; for example :<12, :>12 or :^12"
    case .text, .boolean, .none, .bytes, .mixed: remedy = "for example :<12, :>12 or :^12"
    }
    guard ["", "d", "f"].contains(type), !trimmed.isEmpty else { throw wrong(remedy) }
    if type == "d", kind != .integer || format.decimals != nil { throw wrong(remedy) }
    if type == "f" {
      if !kind.isNumber { throw wrong(remedy) }
      // As in Python.
      format.decimals = format.decimals ?? 6
    }
    if format.decimals != nil, !kind.isNumber || type != "f" { throw wrong(remedy) }
    if format.isZeroPadded, !kind.isNumber || format.width == 0 { throw wrong(remedy) }
    if format.alignment != nil, format.width == 0 { throw wrong(remedy) }
    guard format.width <= 4096 else { throw wrong("the width must be at most 4096") }
    guard format.decimals ?? 0 <= 15 else { throw wrong("at most 15 decimals are supported") }
    return format
  }

  private func checkDirectives(_ text: String) throws(ExpressionError) {
    guard let unknown = TimePattern.unknownDirective(in: text) else { return }
    let offset = start + unknown.offset
    if unknown.text == "%" {
      throw ExpressionError("a date format cannot end with %", at: offset..<offset + 1)
    }
    throw ExpressionError(
      "\(quoted(unknown.text)) is not a date directive", at: offset..<offset + 2,
      remedy: "the directives are \(TimePattern.listed)")
  }
}
