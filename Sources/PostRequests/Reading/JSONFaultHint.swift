/// A reason why a text is not JSON, which a parser does not give, and the remedy.
struct JSONFaultHint {
  var reason: String
  var remedy: String

  /// Nil where the text around the fault does not show it.
  init?(in text: [UInt8], at fault: Int) {
    let known = KnownTokens(of: text, before: fault)
    let open = known.open
    guard fault < text.count else {
      let closing = open.reversed().map { $0 == UInt8(ascii: "{") ? "}" : "]" }.joined()
      guard 1...20 ~= open.count else { return nil }
      self.init("it ends too early", "write \(closing) where it is missing")
      return
    }
    if open.isEmpty, !known.tokens.isEmpty {
      self.init("it goes on behind the request", "write several requests as an array: [{…}, {…}]")
      return
    }
    let expectsValue = known.lastMark.map { "{[,:".utf8.contains($0) } ?? known.tokens.isEmpty
    switch text[fault] {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard known.lastMark == UInt8(ascii: ",") else { return nil }
      self.init("a comma is before the closing bracket", "remove the comma")
    case UInt8(ascii: "\"") where expectsValue:
      let end = text[(fault + 1)...].first { $0 < 0x20 || $0 == UInt8(ascii: "\"") }
      if end == UInt8(ascii: "\"") { return nil }
      self.init("a text goes on in the next line", "close it, or write \\n for a line break in it")
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["):
      if known.endsInName {
        self.init("a colon is missing", "write a colon before it")
      } else {
        self.init("a comma is missing", "write a comma before it")
      }
    case UInt8(ascii: "'"): self.init("it has quotes of another kind", "write double quotes")
    case UInt8(ascii: "/"), UInt8(ascii: "#"): self.init("JSON has no comments", "remove it")
    case UInt8(ascii: "\\"):
      self.init(
        "JSON does not have this escape", "write \\\\ for a backslash, \\\" for a quote, \\u and four digits for others"
      )
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      self.init("a word is neither in quotes nor true, false or null", "put it in quotes")
    default: return nil
    }
  }

  private init(_ reason: String, _ remedy: String) {
    self.reason = reason
    self.remedy = remedy
  }
}

extension KnownTokens {
  /// The brackets that are not closed.
  fileprivate var open: [UInt8] {
    tokens.reduce(into: []) { open, token in
      guard case .mark(let mark) = token.kind else { return }
      if mark == UInt8(ascii: "{") || mark == UInt8(ascii: "[") { open.append(mark) }
      if mark == UInt8(ascii: "}") || mark == UInt8(ascii: "]"), !open.isEmpty { open.removeLast() }
    }
  }

  /// The last token, where it is one.
  fileprivate var lastMark: UInt8? {
    if case .mark(let mark)? = tokens.last?.kind { mark } else { nil }
  }

  /// True where the last token is the name of a member, and nothing behind it.
  fileprivate var endsInName: Bool {
    guard open.last == UInt8(ascii: "{"), case .string? = tokens.last?.kind,
      case .mark(let mark)? = tokens.dropLast().last?.kind
    else { return false }
    return mark != UInt8(ascii: ":")
  }
}
