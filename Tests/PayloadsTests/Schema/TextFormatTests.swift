import Payloads
import Testing

/// The formats that no case of the official suite decides, or not in every draft.
@Suite struct TextFormatTests {
  @Test(
    arguments: [
      (
        "duration", ["P1Y2M3DT4H5M6S", "P2W", "PT36H", "P1DT1M"],
        ["P1Y1D", "PT1H1S", "P", "P1DT", "1D", "P1D2H", "P1.5D"]
      ),
      (
        "uri-reference", ["", "/a", "a/b?c#d", "?q", "//host/x", "urn:a:b", "./a:b"],
        ["a:b c", "\\a", "%zz", "1a:b", "//[::1"]
      ),
      ("uri", ["urn:a:b", "http://a.example/%20?q#f", "a:"], ["/a", "", "http://a b", "http://é.example/"]),
      ("iri", ["http://é.example/日本"], ["é", "http://a.example/\u{80}"]),
      ("iri-reference", ["/日本#é", "é"], ["é é", "\u{e000}:a b"]),
      ("uri-template", ["/a/{b}{?c,d*}", "{+x:3}", "", "é{a.b}"], ["{", "{}", "{a b}", "{a:0}", "}", "%2"]),
      ("json-pointer", ["", "/", "/a~0~1/é"], ["a", "/~2", "/~"]),
      ("relative-json-pointer", ["0", "1/a", "2#", "0+1/a"], ["", "01", "-1", "1a", "0##"]),
      ("regex", ["^a+$", "\\d", ""], ["(", "[", "a++", "(?i)a"]),
      ("idn-email", ["é@é.example", "\"é\"@example.com"], ["@é", "é", "é@.example"]),
    ]) func formats(_ format: String, _ valid: [String], _ invalid: [String])
  {
    for draft in ["draft-04/schema#", "draft-07/schema#", "draft/2020-12/schema"] {
      let schema = #"{"$schema":"http://json-schema.org/\#(draft)","format":"\#(format)"}"#
      func isValid(_ text: String) -> Bool {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return JSONSchemaTests.words(schema, "\"\(escaped)\"") == "valid"
      }
      #expect(valid.filter { !isValid($0) } == [])
      #expect(invalid.filter(isValid) == [])
    }
  }

  /// A format that is not enforced is one annotation, wherever it is used.
  @Test func annotations() throws {
    let schema =
      #"{"properties":{"a":{"format":"int64"},"b":{"format":"int64"},"c":{"format":"idn-hostname"},"d":{"format":"iri"}}}"#
    let words = try JSONSchema(Array(schema.utf8), path: "a.json") { _ in nil }.ineffectiveWords
    #expect(words.map(\.word) == ["int64", "idn-hostname"])
  }
}
