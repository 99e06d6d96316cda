internal import Scenarios

/// A mistake in a path; the reason continues the sentence `json "…"`.
struct FieldPathError: Error, Equatable {
  var reason: String
  var remedy: String?
  /// In scalars of the text; empty for all of it.
  var offsets = 0..<0
}

/// Paths in a JSON value, as they are written: `$`, then `.name`, `["name"]`, `[0]` and `[*]`.
enum FieldPathReading {
  static func path(_ text: String) throws(FieldPathError) -> FieldPath {
    let scalars = Array(text.unicodeScalars)
    guard scalars.first == "$" else {
      let isPlain = !text.isEmpty && text != "key" && !text.contains("/")
      throw FieldPathError(
        reason: "is not a path in a JSON value",
        remedy: isPlain ? "write $.\(text.first == "." ? String(text.dropFirst()) : text)" : "for example $.id")
    }
    var steps: [FieldPath.Step] = []
    var index = 1
    while index < scalars.count {
      switch scalars[index] {
      case ".": steps.append(try member(scalars, &index))
      case "[": steps.append(try bracket(scalars, &index))
      default:
        throw FieldPathError(
          reason: "has \(quotedScalar(scalars[index])) where . or [ is expected", remedy: "for example $.order.id",
          offsets: index..<index + 1)
      }
    }
    return FieldPath(text: text, steps: steps)
  }

  private static func quotedScalar(_ scalar: Unicode.Scalar) -> String { "\"\(scalar)\"" }

  private static func member(
    _ scalars: [Unicode.Scalar], _ index: inout Int
  ) throws(FieldPathError) -> FieldPath.Step {
    let start = index
    index += 1
    let first = index
    while index < scalars.count, !".[]\"'*$".unicodeScalars.contains(scalars[index]),
      !scalars[index].properties.isWhitespace
    {
      index += 1
    }
    guard index > first else {
      let next = index < scalars.count ? scalars[index] : nil
      throw FieldPathError(
        reason: next == "." ? "searches with two dots, which is not supported" : "has no name after a dot",
        remedy: next == "*" ? "write [*] for the elements of a list" : "write each name on the way: $.order.id",
        offsets: start..<min(start + (next == nil ? 1 : 2), scalars.count))
    }
    return .member(String(String.UnicodeScalarView(scalars[first..<index])))
  }

  private static func bracket(
    _ scalars: [Unicode.Scalar], _ index: inout Int
  ) throws(FieldPathError) -> FieldPath.Step {
    let start = index
    index += 1
    let quote = index < scalars.count && (scalars[index] == "\"" || scalars[index] == "'") ? scalars[index] : nil
    if quote != nil { index += 1 }
    let first = index
    while index < scalars.count, quote.map({ scalars[index] != $0 }) ?? (scalars[index] != "]") { index += 1 }
    let inside = String(String.UnicodeScalarView(scalars[first..<index]))
    if quote != nil { index += 1 }
    guard index < scalars.count, scalars[index] == "]" else {
      throw FieldPathError(reason: "has a [ that is not closed", remedy: "close it with ]", offsets: start..<start + 1)
    }
    index += 1
    if quote != nil { return .member(inside) }
    if inside == "*" { return .each }
    if let number = Int(inside), number >= 0, number < 1 << 30, inside.first != "+" { return .element(number) }
    throw FieldPathError(
      reason: "has no number in its brackets",
      remedy: inside.isEmpty ? "write [*] for every element" : "write [0], [*] or [\"\(inside)\"]",
      offsets: start..<index)
  }
}
