/// A text with some of its parts replaced, and the way back from an offset in it. Offsets are in Unicode scalars.
struct RewrittenText: Sendable {
  struct Replacement: Sendable, Equatable {
    /// In the original; empty for what is inserted.
    var range: Range<Int>
    var text: String
  }

  let original: String
  /// In order, none overlapping another.
  let replacements: [Replacement]

  init(_ original: String, _ replacements: [Replacement] = []) {
    self.original = original
    self.replacements = replacements
  }

  /// With the `$` of `${` written twice, as a scenario needs it for the characters themselves.
  init(withoutVariables original: String) {
    let scalars = Array(original.unicodeScalars)
    let starts = scalars.indices.dropLast().filter { scalars[$0] == "$" && scalars[$0 + 1] == "{" }
    self.init(original, starts.map { Replacement(range: $0..<$0, text: "$") })
  }

  var text: String {
    guard !replacements.isEmpty else { return original }
    let scalars = Array(original.unicodeScalars)
    var text = String.UnicodeScalarView()
    var end = 0
    for replacement in replacements {
      text.append(contentsOf: scalars[end..<replacement.range.lowerBound])
      text.append(contentsOf: replacement.text.unicodeScalars)
      end = replacement.range.upperBound
    }
    text.append(contentsOf: scalars[end...])
    return String(text)
  }

  /// The offset in the original of the scalar at `offset` in the text; within a replacement, that of its beginning.
  func originalOffset(_ offset: Int) -> Int {
    // What the replacements so far have added.
    var shift = 0
    for replacement in replacements {
      let start = replacement.range.lowerBound + shift
      let length = replacement.text.unicodeScalars.count
      if offset < start { break }
      if offset < start + length { return replacement.range.lowerBound }
      shift += length - replacement.range.count
    }
    return offset - shift
  }
}
