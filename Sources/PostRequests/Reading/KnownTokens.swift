internal import Payloads

/// The tokens of the part of a text that is JSON.
struct KnownTokens {
  enum Kind {
    case string(String)
    /// A number, `true`, `false` or `null`.
    case word
    case mark(UInt8)
  }

  struct Token {
    var kind: Kind
    var range: Range<Int>
  }

  private(set) var tokens: [Token] = []

  init(of text: [UInt8], before end: Int) {
    var at = 0
    while at < end {
      let start = at
      switch text[at] {
      case ...0x20: at += 1
      case UInt8(ascii: "\""):
        at += 1
        while at < end, text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
        let isClosed = at < end
        at = min(at + 1, end)
        let quoted = Array(text[start..<at]) + (isClosed ? [] : [UInt8(ascii: "\"")])
        tokens.append(Token(kind: .string(JSONNode.string(quoted)), range: start..<at))
      case let mark where "{}[],:".utf8.contains(mark):
        at += 1
        tokens.append(Token(kind: .mark(mark), range: start..<at))
      default:
        while at < end, text[at] > 0x20, !"{}[],:\"".utf8.contains(text[at]) { at += 1 }
        tokens.append(Token(kind: .word, range: start..<at))
      }
    }
  }

  /// The first token of the value of the member whose name is the token at `index`; nil where it is no member.
  func value(ofMemberAt index: Int) -> Token? {
    guard index + 2 < tokens.count, case .mark(UInt8(ascii: ":")) = tokens[index + 1].kind else { return nil }
    return tokens[index + 2]
  }

  /// The index behind the value that begins with the token at `index`.
  func end(ofValueAt index: Int) -> Int {
    var depth = 0
    for at in index..<tokens.count {
      if case .mark(let mark) = tokens[at].kind {
        if mark == UInt8(ascii: "{") || mark == UInt8(ascii: "[") { depth += 1 }
        if mark == UInt8(ascii: "}") || mark == UInt8(ascii: "]") { depth -= 1 }
      }
      if depth <= 0 { return at + 1 }
    }
    return tokens.count
  }
}
