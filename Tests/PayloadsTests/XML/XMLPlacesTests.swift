import Payloads
import Testing

@Suite struct XMLPlacesTests {
  /// `@` stands for a slot.
  private static func places(_ text: String) -> XMLPlaces {
    var parts: [XMLPart] = []
    for (index, piece) in text.split(separator: "@", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { parts.append(.slot) }
      parts.append(.literal(Array(piece.utf8)))
    }
    return XMLPlaces(parts)
  }

  @Test(
    arguments: [
      ("<a>@</a>", [.text], true),
      ("<a b=\"@\" c='@@'/>", [.attribute(.double), .attribute(.single), .attribute(.single)], true),
      ("<a><![CDATA[@]]>@</a>", [.cdata, .text], true), ("<a><!-- @ --></a>", [.comment], true),
      ("<?p @?><a/>", [.instruction], true), ("<@/>", [.tag], true), ("<a@ b='1'/>", [.tag], true),
      ("<a @='1'></a>", [.tag], true), ("<a></@>", [.tag], false), ("@<a/>", [.outside], false),
      ("<a/>@", [.outside], false), ("<a><b/>@</a>@", [.text, .outside], false), ("<a>&@;</a>", [.reference], false),
      ("<a b='&@;'/>", [.reference], false),
      ("<!DOCTYPE @ [<!-- @ '> -->]><a>@</a>", [.declaration, .comment, .text], true),
      ("<a b='>'>@<c d=\"/\">@</c></a>", [.text, .text], true), ("<a><!-- - -- ->@", [.comment], false),
      ("<a><![CDATA[]]]]>@</a>", [.text], true), ("<a><!@", [.tag], false), ("<a>@</b>", [.text], false),
    ] as [(String, [XMLPlaces.Place], Bool)]) func slots(_ text: String, _ expected: [XMLPlaces.Place], _ isXML: Bool)
  {
    let places = Self.places(text)
    #expect(places.places == expected)
    #expect((places.filled.withUnsafeBytes { XMLDocument().fault(in: $0) } == nil) == isXML)
  }

  private static func written(
    _ text: String, _ escape: (UnsafeRawBufferPointer, UnsafeMutableRawBufferPointer) -> Int
  ) -> String {
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: XMLEscape.bound(text.utf8.count), alignment: 1)
    defer { output.deallocate() }
    let count = Array(text.utf8).withUnsafeBytes { escape($0, output) }
    return String(decoding: output[..<count], as: UTF8.self)
  }

  @Test func escapes() {
    #expect(Self.written("a<b>&\"'é\r\n\t", XMLEscape.text) == "a&lt;b&gt;&amp;\"'é&#13;\n\t")
    #expect(Self.written("a<b>&\"'é\r\n\t", XMLEscape.attribute) == "a&lt;b&gt;&amp;&quot;&#39;é&#13;&#10;&#9;")
    #expect(Self.written("a]]>b", XMLEscape.cdata) == "a]]]]><![CDATA[>b")
    #expect(Self.written(">", XMLEscape.cdata) == "]]><![CDATA[>")
    #expect(Self.written("a]", XMLEscape.cdata) == "a]]]><![CDATA[")
    #expect(Self.written("a\rb", XMLEscape.cdata) == "a]]>&#13;<![CDATA[b")
    #expect(Self.written("", XMLEscape.cdata) == "")
    for text in ["\r", "&", "\"", "]", ">", "]]>", "]\r>"] {
      let many = String(repeating: text, count: 50)
      for escape in [XMLEscape.text, XMLEscape.attribute, XMLEscape.cdata] {
        #expect(Self.written(many, escape).utf8.count <= XMLEscape.bound(many.utf8.count))
      }
    }
  }

  /// In every place, and between neighbours that would end it, whatever is put in is well-formed.
  @Test func whatIsEscapedIsWellFormed() {
    let xml = XMLDocument()
    for text in ["]]>", "]", ">", "]>", "]]", "<", "&", "\"'", "\r\n\t", "<!--", "--", "?>", "]\r]>", "😀"] {
      let all = [
        "<a>\(Self.written(text, XMLEscape.text))</a>", "<a>]]\(Self.written(text, XMLEscape.text))</a>",
        "<a b='\(Self.written(text, XMLEscape.attribute))' c=\"\(Self.written(text, XMLEscape.attribute))\"/>",
        "<a><![CDATA[\(Self.written(text, XMLEscape.cdata))]]></a>",
        "<a><![CDATA[]\(Self.written(text, XMLEscape.cdata))>]]></a>",
      ]
      for document in all {
        #expect(Array(document.utf8).withUnsafeBytes { xml.fault(in: $0) } == nil, "\(document)")
      }
    }
  }

  @Test func charactersThatXMLCannotHold() {
    let texts = ["a\u{0}", "\u{b}", "\t\n\r", "a\u{1f}", "\u{7f}", "\u{fffd}", "ab\u{fffe}", "\u{ffff}", "\u{10ffff}"]
    let places = texts.map { text in Array(text.utf8).withUnsafeBytes { XMLEscape.firstUnfit($0) } }
    #expect(places == [1, 0, nil, 1, nil, nil, 2, 0, nil])
  }
}
