import Payloads
import Testing

@Suite struct XMLSearchTests {
  private static func found(_ path: String, in text: [UInt8]) throws -> String {
    let search = XMLSearch(try XMLPath(path))
    var found = ""
    let isWhole = text.withUnsafeBytes { bytes in
      search.forEach(in: bytes) { found += "[\(String(decoding: $0, as: UTF8.self))]" }
    }
    return found + (isWhole ? "" : " not XML")
  }

  @Test(
    arguments: [
      ("//id", "<person><id>r1</id><name>n</name></person>", "[r1]"),
      ("//id", "<a><b><id>r1</id></b><id>r2</id></a>", "[r1][r2]"),
      ("/a/id", "<a><b><id>r1</id></b><id>r2</id></a>", "[r2]"),
      ("/a/id", "<b><a><id>r1</id></a></b>", ""),
      ("//b/id", "<a><b><c><id>no</id></c><id>r1</id></b></a>", "[r1]"),
      ("//b//id", "<a><b><c><id>r1</id></c><id>r2</id></b><id>no</id></a>", "[r1][r2]"),
      ("/a//id", "<a><b><c><id>r1</id></c></b></a>", "[r1]"),
      ("/id", "<id>r1</id>", "[r1]"), ("/a", "<b/>", ""), ("//a", "<a/>", "[]"),
      ("//id", "<id>r<b>1</b>2</id>", "[r12]"),
      ("//id", "<id>outer <id>inner</id></id>", "[inner][outer inner]"),
      ("//id", "<id>a&amp;b&#x41;<![CDATA[<&>]]><!-- no --></id>", "[a&bA<&>]"),
      ("/a/@id", "<a id='r1'><b id='r2'/></a>", "[r1]"),
      ("//@id", "<a id='r1'><b id='r&amp;2'/></a>", "[r1][r&2]"),
      ("//b/@id", "<a id='no'><b id='r1'/><c><b id='r2'/></c></a>", "[r1][r2]"),
      ("//b//@id", "<a id='no'><b><c id='r1'><d id='r2'/></c></b></a>", "[r1][r2]"),
      ("/a/@id", "<a name='x'/>", ""),
      ("//id", "<n:a xmlns:n='urn:n'><n:id>r1</n:id></n:a>", "[r1]"),
      ("//id", "<?xml version='1.0' encoding='UTF-8'?>\n<a><id>é</id></a>", "[é]"),
      ("//id", "<a><id>r1</id><id>", "[r1] not XML"), ("//id", "", " not XML"), ("//id", "{}", " not XML"),
      ("//id", "<!DOCTYPE a [<!ENTITY e 'x'>]><a><id>&e;</id></a>", " not XML"),
    ]) func texts(_ path: String, _ text: String, _ expected: String) throws
  {
    #expect(try Self.found(path, in: Array(text.utf8)) == expected)
  }

  @Test(
    arguments: [
      ("nested too deeply", Array(String(repeating: "<id>", count: 100_000).utf8)),
      ("not UTF-8", Array("<a><id>".utf8) + [0xff, 0xfe] + Array("</id></a>".utf8)),
      ("a NUL", Array("<a><id>r\u{0}1</id></a>".utf8)),
    ]) func hostileBytes(_ name: String, _ text: [UInt8]) throws
  {
    #expect(try Self.found("//id", in: text).hasSuffix("not XML"), Comment(rawValue: name))
  }

  @Test func manyElementsKeepNoMemory() throws {
    let text = "<a>" + String(repeating: "<id>r1</id><b>text</b>", count: 200_000) + "</a>"
    let search = XMLSearch(try XMLPath("//id"))
    var count = 0
    for _ in 0..<2 {
      #expect(Array(text.utf8).withUnsafeBytes { search.forEach(in: $0) { _ in count += 1 } })
    }
    #expect(count == 400_000)
  }

  @Test(
    arguments: [
      ("", "it is empty"), ("id", "it begins with / or //"), ("/", "a name is missing after /"),
      ("//", "a name is missing after /"), ("/a/", "a name is missing after /"),
      ("/@id", "an attribute needs an element before it"),
      ("//@id/b", "nothing may follow an attribute"),
      ("//a[1]", "a[1] is not a name: only elements, and an @attribute at the end, are known"),
      ("/a/*", "* is not a name: only elements, and an @attribute at the end, are known"),
    ]) func mistakesAreNamed(_ path: String, _ sentence: String)
  {
    #expect(throws: XMLPath.Fault(sentence: sentence)) { try XMLPath(path) }
  }
}
