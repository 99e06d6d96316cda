/// The commands that a CI system takes from the log of a build: `::error` at the beginning of a line (GitHub), `##[`, `##vso[` and
/// `##teamcity[` anywhere in it (GitHub, Azure, TeamCity), `--- `, `+++ `, `~~~ ` and `^^^ +++` at the beginning (Buildkite). GitLab's and
/// Travis' need an escape sequence, which is invisible. The only rule of this kind.
package enum LogCommand {
  /// True where one begins. GitHub passes over blanks at the beginning of a line, and a text may be wrapped at one: so `::error`
  /// begins behind each.
  package static func begins(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    beginsAnywhere(text, at: index) || beginsLine(text, at: index)
  }

  /// True where one begins that may be anywhere in a line.
  static func beginsAnywhere(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    text[index] == "#" && follows(text, index, "#") && text[(index + 2)...].first { !$0.isLetter && $0 != "-" } == "["
  }

  private static func beginsLine(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    switch text[index] {
    case ":":
      (index == 0 || text[index - 1].properties.isWhitespace) && follows(text, index, ":")
        && index + 2 < text.count && text[index + 2].isLetter
    case "-", "+", "~", "^":
      (index == 0 || text[index - 1] == "\n") && follows(text, index, text[index])
        && follows(text, index + 1, text[index])
        && (index + 3 == text.count || text[index + 3].properties.isWhitespace)
    default: false
    }
  }

  private static func follows(_ text: [Unicode.Scalar], _ index: Int, _ next: Unicode.Scalar) -> Bool {
    index + 1 < text.count && text[index + 1] == next
  }

  /// False where no command can begin: a quick answer for most texts.
  static func mayBegin(in text: String) -> Bool {
    var last: Unicode.Scalar?
    return text.unicodeScalars.contains { scalar in
      defer { last = scalar }
      return scalar == last && ":#-+~^".unicodeScalars.contains(scalar)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { "a"..."z" ~= self || "A"..."Z" ~= self }
}
