internal import Payloads

// The elements of lists in XML.
extension XMLSkeleton {
  /// The name of the list that a placeholder is.
  func list(at index: Int) -> String? {
    guard case .name(let name)? = template.placeholders[index].expression?.source, lists[name] != nil else {
      return nil
    }
    return name
  }

  /// The errors in the elements of lists, each list at its first place. A text that is well-formed without the elements and
  /// with one of them is so with any number: they leave the same elements open, and no `]]>` begins in one and ends in the
  /// next, as each begins and ends with a tag.
  func elementMistakes(by xml: XMLDocument, variable: (String) -> String) -> [Mistake] {
    var seen: Set<String> = []
    return template.placeholders.indices.flatMap { index -> [Mistake] in
      guard let name = list(at: index), seen.insert(name).inserted, let elements = lists[name] else { return [] }
      if !elements.isBetweenTags { return [.element(of: name, .bareText)] }
      let (whole, first) = template.replacing(index, with: elements)
      let own = first..<first + elements.placeholders.count
      let line = lines(before: index)
      return XMLSkeleton(whole).mistakes(by: xml, variable: variable).compactMap { mistake in
        switch mistake {
        case .placeholder(let index, let kind):
          own.contains(index) ? .element(of: name, .placeholder(index - first, kind)) : nil
        case .document(let fault, let number):
          // The parser's sentence has a line of its own: that of the tag that was opened.
          .element(of: name, .document(fault.shiftingLine(by: line), line: Swift.max(number - line, 1)))
        case .bareText, .element: nil
        }
      }
    }
  }

  /// The line breaks before a placeholder.
  private func lines(before index: Int) -> Int {
    var count = 0
    for part in template.parts {
      switch part {
      case .literal(let bytes): count += bytes.count { $0 == UInt8(ascii: "\n") }
      case .placeholder(index): return count
      case .placeholder: continue
      }
    }
    return count
  }
}

extension String {
  /// The parser's sentence `…: n line 3 and m` with a line that is `count` less.
  fileprivate func shiftingLine(by count: Int) -> String {
    guard let start = firstRange(of: " line "), let end = self[start.upperBound...].firstRange(of: " and "),
      let line = Int(self[start.upperBound..<end.lowerBound])
    else { return self }
    return "\(self[..<start.upperBound])\(Swift.max(line - count, 1))\(self[end.lowerBound...])"
  }
}

extension ParsedTemplate {
  /// True if its first and last characters that are not blank are those of tags.
  fileprivate var isBetweenTags: Bool {
    guard case .literal(let first)? = parts.first, case .literal(let last)? = parts.last else { return false }
    let isBlank = { (byte: UInt8) in " \t\r\n".utf8.contains(byte) }
    return first.first { !isBlank($0) } == UInt8(ascii: "<") && last.last { !isBlank($0) } == UInt8(ascii: ">")
  }
}
