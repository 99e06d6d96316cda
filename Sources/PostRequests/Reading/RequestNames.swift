internal import Diagnostics
internal import Payloads

extension RequestReader {
  /// The distinct names of `dynamicAttributeName`, in order.
  mutating func names(in object: RequestObject, content: String?) -> [String]? {
    guard let value = value(.names, in: object) else { return nil }
    guard case .object(let members) = value.content else {
      wrongKind(.names, value, expected: "an object of names", remedy: namesRemedy(value))
      return nil
    }
    var written: [(name: String, member: JSONNode.Member)] = []
    for member in members {
      if let name = name(member) { written.append((name, member)) }
    }
    var seen: Set<String> = []
    let names = written.map(\.name).filter { seen.insert($0).inserted }
    guard let content else { return names }
    let found = ContentNames(content, names: names)
    reportUnused(written, in: found)
    return names.filter { found.places[$0] != nil }
  }

  private func namesRemedy(_ value: JSONNode) -> String {
    let names: [String] =
      switch value.content {
      case .string(let name): [name]
      case .array(let elements): elements.compactMap(\.text)
      case .integer, .decimal, .boolean, .null, .object: []
      }
    guard 1...4 ~= names.count else { return "for example \(RequestExample.value(of: .names))" }
    let members = zip(1..., names).map { "\"d\($0)\": \(quoted(Self.bare($1)))" }
    return "write {\(members.joined(separator: ", "))}"
  }

  private mutating func name(_ member: JSONNode.Member) -> String? {
    let path = self.path(of: member)
    func report(_ message: String, remedy: String? = nil) {
      self.report(.badAttribute, "\(path) \(message)", at: member.value.range, remedy: remedy)
    }
    switch member.value.content {
    case .null: return nil
    case .string(""): report("must not be empty")
    case .string(let name) where name.unicodeScalars.contains { $0 == "{" || $0 == "}" }:
      let bare = Self.bare(name)
      report("must be a name without braces", remedy: bare.isEmpty ? nil : "write \(quoted(bare))")
    case .string(let name): return name
    case .integer, .decimal, .boolean, .object, .array: report("must be text, not \(noun(member.value))")
    }
    return nil
  }

  private mutating func reportUnused(_ written: [(name: String, member: JSONNode.Member)], in content: ContentNames) {
    var reported = 0
    for (name, member) in written where content.places[name] == nil {
      reported += 1
      if reported > Self.mostReported { break }
      report(
        .unusedName, "\(path(of: member)): \(quoted("{\(name)}")) is not in \(PostAttribute.content.path)",
        at: member.value.range, remedy: unusedRemedy(name, content))
    }
  }

  private func unusedRemedy(_ name: String, _ content: ContentNames) -> String {
    if let near = Suggestion.nearest(to: name, in: content.others) { return "did you mean \(quoted(near))?" }
    if content.placeholders.contains(name) { return "write it in single braces there" }
    if let first = content.others.first, content.others.count == 1 { return "the content has \(quoted("{\(first)}"))" }
    return "write it in single braces where the number belongs"
  }

  private func path(of member: JSONNode.Member) -> String {
    shown("\(PostAttribute.names.path).\(member.name)").cut(to: 80)
  }

  /// The text without braces and the blanks beside them.
  private static func bare(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0 != "{" && $0 != "}" }
    let front = scalars.drop { $0.properties.isWhitespace }
    return String(String.UnicodeScalarView(front.reversed().drop { $0.properties.isWhitespace }.reversed()))
  }
}
