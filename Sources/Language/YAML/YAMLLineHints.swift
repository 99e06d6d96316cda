internal import Diagnostics

// Hints about keys, values and the indentation of lines.
extension YAMLHints {
  var colon: YAMLHint? {
    if let hint = missingBlankAfterDash(in: position.line) { return hint }
    let line = text.line(position.line)
    let before = line.indices.prefix(position.column - 1).first { index in
      line[index] == ":" && (index + 1 == line.count || line[index + 1] == " ") && !isQuoted(position.line, index + 1)
    }
    if before != nil {
      return YAMLHint(
        "text without quotes contains \": \", which begins a value", at: one(position),
        remedy: "put the value in quotes")
    }
    guard let above = above(position.line) else { return nil }
    if let hint = missingBlankAfterDash(in: above) ?? missingBlankAfterColon(in: above) { return hint }
    return tooDeep(below: above)
  }

  var missingColon: YAMLHint? {
    guard let start = context else { return nil }
    let line = content(start.line)
    let first = start.column - 1
    guard first < line.count else { return nil }
    if let hint = foreignComment(in: start.line) ?? missingBlankAfterDash(in: start.line) { return hint }
    if let hint = missingBlankAfterColon(in: start.line) { return hint }
    if let sign = line.indices.first(where: { $0 > first && line[$0] == "=" && line[$0 - 1] == " " }),
      line[first..<sign].allSatisfy({ !":\"'".unicodeScalars.contains($0) })
    {
      return YAMLHint(
        "\"=\" does not separate a key from its value", at: one(place(start.line, sign + 1)),
        remedy: "write a colon and a blank: KEY: VALUE")
    }
    return YAMLHint(
      "this line is neither KEY: VALUE nor indented as a part of the text above", at: one(start),
      remedy: "write a colon and a blank behind the key, or indent the text")
  }

  /// `//` and `/*` at the beginning of a line.
  func foreignComment(in number: Int) -> YAMLHint? {
    guard !outline.textLines.contains(number) else { return nil }
    let line = text.line(number)
    for index in line.indices.dropLast() where line[index] == "/" && (line[index + 1] == "/" || line[index + 1] == "*")
    {
      guard line[..<index].allSatisfy({ $0 == " " || $0 == "\t" }) || line[index - 1] == " ",
        !isQuoted(number, index + 1)
      else { continue }
      return YAMLHint(
        "\"/\(line[index + 1])\" does not begin a comment",
        at: SourceRange(start: place(number, index + 1), end: place(number, index + 1)).first(2),
        remedy: "write # for it, or remove it")
    }
    return nil
  }

  func isQuoted(_ line: Int, _ column: Int) -> Bool { outline.isQuoted(place(line, column)) }

  /// `-name: s`
  func missingBlankAfterDash(in number: Int) -> YAMLHint? {
    let line = text.line(number)
    let first = indentation(number)
    guard !outline.textLines.contains(number), first + 1 < line.count, line[first] == "-" else { return nil }
    let next = line[first + 1]
    guard next != " ", next != "-", next != "\t" else { return nil }
    return .missingBlank(behind: "dash", at: one(place(number, first + 1)))
  }

  /// `name:s`, where a key can be, without any `: ` behind it.
  func missingBlankAfterColon(in number: Int) -> YAMLHint? {
    let line = content(number)
    guard !outline.textLines.contains(number) else { return nil }
    var start = indentation(number)
    while start + 1 < line.count, line[start] == "-", line[start + 1] == " " { start += 2 }
    let word = line.dropFirst(start).prefix { $0.isKeyPart }
    let colon = word.endIndex
    guard !word.isEmpty, colon + 1 < line.count, line[colon] == ":", line[colon + 1] != " ",
      !line[(colon + 1)...].starts(with: "//".unicodeScalars)
    else { return nil }
    return .missingBlank(behind: "colon", at: one(place(number, colon + 1)))
  }

  // MARK: Indentation

  /// A key below a line that has a value.
  private func tooDeep(below above: Int) -> YAMLHint? {
    guard let column = columns(of: above).last, indentation(position.line) > column - 1 else { return nil }
    return YAMLHint(
      "line \(above) has a value, so no key can be below it",
      at: one(place(position.line, indentation(position.line) + 1)),
      remedy: column == 1
        ? "begin this line at the margin, like line \(above)"
        : "indent this line by \(Plural.count(column - 1, "space")), like line \(above)")
  }

