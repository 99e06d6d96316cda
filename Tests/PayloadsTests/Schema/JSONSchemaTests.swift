import Payloads
import Testing

extension JSONSchemaFailure {
  /// Each error on its line.
  var words: String {
    switch self {
    case .noPart(let reached, let missing): "\(reached) has no \(missing.name), but \(missing.names)"
    case .errors(let errors, let more, _):
      errors.map { "\($0)" }.joined(separator: "\n") + (more > 0 ? "\nand \(more) more" : "")
    }
  }
}

@Suite struct JSONSchemaTests {
  /// The error of a document, or of the schema where that has one.
  static func words(_ schema: String, _ document: String, files: [String: String] = [:]) -> String {
    words(schema, part: "", document, files: files)
  }

  static func words(_ schema: String, part: String, _ document: String, files: [String: String] = [:]) -> String {
    do throws(JSONSchemaFailure) {
      let schema = try JSONSchema(Array(schema.utf8), path: "schemas/user.json", pointer: part) {
        files[$0].map { Array($0.utf8) }
      }
      let failure = Array(document.utf8).withUnsafeBytes { JSONSchemaValidator(schema)?.failure(in: $0) }
      return failure.map { "\($0.keyword ?? "-") \($0)" } ?? "valid"
    } catch {
      return error.words
    }
  }

