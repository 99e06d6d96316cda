internal import Diagnostics
internal import Payloads

/// The secrets of a request's file: what no message, remedy or snippet may show.
struct RequestSecrets: Sendable {
  /// In bytes of the file.
  private(set) var ranges: [Range<Int>] = []
  /// As they are meant and as they are written, without short ones.
  private(set) var values: [String] = []
  private var redaction = Redaction()

  /// Those of a whole document: the value of each attribute that is a secret or is named like one, of whatever kind it is.
  init(in root: JSONNode, of text: [UInt8]) {
    find(in: root, of: text, at: .request)
  }

  /// Text of the file as a message may have it: in quotes, and cut.
  func quoted(_ text: String) -> String { Diagnostics.quoted(shown(text)) }

  func shown(_ text: String) -> String { redaction.apply(to: text) }

  /// True for the name of an attribute, known or not, whose value is or may be a secret.
  static func isSecret(_ name: String) -> Bool {
    let lower = name.lowercased()
    return SecretName.matches(key: name) || ["pswd", "passw", "pwd", "pasw"].contains(where: lower.contains)
      || PostAttribute.allCases.contains { attribute in
        attribute.isSecret && Suggestion.nearest(to: name, in: [attribute.name], atMost: 3) != nil
      }
  }

  private mutating func find(in node: JSONNode, of text: [UInt8], at place: Place) {
    switch node.content {
    case .object(let members):
      for member in members {
        let inner = place.member(member.name)
        // The names of placeholders are no secrets, whatever they are called.
        if place != .attribute(.names), inner.hides(member.value) || Self.isSecret(member.name) {
          hide(member.value, of: text)
        } else {
          find(in: member.value, of: text, at: inner)
        }
      }
    case .array(let elements):
      for element in elements { find(in: element, of: text, at: place == .request ? .request : .elsewhere) }
    // In place of a request.
    case .string where place == .request: hide(node, of: text)
    case .string, .integer, .decimal, .boolean, .null: break
    }
  }

  private enum Place: Equatable {
    case request
    case attribute(PostAttribute)
    case elsewhere

    func member(_ name: String) -> Place {
      let attribute: PostAttribute? =
        switch self {
        case .request: .named(name, in: nil)
        case .attribute(let parent): .named(name, in: parent)
        case .elsewhere: nil
        }
      return attribute.map(Place.attribute) ?? .elsewhere
    }

    /// True for an account that is written as one text or as a list.
    func hides(_ value: JSONNode) -> Bool {
      if case .object = value.content { return false }
      return self == .attribute(.authentication)
    }
  }

  private mutating func hide(_ node: JSONNode, of text: [UInt8]) {
    if case .null = node.content { return }
    ranges.append(node.range)
    add(node, of: text)
  }

  private mutating func add(_ node: JSONNode, of text: [UInt8]) {
    switch node.content {
    case .string(let string): add(string, writtenAt: node.range, of: text)
    case .integer(let number), .decimal(let number): add(number)
    case .boolean, .null: break
    case .array(let elements): for element in elements { add(element, of: text) }
    case .object(let members):
      for member in members {
        add(member.name, writtenAt: member.nameRange, of: text)
        add(member.value, of: text)
      }
    }
  }

  private mutating func add(_ string: String, writtenAt range: Range<Int>, of text: [UInt8]) {
    add(string)
    let written = String(decoding: text[range.dropFirst().dropLast()], as: UTF8.self)
    if written != string { add(written) }
  }

  /// Scalars of a secret that is hidden wherever it occurs: a shorter one is part of other words, and the stars in them would
  /// show it.
  private static let shortest = 4

  private mutating func add(_ value: String) {
    guard value.unicodeScalars.count >= Self.shortest else { return }
    values.append(value)
    redaction.add(value)
  }
}

extension RequestSecrets {
  /// Those of a text that stops being JSON at `fault`: what is before it is known, token by token; what is behind it can be
  /// anything.
  init(in text: [UInt8], before fault: Int) {
    let known = KnownTokens(of: text, before: fault)
    var open: Int?
    var end: Int?
    var index = 0
    while index < known.tokens.count {
      let token = known.tokens[index]
      let value = known.value(ofMemberAt: index)
      index += 1
      guard case .string(let string) = token.kind else { continue }
      if Self.isSecret(string) || Self.isAccount(string, value?.kind) {
        open = open ?? token.range.upperBound
        end = nil
        guard value != nil else {
          // Not a name, but a text that has one in it.
          ranges.append(token.range)
          continue
        }
        // Behind the colon.
        let last = known.end(ofValueAt: index + 1)
        for token in known.tokens[index + 1..<last] {
          ranges.append(token.range)
          if case .string(let string) = token.kind { add(string, writtenAt: token.range, of: text) }
        }
        end = known.tokens[last - 1].range.upperBound
        index = last
      } else if let start = open, value != nil {
        // The secret is complete: another member is behind it.
        ranges.append(start..<token.range.lowerBound)
        open = nil
      }
    }
    let lineEnd = text[fault...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? text.count
    if let open {
      // Nothing but what belongs to JSON's structure is behind the value: `"serviceAcntPswd": "…", }`.
      let isAlone = end.map { text[$0..<max($0, lineEnd)].allSatisfy { " \t\r\n{}[],:".utf8.contains($0) } } ?? false
      if !isAlone { ranges.append(open..<text.count) }
    } else if Self.mayName(text[fault..<lineEnd]) {
      ranges.append(fault..<text.count)
    }
  }

  /// True for an account that is written as one text or as a list.
  private static func isAccount(_ name: String, _ value: KnownTokens.Kind?) -> Bool {
    guard name == PostAttribute.authentication.name, let value else { return false }
    if case .mark(UInt8(ascii: "{")) = value { return false }
    return true
  }

  /// True where a secret's name may be among the words.
  private static func mayName(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    let words = text.unicodeScalars.split { scalar in
      !(scalar.properties.isAlphabetic || "_-.0123456789".unicodeScalars.contains(scalar))
    }
    return text.contains("\\u00") || text.lowercased().contains("authentication")
      || words.contains { isSecret(String($0)) }
  }
}
