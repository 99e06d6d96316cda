internal import FoundationEssentials

/// Documents of ours as JSON: `snake_case` or as the standard has it, sorted keys, one value a line.
enum PrettyJSON {
  /// With a line end. What a terminal would obey or a reader not see stands escaped, whatever file it came from; to a
  /// parser the text is the same.
  static func document(_ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy = .useDefaultKeys) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = keys
    // Neither a number that JSON lacks nor anything else that could fail is in these documents.
    let bytes = (try? encoder.encode(value)).map(Array.init) ?? []
    // A line end between brackets is never in a string, where it stands escaped.
    return safe(String(decoding: bytes, as: UTF8.self)).replacing(/\[\n\s*\]/, with: "[]") + "\n"
  }

  /// Only strings hold such characters: between them there are blanks and line ends.
  private static func safe(_ json: String) -> String {
    json.unicodeScalars.reduce(into: "") { safe, scalar in
      guard scalar != "\n", isHidden(scalar) else { return safe.unicodeScalars.append(scalar) }
      for unit in String(Character(scalar)).utf16 {
        let digits = String(unit, radix: 16)
        safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
