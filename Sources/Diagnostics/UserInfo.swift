/// User and password in an address: `http://user:password@host`.
enum UserInfo {
  /// The stretches of a line that they are.
  static func ranges(in line: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index + 3 <= line.count {
      guard line[index] == ":", line[index + 1] == "/", line[index + 2] == "/" else {
        index += 1
        continue
      }
      let start = index + 3
      let word = start..<(line[start...].firstIndex { " \t\"'<>".unicodeScalars.contains($0) } ?? line.count)
      index = word.upperBound
      let authority = word.lowerBound..<(line[word].firstIndex(of: "/") ?? word.upperBound)
      // A password may have a slash in it; behind a host there is a port.
      let isCut = line[authority].split(separator: ":").dropFirst().contains { !$0.allSatisfy { "0"..."9" ~= $0 } }
      guard let end = line[authority].lastIndex(of: "@") ?? (isCut ? line[word].lastIndex(of: "@") : nil) else {
        continue
      }
      if !isReference(line[start..<end]) { ranges.append(start..<end) }
    }
    return ranges
  }

  /// True where only variables stand: `${USER}:${PASSWORD}`.
  private static func isReference(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let parts = String(String.UnicodeScalarView(text)).split(separator: ":", omittingEmptySubsequences: false)
    return parts.allSatisfy { $0.hasPrefix("${") && $0.hasSuffix("}") && !$0.dropFirst(2).dropLast().contains("}") }
  }
}

extension String {
  /// The text without users and passwords of addresses.
  package var withoutUserInfo: String {
    guard contains("://") else { return self }
    let scalars = Array(unicodeScalars)
    var result = String.UnicodeScalarView()
    var end = 0
    for range in UserInfo.ranges(in: scalars) {
      result += scalars[end..<range.lowerBound]
      result += Redaction.mask.unicodeScalars
      end = range.upperBound
    }
    return String(result + scalars[end...])
  }
}
