internal import Diagnostics

/// A mistake in an expectation, with its place in the text.
struct ExpectationError: Error {
  var code = Code.expectation
  var message: String
  var remedy: String?
  /// In scalars of the text.
  var offsets: Range<Int>
}

/// Walks over a text in scalars, because columns count scalars.
struct ExpectationScanner {
  private let scalars: [Unicode.Scalar]
  private(set) var offset = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
  static func isOperator(_ scalar: Unicode.Scalar) -> Bool { "<>=!≤≥⩽⩾≠~:".unicodeScalars.contains(scalar) }

  var isAtEnd: Bool { offset == scalars.count }
  var peek: Unicode.Scalar? { isAtEnd ? nil : scalars[offset] }
  var rest: String { text(offset..<scalars.count) }
  /// The offset after the last scalar that is not blank.
  var end: Int { (scalars.lastIndex { !Self.isBlank($0) } ?? -1) + 1 }

  func text(_ offsets: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[offsets])) }

  mutating func skipBlanks() { _ = take(while: Self.isBlank) }

  mutating func take(while isTaken: (Unicode.Scalar) -> Bool) -> String {
    let start = offset
    while !isAtEnd, isTaken(scalars[offset]) { offset += 1 }
    return text(start..<offset)
  }
}
