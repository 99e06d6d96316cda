import Testing

@testable import Load

/// The claims of a token; nothing of it is trusted further than a number.
@Suite struct TokenTests {
  static func encoded(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let bits = text.utf8.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    return String(
      stride(from: 0, to: bits.count, by: 6).map { start in
        alphabet[(0..<6).reduce(0) { $0 << 1 | Int(start + $1 < bits.count ? bits[start + $1] : 0) }]
      })
  }

  static func jwt(_ claims: String, header: String = #"{"alg":"RS256"}"#) -> String {
    "\(encoded(header)).\(encoded(claims)).c2ln"
  }

  static func address(_ parameters: String) -> String {
    encoded("https://kafka.eu-west-1.amazonaws.com/?\(parameters)")
  }

  @Test("a token that another program made") func foreign() {
    let token = Token(
      """
      eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJzdmMtb3JkZXJzIiwiaWF0IjoxODkzNDU2MDAwLCJleHAiOjE4OTM0NTk2MDAsImF1\
      ZCI6WyJhIiwiYiJdLCJuZXN0ZWQiOnsiZXhwIjoxLCJhIjoifSJ9fQ.Af7_
      """)
    #expect(token.form == .jwt && token.subject == "svc-orders")
    #expect(token.issuedAt == 1_893_456_000_000 && token.expiresAt == 1_893_459_600_000)
    #expect(token.isWellFormed)
  }

