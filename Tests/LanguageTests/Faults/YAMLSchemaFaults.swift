extension Fault {
  /// Schemas that are written in YAML.
  static let yamlSchemaFaults: [Fault] = [
    Fault(
      "a schema in YAML that all messages meet", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"country": "NO", "age": {{seq}}}'}}
      """#,
      files: [
        "order.yaml": ##"""
        type: object
        required: [country]
        additionalProperties: false
        properties:
          country: {enum: [NO, SE]}   # text, as YAML 1.2 has it
          age: {$ref: "parts/age.yml#/age"}
        """##,
        "parts/age.yml": "age: &age\n  type: integer\n  minimum: 0\n",
      ],
      finds: ""),
    Fault(
      "a message that a schema in YAML refuses", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"country": false}'}}
      """#,
      files: ["order.yaml": "properties:\n  country: {enum: [NO, SE]}\n"],
      finds: #"""
        orders.yaml:5:43: error: no message of template "order" fits its schema, of 10 checked: #0 at /country: false is none of "NO", "SE" [scenario.unfit-messages]
          |
        5 | templates: {order: {format: json, schema: order.yaml, value: '{"country": false}'}}
          |                                           ^~~~~~~~~~ change the template or the schema
        """#),
    Fault(
      "a mistake in a schema in YAML, at its line", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"age": {{seq}}}'}}
      """#,
      files: [
        "order.yaml": """
        type: object
        properties:
          age:
            type: intger
        """
      ],
      finds: #"""
        order.yaml:4:11: error: the schema's /properties/age/type must be one of null, boolean, object, array, string, number, integer [scenario.schema]
          |
        4 |     type: intger
          |           ^~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a mistake in a schema in YAML that another refers to", .templates,
      #"""
      templates: {order: {format: json, schema: order.json, value: '{"age": {{seq}}}'}}
      """#,
      files: [
        "order.json": ##"{"properties": {"age": {"$ref": "age.yaml"}}}"##,
        "age.yaml": "title: Age\nminimum: ten\n",
      ],
      finds: #"""
        age.yaml:2:10: error: the schema's /minimum must be a number [scenario.schema]
          |
        2 | minimum: ten
          |          ^~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a schema that is not YAML", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"age": {{seq}}}'}}
      """#,
      files: ["order.yaml": "type: object\nproperties: {age: {type: integer}\n"],
      finds: #"""
        order.yaml:2:13: error: this "{" is not closed [scenario.yaml]
          |
        2 | properties: {age: {type: integer}
          |             ^ close it with }
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a schema that refers to a file that is not YAML", .templates,
      #"""
      templates: {order: {format: json, schema: order.json, value: '{"age": {{seq}}}'}}
      """#,
      files: [
        "order.json": ##"{"properties": {"age": {"$ref": "age.yaml"}}}"##,
        "age.yaml": "minimum: 1\nminimum: 2\n",
      ],
      finds: #"""
        age.yaml:2:1: error: "minimum" is written twice [scenario.duplicate-key]
          |
        2 | minimum: 2
          | ^~~~~~~ the first is in line 1
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a reference without quotes, which is a comment", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"age": {{seq}}}'}}
      """#,
      files: ["order.yaml": "properties:\n  age:\n    $ref: #/$defs/age\n$defs: {age: {type: integer}}\n"],
      finds: #"""
        order.yaml:3:10: error: the schema's /properties/age/$ref must be a string [scenario.schema]
          |
        3 |     $ref: #/$defs/age
          |          ^ # begins a comment; write $ref: "#/$defs/age"
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a number in YAML that JSON does not have", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"age": {{seq}}}'}}
      """#,
      files: ["order.yaml": "properties:\n  age: {maximum: .inf}\n"],
      finds: #"""
        order.yaml:2:18: error: ".inf" is a number that JSON does not have [scenario.bad-value]
          |
        2 |   age: {maximum: .inf}
          |                  ^~~~ put it in quotes if it is text
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "a tag in a schema", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"age": {{seq}}}'}}
      """#,
      files: ["order.yaml": "properties:\n  age: !!map {maximum: 5}\n"],
      finds: #"""
        order.yaml:2:8: error: tag "!!map" is not supported [scenario.tag]
          |
        2 |   age: !!map {maximum: 5}
          |        ^~~~~ remove it, or put the value in quotes
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "an empty schema in YAML", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"age": {{seq}}}'}}
      """#,
      files: ["order.yaml": "# nothing yet\n"],
      finds: #"""
        order.yaml:1:1: error: the schema is not a schema: it must be an object, true or false [scenario.schema]
          |
        1 | # nothing yet
          | ^
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
    Fault(
      "two documents in a schema", .templates,
      #"""
      templates: {order: {format: json, schema: order.yaml, value: '{"age": {{seq}}}'}}
      """#,
      files: ["order.yaml": "type: object\n---\ntype: array\n"],
      finds: #"""
        order.yaml:2:1: error: a second document begins here [scenario.documents]
          |
        2 | ---
          | ^~~ write each document into a file of its own
          = note: it is the schema of template "order" at orders.yaml:5:43
        """#),
  ]
}
