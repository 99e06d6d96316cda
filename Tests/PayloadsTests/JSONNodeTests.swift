import Payloads
import Testing

@Suite struct JSONNodeTests {
  /// A tree as text: each value with its range, members with their names' ranges.
  private static func outline(_ node: JSONNode) -> String {
    let range = "\(node.range.lowerBound)..\(node.range.upperBound)"
    switch node.content {
    case .string(let text): return "\(range) text \(text)"
    case .integer(let word): return "\(range) integer \(word)"
    case .decimal(let word): return "\(range) decimal \(word)"
    case .boolean(let value): return "\(range) \(value)"
    case .null: return "\(range) null"
    case .array(let elements): return "\(range) [\(elements.map(outline).joined(separator: ", "))]"
    case .object(let members):
      let members = members.map { member in
        "\(member.name)@\(member.nameRange.lowerBound)..\(member.nameRange.upperBound): \(outline(member.value))"
      }
      return "\(range) {\(members.joined(separator: ", "))}"
    }
  }

  @Test(
    arguments: [
      (#"5"#, "0..1 integer 5"),
      (" \n-0 ", "2..4 integer -0"),
      ("1.0", "0..3 decimal 1.0"), ("1e3", "0..3 decimal 1e3"),
      ("18446744073709551616", "0..20 integer 18446744073709551616"),
      ("true", "0..4 true"), ("false", "0..5 false"), ("null", "0..4 null"),
      (#""a\"\u00e9\ud83d\ude00""#, "0..23 text a\"é😀"),
      ("[]", "0..2 []"), ("{}", "0..2 {}"), ("[1 ,[ ] ]", "0..9 [1..2 integer 1, 4..7 []]"),
      (#"{"a": 1, "\u0061":{"b" : null}}"#, "0..31 {a@1..4: 6..7 integer 1, a@9..17: 18..30 {b@19..22: 25..29 null}}"),
    ]) func aTree(_ text: String, _ outline: String) throws
  {
    let node = try JSONNode.read(Array(text.utf8))
    #expect(Self.outline(node) == outline)
  }

  @Test func valuesAreCounted() throws {
    #expect(try JSONNode.read(Array(#"{"a": [1, 2, {"b": 3}], "c": "d"}"#.utf8)).count == 7)
  }

  @Test(arguments: [("{\"a\" 1}", 5), ("[1,]", 3), ("{", 1), ("", 0)]) func aFault(_ text: String, _ offset: Int) {
    do {
      _ = try JSONNode.read(Array(text.utf8))
      Issue.record("it is read")
    } catch JSONNode.ReadError.malformed(_, let found) {
      #expect(found == offset)
    } catch {
      Issue.record("\(error)")
    }
  }

  /// Also where it is not JSON; brackets in texts do not count.
  @Test(arguments: ["[", "{\"[[\\\"[\": "]) func nestingIsLimited(_ piece: String) {
    for count in [513, 100_000] {
      do {
        _ = try JSONNode.read(Array(String(repeating: piece, count: count).utf8))
        Issue.record("it is read")
      } catch JSONNode.ReadError.tooDeep(let offset) {
        #expect(offset == piece.utf8.count * 512)
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