  static let cases: [(String, String, Token.Form, subject: String?, issued: Int64?, expires: Int64?)] = [
    ("all claims", jwt(#"{"sub":"a","iat":100,"exp":130}"#), .jwt, "a", 100_000, 130_000),
    ("no claim", jwt("{}"), .jwt, nil, nil, nil),
    ("a fraction", jwt(#"{"exp":130.5}"#), .jwt, nil, nil, 130_500),
    ("an exponent", jwt(#"{"exp":1.3e2}"#), .jwt, nil, nil, 130_000),
    ("escapes", jwt(#"{"sub":"a\"\u00e9\ud83d\ude00\n","exp":1}"#), .jwt, "a\"é😀\n", nil, 1000),
    ("the last of two", jwt(#"{"exp":1,"exp":2}"#), .jwt, nil, nil, 2000),
    ("nested claims are others", jwt(#"{"a":{"exp":1},"b":[[{"exp":2}],"]"],"exp":3}"#), .jwt, nil, nil, 3000),
    ("a number as text", jwt(#"{"exp":"130","sub":7}"#), .jwt, nil, nil, nil),
    ("not a moment", jwt(#"{"exp":-1,"iat":1e300}"#), .jwt, nil, nil, nil),
    ("blanks", jwt(" {\n\"exp\" :\t1 } "), .jwt, nil, nil, 1000),
    ("true, false, null", jwt(#"{"a":true,"b":false,"c":null,"exp":1}"#), .jwt, nil, nil, 1000),
    (
      "AWS", address("X-Amz-Date=20300101T000000Z&X-Amz-Expires=900&x=1"), .signedAddress, nil, 1_893_456_000_000,
      1_893_456_900_000
    ),
    (
      "AWS, a leap day", address("x-amz-expires=1&x-amz-date=20280229T235960Z"), .signedAddress, nil, 1_835_481_600_000,
      1_835_481_601_000
    ),
    ("AWS without an end", address("X-Amz-Date=20300101T000000Z"), .opaque, nil, nil, nil),
    ("AWS for ever", address("X-Amz-Date=20300101T000000Z&X-Amz-Expires=9223372036854775807"), .opaque, nil, nil, nil),
    ("AWS, no date", address("X-Amz-Date=20301301T000000Z&X-Amz-Expires=9"), .opaque, nil, nil, nil),
    ("five parts: encrypted", jwt("{}") + ".a.b", .opaque, nil, nil, nil),
    ("two parts", "a.b", .opaque, nil, nil, nil),
    ("no JSON", jwt("exp=1"), .opaque, nil, nil, nil),
    ("a list", jwt("[1]"), .opaque, nil, nil, nil),
    ("cut off", jwt(#"{"exp":1"#), .opaque, nil, nil, nil),
    ("more behind it", jwt(#"{"exp":1}{"exp":2}"#), .opaque, nil, nil, nil),
    ("no number", jwt(#"{"exp":infinity}"#), .opaque, nil, nil, nil),
    ("hexadecimal", jwt(#"{"exp":0x10}"#), .opaque, nil, nil, nil),
    ("half of a pair", jwt(#"{"sub":"\ud83d"}"#), .opaque, nil, nil, nil),
    ("the header is none", jwt("{}", header: "x"), .opaque, nil, nil, nil),
    ("deep", jwt(#"{"a":"# + String(repeating: "[", count: 200_000)), .opaque, nil, nil, nil),
    ("closed too often", jwt(#"{"a":[]]]]}"#), .opaque, nil, nil, nil),
    ("empty", "", .opaque, nil, nil, nil),
    ("dots", "..", .opaque, nil, nil, nil),
    ("words", "a secret", .opaque, nil, nil, nil),
  ]

  @Test("the claims", arguments: cases)
  func says(_ name: String, _ text: String, _ form: Token.Form, _ subject: String?, _ issued: Int64?, _ expires: Int64?)
  {
    let token = Token(text)
    #expect(token.form == form && token.subject == subject, "\(name): \(token)")
    #expect(token.issuedAt == issued && token.expiresAt == expires, "\(name): \(token)")
  }

  @Test(
    "the time that is left",
    arguments: [
      ("of its life", #"{"iat":100,"exp":130}"#, 100_000, 30_000), ("later", #"{"iat":100,"exp":130}"#, 125_000, 5_000),
      ("a clock behind the issuer's", #"{"iat":100,"exp":130}"#, 40_000, 30_000),
      ("expired", #"{"iat":100,"exp":130}"#, 131_000, -1_000),
      ("issued when it ends", #"{"iat":130,"exp":130}"#, 100_000, 30_000),
      ("nothing is said", "{}", 100_000, 300_000),
    ] as [(String, String, Int64, Int64)]) func rest(_ name: String, _ claims: String, _ now: Int64, _ rest: Int64)
  {
    #expect(Token(Self.jwt(claims)).rest(at: now) == rest, "\(name)")
  }

  @Test(
    "the characters that brokers take",
    arguments: [
      ("abc-._~+/==", true), ("a.b.c", true), ("", false), ("==", false), ("a=b", false), ("a b", false),
      ("a\n", false),
      ("<html>", false), ("é", false), ("a\"b", false),
    ]) func characters(_ text: String, _ isGood: Bool)
  {
    #expect(Token(text).isWellFormed == isGood)
  }

  /// Every token with a byte changed, cut off at each place, and with each byte doubled.
  @Test("nothing that is wrong with it is a crash") func mutations() {
    let texts = [
      Self.jwt(#"{"sub":"a\u00e9\\","iat":100,"exp":130,"x":[{}]}"#),
      Self.address("X-Amz-Date=20300101T000000Z&X-Amz-Expires=9"),
    ]
    var seen = Set<String>()
    for text in texts {
      let bytes = Array(text.utf8)
      for index in bytes.indices {
        for byte in [0, 32, 34, 46, 65, 92, 95, 125, 255] as [UInt8] {
          var changed = bytes
          changed[index] = byte
          seen.insert("\(Token(String(decoding: changed, as: UTF8.self)).form)")
        }
        seen.insert("\(Token(String(decoding: bytes[..<index], as: UTF8.self)).form)")
        seen.insert("\(Token(String(decoding: bytes[...index] + bytes[index...], as: UTF8.self)).form)")
      }
    }
    #expect(seen == ["jwt", "signedAddress", "opaque"])
    var claims = Array(#"{"sub":"a\u00e9\\","iat":1e2,"exp":130,"x":[{}]}"#.utf8)
    for index in claims.indices {
      let kept = claims[index]
      for byte in UInt8.min ... .max {
        claims[index] = byte
        _ = FlatJSON.members(of: claims)
      }
      claims[index] = kept
    }
    #expect(FlatJSON.members(of: claims)?["iat"] == .number(100))
  }
}
