extension Fault {
  /// Mistakes within a text in quotes: the caret is under them, whatever escapes are before and in them.
  static let escapeFaults: [Fault] = [
    Fault(
      "a placeholder behind quotes with backslashes", .templates,
      #"""
      templates: {order: {format: json, value: "{\"a\": \"{{faker.frist_name()}}\", \"b\": 1}"}}
      """#,
      finds: #"""
        orders.yaml:5:55: error: unknown function "faker.frist_name" [scenario.placeholder]
          |
        5 | templates: {order: {format: json, value: "{\"a\": \"{{faker.frist_name()}}\", \"b\": 1}"}}
          |                                                       ^~~~~~~~~~~~~~~~ did you mean "faker.first_name"?
        """#),
    Fault(
      "a placeholder behind every escape", .templates,
      #"""
      templates: {order: {value: "\0\a\b\t\n\v\f\r\e\x41\u00e9\U0001F600\N\_\L\P\/\\\"\ é😀{{seqq}}"}}
      """#,
      finds: #"""
        orders.yaml:5:85: error: unknown placeholder "{{seqq}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "\0\a\b\t\n\v\f\r\e\x41\u00e9\U0001F600\N\_\L\P\/\\\"\ é😀{{seqq}}"}}
          |                                                                                      ^~~~~~~~ did you mean "{{seq}}"?
        """#),
    Fault(
      "a placeholder with escapes in it", .templates,
      #"""
      templates: {order: {value: "\"{{random.choise([\"a\", \"\\u00e9\"])}}\""}}
      """#,
      finds: #"""
        orders.yaml:5:33: error: unknown function "random.choise" [scenario.placeholder]
          |
        5 | templates: {order: {value: "\"{{random.choise([\"a\", \"\\u00e9\"])}}\""}}
          |                                 ^~~~~~~~~~~~~ did you mean "random.choice"?
        """#),
    Fault(
      "a placeholder behind apostrophes", .templates,
      #"""
      templates: {order: {value: 'it''s {{random.choise([''a'', ''b''])}}, isn''t it'}}
      """#,
      finds: #"""
        orders.yaml:5:37: error: unknown function "random.choise" [scenario.placeholder]
          |
        5 | templates: {order: {value: 'it''s {{random.choise([''a'', ''b''])}}, isn''t it'}}
          |                                     ^~~~~~~~~~~~~ did you mean "random.choice"?
        """#),
    Fault(
      "two placeholders between escapes", .templates,
      #"""
      templates: {order: {value: "\t{{seqq}}\n{{nwo()}}\n"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: unknown placeholder "{{seqq}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "\t{{seqq}}\n{{nwo()}}\n"}}
          |                               ^~~~~~~~ did you mean "{{seq}}"?

        orders.yaml:5:41: error: unknown placeholder "{{nwo()}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "\t{{seqq}}\n{{nwo()}}\n"}}
          |                                         ^~~~~~~~~ known placeholders are {{seq}}, {{stage.name}}, {{run.id}}, and functions such as {{faker.name()}}
        """#),
    Fault(
      "JSON that is not closed, in escapes", .templates,
      #"""
      templates: {order: {format: json, value: "{\"a\": \"{{seq}}\", \"b\" 1}"}}
      """#,
      finds: #"""
        orders.yaml:5:70: error: value of template "order" is not JSON: the JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc [scenario.json]
          |
        5 | templates: {order: {format: json, value: "{\"a\": \"{{seq}}\", \"b\" 1}"}}
          |                                                                      ^
        """#),
    Fault(
      "a variable behind escapes", .templates,
      #"""
      templates: {order: {value: "\"\t${MISSING}\""}}
      """#,
      finds: #"""
        orders.yaml:5:33: warning: "${MISSING}" is sent as is: templates do not replace variables [scenario.literal-variable]
          |
        5 | templates: {order: {value: "\"\t${MISSING}\""}}
          |                                 ^~~~~~~~~~ write vars: {missing: "${MISSING}"}, and {{vars.missing}} here
        """#),
    Fault(
      "a variable behind apostrophes", .templates,
      #"""
      templates: {order: {value: 'it''s ${MISSING}'}}
      """#,
      finds: #"""
        orders.yaml:5:35: warning: "${MISSING}" is sent as is: templates do not replace variables [scenario.literal-variable]
          |
        5 | templates: {order: {value: 'it''s ${MISSING}'}}
          |                                   ^~~~~~~~~~ write vars: {missing: "${MISSING}"}, and {{vars.missing}} here
        """#),
    Fault(
      "a folded text with escapes is marked as a whole", .templates,
      #"""
      templates:
        order:
          value: "\"a\"
            {{seqq}}"
      """#,
      finds: #"""
        orders.yaml:7:12: error: unknown placeholder "{{seqq}}" [scenario.placeholder]
          |
        7 |     value: "\"a\"
          |            ^~~~~~ did you mean "{{seq}}"?
        """#),
    Fault(
      "an escaped line end is marked as a whole", .templates,
      #"""
      templates:
        order:
          value: "\"a\" \
            {{seqq}}"
      """#,
      finds: #"""
        orders.yaml:7:12: error: unknown placeholder "{{seqq}}" [scenario.placeholder]
          |
        7 |     value: "\"a\" \
          |            ^~~~~~~~ did you mean "{{seq}}"?
        """#),
    Fault(
      "a text with a line break of Unicode is marked as a whole", .templates,
      #"""
      templates: {order: {value: "\"a\#u{2028}{{seqq}}"}}
      """#,
      finds: #"""
        orders.yaml:5:28: error: unknown placeholder "{{seqq}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "\"a
          |                            ^~~~ did you mean "{{seq}}"?
        """#),
    Fault(
      "a field behind escapes", .templates,
      #"""
      templates: {order: {value: "\"{id}\" {{idd}}", fields: {id: {sequence: {}}}}}
      """#,
      finds: #"""
        orders.yaml:5:38: error: unknown placeholder "{{idd}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "\"{id}\" {{idd}}", fields: {id: {sequence: {}}}}}
          |                                      ^~~~~~~ did you mean "{{id}}"?
        """#),
    Fault(
      "a field in double braces", .templates,
      #"""
      templates: {order: {value: "{id} {{ id }}", fields: {id: {sequence: {}}}}}
      """#,
      finds: #"""
        orders.yaml:5:34: error: unknown placeholder "{{ id }}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "{id} {{ id }}", fields: {id: {sequence: {}}}}}
          |                                  ^~~~~~~~ a field is written in single braces: {id}
        """#),
    Fault(
      "a block whose placeholder has two lines", .templates,
      #"""
      templates:
        order:
          value: |
            a {{faker.frist_name(
            )}} b
      """#,
      finds: #"""
        orders.yaml:8:11: error: unknown function "faker.frist_name" [scenario.placeholder]
          |
        8 |       a {{faker.frist_name(
          |           ^~~~~~~~~~~~~~~~ did you mean "faker.first_name"?
        """#),
  ]
}
