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
    do throws(XMLFault) {
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
