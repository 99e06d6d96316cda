internal import Diagnostics
internal import Templates

/// The text to type where a template is not JSON: the parser knows only that something is wrong with the structure.
struct JSONHint {
  /// The part of the message after "is not JSON".
  var sentence: String
  var remedy: String
  /// The place of what must change, in the text in which each placeholder is one byte.
  private var byte: Int

  /// A character, and its place.
  private typealias Part = (scalar: Unicode.Scalar, byte: Int)

  /// In place of each placeholder.
  private static let placeholder: Unicode.Scalar = "\u{FFFC}"

  /// The diagnostic with the hint, if there is one. `byte` is where the parser gave up.
  static func explained(_ diagnostic: Diagnostic, _ template: LocatedTemplate, at byte: Int?) -> Diagnostic {
    guard let byte, let hint = JSONHint(template, at: byte),
      let reason = diagnostic.message.firstRange(of: " is not JSON: ")
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.message.replaceSubrange(reason.upperBound..., with: hint.sentence)
    diagnostic.remedy = hint.remedy
    diagnostic.range = template.range(ofByte: hint.byte)
    return diagnostic
  }

  private init?(_ template: LocatedTemplate, at byte: Int) {
    let parts = Self.parts(of: template)
    if parts.drop(while: { $0.byte < byte }).allSatisfy(\.scalar.properties.isWhitespace),
      let open = Self.unclosed(in: parts)
    {
      self.byte = open.byte
      (sentence, remedy) =
        open.scalar == "\""
        ? ("this text is not closed", "close it with \"")
        : ("this \"\(open.scalar)\" is not closed", "close it with \(open.scalar == "{" ? "}" : "]")")
      return
    }
    guard let index = parts.firstIndex(where: { $0.byte >= byte }) else { return nil }
    let part = parts[index]
    let previous = parts[..<index].last { !$0.scalar.properties.isWhitespace }
    let next = index + 1 < parts.count ? parts[index + 1].scalar : nil
    self.byte = part.byte
    if let strange = LookAlike(part.scalar) {
      (sentence, remedy) = (strange.sentence("JSON"), strange.sign == .quote ? "write \"" : strange.remedy)
      return
    }
    switch part.scalar {
    case "'": (sentence, remedy) = ("' is not a quote of JSON", "write \"")
    case "/" where next == "/" || next == "*": (sentence, remedy) = ("JSON has no comments", "remove it")
    case "#": (sentence, remedy) = ("JSON has no comments", "remove it")
    case "}" where previous?.scalar == ",", "]" where previous?.scalar == ",":
      (sentence, remedy) = ("a comma precedes \"\(part.scalar)\"", "remove it")
      self.byte = previous?.byte ?? part.byte
    case "\"", "{", "[", Self.placeholder:
      guard let previous, Self.endsValue(previous.scalar) else { return nil }
      (sentence, remedy) =
        Self.isInside(parts[..<index])
        ? ("a comma is missing before this", "write one") : ("it has ended before this", "remove it")
    default:
      guard part.scalar.properties.isAlphabetic || part.scalar == "_" || part.scalar == "$" else { return nil }
      let word = parts[index...].prefix {
        $0.scalar.properties.isAlphabetic || "_0123456789$".unicodeScalars.contains($0.scalar)
      }
      let text = String(String.UnicodeScalarView(word.map(\.scalar)))
      if let meant = Self.words[text] {
        (sentence, remedy) = ("\(text) is not a word of JSON", "write \(meant)")
      } else if let previous, Self.endsValue(previous.scalar) {
        return nil
      } else {
        (sentence, remedy) = ("text is outside quotes", "put it in double quotes")
      }
    }
  }

  private static let words = [
    "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null", "NULL": "null", "Null": "null",
    "nil": "null", "undefined": "null", "NaN": "null, or a number", "Infinity": "null, or a number",
  ]

  private static func endsValue(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "}" || scalar == "]" || scalar == placeholder || ("0"..."9").contains(scalar)
  }

  /// The last quote, brace or bracket that is open at the end.
  private static func unclosed(in parts: [Part]) -> Part? {
    var open: [Part] = []
    var (quote, isEscaped): (Part?, Bool) = (nil, false)
    for part in parts {
      if quote != nil {
        if part.scalar == "\"", !isEscaped { quote = nil }
        isEscaped = !isEscaped && part.scalar == "\\"
        continue
      }
      switch part.scalar {
      case "\"": quote = part
      case "{", "[": open.append(part)
      case "}", "]": _ = open.popLast()
      default: break
      }
    }
    return quote ?? open.last
  }

  /// True if a brace or a bracket is open.
  private static func isInside(_ parts: ArraySlice<Part>) -> Bool {
    var depth = 0
    var (isInString, isEscaped) = (false, false)
    for part in parts {
      if isInString {
        (isInString, isEscaped) = (isEscaped || part.scalar != "\"", !isEscaped && part.scalar == "\\")
        continue
      }
      switch part.scalar {
      case "\"": isInString = true
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default: break
      }
    }
    return depth > 0
  }

  private static func parts(of template: LocatedTemplate) -> [Part] {
    var parts: [Part] = []
    var start = 0
    for part in template.parsed.parts {
      switch part {
      case .literal(let bytes):
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
          parts.append((scalar, start))
          start += UTF8.width(scalar)
        }
      case .placeholder:
        parts.append((placeholder, start))
        start += 1
      }
    }
    return parts
  }
}
