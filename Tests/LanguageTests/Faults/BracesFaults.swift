import Diagnostics

extension Fault {
  static let bracesFaults: [Fault] = [
    Fault(
      "an interpolation in braces, and a mistake above it", .topics, schema: .unreadable,
      #"""
      topics: {orders: {partitions: six}}
      x-a: {rate: ${R:-1k/s}}
      """#,
      finds: #"""
        orders.yaml:4:31: error: partitions "six" is not a whole number [scenario.bad-value]
          |
        4 | topics: {orders: {partitions: six}}
          |                               ^~~

        orders.yaml:5:13: error: "${R:-1k/s}" needs quotes here: YAML reads part of it as its own syntax [scenario.needs-quotes]
          |
        5 | x-a: {rate: ${R:-1k/s}}
          |             ^~~~~~~~~~ put the whole value in quotes
        """#),
    Fault(
      "all braces without quotes, wherever YAML gives up", .templates, schema: .unreadable,
      #"""
      templates:
        order:
          key: {{seq}}
          value: {key: user-{{seq}}, more: [${A}, ${B}]}
          headers: {a: "{{seq}}", b: '${C}'}   # {{not}} this
      """#,
      finds: #"""
        orders.yaml:7:10: error: "{{seq}}" without quotes is a mapping in YAML [scenario.needs-quotes]
          |
        7 |     key: {{seq}}
          |          ^~~~~~~ put the whole value in quotes

        orders.yaml:8:23: error: "{{seq}}" needs quotes here: YAML reads part of it as its own syntax [scenario.needs-quotes]
          |
        8 |     value: {key: user-{{seq}}, more: [${A}, ${B}]}
          |                       ^~~~~~~ put the whole value in quotes

        orders.yaml:8:39: error: "${A}" needs quotes here: YAML reads part of it as its own syntax [scenario.needs-quotes]
          |
        8 |     value: {key: user-{{seq}}, more: [${A}, ${B}]}
          |                                       ^~~~ put the whole value in quotes

        orders.yaml:8:45: error: "${B}" needs quotes here: YAML reads part of it as its own syntax [scenario.needs-quotes]
          |
        8 |     value: {key: user-{{seq}}, more: [${A}, ${B}]}
          |                                             ^~~~ put the whole value in quotes
        """#),
    Fault(
      "a list of a variable's", .topics, schema: .unreadable,
      #"""
      topics: {orders: {partitions: 6}}
      include: [${D}/c.yaml]
      """#,
      finds: #"""
        orders.yaml:5:11: error: "${D}" needs quotes here: YAML reads part of it as its own syntax [scenario.needs-quotes]
          |
        5 | include: [${D}/c.yaml]
          |           ^~~~ put the whole value in quotes
        """#),
    Fault(
      "single quotes within single quotes", .templates, schema: .unreadable,
      #"""
      templates: {order: {value: '{{random.choice(['Y','N'])}}'}}
      """#,
      finds: #"""
        orders.yaml:5:47: error: text follows the closing quote [scenario.yaml]
          |
        5 | templates: {order: {value: '{{random.choice(['Y','N'])}}'}}
          |                                               ^ between single quotes, write '' for one single quote
        """#),
    Fault(
      "double quotes within double quotes", .templates, schema: .unreadable,
      #"""
      templates: {order: {value: "{{random.choice(["Y","N"])}}"}}
      """#,
      finds: #"""
        orders.yaml:5:47: error: text follows the closing quote [scenario.yaml]
          |
        5 | templates: {order: {value: "{{random.choice(["Y","N"])}}"}}
          |                                               ^ between double quotes, write single quotes: choice(['Y', 'N'])
        """#),
    Fault(
      "a quote that nothing closes, before placeholders in quotes of their own", .templates, schema: .unreadable,
      #"""
      templates:
        order: {value: "order {{seq}, key: k}
        refund: {value: "{{seq}} {{seq}}"}
      """#,
      finds: #"""
        orders.yaml:6:18: error: quoted text that begins here continues until line 7 [scenario.yaml]
          |
        6 |   order: {value: "order {{seq}, key: k}
          |                  ^ close it on the same line
        """#),
    Fault(
      "a text in quotes of two lines, before a placeholder without", .templates, schema: .unreadable,
      #"""
      templates:
        order: {key: "one
          key", value: a {{seq}}}
      """#,
      finds: #"""
        orders.yaml:7:20: error: "{{seq}}" needs quotes here: YAML reads part of it as its own syntax [scenario.needs-quotes]
          |
        7 |     key", value: a {{seq}}}
          |                    ^~~~~~~ put the whole value in quotes
        """#),
    Fault(
      "a message with a colon", .name, schema: .unreadable,
      #"""
      name: ${NAME:?set NAME: it is missing}
      """#,
      finds: #"""
        orders.yaml:2:7: error: "${NAME:?set NAME: it is missing}" needs quotes here: YAML reads part of it as its own syntax [scenario.needs-quotes]
          |
        2 | name: ${NAME:?set NAME: it is missing}
          |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ put the whole value in quotes
        """#),
    Fault(
      "a placeholder of fields without quotes", .templates, schema: .refused,
      #"""
      templates: {order: {value: {id}}}
      """#,
      finds: #"""
        orders.yaml:5:28: error: "value" must be text, not a mapping [scenario.wrong-kind]
          |
        5 | templates: {order: {value: {id}}}
          |                            ^~~~ put quotes around it
        """#),
    Fault(
      "half a value is not checked", .stages, schema: .unreadable,
      #"""
      stages:
        - {name: all, count: 10}
        - {name: more, count: "ten
      """#,
      finds: #"""
        orders.yaml:8:25: error: this quote is not closed [scenario.yaml]
          |
        8 |   - {name: more, count: "ten
          |                         ^ close it
        """#),
  ]
}
