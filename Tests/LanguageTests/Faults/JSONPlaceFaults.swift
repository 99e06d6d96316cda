extension Fault {
  static let jsonPlaceFaults: [Fault] = [
    Fault(
      "JSON with a comma too few, in a block", .templates,
      #"""
      templates:
        order:
          format: json
          value: |
            {"a": "{{faker.name()}}",
             "b": {{seq}}
             "c": true}
      """#,
      finds: #"""
        orders.yaml:11:8: error: value of template "order" is not JSON: a comma is missing before this [scenario.json]
           |
        11 |        "c": true}
           |        ^ write one
        """#),
    Fault(
      "JSON with a word that it does not have", .templates,
      #"""
      templates: {order: {format: json, value: '["é", {{seq}}, yes]'}}
      """#,
      finds: #"""
        orders.yaml:5:58: error: value of template "order" is not JSON: text is outside quotes [scenario.json]
          |
        5 | templates: {order: {format: json, value: '["é", {{seq}}, yes]'}}
          |                                                          ^ put it in double quotes
        """#),
    Fault(
      "JSON with a number that it does not have", .templates,
      #"""
      templates: {order: {format: json, value: '[{{seq}}, 01]'}}
      """#,
      finds: #"""
        orders.yaml:5:53: error: value of template "order" is not JSON: problem while parsing a number [scenario.json]
          |
        5 | templates: {order: {format: json, value: '[{{seq}}, 01]'}}
          |                                                     ^
        """#),
    Fault(
      "JSON with quotes that nothing closes", .templates,
      #"""
      templates:
        order:
          format: json
          value: |
            {"a": "b,
             "c": {{seq}}}
      """#,
      finds: #"""
        orders.yaml:9:13: error: value of template "order" is not JSON: a string is opened, but never closed [scenario.json]
          |
        9 |       {"a": "b,
          |             ^
        """#),
    Fault(
      "JSON that ends too soon", .templates,
      #"""
      templates:
        order:
          format: json
          value: |
            {"a": [1, {{seq}}]
      """#,
      finds: #"""
        orders.yaml:9:7: error: value of template "order" is not JSON: this "{" is not closed [scenario.json]
          |
        9 |       {"a": [1, {{seq}}]
          |       ^ close it with }
        """#),
    Fault(
      "JSON that ends too soon behind a placeholder", .templates,
      #"""
      templates: {order: {format: json, value: '[{{seq}}'}}
      """#,
      finds: #"""
        orders.yaml:5:43: error: value of template "order" is not JSON: this "[" is not closed [scenario.json]
          |
        5 | templates: {order: {format: json, value: '[{{seq}}'}}
          |                                           ^ close it with ]
        """#),
    Fault(
      "JSON with something behind it", .templates,
      #"""
      templates: {order: {format: json, value: '{"a": {{seq}}} {{seq}}'}}
      """#,
      finds: #"""
        orders.yaml:5:58: error: value of template "order" is not JSON: it has ended before this [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"a": {{seq}}} {{seq}}'}}
          |                                                          ^~~~~~~ remove it
        """#),
    Fault(
      "JSON with an escape that it does not have", .templates,
      #"""
      templates: {order: {format: json, value: '{"a": "{{stage.name}} \x"}'}}
      """#,
      finds: #"""
        orders.yaml:5:65: error: value of template "order" is not JSON: problem while parsing a string [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"a": "{{stage.name}} \x"}'}}
          |                                                                 ^
        """#),
    Fault(
      "JSON with half a character", .templates,
      #"""
      templates: {order: {format: json, value: '{"a": "{{stage.name}} \ud83d"}'}}
      """#,
      finds: #"""
        orders.yaml:5:65: error: value of template "order" is not JSON: problem while parsing a string [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{"a": "{{stage.name}} \ud83d"}'}}
          |                                                                 ^
        """#),
    Fault(
      "JSON in a text with escapes", .templates,
      #"""
      templates: {order: {format: json, value: "{\"a\": {{seq}},}"}}
      """#,
      finds: #"""
        orders.yaml:5:58: error: value of template "order" is not JSON: a comma precedes "}" [scenario.json]
          |
        5 | templates: {order: {format: json, value: "{\"a\": {{seq}},}"}}
          |                                                          ^ remove it
        """#),
  ]
}
