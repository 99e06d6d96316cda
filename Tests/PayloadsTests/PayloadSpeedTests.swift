import Dispatch
import FoundationEssentials
import Glibc
import Payloads
import Testing

/// The time to validate a message, and the memory for a million of them: prints both. Enabled by
/// `REHEARSE_PAYLOAD_SPEED`, the number of messages of each measurement; only an optimised build gives useful numbers:
///
///     REHEARSE_PAYLOAD_SPEED=1000000 swift test -c release -Xswiftc -enable-testing --disable-xctest --filter PayloadSpeedTests
@Suite(.serialized, .enabled(if: Speed.count > 0, "REHEARSE_PAYLOAD_SPEED is not a number of messages"))
struct PayloadSpeedTests {
  private static let json =
    Array(
      #"{"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","customer":"Ada Lovelace","email":"ada@example.org","amount":1234.56,"#
        .utf8)
    + Array(#""currency":"EUR","items":3,"paid":true,"placed":"2026-01-31T23:59:59Z","tags":["new","vip"],"#.utf8)
    + Array(#""address":{"street":"12 Long Lane","city":"London","zip":"SW1A 1AA"}}"#.utf8)

  private static let schema = ##"""
    {"type":"object","additionalProperties":false,
     "required":["id","customer","email","amount","currency","items","paid","placed","tags","address"],
     "properties":{
       "id":{"type":"string","format":"uuid"},"customer":{"type":"string","minLength":1,"maxLength":80},
       "email":{"type":"string","format":"email"},"amount":{"type":"number","exclusiveMinimum":0,"multipleOf":0.01},
       "currency":{"enum":["GBP","USD","EUR"]},"items":{"type":"integer","minimum":1,"maximum":100},
       "paid":{"type":"boolean"},"placed":{"type":"string","format":"date-time"},
       "tags":{"type":"array","items":{"type":"string","pattern":"^[a-z]+$"},"uniqueItems":true},
       "address":{"$ref":"#/$defs/address"}},
     "$defs":{"address":{"type":"object","required":["street","city"],"properties":{
       "street":{"type":"string"},"city":{"type":"string"},"zip":{"type":"string","maxLength":10}}}}}
    """##

  private static let xml = Array(
    """
    <?xml version="1.0"?><order id="7001"><customer>Ada Lovelace</customer><email>ada@example.org</email>\
    <amount>1234.56</amount><currency>EUR</currency><items>3</items><paid>true</paid>\
    <placed>2026-01-31T23:59:59Z</placed><address><street>12 Long Lane</street><city>London</city><zip>SW1A 1AA</zip>\
    </address></order>
    """.utf8)

  private static let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="order"><xs:complexType><xs:sequence>
    <xs:element name="customer" type="xs:string"/><xs:element name="email" type="xs:string"/>
    <xs:element name="amount" type="xs:decimal"/><xs:element name="currency"><xs:simpleType>
    <xs:restriction base="xs:string"><xs:enumeration value="EUR"/><xs:enumeration value="GBP"/></xs:restriction>
    </xs:simpleType></xs:element><xs:element name="items" type="xs:int"/><xs:element name="paid" type="xs:boolean"/>
    <xs:element name="placed" type="xs:dateTime"/><xs:element name="address"><xs:complexType><xs:sequence>
    <xs:element name="street" type="xs:string"/><xs:element name="city" type="xs:string"/>
    <xs:element name="zip" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:sequence>
    <xs:attribute name="id" type="xs:int" use="required"/></xs:complexType></xs:element></xs:schema>
    """

  @Test func jsonBySchema() throws {
    let validator = try #require(JSONSchemaValidator(try JSONSchema(Array(Self.schema.utf8), path: "a") { _ in nil }))
    let parser = JSONDocument()
    try measure("JSON well-formed", Self.json) { parser.fault(in: $0) == nil }
    try measure("JSON by schema", Self.json) { validator.failure(in: $0) == nil }
  }

  @Test func xmlBySchema() throws {
    let validator = try #require(XMLSchemaValidator(try XMLSchema(Array(Self.xsd.utf8), path: "a.xsd") { _ in nil }))
    let parser = XMLDocument()
    try measure("XML well-formed", Self.xml) { parser.fault(in: $0) == nil }
    try measure("XML by XSD", Self.xml) { validator.fault(in: $0) == nil }
  }

  /// The best of ten parts, because other work on the machine only makes it slower; and the growth of the process after the
  /// first.
  private func measure(_ name: String, _ message: [UInt8], _ isValid: (UnsafeRawBufferPointer) -> Bool) throws {
    var message = message
    let letter = try #require(message.lastIndex(of: UInt8(ascii: "L")))
    let each = max(Speed.count / 10, 1)
    var best = UInt64.max
    var sound = 0
    var before = 0
    for part in 0..<10 {
      let start = DispatchTime.now().uptimeNanoseconds
      for index in 0..<each {
        message[letter] = UInt8(ascii: "A") + UInt8(truncatingIfNeeded: index % 26)
        if message.withUnsafeBytes(isValid) { sound += 1 }
      }
      best = min(best, (DispatchTime.now().uptimeNanoseconds - start) / UInt64(each))
      if part == 0 { before = Self.residentKilobytes }
    }
    print(
      "ns \(name): \(best) for \(message.count) bytes, \(Self.residentKilobytes - before) KiB more after \(each * 10)")
    #expect(sound == each * 10)
  }

  private static var residentKilobytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}

private enum Speed {
  static let count = ProcessInfo.processInfo.environment["REHEARSE_PAYLOAD_SPEED"].flatMap { Int($0) } ?? 0
}
