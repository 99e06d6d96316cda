extension Fault {
  static let templateFaults: [Fault] = [
    Fault(
      "a template without a value", .templates, schema: .refused,
      #"""
      templates: {order: {format: json}}
      """#,
      #"""
      orders.yaml:5:13: error: "value" is missing in template "order" [scenario.missing-key]
        |
      5 | templates: {order: {format: json}}
        |             ^~~~~ write such as value: "order {{seq}}"
      """#),
    Fault(
      "a value that is misspelt", .templates, schema: .refused,
      #"""
      templates: {order: {valeu: hello}}
      """#,
      #"""
      orders.yaml:5:21: error: unknown key "valeu" in template "order" [scenario.unknown-key]
        |
      5 | templates: {order: {valeu: hello}}
        |                     ^~~~~ did you mean "value"?
      """#),
    Fault(
      "format: xml", .templates,
      #"""
      templates: {order: {format: xml, value: <a/>}}
      """#,
      #"""
      orders.yaml:5:29: error: "format: xml" is not supported yet [scenario.not-supported]
        |
      5 | templates: {order: {format: xml, value: <a/>}}
        |                             ^~~
      """#),
    Fault(
      "a function that is not supported yet", .templates,
      #"""
      templates:
        order:
          value: |
            first
              id {{faker.uuid4()}} of {{ stage.name }}
      """#,
      #"""
      orders.yaml:9:12: error: "{{faker.uuid4()}}" is not supported yet [scenario.not-supported]
        |
      9 |         id {{faker.uuid4()}} of {{ stage.name }}
        |            ^~~~~~~~~~~~~~~~~
      """#),
    Fault(
      "a placeholder with a format", .templates,
      #"""
      templates: {order: {value: "{{seq:08d}}"}}
      """#,
      #"""
      orders.yaml:5:29: error: "{{seq:08d}}" is not supported yet [scenario.not-supported]
        |
      5 | templates: {order: {value: "{{seq:08d}}"}}
        |                             ^~~~~~~~~~~
      """#),
    Fault(
      "an unknown placeholder", .templates,
      #"""
      templates: {order: {value: "a {{sequ}} b"}}
      """#,
      #"""
      orders.yaml:5:31: error: unknown placeholder "{{sequ}}" [scenario.placeholder]
        |
      5 | templates: {order: {value: "a {{sequ}} b"}}
        |                               ^~~~~~~~ did you mean "{{seq}}"?
      """#),
    Fault(
      "an unknown placeholder near none", .templates,
      #"""
      templates: {order: {value: 'a {{customer}} b'}}
      """#,
      #"""
      orders.yaml:5:31: error: unknown placeholder "{{customer}}" [scenario.placeholder]
        |
      5 | templates: {order: {value: 'a {{customer}} b'}}
        |                               ^~~~~~~~~~~~ known are {{seq}}, {{stage.name}} and {{run.id}}
      """#),
    Fault(
      "a name of let, which is not supported yet", .templates,
      #"""
      templates: {order: {let: {user: x}, value: "{{user}}"}}
      """#,
      #"""
      orders.yaml:5:21: error: "let" is not supported yet [scenario.not-supported]
        |
      5 | templates: {order: {let: {user: x}, value: "{{user}}"}}
        |                     ^~~
      """#),
    Fault(
      "braces that nothing closes", .templates, schema: .refused,
      #"""
      templates: {order: {value: "a {{seq} b"}}
      """#,
      #"""
      orders.yaml:5:31: error: "{{" has no "}}" [scenario.placeholder]
        |
      5 | templates: {order: {value: "a {{seq} b"}}
        |                               ^~ close it, as in {{seq}}
      """#),
    Fault(
      "a placeholder in text with escapes: the whole text is marked", .templates,
      #"""
      templates: {order: {value: "\t{{sequ}}"}}
      """#,
      #"""
      orders.yaml:5:28: error: unknown placeholder "{{sequ}}" [scenario.placeholder]
        |
      5 | templates: {order: {value: "\t{{sequ}}"}}
        |                            ^~~~~~~~~~~~ did you mean "{{seq}}"?
      """#),
    Fault(
      "a bare placeholder in a block", .templates, schema: .unreadable,
      #"""
      templates:
        order:
          key: {{seq}}
          value: hello
      """#,
      #"""
      orders.yaml:7:10: error: "{{seq}}" without quotes is a mapping to YAML [scenario.needs-quotes]
        |
      7 |     key: {{seq}}
        |          ^~~~~~~ put the whole value in quotes
      """#),
    Fault(
      "a bare placeholder within a value", .templates, schema: .unreadable,
      #"""
      templates: {order: {value: order-{{seq}}}}
      """#,
      #"""
      orders.yaml:5:34: error: "{{seq}}" needs quotes here: YAML takes part of it for its own [scenario.needs-quotes]
        |
      5 | templates: {order: {value: order-{{seq}}}}
        |                                  ^~~~~~~ put the whole value in quotes
      """#),
    Fault(
      "a mapping for a value", .templates, schema: .refused,
      #"""
      templates: {order: {value: {id}}}
      """#,
      #"""
      orders.yaml:5:28: error: "value" must be text, not a mapping [scenario.wrong-kind]
        |
      5 | templates: {order: {value: {id}}}
        |                            ^~~~ put quotes around it
      """#),
    Fault(
      "a boolean for a value", .templates,
      #"""
      templates: {order: {value: on}}
      """#,
      #"""
      orders.yaml:5:28: error: "on" without quotes is a boolean to YAML [scenario.needs-quotes]
        |
      5 | templates: {order: {value: on}}
        |                            ^~ write "on" in quotes
      """#),
    Fault(
      "a placeholder in folded text, at its own line", .templates,
      #"""
      templates:
        order:
          value: >-
            one {{seq}} and
            two {{sek}} and
            three
      """#,
      #"""
      orders.yaml:9:11: error: unknown placeholder "{{sek}}" [scenario.placeholder]
        |
      9 |       two {{sek}} and
        |           ^~~~~~~ did you mean "{{seq}}"?
      """#),
  ]
}
