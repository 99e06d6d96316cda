internal import Diagnostics

extension String {
  /// Lines of at most `width` characters, broken at blanks; a longer word is broken where the line ends, and what becomes the
  /// command of a CI system by that is escaped.
  package func wrapped(at width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      if !line.isEmpty { line += " " }
      line += word
      while line.count > width {
        lines.append(String(line.prefix(width)))
        line = String(line.dropFirst(width))
      }
    }
    return (line.isEmpty && !lines.isEmpty ? lines : lines + [line]).map(\.visible)
  }
}
