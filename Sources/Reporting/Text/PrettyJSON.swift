internal import Diagnostics
internal import FoundationEssentials

/// Documents as JSON: `snake_case` or as the standard has it, sorted keys, one value a line.
enum PrettyJSON {
  /// With a line end. What a terminal would interpret or a person not see is escaped, whatever file it came from; to a
  /// parser the text is the same.
  static func document(_ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy = .useDefaultKeys) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = keys
    // Neither a number that JSON lacks nor anything else that could fail is in these documents.
    let bytes = (try? encoder.encode(value)).map(Array.init) ?? []
    // A line end between brackets is never in a string, where it is escaped.
    return safe(String(decoding: bytes, as: UTF8.self)).replacing(/\[\n\s*\]/, with: "[]") + "\n"
  }

  /// Only strings hold such characters: between them there are blanks and line ends.
  static func safe(_ json: String) -> String {
    json.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visibleJSON }.joined(separator: "\n")
  }
}
