import Payloads
import Testing

@Suite struct JSONDocumentTests {
  private static func fault(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBytes { JSONDocument().fault(in: $0) }
  }

  @Test(arguments: [
    "{}", "[]", "null", "true", "false", "0", "-0", "-1.5e+10", "1E300", "\"\"", " \t\r\n[1]\n",
    #"{"a":{"b":[1,2,{"c":null}]}}"#,
    #""\"\\\/\b\f\n\r\t\u0041""#, #""\ud83d\ude00""#, "\"é注😀\"", #"{"a":1,"a":2}"#, "18446744073709551615",
  ]) func wellFormed(_ text: String) {
    #expect(Self.fault(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    "", " ", "\n", "{", "}", "[", "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\" 1}", "{\"a\":}", "[1 2]", "01",
    "1.",
    ".5", "+1", "1e", "--1", "NaN", "Infinity", "nul", "True", "\"", "\"a", #""\x""#, #""\u12""#, #""\ud83d""#,
    "\"a\nb\"", "\"a\tb\"", "\"\u{0}\"", "{} {}", "1 2", "[1]]", "// a\n1", "[1]\u{0}", "{\"a\":1}x",
  ]) func illFormed(_ text: String) {
    #expect(Self.fault(Array(text.utf8)) != nil)
  }

  @Test(
    arguments: [
      ("a lone continuation byte", [0x80]), ("a lead byte without its continuation", [0xc3]),
      ("overlong", [0xc0, 0xaf]),
      ("a surrogate", [0xed, 0xa0, 0x80]), ("beyond Unicode", [0xf4, 0x90, 0x80, 0x80]), ("no byte of UTF-8", [0xff]),
    ] as [(String, [UInt8])]) func invalidUTF8(_ name: String, _ bytes: [UInt8])
  {
    let quote = UInt8(ascii: "\"")
    #expect(Self.fault([quote] + bytes + [quote]) != nil, "\(name)")
  }

  @Test func oneParserServesManyDocuments() {
    let json = JSONDocument()
    let texts = ["{\"a\":1}", "{\"a\":", "", "[\"" + String(repeating: "x", count: 100_000) + "\"]", "[]"]
    let faults = texts.map { text in Array(text.utf8).withUnsafeBytes { json.fault(in: $0) == nil } }
    #expect(faults == [true, false, false, true, true])
  }

  @Test func emptyInputWithoutAnAddress() {
    #expect(JSONDocument().fault(in: UnsafeRawBufferPointer(start: nil, count: 0)) != nil)
  }
}
