import Diagnostics
import Testing

/// One rule for everything that others wrote: nothing of it is obeyed by a terminal, and nothing is hidden from a reader.
@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain text", "orders-1 é 日本 😀", "orders-1 é 日本 😀"),
    ("escape", "\u{1B}[31m", "\\u{1B}[31m"),
    ("null", "a\u{0}b", "a\\u{0}b"),
    ("delete and C1 controls", "\u{7F}\u{9B}", "\\u{7F}\\u{9B}"),
    ("line ends", "a\r\nb\u{85}\u{2028}\u{2029}", "a\\u{D}\\u{A}b\\u{85}\\u{2028}\\u{2029}"),
    ("directions", "\u{202E}\u{2066}\u{200F}\u{61C}", "\\u{202E}\\u{2066}\\u{200F}\\u{61C}"),
    ("byte order mark, joiners, soft hyphen", "\u{FEFF}\u{200D}\u{200B}\u{AD}", "\\u{FEFF}\\u{200D}\\u{200B}\\u{AD}"),
    ("Mongolian vowel separator", "\u{180E}", "\\u{180E}"),
    ("deprecated format characters", "\u{206A}\u{206F}", "\\u{206A}\\u{206F}"),
    ("interlinear annotations", "\u{FFF9}\u{FFFA}\u{FFFB}", "\\u{FFF9}\\u{FFFA}\\u{FFFB}"),
    ("musical format characters", "\u{1D173}\u{1D17A}", "\\u{1D173}\\u{1D17A}"),
    ("tags and supplementary selectors", "\u{E0041}\u{E0100}", "\\u{E0041}\\u{E0100}"),
    ("fillers", "\u{3164}\u{115F}\u{FFA0}", "\\u{3164}\\u{115F}\\u{FFA0}"),
    ("private use and what is not a character", "\u{E000}\u{FFFF}", "\\u{E000}\\u{FFFF}"),
    ("an emoji's selector stays", "\u{2764}\u{FE0F}", "\u{2764}\u{FE0F}"),
    ("a combining mark stays", "e\u{301}", "e\u{301}"),
  ])
  func becomesVisible(_ name: String, _ text: String, _ shown: String) {
    #expect(Array(text.visible.unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: [
    ("\u{1B}", "\\u001b"), ("\u{206A}", "\\u206a"), ("\u{E0041}", "\\udb40\\udc41"), ("😀 é", "😀 é"),
  ])
  func staysTheSameToJSON(_ text: String, _ shown: String) {
    #expect(text.visibleJSON == shown)
  }

  @Test func nothingThatIsShownIsInvisible() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = String(scalar).visible.unicodeScalars
      let categories: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
      if shown.contains(where: { categories.contains($0.properties.generalCategory) }) {
        Issue.record("U+\(String(value, radix: 16, uppercase: true))")
      }
    }
  }

  @Test(arguments: [("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("e\u{301}\u{301}\u{301}", 3, "e\u{301}…")])
  func isCut(_ text: String, _ limit: Int, _ shown: String) {
    #expect(Array(text.cut(to: limit).unicodeScalars) == Array(shown.unicodeScalars))
  }
}
