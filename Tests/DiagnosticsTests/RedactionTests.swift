import Testing

@testable import Diagnostics

@Suite struct RedactionTests {
  @Test(
    arguments: [
      ("none", [], "a text", "a text"),
      ("an empty one hides nothing", [""], "a text", "a text"),
      ("everywhere", ["pw"], "pw, pw and pw", "***, *** and ***"),
      ("alone", ["pw"], "pw", "***"),
      ("longer than the text", ["password"], "pass", "pass"),
      ("one within the other, the shorter first", ["word", "password"], "password word", "*** ***"),
      ("one overlaps the other", ["abcd", "cdef"], "xabcdefx", "x***x"),
      ("one overlaps itself", ["aa"], "baaab", "b***b"),
      ("one beside the other", ["ab", "cd"], "abcd", "***"),
      ("a part of the mask", ["*", "pw"], "pw*", "***"),
      ("not ASCII", ["gehéim"], "das gehéim ist", "das *** ist"),
      ("several lines", ["a\nb"], "xa\nby", "x***y"),
    ] as [(String, [String], String, String)]
  ) func nothingOfASecretIsLeft(_ name: String, _ secrets: [String], _ text: String, _ safe: String) {
    #expect(Redaction(secrets: secrets).apply(to: text) == safe)
  }

  @Test func columnsStayInSnippets() {
    let line = Array("password: hunter2 # hunter".unicodeScalars)
    let starred = Redaction(secrets: ["hunter2", "unter"]).starred(line)
    #expect(String(String.UnicodeScalarView(starred)) == "password: ******* # h*****")
  }
}
