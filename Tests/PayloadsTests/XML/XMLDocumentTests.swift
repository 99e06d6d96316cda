import Payloads
import Testing

@Suite struct XMLDocumentTests {
  private static let laughs =
    "<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><a b=\"&c;\">&c;</a>"

  @Test(
    arguments: [
      ("<a/>", ""),
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c --><a b='1'>é&amp;&#233;<![CDATA[<]]></a>\n", ""),
      ("<!DOCTYPE a [<!ELEMENT a (#PCDATA)>]><a>x</a>", ""),
      ("<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>", ""),
      ("", "line 1:1: it is empty"),
      ("<a>\n<b></a>", "line 2:8: Opening and ending tag mismatch: b line 2 and a"),
      ("<a b='1' b='2'/>", "line 1:15: Attribute b redefined"),
      ("<a>&b;</a>", "line 1:7: Entity 'b' not defined"),
      ("<a:b/>", "line 1:5: Namespace prefix a on b is not defined"),
      ("<a/><b/>", "line 1:5: Extra content at the end of the document"),
      ("<a>\u{1}</a>", "line 1:4: PCDATA invalid Char value 1"),
      (laughs, "line 1:28: it declares an entity, and entities are not supported"),
      (
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/hostname\">]><a>&b;</a>",
        "line 1:47: it declares an entity, and entities are not supported"
      ),
      (
        "<!DOCTYPE a [<!ENTITY % b SYSTEM \"/etc/hostname\"> %b;]><a/>",
        "line 1:49: it declares an entity, and entities are not supported"
      ),
      (
        String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300),
        "line 1:772: Excessive depth in document: 256 use XML_PARSE_HUGE option"
      ),
    ]) func faults(_ text: String, _ words: String)
  {
    let xml = XMLDocument()
    for _ in 0..<2 {
      let fault = Array(text.utf8).withUnsafeBytes { xml.fault(in: $0) }
      #expect(fault?.description ?? "" == words)
    }
  }
}
