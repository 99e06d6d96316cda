internal import Scenarios

extension Subject {
  /// The page that `rehearse why` prints, with a line end.
  package var page: String {
    let heading = "\(name): \(explanation.headline)".wrapped(at: Explanation.width).joined(separator: "\n")
    let parts = [heading] + explanation.sections + [Explanation.indented(bearing, by: 0)]
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// Every name with its headline, by group.
  package static var contents: String {
    Group.allCases.map { group in
      let subjects = of(group)
      let longest = subjects.map(\.name.count).max() ?? 0
      let lines = subjects.map { subject in
        let name = subject.name + String(repeating: " ", count: longest - subject.name.count)
        let meaning = subject.explanation.headline.wrapped(at: max(Explanation.width - longest - 4, 30))
        return "  \(name)  \(meaning.joined(separator: "\n" + String(repeating: " ", count: longest + 4)))"
      }
      return "\(group.rawValue):\n\(lines.joined(separator: "\n"))\n"
    }.joined(separator: "\n") + "\nMore about each: rehearse why CODE\n"
  }
}

// An explanation as text. A terminal has 80 columns at least.
extension Explanation {
  fileprivate static let width = 80

  /// For a viewer of SARIF that shows plain text and breaks lines itself.
  var plainText: String {
    var parts = [causes]
    if !remedy.isEmpty { parts.append("What to do: \(remedy)") }
    if let unseen { parts.append("What cannot be seen: \(unseen)") }
    if let example { parts.append("\(example.faulty)\n\nshould be\n\n\(example.fixed)") }
    return parts.joined(separator: "\n\n")
  }

  /// For one that shows Markdown. Words are set as they are: asterisks and underscores of a key are no emphasis.
  var markdown: String {
    var parts = [Self.escaped(causes)]
    if !remedy.isEmpty { parts.append("**What to do:** \(Self.escaped(remedy))") }
    if let unseen { parts.append("**What cannot be seen:** \(Self.escaped(unseen))") }
    if let example {
      parts.append("```yaml\n\(example.faulty)\n```\n\nshould be\n\n```yaml\n\(example.fixed)\n```")
    }
    return parts.joined(separator: "\n\n")
  }

  fileprivate var sections: [String] {
    var sections = [Self.indented(causes)]
    if !remedy.isEmpty { sections.append("what to do\n" + Self.indented(remedy)) }
    if let unseen { sections.append("what cannot be seen\n" + Self.indented(unseen)) }
    if let example {
      sections.append("for example\n\(Self.code(example.faulty))\n  should be\n\(Self.code(example.fixed))")
    }
    return sections
  }

  fileprivate static func indented(_ text: String, by indent: Int = 2) -> String {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n\n").map { paragraph in
      String(paragraph).wrapped(at: width - indent).map { margin + $0 }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func code(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "      \($0)" }.joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_<>[]{}|".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
  }
}
