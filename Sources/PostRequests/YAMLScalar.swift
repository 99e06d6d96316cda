internal import Diagnostics

/// A text as a scalar of YAML, in the style that reads best, and the way back from a place in it.
struct YAMLScalar: Sendable {
  enum Style: Sendable, Equatable {
    /// In double quotes, in one line.
    case quoted
    /// The lines beneath a `|` or `|-`, as they are.
    case block(header: String)
  }

  let text: String
  let style: Style

  /// - Parameter allowsBlock: true where lines may be beneath it.
  init(_ text: String, allowsBlock: Bool = false) {
    self.text = text
    style = (allowsBlock ? Self.header(of: text) : nil).map(Style.block) ?? .quoted
  }

  /// The header of a block that has exactly this text; nil where quotes are needed.
  private static func header(of text: String) -> String? {
    let isShown = text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isInvisible }
    let hasEnd = text.unicodeScalars.last == "\n"
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let inner = hasEnd ? lines.dropLast() : lines[...]
    guard isShown, let first = inner.first, let last = inner.last, !first.isEmpty, !last.isEmpty, first.first != " ",
      !inner.contains(where: { !$0.isEmpty && $0.allSatisfy { $0 == " " } })
    else { return nil }
    return hasEnd ? "|" : "|-"
  }

  /// The lines that follow `key: ` where the first is; those of a block behind `indentation` blanks.
  func lines(indentation: Int) -> [String] {
    switch style {
    case .quoted: return [quoted]
    case .block(let header):
      let blanks = String(repeating: " ", count: indentation)
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String(String.UnicodeScalarView($0)) }
      return [header] + (header == "|" ? lines.dropLast() : lines[...]).map { $0.isEmpty ? "" : blanks + $0 }
    }
  }

  private var quoted: String { "\"" + text.unicodeScalars.map(Self.escaped).joined() + "\"" }

  /// The offset in `text` of the scalar at `column`, counted from 0, in the quoted form.
  func offset(inQuotes column: Int) -> Int {
    var start = 1
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      let end = start + Self.escaped(scalar).unicodeScalars.count
      if column < end { return offset }
      start = end
    }
    return text.unicodeScalars.count
  }

  /// YAML 1.2, 5.7.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      guard scalar.isInvisible || scalar == "\u{fffe}" || scalar == "\u{ffff}" else { return String(scalar) }
      let digits = String(scalar.value, radix: 16)
      let (letter, count) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
      return "\\\(letter)\(String(repeating: "0", count: count - digits.count))\(digits)"
    }
  }

  /// A key or a word, which needs quotes only where YAML would not take it for text.
  static func word(_ text: String) -> String {
    let letters = Set("abcdefghijklmnopqrstuvwxyz".unicodeScalars)
    let isPlain =
      text.lowercased().unicodeScalars.first.map(letters.contains) == true
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789_-".unicodeScalars.contains($0))
      }
    let words = ["y", "yes", "n", "no", "true", "false", "on", "off", "null"]
    return isPlain && !words.contains(text.lowercased()) ? text : YAMLScalar(text).quoted
  }
}
