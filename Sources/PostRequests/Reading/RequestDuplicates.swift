internal import Diagnostics
internal import Payloads

extension RequestReader {
  /// Attributes that are written more than once, in every object of the request. Parsers differ in which of them they use.
  mutating func reportDuplicates(in node: JSONNode) {
    var found: [(path: String, again: Range<Int>, first: Range<Int>)] = []
    Self.duplicates(in: node, path: "", &found)
    for duplicate in found.prefix(Self.mostReported) {
      report(
        .duplicateAttribute, "\(quoted(duplicate.path)) is written twice", at: duplicate.again,
        remedy: "remove one of them",
        notes: [("the first is", duplicate.first)])
    }
    if found.count > Self.mostReported {
      let count = found.count - Self.mostReported
      report(
        .duplicateAttribute, "\(Plural.count(count, "more attribute is", "more attributes are")) written twice",
        at: found[Self.mostReported].again)
    }
  }

  private static let longestPath = 200

  private static func duplicates(
    in node: JSONNode, path: String, _ found: inout [(path: String, again: Range<Int>, first: Range<Int>)]
  ) {
    switch node.content {
    case .object(let members):
      var first: [String: Range<Int>] = [:]
      for member in members {
        // Long names within each other must not make long paths many times.
        let name = member.name.cut(to: longestPath)
        let path = (path.isEmpty ? name : "\(path).\(name)").cut(to: longestPath)
        if let before = first[member.name] {
          found.append((path, member.nameRange, before))
        } else {
          first[member.name] = member.nameRange
        }
        duplicates(in: member.value, path: path, &found)
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        duplicates(in: element, path: "\(path)[\(index)]".cut(to: longestPath), &found)
      }
    case .string, .integer, .decimal, .boolean, .null: break
    }
  }
}
