import Payloads
import Testing

/// Schemas that are a part of a file, and those of OpenAPI and AsyncAPI.
@Suite struct SchemaPartTests {
  private static func document(_ head: String, _ schemas: String) -> String {
    #"{\#(head), "components": {"schemas": {\#(schemas)}}}"#
  }

  private static let order = """
    "Order": {"type": "object", "required": ["id"], "properties": {"id": {"$ref": "#/components/schemas/a~1b"}}},
    "a/b": {"type": "integer", "nullable": true, "minimum": 1, "exclusiveMinimum": true, "example": 7}
    """

  @Test(
    arguments: [
      (#""openapi": "3.0.3""#, #"{"id": 1.0}"#, "type /id: 1.0 is not null or an integer"),
      (#""openapi": "3.0.3""#, #"{"id": null}"#, "valid"),
      (#""openapi": "3.0.3""#, #"{"id": 1}"#, "minimum /id: 1 is not greater than 1"),
      (#""openapi": "3.0.3""#, "{}", #"required the document: "id" is missing"#),
      (#""swagger": "2.0""#, #"{"id": null}"#, "type /id: null is not an integer"),
    ]) func partsOfOpenAPI(_ head: String, _ message: String, _ words: String)
  {
    let file = Self.document(head, Self.order)
    #expect(JSONSchemaTests.words(file, part: "/components/schemas/Order", message) == words)
  }

  /// Only beside `type`; an enum must name null itself.
  @Test func nullable() {
    let schemas = """
      "a": {"type": "string", "nullable": true, "enum": ["x"]}, "b": {"type": "string", "nullable": true, "enum": ["x", null]},
      "c": {"nullable": true, "allOf": [{"type": "string"}]}, "d": {"$ref": "#/components/schemas/e", "nullable": true},
      "e": {"type": "string"}
      """
    let file = Self.document(#""openapi": "3.0.0""#, schemas)
    let answers = ["a", "b", "c", "d"].map { JSONSchemaTests.words(file, part: "/components/schemas/\($0)", "null") }
    #expect(
      answers == [
        #"enum the document: null is not "x""#, "valid", "type the document: null is not a string",
        "type the document: null is not a string",
      ])
  }

  @Test(
    arguments: [
      (#""openapi": "3.1.0""#, "valid"),
      (#""openapi": "3.1.0", "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base""#, "valid"),
      (
        #""openapi": "3.1.0", "jsonSchemaDialect": "http://json-schema.org/draft-04/schema#""#,
        "type the document: 1.0 is not an integer"
      ),
      (
        #""openapi": "3.1.0", "jsonSchemaDialect": "http://a.example/own""#,
        #"schemas/user.json:1:43: /jsonSchemaDialect: is "http://a.example/own", which is no draft of JSON Schema: write "http://json-schema.org/draft-07/schema#""#
      ),
      (#""openapi": "3.0.1""#, "type the document: 1.0 is not an integer"),
      (#""asyncapi": "2.6.0""#, "valid"),
    ]) func dialects(_ head: String, _ words: String)
  {
    let file = Self.document(head, #""n": {"type": "integer"}"#)
    #expect(JSONSchemaTests.words(file, part: "/components/schemas/n", "1.0") == words)
  }

  /// A file that refers to a part of an OpenAPI document reads it as that document's.
  @Test func referencesIntoOtherDocuments() {
    let files = ["schemas/api.json": Self.document(#""openapi": "3.0.3""#, Self.order)]
    let schema = ##"{"items": {"$ref": "api.json#/components/schemas/Order"}}"##
    #expect(JSONSchemaTests.words(schema, #"[{"id": null}]"#, files: files) == "valid")
    #expect(
      JSONSchemaTests.words(schema, #"[{"id": 1.0}]"#, files: files) == "type /0/id: 1.0 is not null or an integer")
  }

  @Test func addressesInsideOfAPart() {
    let file = #"""
      {"other": {"$defs": {"n": {"$anchor": "n", "type": "null"}}, "items": {"$ref": "#n"}}}
      """#
    #expect(JSONSchemaTests.words(file, part: "/other", "[1]") == "type /0: 1 is not null")
  }

  @Test(
    arguments: [
      ("/components/schemas/Ordr", #"/components/schemas has no Ordr, but ["Order", "a/b"]"#),
      ("/component/schemas", #" has no component, but ["openapi", "components"]"#),
      ("/components/schemas/Order/required/7", "/components/schemas/Order/required has no 7, but []"),
    ]) func undefinedParts(_ part: String, _ words: String)
  {
    #expect(JSONSchemaTests.words(Self.document(#""openapi": "3.0.3""#, Self.order), part: part, "1") == words)
  }

  @Test(
    arguments: [
      (
        #"{"openapi": "3.1.0", "components": {"schemas": {"a b%": {"type": "null"}}}}"#, "",
        UnrestrictingSchema.openAPI(part: "/components/schemas/a%20b%25")
      ),
      (#"{"openapi": "3.1.0", "paths": {}}"#, "", .openAPI(part: nil)),
      (
        #"{"openapi": "3.1.0", "paths": {"/a": {"post": {"requestBody": {"content": {"a/b": {"schema": {}}}}}}}}"#, "",
        .openAPI(part: "/paths/~1a/post/requestBody/content/a~1b/schema")
      ),
      (#"{"swagger": "2.0", "definitions": {"Order": {}}}"#, "", .swagger(part: "/definitions/Order")),
      (
        #"{"asyncapi": "3.0.0", "components": {"messages": {"placed": {"payload": {}}}}}"#, "",
        .asyncAPI(part: "/components/messages/placed/payload")
      ),
      (
        #"{"asyncapi": "2.0.0", "channels": {"a/b": {"publish": {"message": {"payload": {}}}}}}"#, "",
        .asyncAPI(part: "/channels/a~1b/publish/message/payload")
      ),
      (
        #"{"asyncapi": "3.0.0", "components": {"messages": {"placed": {"payload": {"type": "null"}}}}}"#,
        "/components/messages/placed", .holder(part: "/components/messages/placed/payload")
      ),
      (
        #"{"asyncapi": "3.0.0", "components": {"messages": {"a": {"payload": {"schemaFormat": "b", "schema": {}}}}}}"#,
        "",
        .asyncAPI(part: "/components/messages/a/payload/schema")
      ),
      (#"{"about": 1, "Order": {"type": "object"}}"#, "", .holder(part: "/Order")),
      (#"{"placed": {"payload": {"$ref": "a.json"}}}"#, "", .holder(part: "/placed/payload")),
      (#"{"customer": {"type": "private"}}"#, "", .message(name: "customer")),
      (#"{"subject": "a", "schemaType": "JSON", "schema": "{}"}"#, "", .registryAnswer(isJSON: true)),
      (#"{"subject": "a", "schema": "{\"type\":\"record\"}"}"#, "", .registryAnswer(isJSON: false)),
      (#"{"$defs": {"Order": {"type": "object"}}}"#, "", .holder(part: "/$defs/Order")),
      (#"{"id": 7, "amount": 2}"#, "", .message(name: "id")),
      (#"{"title": "order", "properties": {"a": {"description": "a"}}}"#, "", .unknown),
      (#"{"type": ["object"]}"#, "", nil), ("{}", "", nil), ("true", "", nil),
      (#"{"items": {"type": "null"}}"#, "", nil),
      (##"{"$ref": "#/$defs/a", "$defs": {"a": {"minimum": 1}}}"##, "", nil), (#"{"items": {}}"#, "", .unknown),
    ]) func restrictingNothing(_ file: String, _ part: String, _ expected: UnrestrictingSchema?) throws
  {
    let schema = try JSONSchema(Array(file.utf8), path: "a.json", pointer: part) { _ in nil }
    #expect(schema.unrestricting == expected)
  }
}
