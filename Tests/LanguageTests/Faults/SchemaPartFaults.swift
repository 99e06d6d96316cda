extension Fault {
  static let schemaPartFaults: [Fault] = [
    Fault(
      "an OpenAPI document as a schema", .templates,
      #"""
      templates: {order: {format: json, schema: api.json, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.0.3", "components": {"schemas": {
          "Order": {"type": "object", "properties": {"a": {"type": "string", "nullable": true, "example": "b"}}},
          "a b/c": {"type": "object"},
          "Any": {"nullable": true, "allOf": [{"type": "object"}]},
          "Ref": {"$ref": "#/components/schemas/Order", "nullable": true}}}}
        """##
      ],
      finds: ##"""
        api.json:1:1: warning: the schema restricts nothing: it is an OpenAPI document [scenario.schema]
          |
        1 | {"openapi": "3.0.3", "components": {"schemas": {
          | ^ name the part that is one: schema: api.json#/components/schemas/Order
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a part of an OpenAPI document", .templates,
      #"""
      templates: {order: {format: json, schema: api.json#/components/schemas/Order, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.0.3", "components": {"schemas": {
          "Order": {"type": "object", "properties": {"a": {"type": "string", "nullable": true, "example": "b"}}},
          "a b/c": {"type": "object"},
          "Any": {"nullable": true, "allOf": [{"type": "object"}]},
          "Ref": {"$ref": "#/components/schemas/Order", "nullable": true}}}}
        """##
      ],
      finds: ""),
    Fault(
      "a part with escapes", .templates,
      #"""
      templates: {order: {format: json, schema: 'api.json#/components/schemas/a%20b~1c', value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.0.3", "components": {"schemas": {
          "Order": {"type": "object", "properties": {"a": {"type": "string", "nullable": true, "example": "b"}}},
          "a b/c": {"type": "object"},
          "Any": {"nullable": true, "allOf": [{"type": "object"}]},
          "Ref": {"$ref": "#/components/schemas/Order", "nullable": true}}}}
        """##
      ],
      finds: ""),
    Fault(
      "a file whose name looks like a part", .templates,
      #"""
      templates: {order: {format: json, schema: api.json#/components/schemas/Order, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"minimum": "1"}
        """##,
        "api.json#/components/schemas/Order": ##"""
        {"type": "object"}
        """##,
      ],
      finds: ""),
    Fault(
      "a part that is not there", .templates,
      #"""
      templates: {order: {format: json, schema: api.json#/components/schemas/Ordr, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.0.3", "components": {"schemas": {
          "Order": {"type": "object", "properties": {"a": {"type": "string", "nullable": true, "example": "b"}}},
          "a b/c": {"type": "object"},
          "Any": {"nullable": true, "allOf": [{"type": "object"}]},
          "Ref": {"$ref": "#/components/schemas/Order", "nullable": true}}}}
        """##
      ],
      finds: ##"""
        orders.yaml:5:52: error: "/components/schemas" in "api.json" has no "Ordr" [scenario.bad-value]
          |
        5 | templates: {order: {format: json, schema: api.json#/components/schemas/Ordr, value: '{}'}}
          |                                                    ^~~~~~~~~~~~~~~~~~~~~~~~ did you mean "Order"?
        """##),
    Fault(
      "a part of a part that is not there", .templates,
      #"""
      templates: {order: {format: json, schema: api.json#/component/schemas/Order, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.0.3", "info": {}, "components": {}}
        """##
      ],
      finds: ##"""
        orders.yaml:5:52: error: "api.json" has no "component" [scenario.bad-value]
          |
        5 | templates: {order: {format: json, schema: api.json#/component/schemas/Order, value: '{}'}}
          |                                                    ^~~~~~~~~~~~~~~~~~~~~~~~ did you mean "components"?
        """##),
    Fault(
      "a part of a file that is not there", .templates,
      #"""
      templates: {order: {format: json, schema: gone.json#/a, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {}
        """##
      ],
      finds: ##"""
        orders.yaml:5:43: error: "gone.json" cannot be read: No such file or directory [scenario.bad-value]
          |
        5 | templates: {order: {format: json, schema: gone.json#/a, value: '{}'}}
          |                                           ^~~~~~~~~~~~ a path is relative to the file in which it is written
        """##),
    Fault(
      "a part with half an escape", .templates,
      #"""
      templates: {order: {format: json, schema: 'api.json#/a%2', value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {}
        """##
      ],
      finds: ##"""
        orders.yaml:5:53: error: "/a%2" is not a part of a file: % must be followed by two hexadecimal digits [scenario.bad-value]
          |
        5 | templates: {order: {format: json, schema: 'api.json#/a%2', value: '{}'}}
          |                                                     ^~~~ write %25 for %
        """##),
    Fault(
      "nullable without a type", .templates,
      #"""
      templates: {order: {format: json, schema: api.json#/components/schemas/Any, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.0.3", "components": {"schemas": {
          "Order": {"type": "object", "properties": {"a": {"type": "string", "nullable": true, "example": "b"}}},
          "a b/c": {"type": "object"},
          "Any": {"nullable": true, "allOf": [{"type": "object"}]},
          "Ref": {"$ref": "#/components/schemas/Order", "nullable": true}}}}
        """##
      ],
      finds: ##"""
        api.json:4:23: warning: the schema's /components/schemas/Any/nullable has no effect without "type" beside it [scenario.schema]
          |
        4 |   "Any": {"nullable": true, "allOf": [{"type": "object"}]},
          |                       ^~~~ write "type" beside it, or {"enum": [null]} as one of anyOf
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "nullable beside a reference", .templates,
      #"""
      templates: {order: {format: json, schema: api.json#/components/schemas/Ref, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.0.3", "components": {"schemas": {
          "Order": {"type": "object", "properties": {"a": {"type": "string", "nullable": true, "example": "b"}}},
          "a b/c": {"type": "object"},
          "Any": {"nullable": true, "allOf": [{"type": "object"}]},
          "Ref": {"$ref": "#/components/schemas/Order", "nullable": true}}}}
        """##
      ],
      finds: ##"""
        api.json:5:61: warning: the schema's /components/schemas/Ref/nullable is beside $ref, and OpenAPI 3.0 ignores it there [scenario.schema]
          |
        5 |   "Ref": {"$ref": "#/components/schemas/Order", "nullable": true}}}}
          |                                                             ^~~~ write it where $ref leads
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a mistake in a part of a file", .templates,
      #"""
      templates: {order: {format: json, schema: api.json#/components/schemas/Order, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.1.0", "components": {"schemas": {
          "Order": {"properties": {"a": {"$ref": "#/components/schemas/Itm"}}}}}}
        """##
      ],
      finds: ##"""
        api.json:2:42: error: the schema's /components/schemas/Order/properties/a/$ref refers to "/components/schemas/Itm", which does not exist [scenario.schema]
          |
        2 |   "Order": {"properties": {"a": {"$ref": "#/components/schemas/Itm"}}}}}}
          |                                          ^~~~~~~~~~~~~~~~~~~~~~~~~~
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a Swagger document as a schema", .templates,
      #"""
      templates: {order: {format: json, schema: api.json, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"swagger": "2.0", "definitions": {"Order": {"type": "object"}}}
        """##
      ],
      finds: ##"""
        api.json:1:1: warning: the schema restricts nothing: it is a Swagger document [scenario.schema]
          |
        1 | {"swagger": "2.0", "definitions": {"Order": {"type": "object"}}}
          | ^ name the part that is one: schema: api.json#/definitions/Order
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "an AsyncAPI document as a schema", .templates,
      #"""
      templates: {order: {format: json, schema: api.json, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"asyncapi": "3.0.0", "components": {"messages": {"placed": {"payload": {"type": "object"}}}}}
        """##
      ],
      finds: ##"""
        api.json:1:1: warning: the schema restricts nothing: it is an AsyncAPI document [scenario.schema]
          |
        1 | {"asyncapi": "3.0.0", "components": {"messages": {"placed": {"payload": {"type": "object"}}}}}
          | ^ name the part that is one: schema: api.json#/components/messages/placed/payload
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "the answer of a registry as a schema", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"subject": "orders-value", "id": 7, "schemaType": "JSON", "schema": "{}"}
        """##
      ],
      finds: ##"""
        a.json:1:1: warning: the schema restricts nothing: it is the answer of a schema registry [scenario.schema]
          |
        1 | {"subject": "orders-value", "id": 7, "schemaType": "JSON", "schema": "{}"}
          | ^ save the text of "schema" in a file of its own, and name that
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "the answer of a registry for an Avro schema", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"subject": "orders-value", "id": 7, "schema": "{\"type\": \"record\"}"}
        """##
      ],
      finds: ##"""
        a.json:1:1: warning: the schema restricts nothing: it is the answer of a schema registry, and its schema is no JSON Schema [scenario.schema]
          |
        1 | {"subject": "orders-value", "id": 7, "schema": "{\"type\": \"record\"}"}
          | ^ write a JSON Schema of the message: Avro and Protobuf are not supported
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "only definitions as a schema", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"$defs": {"Order": {"type": "object"}}}
        """##
      ],
      finds: ##"""
        a.json:1:1: warning: the schema restricts nothing: it only holds schemas [scenario.schema]
          |
        1 | {"$defs": {"Order": {"type": "object"}}}
          | ^ name the part that is one: schema: a.json#/$defs/Order
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a message as a schema", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"id": 7, "amount": 2}
        """##
      ],
      finds: ##"""
        a.json:1:1: warning: the schema restricts nothing: it has no word of JSON Schema [scenario.schema]
          |
        1 | {"id": 7, "amount": 2}
          | ^ if it is a message, write what each must have: {"type": "object", "required": ["id"]}
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a schema of words that restrict nothing", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {"title": "order", "properties": {"a": {"description": "any"}}}
        """##
      ],
      finds: ##"""
        a.json:1:1: warning: the schema restricts nothing [scenario.schema]
          |
        1 | {"title": "order", "properties": {"a": {"description": "any"}}}
          | ^ write what a value must be, such as "type": "object"; {} alone allows everything
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "a schema that allows everything on purpose", .templates,
      #"""
      templates: {order: {format: json, schema: a.json, value: '{}'}}
      """#,
      files: [
        "a.json": ##"""
        {}
        """##
      ],
      finds: ""),
    Fault(
      "x-nullable in a Swagger document", .templates,
      #"""
      templates: {order: {format: json, schema: api.json#/definitions/a, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"swagger": "2.0",
         "definitions": {"a": {"type": "object", "x-nullable": true, "x-order": 1}}}
        """##
      ],
      finds: ##"""
        api.json:2:56: warning: the schema's /definitions/a/x-nullable is an extension, and does not allow null here [scenario.schema]
          |
        2 |  "definitions": {"a": {"type": "object", "x-nullable": true, "x-order": 1}}}
          |                                                        ^~~~ write "null" as one of the types
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
    Fault(
      "an OpenAPI document without components", .templates,
      #"""
      templates: {order: {format: json, schema: api.json, value: '{}'}}
      """#,
      files: [
        "api.json": ##"""
        {"openapi": "3.0.3", "paths": {"/a": {"get": {}}}}
        """##
      ],
      finds: ##"""
        api.json:1:1: warning: the schema restricts nothing: it is an OpenAPI document [scenario.schema]
          |
        1 | {"openapi": "3.0.3", "paths": {"/a": {"get": {}}}}
          | ^ name the part that is one: schema: api.json#/ and the names that lead to it
          = note: it is the schema of template "order" at orders.yaml:5:43
        """##),
  ]
}
