/// Values that may be secrets in a text of which no parser knows the keys: YAML with a mistake in it, a setting of the command
/// line, a property that is written as text. It hides rather too much.
package enum SecretLines {
  /// From each name of a secret to the end of its line, and the lines that continue it.
  package static func ranges(in text: SourceText) -> [SourceRange] {
    var ranges: [SourceRange] = []
    /// The indentation of the line that began, the quote that is open, and whether there is no value in that line.
    var opened: (indentation: Int, quote: Unicode.Scalar?, isEmpty: Bool)?
    var isInKey = false
    for number in 1...max(text.end.line, 1) {
      let line = text.line(number)
      let indentation = line.prefix { $0 == " " || $0 == "\t" }.count
      func hide(from column: Int) {
        let start = SourcePosition(file: text.file, line: number, column: column + 1)
        ranges.append(
          SourceRange(start: start, end: SourcePosition(file: text.file, line: number, column: line.count + 1)))
      }
      // A private key in PEM may be pasted anywhere.
      let marks = line.contains("-----".unicodeScalars) && line.contains("PRIVATE KEY".unicodeScalars)
      if isInKey || marks {
        hide(from: indentation)
        isInKey = marks ? line.contains("BEGIN".unicodeScalars) : !line.contains("-----".unicodeScalars)
        continue
      }
      if let open = opened {
        if let quote = open.quote {
          hide(from: indentation)
          if line.contains(quote) { opened?.quote = nil }
          continue
        }
        if indentation == line.count { continue }
        // The first line behind a name without a value may be the value, however it is indented.
        if indentation > open.indentation || open.isEmpty && valueStart(in: line) == nil {
          hide(from: indentation)
          opened?.isEmpty = false
          continue
        }
        opened = nil
      }
      guard let start = valueStart(in: line) else { continue }
      hide(from: start)
      let quote = line[start...].first { $0 != " " }.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
      let isOpen = quote.map { quote in line[start...].count { $0 == quote } == 1 } ?? false
      let isEmpty = line[start...].allSatisfy { " |>+-0123456789".unicodeScalars.contains($0) }
      opened = (indentation, isOpen ? quote : nil, isEmpty)
    }
    return ranges
  }

  /// True where the text has a secret's name with something behind it: `sasl.password=hunter2`.
  package static func areIn(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "=" || $0 == ":" || $0 == " " }
      && text.split(whereSeparator: \.isNewline).contains { valueStart(in: Array($0.unicodeScalars)) != nil }
  }

  /// The column at which the value behind the first name of a secret begins.
  private static func valueStart(in line: [Unicode.Scalar]) -> Int? {
    var name = line.startIndex..<line.startIndex
    var isFirst = true
    for index in line.indices {
      let character = line[index]
      if isPart(character) {
        name = name.upperBound == index && !name.isEmpty ? name.lowerBound..<index + 1 : index..<index + 1
        continue
      }
      let isSeparator = character == ":" || character == "=" || character == ";"
      // `sasl.password hunter2` has lost its colon, perhaps behind a quote.
      let isBehindQuote = name.upperBound + 1 == index && (line[index - 1] == "\"" || line[index - 1] == "'")
      let next = line[index...].first { $0 != " " }
      let isBlank =
        character == " " && isFirst && (name.upperBound == index || isBehindQuote) && next != ":" && next != "="
      if !name.isEmpty, isSeparator || isBlank,
        SecretName.matches(key: String(String.UnicodeScalarView(line[name])))
      {
        let rest = line[(index + 1)...].drop { " \"':=".unicodeScalars.contains($0) }
        let isPlaceholder = rest.starts(with: "{{".unicodeScalars)
        let isReference = rest.starts(with: "${".unicodeScalars) && Self.isName(rest.dropFirst(2).prefix { $0 != "}" })
        if !rest.isEmpty || isSeparator, !isPlaceholder, !isReference {
          return line[(index + 1)...].firstIndex { $0 != " " } ?? line.count
        }
      }
      if character == "\"" || character == "'" { continue }
      if character == " ", line[..<index].contains(where: isPart) { isFirst = false }
      if !(character == " " && index + 1 < line.count && (line[index + 1] == ":" || line[index + 1] == "=")) {
        name = index..<index
      }
    }
    return nil
  }

  /// The name of a variable, with no default behind it.
  private static func isName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    !text.isEmpty && text.allSatisfy { isPart($0) && $0 != "-" && $0 != "." }
  }

  private static func isPart(_ character: Unicode.Scalar) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "-": true
    default: false
    }
  }
}