  /// The columns at which a line's items and its key begin: of `  - name: s` they are 3 and 5.
  private func columns(of number: Int) -> [Int] {
    let line = content(number)
    var columns: [Int] = []
    var index = indentation(number)
    while index < line.count, line[index] == "-", index + 1 == line.count || line[index + 1] == " " {
      columns.append(index + 1)
      index = line[(index + 1)...].firstIndex { $0 != " " } ?? line.count
    }
    if index < line.count { columns.append(index + 1) }
    return columns
  }

  private func isItem(_ number: Int) -> Bool {
    let rest = text.line(number).dropFirst(indentation(number))
    return rest.first == "-" && (rest.count == 1 || rest.dropFirst().first == " ")
  }

  var stray: YAMLHint? {
    guard isFirst else { return textBehindValue }
    let number = position.line
    if let hint = missingBlankAfterDash(in: number) { return hint }
    let column = indentation(number) + 1
    let isItem = isItem(number)
    // Levels above that are open here: each is left of the one below it.
    var least = Int.max
    var nearest: (line: Int, column: Int)?
    for line in (1..<max(number, 1)).reversed() where !isBlank(line) && !outline.textLines.contains(line) {
      let all = columns(of: line)
      guard let first = all.first, first < least else { continue }
      let dashes = self.isItem(line) ? Array(all.dropLast()) : []
      let keys = Array(all.suffix(1))
      if (isItem ? keys : dashes).contains(column), !(isItem ? dashes : keys).contains(column) {
        return isItem
          ? YAMLHint(
            "a list item follows keys", at: one(place(number, column)),
            remedy: "write KEY: VALUE, or indent it below the key to which the list belongs")
          : YAMLHint(
            "a key follows list items", at: one(place(number, column)),
            remedy: "begin it with \"- \", or indent it by \(Plural.count((all.last ?? column) - 1, "space"))")
      }
      for candidate in isItem ? dashes : keys
      where abs(candidate - column) < abs((nearest?.column ?? .max / 2) - column) {
        nearest = (line, candidate)
      }
      least = first
      if least == 1 { break }
    }
    guard let nearest, nearest.column != column else { return nil }
    return YAMLHint(
      "this line is indented by \(Plural.count(column - 1, "space")), and no line above is",
      at: one(place(number, column)),
      remedy: nearest.column == 1
        ? "begin it at the margin, like line \(nearest.line)"
        : "indent \(isItem ? "the dash" : "it") by \(Plural.count(nearest.column - 1, "space")), as in line \(nearest.line)"
    )
  }
}

extension YAMLHint {
  static func missingBlank(behind sign: String, at range: SourceRange) -> YAMLHint {
    YAMLHint("a blank is missing behind the \(sign)", at: range, remedy: "write \"\(sign == "dash" ? "- " : ": ")\"")
  }
}

extension YAMLHint {
  /// `{a:1}` is a mapping whose key is `a:1`; nil for any other key.
  static func missingBlankAfterColon(in key: YAMLNode, _ scalar: YAMLScalar, _ value: YAMLNode) -> YAMLHint? {
    guard scalar.isPlain, value.isNull, value.scalar?.text.isEmpty ?? false, key.range.start.line == key.range.end.line
    else { return nil }
    let word = scalar.text.unicodeScalars.prefix { $0.isKeyPart }
    let rest = scalar.text.unicodeScalars.dropFirst(word.count)
    guard !word.isEmpty, rest.first == ":", let next = rest.dropFirst().first else { return nil }
    let start = key.range.start
    let colon = SourcePosition(file: start.file, line: start.line, column: start.column + word.count)
    if let strange = LookAlike(next) {
      let place = SourcePosition(file: start.file, line: start.line, column: colon.column + 1)
      return YAMLHint(
        strange.sentence("YAML"), at: SourceRange(start: place, end: place).first(1), remedy: strange.remedy)
    }
    return .missingBlank(behind: "colon", at: SourceRange(start: colon, end: colon).first(1))
  }
}

extension Unicode.Scalar {
  /// Part of a key as the language and Kafka write them.
  var isKeyPart: Bool {
    self == "_" || self == "-" || self == "." || properties.isAlphabetic || ("0"..."9").contains(self)
  }
}
