extension Fault {
  static let jsonFaults: [Fault] = [
    Fault(
      "JSON that is none", .templates,
      #"""
      templates:
        order:
          format: json
          value: '{"n": {{seq}},}'
      """#,
      finds: #"""
        orders.yaml:8:26: error: value of template "order" is not JSON: a comma precedes "}" [scenario.json]
          |
        8 |     value: '{"n": {{seq}},}'
          |                          ^ remove it
        """#),
    Fault(
      "text outside the quotes of JSON", .templates,
      #"""
      templates:
        order:
          format: json
          value: |
            {"n": {{seq}},
             "stage": {{stage.name}}}
      """#,
      finds: #"""
        orders.yaml:10:17: error: "{{stage.name}}" is text, and is outside quotes [scenario.json]
           |
        10 |        "stage": {{stage.name}}}
           |                 ^~~~~~~~~~~~~~ put quotes around it
        """#),
    Fault(
      "a placeholder in a number of JSON", .templates,
      #"""
      templates: {order: {format: json, value: '[1{{seq}}]'}}
      """#,
      finds: #"""
        orders.yaml:5:45: error: "{{seq}}" is part of a number or a word [scenario.json]
          |
        5 | templates: {order: {format: json, value: '[1{{seq}}]'}}
          |                                             ^~~~~~~ put quotes around all of it, or spaces or commas beside it
        """#),
    Fault(
      "a placeholder for a key of JSON", .templates,
      #"""
      templates: {order: {format: json, value: '{ {{seq}}: 1}'}}
      """#,
      finds: #"""
        orders.yaml:5:45: error: "{{seq}}" is a key, and is outside quotes [scenario.json]
          |
        5 | templates: {order: {format: json, value: '{ {{seq}}: 1}'}}
          |                                             ^~~~~~~ put quotes around it
        """#),
    Fault(
      "a placeholder in an escape of JSON", .templates,
      #"""
      templates: {order: {format: json, value: '"\u00{{seq}}"'}}
      """#,
      finds: #"""
        orders.yaml:5:48: error: "{{seq}}" is part of an escape [scenario.json]
          |
        5 | templates: {order: {format: json, value: '"\u00{{seq}}"'}}
          |                                                ^~~~~~~ write \\ for a backslash
        """#),
    Fault(
      "an empty value of JSON", .templates,
      #"""
      templates: {order: {format: json, value: ""}}
      """#,
      finds: #"""
        orders.yaml:5:42: error: value of template "order" is not JSON: empty: no JSON found [scenario.json]
          |
        5 | templates: {order: {format: json, value: ""}}
          |                                          ^~
        """#),
    Fault(
      "text that looks like JSON: a warning", .templates,
      #"""
      templates: {order: {value: '{"n": {{seq}}}'}}
      """#,
      finds: #"""
        orders.yaml:5:28: warning: value of template "order" looks like JSON, but is not checked [scenario.looks-like-json]
          |
        5 | templates: {order: {value: '{"n": {{seq}}}'}}
          |                            ^~~~~~~~~~~~~~~~ write format: json, or format: string
        """#),
  ]
}
