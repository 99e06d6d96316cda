import Testing

@testable import Diagnostics

@Suite struct RedactionTests {
  /// Made by Python's json.dumps, urllib.parse.quote and quote_plus, and base64.b64encode.
  static let forms: [(String, String?, [String])] = [
    ("plain", nil, ["plain", "cGxhaW4="]),
    ("plain", "user", ["plain", "cGxhaW4=", "AHVzZXIAcGxhaW4=", "dXNlcjpwbGFpbg=="]),
    (
      #"a"b\c/d e%ü"#, nil,
      [
        #"a"b\c/d e%ü"#, #"a\"b\\c/d e%ü"#, #"a\"b\\c\/d e%ü"#, "a%22b%5Cc%2Fd%20e%25%C3%BC",
        "a%22b%5Cc%2Fd+e%25%C3%BC",
        "YSJiXGMvZCBlJcO8",
      ]
    ),
    ("", nil, []),
  ]

  @Test("each form of a secret is hidden", arguments: forms)
  func hidesForms(_ secret: String, _ user: String?, _ forms: [String]) {
    #expect(Redaction.forms(of: secret, ofUser: user) == forms)
    var redaction = Redaction()
    redaction.hide(secret, ofUser: user)
    for form in forms { #expect(redaction.apply(to: "<\(form)>") == "<***>") }
  }

  @Test("each long line of a key is hidden") func lines() {
    var redaction = Redaction()
    redaction.hide("-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG\nshort\n-----END KEY-----\n")
    #expect(redaction.apply(to: "bad line MIIEvQIBADANBgkqhkiG") == "bad line ***")
    #expect(redaction.apply(to: "short -----BEGIN KEY-----") == "short -----BEGIN KEY-----")
  }

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
