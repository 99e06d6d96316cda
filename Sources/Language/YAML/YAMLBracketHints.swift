internal import Diagnostics

// Hints about braces, brackets and quotes.
extension YAMLHints {
  var openBracket: YAMLHint? {
    guard let open = context, let opener = text.rest(from: open).first else { return nil }
    let lines = open.line...max(open.line, position.line)
    if let comment = hidingComment(in: lines) {
      return YAMLHint(
        "\" #\" begins a comment here, which ends the value before it", at: one(comment),
        remedy: "put the value in quotes")
    }
    if let hint = lines.lazy.compactMap(foreignComment).first { return hint }
    if let hint = textBehindQuote { return hint }
    let isEnd = position.line >= text.end.line && text.rest(from: position).isEmpty
    if isEnd
      || position.line > open.line && indentation(position.line) <= indentation(open.line) && scalar != "}"
        && scalar != "]"
    {
      return YAMLHint(
        "this \"\(opener)\" is not closed", at: one(open), remedy: "close it with \(opener == "[" ? "]" : "}")")
    }
    if scalar == "}" || scalar == "]" { return wrongCloser(of: open) }
    let line = text.line(position.line)
    let first = indentation(position.line) + 1
    // The key before the colon begins the line.
    let isWhole = line.prefix(position.column - 1).dropFirst(first - 1).allSatisfy {
      !" ,{[".unicodeScalars.contains($0)
    }
    if isWhole, position.line > open.line, let above = above(position.line) {
      let content = content(above)
      if let last = content.lastIndex(where: { $0 != " " }), !",{[:".unicodeScalars.contains(content[last]) {
        return YAMLHint(
          "a comma is missing behind this value", at: one(place(above, last + 2)), remedy: "write one")
      }
    }
    guard scalar == ":" else { return nil }
    if let semicolon = line.prefix(position.column - 1).lastIndex(of: ";") {
      return YAMLHint(
        "\";\" does not separate values", at: one(place(position.line, semicolon + 1)), remedy: "write a comma")
    }
    return YAMLHint(
      "text without quotes contains \": \", which begins a value", at: one(position),
      remedy: "put the value in quotes, or a comma before the next key")
  }

  /// A comment in braces that has their end in it.
  private func hidingComment(in lines: ClosedRange<Int>) -> SourcePosition? {
    for number in lines {
      guard let column = outline.comments[number], place(number, column) >= context ?? place(number, column) else {
        continue
      }
      let line = text.line(number)
      let before = line.prefix(column - 1).last { $0 != " " }
      // A comment behind a comma or an opening brace is one.
      let isBehindValue = before.map { !",{[".unicodeScalars.contains($0) } ?? false
      if isBehindValue, line.dropFirst(column).contains(where: { $0 == "}" || $0 == "]" }) {
        return place(number, column)
      }
    }
    return nil
  }

  /// Text where a value in quotes has ended.
  var textBehindQuote: YAMLHint? {
    guard let quoted = outline.quoted(before: position, in: text), let end = quoted.end else { return nil }
    if quoted.start.line < end.line {
      return YAMLHint(
        "quoted text that begins here continues until line \(end.line)", at: one(quoted.start),
        remedy: "close it on the same line")
    }
    let line = text.line(end.line)
    let inside = line[quoted.start.column..<(end.column - 1)]
    let isSingle = line[end.column - 1] == "'"
    let remedy: String
    if end.column < line.count, line[end.column] == " " || line[end.column] == "," {
      let isKey =
        scalar != ":" && context.map { text.rest(from: $0).first == "{" || text.rest(from: $0).first == "[" } ?? false
      remedy = "put quotes around the whole value\(isKey ? ", or write a comma" : "")"
    } else if inside.starts(with: "{{".unicodeScalars), !isSingle {
      remedy = "between double quotes, write single quotes: choice(['Y', 'N'])"
    } else {
      remedy =
        isSingle ? "between single quotes, write '' for one single quote" : "between double quotes, write \\\" for one"
    }
    return YAMLHint("text follows the closing quote", at: one(position), remedy: remedy)
  }

  /// Text where any value has ended, outside of braces.
  var textBehindValue: YAMLHint? {
    let before = text.line(position.line).prefix(position.column - 1)
    guard let last = before.last(where: { $0 != " " }) else { return nil }
    let rest = text.rest(from: position)
    if scalar == ",", content(position.line).dropFirst(position.column).allSatisfy({ $0 == " " }) {
      return YAMLHint("a comma ends this value, which is not in braces", at: one(position), remedy: "remove it")
    }
    if let hint = textBehindQuote { return hint }
    guard last == "]" || last == "}" else {
      return YAMLHint("text follows the end of a value", at: one(position), remedy: "put the whole value in quotes")
    }
    if rest.first == "}" || rest.first == "]" { return closesNothing }
    return YAMLHint(
      "text follows the closing \"\(last)\"", at: one(position), remedy: "put the whole value in quotes")
  }
}
