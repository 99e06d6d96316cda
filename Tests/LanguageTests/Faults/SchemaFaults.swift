extension Fault {
  static let schemaFaults: [Fault] = [
    Fault(
      "a schema that all messages meet", .templates,
      #"""
      templates: {order: {format: json, schema: schemas/age.json, value: '{"age": {{faker.random_int(min=18, max=60)}}}'}}
      """#,
      files: [
        "schemas/age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: ""),
    Fault(
      "an XSD that all messages meet", .templates,
      #"""
      templates: {order: {format: xml, schema: age.xsd, value: '<age>{{faker.random_int(min=18, max=60)}}</age>'}}
      """#,
      files: [
        "age.xsd": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="age"><xs:simpleType><xs:restriction base="xs:int">
            <xs:minInclusive value="18"/>
          </xs:restriction></xs:simpleType></xs:element>
        </xs:schema>
        """#
      ],
      finds: ""),
    Fault(
      "words of a schema that restrict nothing", .templates,
      #"""
      templates: {order: {format: json, schema: age.json, value: '{"age": {{seq}}}'}}
      """#,
      files: [
        "age.json": ##"{"typ": "object", "propertys": {"age": {"type": "integer"}}, "requierd": ["age"]}"##
      ],
      finds: #"""
        age.json:1:1: warning: the schema restricts nothing [scenario.schema]
          |
        1 | {"typ": "object", "propertys": {"age": {"type": "integer"}}, "requierd": ["age"]}
          | ^
          = note: it is the schema of template "order" at orders.yaml:5:43

        age.json:1:9: warning: the schema's /typ is not a keyword of JSON Schema, and restricts nothing [scenario.schema]
          |
        1 | {"typ": "object", "propertys": {"age": {"type": "integer"}}, "requierd": ["age"]}
          |         ^~~~~~~~ did you mean "type"?
          = note: it is the schema of template "order" at orders.yaml:5:43

        age.json:1:32: warning: the schema's /propertys is not a keyword of JSON Schema, and restricts nothing [scenario.schema]
          |
        1 | {"typ": "object", "propertys": {"age": {"type": "integer"}}, "requierd": ["age"]}
          |                                ^ did you mean "properties"?
          = note: it is the schema of template "order" at orders.yaml:5:43

        age.json:1:74: warning: the schema's /requierd is not a keyword of JSON Schema, and restricts nothing [scenario.schema]
          |
        1 | {"typ": "object", "propertys": {"age": {"type": "integer"}}, "requierd": ["age"]}
          |                                                                          ^ did you mean "required"?
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "words beside a reference of draft 7", .templates,
      #"""
      templates: {order: {format: json, schema: age.json, value: '{"age": {{seq}}}'}}
      """#,
      files: [
        "age.json": ##"""
        {"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"n": {"type": "integer"}},
         "properties": {"age": {"$ref": "#/definitions/n", "description": "in years", "maximum": 99}}}
        """##
      ],
      finds: #"""
        age.json:2:90: warning: the schema's /properties/age/maximum is beside $ref, and draft 7 ignores it there [scenario.schema]
          |
        2 |  "properties": {"age": {"$ref": "#/definitions/n", "description": "in years", "maximum": 99}}}
          |                                                                                          ^~ write it where $ref leads, or put both under allOf
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "custom words of a schema", .templates,
      #"""
      templates: {order: {format: json, schema: age.json, value: '{"age": {{seq}}}'}}
      """#,
      files: [
        "age.json": ##"{"type": "object", "x-unit": "a", "javaType": "int", "title": "age", "tags": ["a"], "id": 7}"##
      ],
      finds: ""),
    Fault(
      "a schema without a format", .templates,
      #"""
      templates: {order: {schema: age.json, value: '{}'}}
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:5:21: error: "schema" needs format: json or format: xml in template "order" [scenario.schema]
          |
        5 | templates: {order: {schema: age.json, value: '{}'}}
          |                     ^~~~~~ write format: json
        """#),
    Fault(
      "an XSD for text", .templates,
      #"""
      templates: {order: {format: string, schema: age.XSD, value: '{}'}}
      """#,
      files: [
        "age.XSD": #"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="age"><xs:simpleType><xs:restriction base="xs:int">
            <xs:minInclusive value="18"/>
          </xs:restriction></xs:simpleType></xs:element>
        </xs:schema>
        """#
      ],
      finds: #"""
        orders.yaml:5:37: error: "schema" needs format: json or format: xml in template "order" [scenario.schema]
          |
        5 | templates: {order: {format: string, schema: age.XSD, value: '{}'}}
          |                                     ^~~~~~ write format: xml
        """#),
    Fault(
      "a schema at an address", .templates,
      #"""
      templates: {order: {format: json, schema: 'https://example.com/age.json', value: '{}'}}
      """#,
      finds: #"""
        orders.yaml:5:43: error: "https://example.com/age.json" cannot be read: nothing is fetched from a network [scenario.bad-value]
          |
        5 | templates: {order: {format: json, schema: 'https://example.com/age.json', value: '{}'}}
          |                                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ a path is relative to the file in which it is written
        """#),
    Fault(
      "a schema for bytes", .templates,
      #"""
      templates: {order: {format: bytes, schema: age.json, value: '{}'}}
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:5:36: error: "schema" needs format: json or format: xml in template "order" [scenario.schema]
          |
        5 | templates: {order: {format: bytes, schema: age.json, value: '{}'}}
          |                                    ^~~~~~ write format: json
        """#),
    Fault(
      "a schema and a format that cannot be read", .templates, schema: .refused,
      #"""
      templates: {order: {format: jsn, schema: age.json, value: '{}'}}
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:5:29: error: unknown format "jsn" [scenario.bad-value]
          |
        5 | templates: {order: {format: jsn, schema: age.json, value: '{}'}}
          |                             ^~~ did you mean "json"?
        """#),
    Fault(
      "a schema for nothing", .templates,
      #"""
      templates: {order: {format: json, schema: age.json, key: a, value: null}}
      """#,
      files: [
        "age.json": ##"{"type": "object", "properties": {"age": {"type": "integer", "minimum": 18}}}"##
      ],
      finds: #"""
        orders.yaml:5:35: error: "schema" has nothing to check in template "order": its value is null [scenario.schema]
          |
        5 | templates: {order: {format: json, schema: age.json, key: a, value: null}}
          |                                   ^~~~~~ remove it, or write schema: null if it is inherited
        """#),
    Fault(
      "a schema that is not there", .templates,
      #"""
      templates: {order: {format: json, schema: schemas/gone.json, value: '{}'}}
      """#,
      finds: #"""
        orders.yaml:5:43: error: "schemas/gone.json" cannot be read: No such file or directory [scenario.bad-value]
          |
        5 | templates: {order: {format: json, schema: schemas/gone.json, value: '{}'}}
          |                                           ^~~~~~~~~~~~~~~~~ a path is relative to the file in which it is written
        """#),
    Fault(
      "a schema that is no JSON", .templates,
      #"""
      templates: {order: {format: json, schema: bad.json, value: '{}'}}
      """#,
      files: [
        "bad.json": #"""
        {"type": "object",
         "propert
        """#
      ],
      finds: #"""
        bad.json:2:2: error: the schema is not JSON: a string is opened, but never closed [scenario.schema]
          |
        2 |  "propert
          |  ^~~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a schema that is none", .templates,
      #"""
      templates: {order: {format: json, schema: bad.json, value: '{}'}}
      """#,
      files: [
        "bad.json": ##"[]"##
      ],
      finds: #"""
        bad.json:1:1: error: the schema is not a schema: it must be an object, true or false [scenario.schema]
          |
        1 | []
          | ^
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a schema with a pattern that is none", .templates,
      #"""
      templates: {order: {format: json, schema: bad.json, value: '{}'}}
      """#,
      files: [
        "bad.json": ##"{"pattern": "["}"##
      ],
      finds: #"""
        bad.json:1:13: error: the schema's /pattern is "[", which is not a regular expression: [ is not closed [scenario.schema]
          |
        1 | {"pattern": "["}
          |             ^~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a schema with a length that is none", .templates,
      #"""
      templates: {order: {format: json, schema: bad.json, value: '{}'}}
      """#,
      files: [
        "bad.json": ##"{"items": {"minLength": -1}}"##
      ],
      finds: #"""
        bad.json:1:25: error: the schema's /items/minLength must be a whole number of at least 0 [scenario.schema]
          |
        1 | {"items": {"minLength": -1}}
          |                         ^~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a schema that refers to a file that is not there", .templates,
      #"""
      templates: {order: {format: json, schema: bad.json, value: '{}'}}
      """#,
      files: [
        "bad.json": ##"{"$ref": "gone.json#/a"}"##
      ],
      finds: #"""
        bad.json:1:10: error: the schema's /$ref refers to file "gone.json", which cannot be read [scenario.schema]
          |
        1 | {"$ref": "gone.json#/a"}
          |          ^~~~~~~~~~~~~~
          = note: "gone.json" cannot be read: No such file or directory
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a schema that refers to the network", .templates,
      #"""
      templates: {order: {format: json, schema: bad.json, value: '{}'}}
      """#,
      files: [
        "bad.json": ##"{"$ref": "https://example.com/a.json"}"##
      ],
      finds: #"""
        bad.json:1:10: error: the schema's /$ref refers to "https://example.com/a.json", which is not in these files; nothing is fetched from a network [scenario.schema]
          |
        1 | {"$ref": "https://example.com/a.json"}
          |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a schema that refers to nothing", .templates,
      #"""
      templates: {order: {format: json, schema: bad.json, value: '{}'}}
      """#,
      files: [
        "bad.json": ##"{"$ref": "#/$defs/a"}"##
      ],
      finds: #"""
        bad.json:1:10: error: the schema's /$ref refers to "/$defs/a", which does not exist [scenario.schema]
          |
        1 | {"$ref": "#/$defs/a"}
          |          ^~~~~~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a mistake in a file that a schema refers to", .templates,
      #"""
      templates: {order: {format: json, schema: schemas/a.json, value: '{}'}}
      """#,
      files: [
        "schemas/a.json": ##"{"$ref": "more/b.json"}"##,
        "schemas/more/b.json": #"""
        {
          "minimum": "1"
        }
        """#,
      ],
      finds: #"""
        schemas/more/b.json:2:14: error: the schema's /minimum must be a number [scenario.schema]
          |
        2 |   "minimum": "1"
          |              ^~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a faulty schema of two templates is reported once", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}, other: {format: json, schema: a.json, value: '{}'}}
      defaults: {template: order}
      """#,
      files: [
        "a.json": ##"{"type": "objekt"}"##
      ],
      finds: #"""
        a.json:1:10: error: the schema's /type must be one of null, boolean, object, array, string, number, integer [scenario.schema]
          |
        1 | {"type": "objekt"}
          |          ^~~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
  ]
}
