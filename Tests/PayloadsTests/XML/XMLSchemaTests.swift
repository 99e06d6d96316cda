import Payloads
import Testing

@Suite struct XMLSchemaTests {
  static func xsd(_ body: String) -> String {
    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">\(body)</xs:schema>"
  }

  static let order = xsd(
    """
    <xs:include schemaLocation="../common/age.xsd"/>
    <xs:element name="order"><xs:complexType><xs:sequence>
      <xs:element name="age" type="age" maxOccurs="unbounded"/>
    </xs:sequence><xs:attribute name="id" type="xs:integer" use="required"/></xs:complexType></xs:element>
    """)
  static let files = [
    "common/age.xsd": xsd(
      "<xs:simpleType name=\"age\"><xs:restriction base=\"xs:int\"><xs:minInclusive value=\"18\"/></xs:restriction></xs:simpleType>"
    )
  ]

  static func words(_ schema: String, _ document: String, files: [String: String]) -> [String] {
    do throws(XMLError) {
      let schema = try XMLSchema(Array(schema.utf8), path: "schemas/order.xsd") { files[$0].map { Array($0.utf8) } }
      guard let validator = XMLSchemaValidator(schema) else { return [] }
      return (0..<2).map { _ in
        Array(document.utf8).withUnsafeBytes { validator.fault(in: $0) }.map { "\($0)" } ?? "valid"
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test(
    arguments: [
      ("<order id='1'><age>18</age></order>", "valid"),
      (
        "<order id='1'>\n<age>18</age>\n<age>17</age></order>",
        "line 3: /order/age[2]: Element 'age': [facet 'minInclusive'] The value '17' is less than the minimum value allowed ('18')."
      ),
      ("<order><age>18</age></order>", "line 1: /order: Element 'order': The attribute 'id' is required but missing."),
      ("<order id='1'/>", "line 1: /order: Element 'order': Missing child element(s). Expected is ( age )."),
      (
        "<other/>", "line 1: /other: Element 'other': No matching global declaration available for the validation root."
      ),
      ("<order id='1'><age>18</order>", "line 1:30: Opening and ending tag mismatch: age line 1 and order"),
      (
        "<order id='1'><age>1&#x85;</age></order>",
        "line 1: /order/age: Element 'age': '1\\u0085' is not a valid value of the atomic type 'age'."
      ),
    ]) func faults(_ document: String, _ words: String)
  {
    #expect(Self.words(Self.order, document, files: Self.files) == [words, words])
  }

  /// Blanks around a value do not count, also in types of the schema's own; around a string they do.
  @Test(
    arguments: [
      ("xs:int", " 5 ", true), ("xs:int", " 5 5 ", false), ("xs:date", "\n2026-11-21\t", true),
      ("xs:boolean", " true ", true),
      ("xs:decimal", " 1.50", true), ("xs:double", " -INF ", true), ("xs:dateTime", " 2026-11-21T12:00:00Z ", true),
      ("xs:token", " a  b ", true), ("xs:anyURI", " a ", true), ("xs:string", " a ", true),
      ("few", " 9 ", true), ("few", " 10 ", false), ("few", "9 9", false), ("digits", " 12 ", true),
      ("digits", " 1a ", false),
      ("letter", "x", true), ("letter", " x ", false), ("short", "ab", true), ("short", " ab", false),
      ("either", " 12 ", true), ("either", " 2026-11-21 ", true), ("either", " y ", false),
      ("many", " 1  2 ", true), ("many", " 1 x ", false),
    ]) func blanks(_ type: String, _ text: String, _ isValid: Bool)
  {
    let schema = Self.xsd(
      """
      <xs:simpleType name="some"><xs:restriction base="xs:int"/></xs:simpleType>
      <xs:simpleType name="few"><xs:restriction base="some"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="digits"><xs:restriction base="xs:integer"><xs:pattern value="[0-9]+"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="letter"><xs:restriction base="xs:string"><xs:enumeration value="x"/></xs:restriction>
      </xs:simpleType>
      <xs:simpleType name="short"><xs:restriction base="xs:string"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="either"><xs:union memberTypes="xs:int xs:date"/></xs:simpleType>
      <xs:simpleType name="many"><xs:list itemType="xs:int"/></xs:simpleType>
      <xs:element name="a"><xs:complexType><xs:simpleContent><xs:extension base="\(type)">
      <xs:attribute name="b" type="\(type)" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
      """)
    let attribute = text.replacing("\n", with: " ").replacing("\t", with: " ")
    let said = Self.words(schema, "<a b='\(attribute)'>\(text)</a>", files: [:])
    #expect(said.allSatisfy { ($0 == "valid") == isValid }, "\(said)")
    #expect(said.count == 2)
  }

  @Test(
    arguments: [
      ("<a><b i='x'/><b i='y'/></a>", "valid"), ("<a><b i='x'/></a>", "valid"),
      (
        "<a><b i='x'/><b i='x'/></a>",
        "line 1: /a/b[2]: Element 'b', attribute 'i': 'x' is not a valid value of the atomic type 'xs:ID'."
      ),
      ("<a><b>x</b>", "line 1:12: Premature end of data in tag a line 1"),
    ]) func identifiers(_ document: String, _ words: String)
  {
    let schema = Self.xsd(
      """
      <xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" maxOccurs="9"><xs:complexType>
      <xs:attribute name="i" type="xs:ID"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
      """)
    #expect(Self.words(schema, document, files: [:]) == [words, words])
  }

  @Test(
    arguments: [
      ("<k><i>1</i><i>2</i></k>", "valid"),
      (
        "<k><i>1</i><i>1</i></k>",
        "line 1: /k/i[2]: Element 'i': Duplicate key-sequence ['1'] in unique identity-constraint 'u'."
      ),
    ]) func uniqueness(_ document: String, _ words: String)
  {
    let schema = Self.xsd(
      """
      <xs:element name="k"><xs:complexType><xs:sequence><xs:element name="i" type="xs:int" maxOccurs="9"/></xs:sequence>
      </xs:complexType><xs:unique name="u"><xs:selector xpath="i"/><xs:field xpath="."/></xs:unique></xs:element>
      """)
    #expect(Self.words(schema, document, files: [:]) == [words, words])
  }

  @Test(
    arguments: [
      ("<a", "line 1:3: Couldn't find end of Start Tag a line 1"),
      ("<a/>", "The XML document 'schemas/order.xsd' is not a schema document."),
      (xsd("<xs:element name=\"a\" type=\"xs:strin\"/>"), "strin"),
      (xsd("<xs:include schemaLocation=\"gone.xsd\"/>"), "gone.xsd"),
      (xsd("<xs:import namespace=\"urn:a\" schemaLocation=\"http://127.0.0.1:1/a.xsd\"/>"), "127.0.0.1"),
    ]) func mistakes(_ schema: String, _ words: String)
  {
    let said = Self.words(schema, "<a/>", files: [:])
    #expect(said.count == 1 && said[0].contains(words), "\(said)")
  }
}
