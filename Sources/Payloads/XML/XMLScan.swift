/// Reads an XML text byte by byte, as far as is needed to distinguish its places.
struct XMLScan {
  private enum State: Equatable {
    case content
    case reference
    /// After `<`, before it is known what begins there.
    case opening
    case tag
    case value(XMLPlaces.Quote)
    case valueReference(XMLPlaces.Quote)
    case comment, cdata, instruction
    case declaration(depth: Int)
    case declarationValue(XMLPlaces.Quote, depth: Int)
    case declarationComment(depth: Int)
  }

  private var state = State.content
  /// The number of open elements.
  private var depth = 0
  /// The bytes that matter since the state began: those after `<`, or the last ones.
  private var recent: [UInt8] = []
  private var isClosing = false

  var place: XMLPlaces.Place {
    switch state {
    case .content: depth > 0 ? .text : .outside
    case .reference, .valueReference: .reference
    case .opening, .tag: .tag
    case .value(let quote): .attribute(quote)
    case .comment, .declarationComment: .comment
    case .cdata: .cdata
    case .instruction: .instruction
    case .declaration, .declarationValue: .declaration
    }
  }

  mutating func pass(_ byte: UInt8) {
    switch state {
    case .content: content(byte)
    case .reference: if byte == UInt8(ascii: ";") { enter(.content) }
    case .opening: opening(byte)
    case .tag: tag(byte)
    case .value(let quote):
      if byte == quote.rawValue { enter(.tag) } else if byte == UInt8(ascii: "&") { enter(.valueReference(quote)) }
    case .valueReference(let quote):
      if byte == UInt8(ascii: ";") { enter(.value(quote)) } else if byte == quote.rawValue { enter(.tag) }
    case .comment: if ends(with: "-->", byte) { enter(.content) }
    case .cdata: if ends(with: "]]>", byte) { enter(.content) }
    case .instruction: if ends(with: "?>", byte) { enter(.content) }
    case .declaration(let depth): declaration(byte, depth)
    case .declarationValue(let quote, let depth): if byte == quote.rawValue { enter(.declaration(depth: depth)) }
    case .declarationComment(let depth): if ends(with: "-->", byte) { enter(.declaration(depth: depth)) }
    }
  }

  private mutating func enter(_ state: State) {
    self.state = state
    recent.removeAll(keepingCapacity: true)
  }

  private mutating func content(_ byte: UInt8) {
    if byte == UInt8(ascii: "<") { enter(.opening) } else if byte == UInt8(ascii: "&") { enter(.reference) }
  }

  private mutating func opening(_ byte: UInt8) {
    recent.append(byte)
    switch recent.first {
    case UInt8(ascii: "?"): enter(.instruction)
    case UInt8(ascii: "!"):
      if recent.elementsEqual("!--".utf8) { return enter(.comment) }
      if recent.elementsEqual("![CDATA[".utf8) { return enter(.cdata) }
      if "!--".utf8.starts(with: recent) || "![CDATA[".utf8.starts(with: recent) { return }
      enter(.declaration(depth: 1))
    case UInt8(ascii: "/"):
      isClosing = true
      enter(.tag)
    default:
      isClosing = false
      enter(.tag)
      tag(byte)
    }
  }

  private mutating func tag(_ byte: UInt8) {
    if let quote = XMLPlaces.Quote(rawValue: byte) { return enter(.value(quote)) }
    guard byte == UInt8(ascii: ">") else {
      recent = [byte]
      return
    }
    if isClosing { depth = max(depth - 1, 0) } else if recent.last != UInt8(ascii: "/") { depth += 1 }
    enter(.content)
  }

  private mutating func declaration(_ byte: UInt8, _ depth: Int) {
    if let quote = XMLPlaces.Quote(rawValue: byte) { return enter(.declarationValue(quote, depth: depth)) }
    recent = recent.suffix(3) + [byte]
    if recent.elementsEqual("<!--".utf8) { return enter(.declarationComment(depth: depth - 1)) }
    if byte == UInt8(ascii: "<") { state = .declaration(depth: depth + 1) }
    if byte == UInt8(ascii: ">") { enter(depth == 1 ? .content : .declaration(depth: depth - 1)) }
  }

  private mutating func ends(with end: StaticString, _ byte: UInt8) -> Bool {
    recent = recent.suffix(2) + [byte]
    return end.withUTF8Buffer { recent.suffix($0.count).elementsEqual($0) }
  }
}
