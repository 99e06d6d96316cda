extension Fault {
  static let schemaDraftFaults: [Fault] = [
    Fault(
      "a schema of draft 4", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"$schema": "http://json-schema.org/draft-04/schema#", "id": "urn:order", "type": "object",
         "properties": {"n": {"minimum": 0, "exclusiveMinimum": true}}}
        """##
      ],
      finds: ""),
    Fault(
      "words of later drafts in a schema of draft 4", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"$schema": "http://json-schema.org/draft-04/schema#",
         "properties": {"a": {"const": 1},
                        "b": true,
                        "c": {"exclusiveMinimum": 1}},
         "propertyNames": {"maxLength": 3}}
        """##
      ],
      finds: ##"""
        a.json:2:32: error: the schema's /properties/a/const is not in draft 4 [scenario.schema]
          |
        2 |  "properties": {"a": {"const": 1},
          |                                ^ write enum with one value
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:3:22: error: the schema's /properties/b is true, which is no schema in draft 4 [scenario.schema]
          |
        3 |                 "b": true,
          |                      ^~~~ write {}
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:4:43: error: the schema's /properties/c/exclusiveMinimum must be true or false in draft 4 [scenario.schema]
          |
        4 |                 "c": {"exclusiveMinimum": 1}},
          |                                           ^ write the number as minimum, and exclusiveMinimum: true beside it
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:5:19: error: the schema's /propertyNames is not in draft 4 [scenario.schema]
          |
        5 |  "propertyNames": {"maxLength": 3}}
          |                   ^ set $schema to "http://json-schema.org/draft-07/schema#"
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "the address of another draft", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"$schema": "http://json-schema.org/draft-07/schema#", "id": "urn:order", "type": "object"}
        """##
      ],
      finds: ##"""
        a.json:1:62: warning: the schema's /id is not a keyword of draft 7 [scenario.schema]
          |
        1 | {"$schema": "http://json-schema.org/draft-07/schema#", "id": "urn:order", "type": "object"}
          |                                                              ^~~~~~~~~~~ did you mean "$id"?
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "the address of another draft in draft 4", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"$schema": "http://json-schema.org/draft-04/schema#", "$id": "urn:order", "type": "object"}
        """##
      ],
      finds: ##"""
        a.json:1:63: warning: the schema's /$id is not a keyword of draft 4 [scenario.schema]
          |
        1 | {"$schema": "http://json-schema.org/draft-04/schema#", "$id": "urn:order", "type": "object"}
          |                                                               ^~~~~~~~~~~ did you mean "id"?
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a schema of 2019-09", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"$schema": "https://json-schema.org/draft/2019-09/schema"}
        """##
      ],
      finds: ##"""
        a.json:1:13: error: the schema's /$schema is 2019-09, which is not supported [scenario.schema]
          |
        1 | {"$schema": "https://json-schema.org/draft/2019-09/schema"}
          |             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write "https://json-schema.org/draft/2020-12/schema", and prefixItems for items with an array, $dynamicRef for $recursiveRef
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a schema of an unknown draft", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"$schema": "http://example.com/own#", "$defs": {}}
        """##
      ],
      finds: ##"""
        a.json:1:13: error: the schema's /$schema is "http://example.com/own#", which is no draft of JSON Schema [scenario.schema]
          |
        1 | {"$schema": "http://example.com/own#", "$defs": {}}
          |             ^~~~~~~~~~~~~~~~~~~~~~~~~ write "https://json-schema.org/draft/2020-12/schema"
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "words of draft 7 in a schema of 2020-12", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {
          "items": [{}],
          "additionalItems": false
        }
        """##
      ],
      finds: ##"""
        a.json:2:12: error: the schema's /items is an array, as in draft 7 [scenario.schema]
          |
        2 |   "items": [{}],
          |            ^ write prefixItems, or set $schema to "http://json-schema.org/draft-07/schema#"
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:3:22: error: the schema's /additionalItems belongs to draft 7 [scenario.schema]
          |
        3 |   "additionalItems": false
          |                      ^~~~~ write prefixItems, and items for the others; or set $schema to "http://json-schema.org/draft-07/schema#"
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a bound of draft 4 in a schema of 2020-12", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"minimum": 1, "exclusiveMinimum": true}
        """##
      ],
      finds: ##"""
        a.json:1:36: error: the schema's /exclusiveMinimum is true, as in draft 4 [scenario.schema]
          |
        1 | {"minimum": 1, "exclusiveMinimum": true}
          |                                    ^~~~ write the number here in place of minimum, or set $schema to "http://json-schema.org/draft-04/schema#"
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "formats that restrict nothing", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"type": "object", "properties": {
          "a": {"format": "int32"}, "b": {"format": "int32"},
          "c": {"format": "datetime"}, "d": {"format": "password"},
          "e": {"format": "idn-hostname"}, "f": {"format": "uri-reference"}}}
        """##
      ],
      finds: ##"""
        a.json:2:19: warning: the schema's /properties/a/format is "int32", which no draft of JSON Schema defines, and restricts nothing [scenario.schema]
          |
        2 |   "a": {"format": "int32"}, "b": {"format": "int32"},
          |                   ^~~~~~~ write "minimum": -2147483648, "maximum": 2147483647
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:3:19: warning: the schema's /properties/c/format is "datetime", which no draft of JSON Schema defines, and restricts nothing [scenario.schema]
          |
        3 |   "c": {"format": "datetime"}, "d": {"format": "password"},
          |                   ^~~~~~~~~~ did you mean "date-time"?
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:3:48: warning: the schema's /properties/d/format is "password", which no draft of JSON Schema defines, and restricts nothing [scenario.schema]
          |
        3 |   "c": {"format": "datetime"}, "d": {"format": "password"},
          |                                                ^~~~~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:4:19: warning: the schema's /properties/e/format is "idn-hostname", which is not checked [scenario.schema]
          |
        4 |   "e": {"format": "idn-hostname"}, "f": {"format": "uri-reference"}}}
          |                   ^~~~~~~~~~~~~~ hostname is, for the ASCII form
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "every error of a schema", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"properties": {
          "a": {"format": "int64"},
          "b": {"type": "strng"},
          "c": {"pattern": "(?i)x"},
          "d": {"$ref": "missing.json"}}}
        """##
      ],
      finds: ##"""
        a.json:2:19: warning: the schema's /properties/a/format is "int64", which no draft of JSON Schema defines, and restricts nothing [scenario.schema]
          |
        2 |   "a": {"format": "int64"},
          |                   ^~~~~~~ write "minimum": -9223372036854775808, "maximum": 9223372036854775807
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:3:17: error: the schema's /properties/b/type must be one of null, boolean, object, array, string, number, integer [scenario.schema]
          |
        3 |   "b": {"type": "strng"},
          |                 ^~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:4:20: error: the schema's /properties/c/pattern is "(?i)x", which is not a regular expression: this kind of group is not in ECMA-262 [scenario.schema]
          |
        4 |   "c": {"pattern": "(?i)x"},
          |                    ^~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43

        a.json:5:17: error: the schema's /properties/d/$ref refers to file "missing.json", which cannot be read [scenario.schema]
          |
        5 |   "d": {"$ref": "missing.json"}}}
          |                 ^~~~~~~~~~~~~~
          = note: "missing.json" cannot be read: No such file or directory
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "an Avro record", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"type": "record", "name": "Order",
         "fields": [{"name": "id", "type": "long"}]}
        """##
      ],
      finds: ##"""
        a.json:1:10: error: the schema's /type is "record": this is an Avro schema, which is not supported [scenario.schema]
          |
        1 | {"type": "record", "name": "Order",
          |          ^~~~~~~~ write a JSON Schema of the message
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "nullable outside of OpenAPI", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"type": ["object", "string"], "nullable": true}
        """##
      ],
      finds: ##"""
        a.json:1:44: warning: the schema's /nullable is OpenAPI 3.0's, and does not allow null here [scenario.schema]
          |
        1 | {"type": ["object", "string"], "nullable": true}
          |                                            ^~~~ write "null" as one of the types
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a reference with a typing mistake", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"items": {"$ref": "#/$defs/Itm"},
         "$defs": {"Item": {"type": "null"}}}
        """##
      ],
      finds: ##"""
        a.json:1:20: error: the schema's /items/$ref refers to "/$defs/Itm", which does not exist [scenario.schema]
          |
        1 | {"items": {"$ref": "#/$defs/Itm"},
          |                    ^~~~~~~~~~~~~ did you mean "Item"?
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
  ]
}
