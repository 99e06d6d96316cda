import Payloads
import Testing

@Suite struct XMLPlacesTests {
  /// Places of slots, which are written as `@`.
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

  @Test func charactersNotAllowedInXML() {
    let texts = ["a\u{0}", "\u{b}", "\t\n\r", "a\u{1f}", "\u{7f}", "\u{fffd}", "ab\u{fffe}", "\u{ffff}", "\u{10ffff}"]
    let places = texts.map { text in Array(text.utf8).withUnsafeBytes { XMLCharacters.firstUnfit($0) } }
    #expect(places == [1, 0, nil, 1, nil, nil, 2, 0, nil])
  }
}
