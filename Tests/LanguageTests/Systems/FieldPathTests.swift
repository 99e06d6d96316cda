import Scenarios
import Testing

@testable import Language

@Suite struct FieldPathTests {
  struct Path: Sendable, CustomTestStringConvertible {
    var text: String
    var steps: [FieldPath.Step]
    var testDescription: String { text }
  }

  @Test(arguments: [
    Path(text: "$", steps: []), Path(text: "$.id", steps: [.member("id")]),
    Path(text: "$.a.b-c_d", steps: [.member("a"), .member("b-c_d")]),
    Path(text: "$.ids[*]", steps: [.member("ids"), .each]),
    Path(text: "$[0].x", steps: [.element(0), .member("x")]),
    Path(text: #"$["a.b"]['c]']"#, steps: [.member("a.b"), .member("c]")]),
    Path(text: "$.größe", steps: [.member("größe")]),
  ]) func isRead(_ path: Path) throws {
    #expect(try FieldPathReading.path(path.text) == FieldPath(text: path.text, steps: path.steps))
  }

  @Test(arguments: [
    "", "id", "key", "$id", "$.", "$..a", "$.a.", "$[", "$[]", "$[-1]", "$[+1]", "$[a]", "$['a", "$.a b", "$.*",
  ])
  func isRefused(_ text: String) {
    #expect(throws: FieldPathError.self) { try FieldPathReading.path(text) }
  }

  @Test(arguments: [
    ("//id", true), ("/order/id", true), ("//order/@id", true), ("//@id", true), ("/a//b", true), ("/@id", false),
    ("id", false), ("", false), ("/", false), ("//a/", false), ("/a/@b/c", false), ("/a[1]", false), ("/1a", false),
  ]) func elements(_ text: String, isPath: Bool) { #expect(ElementPath.isPath(text) == isPath) }
}
