import Payloads
import Testing

/// The drafts, each with what only it says.
@Suite struct SchemaDialectTests {
  private static let drafts = [
    4: "http://json-schema.org/draft-04/schema#", 6: "http://json-schema.org/draft-06/schema#",
    7: "http://json-schema.org/draft-07/schema#", 2020: "https://json-schema.org/draft/2020-12/schema",
  ]

  /// The answer for a document by a schema of a draft, written without `$schema`.
  private static func words(_ draft: Int, _ schema: String, _ document: String) -> String {
    let address = drafts[draft, default: ""]
    return JSONSchemaTests.words(
      "{\"$schema\":\"\(address)\"\(schema == "{}" ? "" : ",")" + schema.dropFirst(), document)
  }

  @Test(
    arguments: [
      (4, #"{"type":"integer"}"#, "1.0", "type the document: 1.0 is not an integer"),
      (4, #"{"type":"integer"}"#, "12345678901234567890123", "valid"),
      (4, #"{"type":["integer","number"]}"#, "1.0", "valid"),
      (4, #"{"type":["integer","null"]}"#, "1e2", "type the document: 100.0 is not null or an integer"),
      (6, #"{"type":"integer"}"#, "1.0", "valid"),
      (4, #"{"minimum":1,"exclusiveMinimum":true}"#, "1", "minimum the document: 1 is not greater than 1"),
      (4, #"{"minimum":1,"exclusiveMinimum":false}"#, "1", "valid"),
      (4, #"{"maximum":1,"exclusiveMaximum":true}"#, "1", "maximum the document: 1 is not less than 1"),
      (6, #"{"exclusiveMaximum":1}"#, "1", "exclusiveMaximum the document: 1 is not less than 1"),
      (
        4, ##"{"id":"http://a.example/s","items":{"$ref":"t"},"definitions":{"t":{"id":"t","type":"null"}}}"##, "[1]",
        "type /0: 1 is not null"
      ),
      (
        4,
        ##"{"properties":{"id":{"type":"null"}},"items":{"$ref":"#n"},"definitions":{"n":{"id":"#n","type":"null"}}}"##,
        #"{"id":1}"#, "type /id: 1 is not null"
      ),
      (4, ##"{"items":{"$ref":"#n"},"definitions":{"n":{"id":"#n","type":"null"}}}"##, "[1]", "type /0: 1 is not null"),
      (
        7, ##"{"items":{"$ref":"#n","maximum":0},"definitions":{"n":{"$id":"#n","type":"integer"}}}"##, "[1]", "valid"
      ),
      (4, #"{"items":[{"type":"null"}],"additionalItems":false}"#, "[null,1]", "not /1: is not allowed"),
      (
        6, #"{"contains":{"type":"null"}}"#, "[1]",
        "contains the document: has 0 of the items that it must contain, fewer than 1"
      ),
      (6, #"{"items":false}"#, "[1]", "not /0: is not allowed"),
      (7, #"{"if":{"type":"null"},"else":false}"#, "1", "not the document: is not allowed"),
      (
        4, #"{"dependencies":{"a":["b"]}}"#, #"{"a":1}"#,
        #"dependencies the document: "b" is missing, which "a" requires"#
      ),
    ]) func verdicts(_ draft: Int, _ schema: String, _ document: String, _ words: String)
  {
    #expect(Self.words(draft, schema, document) == words)
  }

  @Test(
    arguments: [
      (4, #"{"const":1}"#, "/const: is not in draft 4: write enum with one value"),
      (
        4, #"{"contains":{}}"#,
        #"/contains: is not in draft 4: set $schema to "http://json-schema.org/draft-07/schema#""#
      ),
      (6, #"{"if":{}}"#, #"/if: is not in draft 6: set $schema to "http://json-schema.org/draft-07/schema#""#),
      (
        7, #"{"prefixItems":[{}]}"#,
        #"/prefixItems: is not in draft 7: set $schema to "https://json-schema.org/draft/2020-12/schema""#
      ),
      (4, #"{"items":true}"#, "/items: is true, which is no schema in draft 4: write {}"),
      (4, #"{"not":false}"#, #"/not: is false, which is no schema in draft 4: write {"not": {}}"#),
      (
        4, #"{"exclusiveMinimum":1}"#,
        "/exclusiveMinimum: must be true or false in draft 4: write the number as minimum, and exclusiveMinimum: true beside it"
      ),
      (4, #"{"exclusiveMinimum":true}"#, "/exclusiveMinimum: needs minimum beside it"),
      (
        7, #"{"maximum":1,"exclusiveMaximum":true}"#,
        #"/exclusiveMaximum: is true, as in draft 4: write the number here in place of maximum, or set $schema to "http://json-schema.org/draft-04/schema#""#
      ),
      (
        7, #"{"required":true}"#,
        "/required: must be an array of names: write the names of required members beside \"properties\""
      ),
      (4, #"{"extends":{}}"#, "/extends: belongs to draft 3: write allOf"),
    ]) func refusals(_ draft: Int, _ schema: String, _ words: String)
  {
    #expect(Self.words(draft, schema, "1").drop { $0 != "/" }.drop { $0 != " " }.dropFirst() == words)
  }

  @Test(
    arguments: [
      "http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-04/schema",
      "https://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-04/hyper-schema#",
    ]) func addressesOfDraft4(_ address: String)
  {
    #expect(
      JSONSchemaTests.words(#"{"$schema":"\#(address)","type":"integer"}"#, "1.0")
        == "type the document: 1.0 is not an integer")
  }

  @Test(
    arguments: [
      "https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft/2020-12/schema",
      "http://json-schema.org/draft/2020-12/schema#", "http://json-schema.org/schema#", "http://json-schema.org/schema",
    ]) func addressesOf2020(_ address: String)
  {
    #expect(
      JSONSchemaTests.words(#"{"$schema":"\#(address)","prefixItems":[{"type":"null"}]}"#, "[1]")
        == "type /0: 1 is not null")
  }

  @Test(
    arguments: [
      (
        "https://json-schema.org/draft/2019-09/schema",
        #"is 2019-09, which is not supported: write "https://json-schema.org/draft/2020-12/schema", and prefixItems for items with an array, $dynamicRef for $recursiveRef"#
      ),
      (
        "http://json-schema.org/draft-03/schema#",
        #"is a draft before 4, which is not supported: write "http://json-schema.org/draft-04/schema#", and required as an array of names"#
      ),
      (
        "http://example.com/schemas/self-desc/1-0-0#",
        #"is "http://example.com/schemas/self-desc/1-0-0#", which is no draft of JSON Schema: write "http://json-schema.org/draft-07/schema#""#
      ),
    ]) func otherAddresses(_ address: String, _ words: String)
  {
    #expect(JSONSchemaTests.words(#"{"$schema":"\#(address)"}"#, "1") == "schemas/user.json:1:12: /$schema: " + words)
  }

  @Test func selfDescribingSchemasAreOfDraft4() {
    let schema = #"{"$schema":"http://example.com/self-desc#","self":{"vendor":"a"},"type":"object"}"#
    #expect(JSONSchemaTests.words(schema, "1").hasSuffix(#"write "http://json-schema.org/draft-04/schema#""#))
  }

  /// A file may bring schemas of other drafts, each with its own `$schema`.
  @Test func schemasInsideOfOthers() {
    let schema = #"""
      {"properties": {"a": {"$ref": "old"}, "b": {"type": "integer"}},
       "$defs": {"o": {"id": "old", "$schema": "http://json-schema.org/draft-04/schema#", "type": "integer"}}}
      """#
    #expect(JSONSchemaTests.words(schema, #"{"b":1.0}"#) == "valid")
    #expect(JSONSchemaTests.words(schema, #"{"a":1.0}"#) == "type /a: 1.0 is not an integer")
  }

  @Test func allErrorsInTheOrderOfTheFile() {
    let schema = """
      {"properties": {"a": {"type": "strng"}, "b": {"pattern": "("}},
       "required": true,
       "items": {"$ref": "gone.json", "anyOf": [], "minimum": "1"},
       "allOf": [{"patternProperties": {"(": {"maxLength": -1}}}]}
      """
    #expect(
      JSONSchemaTests.words(schema, "1").split(separator: "\n").map { $0.dropFirst("schemas/user.json:".count) } == [
        "1:31: /properties/a/type: must be one of null, boolean, object, array, string, number, integer",
        #"1:58: /properties/b/pattern: is "(", which is not a regular expression: missing closing parenthesis"#,
        #"2:14: /required: must be an array of names: write the names of required members beside "properties""#,
        #"3:20: /items/$ref: refers to file "schemas/gone.json", which cannot be read"#,
        "3:42: /items/anyOf: must be an array of at least one schema",
        "3:57: /items/minimum: must be a number",
        #"4:40: /allOf/0/patternProperties/(: is "(", which is not a regular expression: missing closing parenthesis"#,
        "4:54: /allOf/0/patternProperties/(/maxLength: must be a whole number of at least 0",
      ])
  }

  @Test func noMoreThanTwentyErrors() {
    let schema = "{" + (0..<25).map { #""p\#($0)":{"type":"x"}"# }.joined(separator: ",") + "}"
    let lines = JSONSchemaTests.words(#"{"properties":\#(schema)}"#, "1").split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.last == "and 5 more")
  }
}
