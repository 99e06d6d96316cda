/// A format of texts: braces name a list or another part, # is a digit, % is a digit except 0.
struct FakerFormat {
  enum Piece {
    case text(String)
    case part(String)
  }

  let pieces: [Piece]

  init(_ format: String) {
    var pieces: [Piece] = []
    var text = ""
    var rest = Substring(format)
    while let first = rest.first {
      rest = rest.dropFirst()
      guard first == "{", let end = rest.firstIndex(of: "}") else {
        text.append(first)
        continue
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = ""
      pieces.append(.part(String(rest[..<end])))
      rest = rest[rest.index(after: end)...]
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    self.pieces = pieces
  }
}
