extension Fault {
  /// Faults of XML schemas, at their own lines.
  static let xsdFaults: [Fault] = [
    Fault(
      "an XSD with an unknown type", .templates,
      #"""
      templates: {order: {format: xml, schema: bad.xsd, value: '<a/>'}}
      """#,
      files: [
        "bad.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="a" type="b"/>
        </xs:schema>
        """#
      ],
      finds: #"""
        bad.xsd:2:3: error: the schema cannot be used: element decl. 'a', attribute 'type': The QName value 'b' does not resolve to a(n) type definition [scenario.schema]
          |
        2 |   <xs:element name="a" type="b"/>
          |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:42
        """#),
    Fault(
      "an XSD that includes what is not there", .templates,
      #"""
      templates: {order: {format: xml, schema: bad.xsd, value: '<a/>'}}
      """#,
      files: [
        "bad.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:include schemaLocation="gone.xsd"/>
        </xs:schema>
        """#
      ],
      finds: #"""
        bad.xsd:2:3: error: the schema cannot be used: Element '{http://www.w3.org/2001/XMLSchema}include': Failed to parse the XML resource 'gone.xsd' [scenario.schema]
          |
        2 |   <xs:include schemaLocation="gone.xsd"/>
          |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = note: "gone.xsd" cannot be read: No such file or directory
          = note: it is the schema of template "order" at orders.yaml:5:42
        """#),
    Fault(
      "an XSD that includes what is at an address", .templates,
      #"""
      templates: {order: {format: xml, schema: bad.xsd, value: '<a/>'}}
      """#,
      files: [
        "bad.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:include schemaLocation="http://example.com/gone.xsd"/>
        </xs:schema>
        """#
      ],
      finds: #"""
        bad.xsd:2:3: error: the schema cannot be used: Element '{http://www.w3.org/2001/XMLSchema}include': Failed to parse the XML resource 'http://example.com/gone.xsd' [scenario.schema]
          |
        2 |   <xs:include schemaLocation="http://example.com/gone.xsd"/>
          |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = note: "http://example.com/gone.xsd" cannot be read: nothing is fetched from a network
          = note: it is the schema of template "order" at orders.yaml:5:42
        """#),
    Fault(
      "an XSD that is not well-formed", .templates,
      #"""
      templates: {order: {format: xml, schema: bad.xsd, value: '<a/>'}}
      """#,
      files: [
        "bad.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="a">
        </xs:schema>
        """#
      ],
      finds: #"""
        bad.xsd:3:13: error: the schema cannot be used: Opening and ending tag mismatch: element line 2 and schema [scenario.schema]
          |
        3 | </xs:schema>
          |             ^
          = note: it is the schema of template "order" at orders.yaml:5:42
        """#),
    Fault(
      "an XSD that is empty", .templates,
      #"""
      templates: {order: {format: xml, schema: bad.xsd, value: '<a/>'}}
      """#,
      files: [
        "bad.xsd": ##""##
      ],
      finds: #"""
        bad.xsd:1:1: error: the schema cannot be used: it is empty [scenario.schema]
          |
        1 |
          | ^
          = note: it is the schema of template "order" at orders.yaml:5:42
        """#),
    Fault(
      "a mistake in a file that an XSD includes", .templates,
      #"""
      templates: {order: {format: xml, schema: a b/a.xsd, value: '<a/>'}}
      """#,
      files: [
        "a b/a.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:include schemaLocation="../b.xsd"/>
          <xs:element name="a"/>
        </xs:schema>
        """#,
        "b.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="c" type="d"/>
        </xs:schema>
        """#,
      ],
      finds: #"""
        b.xsd:2:3: error: the schema cannot be used: element decl. 'c', attribute 'type': The QName value 'd' does not resolve to a(n) type definition [scenario.schema]
          |
        2 |   <xs:element name="c" type="d"/>
          |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:42
        """#),
  ]
}
