/// Values of another kind than the one that was meant, and templates that are nearly JSON.
extension Fault {
  static let meantFaults: [Fault] = [
    Fault(
      "a value as a mapping", .templates, schema: .refused,
      #"""
      templates:
        order:
          format: json
          value: {id: "{{seq}}", tags: [a, b]}
      """#,
      finds: #"""
        orders.yaml:8:12: error: "value" must be text, not a mapping [scenario.wrong-kind]
          |
        8 |     value: {id: "{{seq}}", tags: [a, b]}
          |            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write the JSON as text behind value: |
        """#),
    Fault(
      "a value as a mapping of lines", .templates, schema: .refused,
      #"""
      templates:
        order:
          format: json
          value:
            id: "{{seq}}"
      """#,
      finds: #"""
        orders.yaml:9:7: error: "value" must be text, not a mapping [scenario.wrong-kind]
          |
        9 |       id: "{{seq}}"
          |       ^~~~~~~~~~~~~ write the JSON as text behind value: |
        """#),
    Fault(
      "a value as a list", .templates, schema: .refused,
      #"""
      templates: {order: {format: json, value: [1, 2]}}
      """#,
      finds: #"""
        orders.yaml:5:42: error: "value" must be text, not a list [scenario.wrong-kind]
          |
        5 | templates: {order: {format: json, value: [1, 2]}}
          |                                          ^~~~~~ write the JSON as text behind value: |
        """#),
    Fault(
      "a value as a mapping, with a placeholder without quotes", .templates, schema: .unreadable,
      #"""
      templates: {order: {format: json, value: {"id": {{seq}}}}}
      """#,
      finds: #"""
        orders.yaml:5:49: error: "{{seq}}" without quotes is a mapping in YAML [scenario.needs-quotes]
          |
        5 | templates: {order: {format: json, value: {"id": {{seq}}}}}
          |                                                 ^~~~~~~ put the whole value in quotes
        """#),
    Fault(
      "a comma behind a number and a name", .stages, schema: .refused,
      #"""
      stages:
        - name: all,
          count: 10,
      """#,
      finds: #"""
        orders.yaml:7:11: error: "all," is not a name [scenario.bad-name]
          |
        7 |   - name: all,
          |           ^~~~ remove the comma

        orders.yaml:8:12: error: count "10," is not a number [scenario.bad-value]
          |
        8 |     count: 10,
          |            ^~~ remove the comma
        """#),
    Fault(
      "a header twice", .templates, schema: .refused,
      #"""
      templates: {order: {headers: [{name: trace, value: a}, {name: trace, value: b}], value: x}}
      """#,
      finds: #"""
        orders.yaml:5:30: error: "headers" must be a mapping of keys, not a list [scenario.wrong-kind]
          |
        5 | templates: {order: {headers: [{name: trace, value: a}, {name: trace, value: b}], value: x}}
          |                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write trace: [a, b] under headers
        """#),
    Fault(
      "headers as a list of keys and values", .templates, schema: .refused,
      #"""
      templates: {order: {headers: [{key: trace, value: a}, {key: span, value: b}], value: x}}
      """#,
      finds: #"""
        orders.yaml:5:30: error: "headers" must be a mapping of keys, not a list [scenario.wrong-kind]
          |
        5 | templates: {order: {headers: [{key: trace, value: a}, {key: span, value: b}], value: x}}
          |                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write trace: a, span: a under headers
        """#),
    Fault(
      "headers as a list of pairs", .templates, schema: .refused,
      #"""
      templates: {order: {headers: [{trace: a}, {trace: b}], value: x}}
      """#,
      finds: #"""
        orders.yaml:5:30: error: "headers" must be a mapping of keys, not a list [scenario.wrong-kind]
          |
        5 | templates: {order: {headers: [{trace: a}, {trace: b}], value: x}}
          |                              ^~~~~~~~~~~~~~~~~~~~~~~~ write trace: [a, b] under headers
        """#),
    Fault(
      "quotes of a word processor in JSON", .templates,
      #"""
      templates: {order: {format: json, value: "{“id”: 1}"}}
      """#,
      finds: #"""
        orders.yaml:5:44: error: value of template "order" is not JSON: “ (U+201C) is not a quote of JSON [scenario.json]
          |
        5 | templates: {order: {format: json, value: "{“id”: 1}"}}
          |                                            ^ write "
        """#),
    Fault(
      "quotes of a word processor around text in JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"id": „a“}'}}
      """#,
      finds: #"""
        orders.yaml:5:50: error: value of template "order" is not JSON: „ (U+201E) is not a quote of JSON [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"id": „a“}'}}
          |                                                  ^ write "
        """#),
    Fault(
      "single quotes of a word processor in JSON", .templates,
      #"""
      templates: {order: {format: json, value: "{‘id’: 1}"}}
      """#,
      finds: #"""
        orders.yaml:5:44: error: value of template "order" is not JSON: ‘ (U+2018) is not a quote of JSON [scenario.json]
          |
        5 | templates: {order: {format: json, value: "{‘id’: 1}"}}
          |                                            ^ write "
        """#),
    Fault(
      "single quotes in JSON", .templates,
      #"""
      templates: {order: {format: json, value: "{'id': 1}"}}
      """#,
      finds: #"""
        orders.yaml:5:44: error: value of template "order" is not JSON: ' is not a quote of JSON [scenario.json]
          |
        5 | templates: {order: {format: json, value: "{'id': 1}"}}
          |                                            ^ write "
        """#),
    Fault(
      "a no-break space in JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"id":\#u{a0}1}'}}
      """#,
      finds: #"""
        orders.yaml:5:49: error: value of template "order" is not JSON: U+00A0 (no-break space) is not a space of JSON [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"id":\#u{a0}1}'}}
          |                                                 ^ write a space, or remove it
        """#),
    Fault(
      "a comma before a brace in JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"id": {{seq}},}'}}
      """#,
      finds: #"""
        orders.yaml:5:57: error: value of template "order" is not JSON: a comma precedes "}" [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"id": {{seq}},}'}}
          |                                                         ^ remove it
        """#),
    Fault(
      "a comma before a bracket in JSON", .templates,
      #"""
      templates: {order: {format: json, value: '[1, 2, ]'}}
      """#,
      finds: #"""
        orders.yaml:5:48: error: value of template "order" is not JSON: a comma precedes "]" [scenario.json]
          |
        5 | templates: {order: {format: json, value: '[1, 2, ]'}}
          |                                                ^ remove it
        """#),
    Fault(
      "a comment in JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"id": 1 /* x */}'}}
      """#,
      finds: #"""
        orders.yaml:5:52: error: value of template "order" is not JSON: JSON has no comments [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"id": 1 /* x */}'}}
          |                                                    ^ remove it
        """#),
    Fault(
      "a key without quotes in JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{id: 1}'}}
      """#,
      finds: #"""
        orders.yaml:5:44: error: value of template "order" is not JSON: text is outside quotes [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{id: 1}'}}
          |                                            ^ put it in double quotes
        """#),
    Fault(
      "a word of another language in JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"id": None}'}}
      """#,
      finds: #"""
        orders.yaml:5:50: error: value of template "order" is not JSON: None is not a word of JSON [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"id": None}'}}
          |                                                  ^ write null
        """#),
    Fault(
      "a comma that is missing in JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"id": {{seq}} "n": 1}'}}
      """#,
      finds: #"""
        orders.yaml:5:58: error: value of template "order" is not JSON: a comma is missing before this [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"id": {{seq}} "n": 1}'}}
          |                                                          ^ write one
        """#),
    Fault(
      "a brace that is not closed, at the end of JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"a": {"b": [1]}'}}
      """#,
      finds: #"""
        orders.yaml:5:43: error: value of template "order" is not JSON: this "{" is not closed [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"a": {"b": [1]}'}}
          |                                           ^ close it with }
        """#),
    Fault(
      "a bracket that is not closed, at the end of JSON", .templates,
      #"""
      templates:
        order:
          format: json
          value: |
            {"a": [1, {{seq}}
      """#,
      finds: #"""
        orders.yaml:9:13: error: value of template "order" is not JSON: this "[" is not closed [scenario.json]
          |
        9 |       {"a": [1, {{seq}}
          |             ^ close it with ]
        """#),
    Fault(
      "a text that is not closed, at the end of JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{"a": "b}'}}
      """#,
      finds: #"""
        orders.yaml:5:49: error: value of template "order" is not JSON: a string is opened, but never closed [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"a": "b}'}}
          |                                                 ^
        """#),
    Fault(
      "a variable with a placeholder", .templates,
      #"""
      vars: {user: "{{faker.name()}}"}
      templates: {order: {value: "{{vars.user}}"}}
      """#,
      finds: #"""
        orders.yaml:5:14: warning: variable "user" holds braces, which are sent as they are [scenario.placeholder]
          |
        5 | vars: {user: "{{faker.name()}}"}
          |              ^~~~~~~~~~~~~~~~~~ placeholders go under "let" of a template
        """#),
    Fault(
      "a header written twice", .templates, schema: .unreadable,
      #"""
      templates: {order: {value: x, headers: {trace: a, trace: b}}}
      """#,
      finds: #"""
        orders.yaml:5:51: error: "trace" is written twice [scenario.duplicate-key]
          |
        5 | templates: {order: {value: x, headers: {trace: a, trace: b}}}
          |                                                   ^~~~~ the first is in line 5; to send both, write one list, trace: [a, b]
        """#),
  ]
}
