import Payloads
import Testing

@Suite struct JSONPathsTests {
  /// The scalars at a path, each in brackets; `-` for what has no text.
  private static func found(_ steps: [JSONStep], in text: [UInt8]) -> String {
    let paths = JSONPaths([steps])
    return text.withUnsafeBytes { bytes in
      guard paths.read(bytes) else { return "no JSON" }
      var texts: [String] = []
      paths.forEach(0) { texts.append($0.withScalar { String(decoding: $0, as: UTF8.self) } ?? "-") }
      return texts.map { "[\($0)]" }.joined()
    }
  }

  @Test(
    arguments: [
      ([.member("id")], #"{"id": "r1"}"#, "[r1]"),
      ([.member("id")], #"{"a": {"id": "no"}, "id": "r1"}"#, "[r1]"),
      ([.member("a"), .member("b")], #"{"a": {"b": "x"}}"#, "[x]"),
      ([.member("a"), .member("b")], #"{"a": ["b"]}"#, ""),
      ([.member("id")], #"["id"]"#, ""),
      ([.member("id")], #"{"id": "first", "id": "last"}"#, "[last]"),
      ([.member("a"), .member("b")], #"{"a": {"b": 1}, "a": {"c": 2}}"#, ""),
      ([.member("é")], "{\"\\u00e9\": \"\\u00e9\"}", "[é]"),
      ([.member("id")], #"{"id": "a\"b\\c\ud83d\ude00\n"}"#, "[a\"b\\c😀\n]"),
      ([.member("")], #"{"": true}"#, "[true]"),
      ([.member("n")], #"{"n": 1.10}"#, "[1.10]"), ([.member("n")], #"{"n":-0}"#, "[-0]"),
      ([.member("n")], #"{"n": 123456789012345678901234567890}"#, "[123456789012345678901234567890]"),
      ([.member("n")], #"{"n": null}"#, "[null]"),
      ([.member("n")], #"{"n": {"a": 1}}"#, "[-]"), ([.member("n")], #"{"n": []}"#, "[-]"),
      ([.member("ids"), .each], #"{"ids": ["a", "b" , "c"]}"#, "[a][b][c]"),
      ([.member("ids"), .each], #"{"ids": []}"#, ""),
      ([.member("ids"), .each], #"{"ids": "a"}"#, ""),
      ([.each, .member("id")], #"[{"id": "a"}, 7, {"id": "b"}, {"no": 1}]"#, "[a][b]"),
      ([.each, .each], "[[1,2],[],[3]]", "[1][2][3]"),
      ([.element(1)], "[1, [2, 3], 4]", "[-]"), ([.element(1), .element(0)], "[1, [2, 3], 4]", "[2]"),
      ([.element(3)], "[1, 2]", ""), ([], #" "whole" "#, "[whole]"), ([], "7", "[7]"),
      ([.member("id")], #"{"id": "r1""#, "no JSON"), ([.member("id")], "", "no JSON"),
      ([.member("id")], "{\"id\": \"a\u{0}b\"}", "no JSON"),
    ] as [([JSONStep], String, String)]) func values(_ steps: [JSONStep], _ text: String, _ expected: String)
  {
    #expect(Self.found(steps, in: Array(text.utf8)) == expected)
  }

  @Test(
    arguments: [
      ("bytes that are not UTF-8", Array(#"{"id": ""#.utf8) + [0xff, 0xfe] + Array(#""}"#.utf8), "no JSON"),
      ("half a surrogate pair", Array(#"{"id": "\ud83d"}"#.utf8), "no JSON"),
      ("a hundred thousand brackets", Array(repeating: UInt8(ascii: "["), count: 100_000), "no JSON"),
      ("a hundred thousand arrays", deep(100_000), "no JSON"), ("a thousand arrays", deep(1000), ""),
    ] as [(String, [UInt8], String)]) func hostileBytes(_ name: String, _ text: [UInt8], _ expected: String)
  {
    #expect(Self.found([.member("id")], in: text) == expected, Comment(rawValue: name))
  }

  private static func deep(_ depth: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
  }

  @Test func hugeTextsAreSearched() {
    let filler = Array(repeating: UInt8(ascii: "x"), count: 20_000_000)
    let text = Array(#"{"a": ""#.utf8) + filler + Array(#"", "id": "r1"}"#.utf8)
    #expect(Self.found([.member("id")], in: text) == "[r1]")
  }

  @Test func documentsFollowOneAnother() {
    let paths = JSONPaths([[.member("a")], [.member("b")]])
    for (text, expected) in [(#"{"a":1,"b":2}"#, "12"), ("nonsense", ""), (#"{"b":3}"#, "3")] {
      var found = ""
      Array(text.utf8).withUnsafeBytes { bytes in
        _ = paths.read(bytes)
        for path in 0..<2 { paths.forEach(path) { _ = $0.withScalar { found += String(decoding: $0, as: UTF8.self) } } }
      }
      #expect(found == expected)
    }
  }
}

@Suite struct JSONSamenessTests {
  private static func areSame(_ left: String, _ right: String) -> Bool {
    let (one, other) = (JSONPaths([[]]), JSONPaths([[]]))
    return Array(left.utf8).withUnsafeBytes { left in
      Array(right.utf8).withUnsafeBytes { right in
        guard one.read(left), other.read(right) else { return false }
        var same: Bool?
        one.forEach(0) { first in other.forEach(0) { same = first.isSame(as: $0) } }
        return same ?? false
      }
    }
  }

  @Test(
    arguments: [
      // Numbers, as exact decimals.
      ("1.10", "1.1", true), ("1", "1.0", true), ("1e2", "100", true), ("100", "1E+2", true), ("0.01", "1e-2", true),
      ("10", "1", false), ("1", "-1", false), ("0", "-0", true), ("0.000", "0e9", true), ("0", "1e-400", false),
      ("0.1", "0.10000000000000001", false), ("0.3", "0.30000000000000004", false),
      ("9007199254740993", "9007199254740992", false), ("12345678901234567890123", "12345678901234567890124", false),
      ("12345678901234567890123", "1.2345678901234567890123e22", true), ("12.5", "1.25e1", true),
      ("12.5", "12.05", false),
      ("1e99999999999999999999", "1e-99999999999999999999", false),
      ("100000000000000000000000000000", "1e29", true), ("1.0e0", "1", true), ("1020", "102", false),
      ("1.02", "102e-2", true),
      // Texts, after unescaping.
      (#""é""#, #""\u00e9""#, true), (#""a/b""#, #""a\/b""#, true), (#""a""#, #""b""#, false), (#""1""#, "1", false),
      (#""""#, "null", false), ("true", "true", true), ("true", "false", false), ("null", "null", true),
      ("null", "0", false),
      // Structures.
      (#"{"a":1,"b":[1,2]}"#, #"{ "b": [1.0, 2], "a": 1 }"#, true), (#"{"a":1}"#, #"{"a":1,"b":null}"#, false),
      (#"{"a":1,"a":2}"#, #"{"a":2}"#, true), ("[1,2]", "[2,1]", false), ("[1]", "[1,1]", false), ("[]", "{}", false),
      (#"{"\u0061":[{}]}"#, #"{"a":[{}]}"#, true), ("[[[]]]", "[[[]]]", true), ("[[[]]]", "[[[0]]]", false),
    ]) func twoValues(_ left: String, _ right: String, _ expected: Bool)
  {
    #expect(Self.areSame(left, right) == expected)
    #expect(Self.areSame(right, left) == expected)
  }

  @Test(
    arguments: [
      (#""u7""#, "u7", true), (#""\u00e9""#, "é", true), ("7", "7", true), ("7.0", "7", true), ("7", "7.00", true),
      ("7", "07", false),
      ("7", "", false), ("7", "7 ", false), ("7", "seven", false), ("true", "true", true), ("null", "null", true),
      ("[]", "[]", false),
      (#""7""#, "7.0", false), ("-7", "-7", true), ("7", "-7", false), ("7", "7e", false), ("7", "7.", false),
      ("7", "-", false),
    ]) func aValueAndAText(_ value: String, _ text: String, _ expected: Bool)
  {
    let paths = JSONPaths([[]])
    var same: Bool?
    Array(value.utf8).withUnsafeBytes { bytes in
      #expect(paths.read(bytes))
      paths.forEach(0) { value in Array(text.utf8).withUnsafeBytes { same = value.isSame(asText: $0) } }
    }
    #expect(same == expected)
  }

  @Test func manyMembersAreComparedInBoundedTime() {
    let names = (0..<200_000).map { "\"m\($0)\":\($0)" }
    let (forth, back) = ("{" + names.joined(separator: ",") + "}", "{" + names.reversed().joined(separator: ",") + "}")
    #expect(Self.areSame(forth, back))
  }
}