  @Test(
    arguments: [
      (
        #"{"properties":{"user":{"properties":{"age":{"minimum":18}}}}}"#, #"{"user":{"age":17}}"#,
        "minimum /user/age: 17 is less than 18"
      ),
      (#"{"type":"object"}"#, "[]", "type the document: an array is not an object"),
      (#"{"type":["null","integer"]}"#, "1.5", "type the document: 1.5 is not null or an integer"),
      (#"{"required":["a","b"]}"#, #"{"a":1}"#, "required the document: \"b\" is missing"),
      (
        #"{"additionalProperties":false,"properties":{"a":{}}}"#, #"{"a":1,"b/~":1}"#,
        "additionalProperties /b~1~0: is not allowed: the schema allows no other members"
      ),
      (#"{"enum":["a",1,null]}"#, #""b""#, #"enum the document: "b" is none of "a", 1, null"#),
      (#"{"items":{"const":{"a":1}}}"#, #"[{"a":1.0},{"a":2}]"#, "const /1: an object is not an object"),
      (#"{"maxLength":2}"#, "\"注注注\"", "maxLength the document: \"注注注\" has 3 characters, more than 2"),
      (#"{"pattern":"^a+$"}"#, "\"b\\u001b[31m\"", #"pattern the document: "b\u001b[31m" does not match "^a+$""#),
      (
        #"{"format":"date"}"#, #""2026-02-29""#,
        #"format the document: "2026-02-29" is not a date (2026-01-31)"#
      ),
      (#"{"multipleOf":0.01}"#, "19.99", "valid"),
      (#"{"multipleOf":0.01}"#, "19.999", "multipleOf the document: 19.999 is not a multiple of 0.01"),
      (#"{"multipleOf":0.0001}"#, "9007199254740991", "valid"),
      (#"{"multipleOf":0.0001}"#, "18446744073709551615", "valid"),
      (
        #"{"multipleOf":0.3}"#, "9007199254740992",
        "multipleOf the document: 9007199254740992 is not a multiple of 0.3"
      ),
      (#"{"uniqueItems":true}"#, "[1,2,1.0]", "uniqueItems /2: 1.0 is a duplicate of /0"),
      (#"{"anyOf":[{"type":"null"},{"type":"string"}]}"#, "1", "anyOf the document: 1 matches none of 2 schemas"),
      (#"{"oneOf":[true,true]}"#, "1", "oneOf the document: 1 matches more than one of 2 schemas"),
      (#"{"not":{"type":"null"}}"#, "null", "not the document: null matches a schema that it must not match"),
      (
        #"{"contains":{"type":"null"},"maxContains":1}"#, "[null,null]",
        "maxContains the document: has 2 of the items that it must contain, more than 1"
      ),
      (
        #"{"dependentRequired":{"a":["b"]}}"#, #"{"a":1}"#,
        #"dependentRequired the document: "b" is missing, which "a" requires"#
      ),
      (
        #"{"unevaluatedProperties":false,"allOf":[{"properties":{"a":{}}}]}"#, #"{"a":1,"b":2}"#,
        "unevaluatedProperties /b: is not allowed: no schema covers it"
      ),
      (
        #"{"pattern":"^(a+)+$"}"#, "\"" + String(repeating: "a", count: 40) + "b\"",
        #"pattern the document: the pattern "^(a+)+$" takes too many steps"#
      ),
      (
        #"{"not":{"pattern":"^(a+)+$"}}"#, "\"" + String(repeating: "a", count: 40) + "b\"",
        #"pattern the document: the pattern "^(a+)+$" takes too many steps"#
      ),
      (
        ##"{"items":{"$ref":"#"}}"##, String(repeating: "[", count: 700) + String(repeating: "]", count: 700),
        "- " + String(repeating: "/0", count: 320) + ": is nested too deeply to be validated"
      ),
      // Each of 40 schemas refers to the next one twice.
      (
        ##"{"$ref":"#/$defs/0","$defs":{"##
          + (0..<40).map { ##""\##($0)":{"allOf":[{"$ref":"#/$defs/\##($0 + 1)"},{"$ref":"#/$defs/\##($0 + 1)"}]},"## }
          .joined()
          + #""40":{"type":"object"}}}"#, "{}", "- the document: takes too many steps to be validated"
      ),
      (
        "true", "{",
        "- the document: The JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc."
      ),
    ]) func sentences(_ schema: String, _ document: String, _ words: String)
  {
    #expect(Self.words(schema, document) == words)
  }

  @Test(
    arguments: [
      (
        "{\n  \"type\": \"objekt\"\n}",
        "schemas/user.json:2:11: /type: must be one of null, boolean, object, array, string, number, integer"
      ),
      (
        "{\"a\": 1,\n b}",
        "schemas/user.json:2:2: the schema: is not JSON: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc"
      ),
      (
        #"{"items":[{}]}"#,
        "schemas/user.json:1:10: /items: is an array, as in draft 7: write prefixItems, or set $schema to \"http://json-schema.org/draft-07/schema#\""
      ),
      (#"{"minimum":1,"minimum":2}"#, "schemas/user.json:1:24: /minimum: is defined twice"),
      (
        #"{"pattern":"a++"}"#,
        #"schemas/user.json:1:12: /pattern: is "a++", which is not a regular expression: nothing to repeat before +"#
      ),
      (
        #"{"$ref":"other.json"}"#,
        #"schemas/user.json:1:9: /$ref: refers to file "schemas/other.json", which cannot be read"#
      ),
      (
        #"{"$ref":"https://a.example/b"}"#,
        #"schemas/user.json:1:9: /$ref: refers to "https://a.example/b", which is not in these files; nothing is fetched from a network"#
      ),
      (##"{"$ref":"#/$defs/a"}"##, #"schemas/user.json:1:9: /$ref: refers to "/$defs/a", which does not exist"#),
      (##"{"$ref":"#"}"##, "schemas/user.json:1:1: the schema: refers back to itself without going into the value"),
      ("[]", "schemas/user.json:1:1: the schema: is not a schema: it must be an object, true or false"),
    ]) func mistakes(_ schema: String, _ words: String)
  {
    #expect(Self.words(schema, "1") == words)
  }

  @Test func filesBeside() {
    let files = [
      "schemas/money.json": #"{"$id":"https://a.example/s/money.json","$ref":"../common/digits.json"}"#,
      "common/digits.json": #"{"type":"integer","maximum":9}"#,
    ]
    let plain = #"{"properties":{"a":{"$ref":"money.json"},"b":{"$ref":"../common/digits.json#"}}}"#
    #expect(Self.words(plain, #"{"b":10}"#, files: files) == "maximum /b: 10 is greater than 9")
    let named = #"{"$id":"https://b.example/user.json","properties":{"a":{"$ref":"../schemas/money.json"}}}"#
    #expect(Self.words(named, #"{"a":10}"#, files: files) == "maximum /a: 10 is greater than 9")
  }

  @Test func oneValidatorServesManyDocuments() throws {
    let schema = try JSONSchema(Array(#"{"uniqueItems":true,"unevaluatedItems":{"type":"integer"}}"#.utf8), path: "a") {
      _ in nil
    }
    let validator = try #require(JSONSchemaValidator(schema))
    let texts = ["[1,2]", "[1,1]", "[", "[\"a\"]", "[]", "12345678901234567890123"]
    let words = texts.map { text in Array(text.utf8).withUnsafeBytes { validator.failure(in: $0)?.keyword ?? "-" } }
    #expect(words == ["-", "uniqueItems", "-", "type", "-", "-"])
  }
}
