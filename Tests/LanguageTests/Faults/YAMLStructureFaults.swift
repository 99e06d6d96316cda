/// Blanks, signs and indentation that YAML needs, and the line that must change, which is often above the one at which its parser
/// gives up.
extension Fault {
  static let yamlStructureFaults: [Fault] = [
    Fault(
      "no blank behind a colon", .name, schema: .unreadable,
      #"""
      name: orders
      description:text
      """#,
      finds: #"""
        orders.yaml:3:12: error: a blank is missing behind the colon [scenario.yaml]
          |
        3 | description:text
          |            ^ write ": "
        """#),
    Fault(
      "no blank behind a colon, before quotes", .name, schema: .unreadable,
      #"""
      name: orders
      description:"text"
      """#,
      finds: #"""
        orders.yaml:3:12: error: a blank is missing behind the colon [scenario.yaml]
          |
        3 | description:"text"
          |            ^ write ": "
        """#),
    Fault(
      "no blank behind a colon in braces", .name, schema: .refused,
      #"""
      name: orders
      vars: {a:1, b:2}
      """#,
      finds: #"""
        orders.yaml:3:9: error: a blank is missing behind the colon [scenario.yaml]
          |
        3 | vars: {a:1, b:2}
          |         ^ write ": "

        orders.yaml:3:14: error: a blank is missing behind the colon [scenario.yaml]
          |
        3 | vars: {a:1, b:2}
          |              ^ write ": "
        """#),
    Fault(
      "no blank behind the colon of an item", .stages, schema: .unreadable,
      #"""
      stages:
        - name:all
          count: 10
      """#,
      finds: #"""
        orders.yaml:7:9: error: a blank is missing behind the colon [scenario.yaml]
          |
        7 |   - name:all
          |         ^ write ": "
        """#),
    Fault(
      "no blank behind the colon of the last key", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
          count:10
      """#,
      finds: #"""
        orders.yaml:8:10: error: a blank is missing behind the colon [scenario.yaml]
          |
        8 |     count:10
          |          ^ write ": "
        """#),
    Fault(
      "no blank behind the colon of the only key", .stages, schema: .refused,
      #"""
      stages:
        - name:all
      """#,
      finds: #"""
        orders.yaml:7:9: error: a blank is missing behind the colon [scenario.yaml]
          |
        7 |   - name:all
          |         ^ write ": "
        """#),
    Fault(
      "no blank behind a dash", .stages, schema: .unreadable,
      #"""
      stages:
        -name: all
         count: 10
      """#,
      finds: #"""
        orders.yaml:7:3: error: a blank is missing behind the dash [scenario.yaml]
          |
        7 |   -name: all
          |   ^ write "- "
        """#),
    Fault(
      "no blank behind the dashes of a list", .stages, schema: .refused,
      #"""
      stages:
        - name: all
          count: 10
          expect:
            -lost == 0
            -rejected == 0
      """#,
      finds: #"""
        orders.yaml:10:7: error: a blank is missing behind the dash [scenario.yaml]
           |
        10 |       -lost == 0
           |       ^ write "- "
        """#),
    Fault(
      "no blank behind a dash, before braces", .stages, schema: .unreadable,
      #"""
      stages:
        -{name: all, count: 10}
      """#,
      finds: #"""
        orders.yaml:7:3: error: a blank is missing behind the dash [scenario.yaml]
          |
        7 |   -{name: all, count: 10}
          |   ^ write "- "
        """#),
    Fault(
      "no blank behind the dash of the last item", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
          count: 10
          expect:
            - lost == 0
            -rejected == 0
      """#,
      finds: #"""
        orders.yaml:11:7: error: a blank is missing behind the dash [scenario.yaml]
           |
        11 |       -rejected == 0
           |       ^ write "- "
        """#),
    Fault(
      "a dash before a key", .name, schema: .refused,
      #"""
      name: orders
      -description: text
      """#,
      finds: #"""
        orders.yaml:3:1: error: a blank is missing behind the dash [scenario.yaml]
          |
        3 | -description: text
          | ^ write "- "
        """#),
    Fault(
      "an equals sign", .name, schema: .unreadable,
      #"""
      name: orders
      description = text
      """#,
      finds: #"""
        orders.yaml:3:13: error: "=" does not separate a key from its value [scenario.yaml]
          |
        3 | description = text
          |             ^ write a colon and a blank: KEY: VALUE
        """#),
    Fault(
      "a line that is neither key nor text", .name, schema: .unreadable,
      #"""
      name: orders
      description: text
      goes on
      """#,
      finds: #"""
        orders.yaml:4:1: error: this line is neither KEY: VALUE nor indented as a part of the text above [scenario.yaml]
          |
        4 | goes on
          | ^ write a colon and a blank behind the key, or indent the text
        """#),
    Fault(
      "a key with a question mark, and without a value", .name, schema: .refused,
      #"""
      name: orders
      ? description
      """#,
      finds: #"""
        orders.yaml:3:14: error: "description" has no value [scenario.wrong-kind]
          |
        3 | ? description
          |              ^ it must be text
        """#),
    Fault(
      "a comment that hides the end of braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: order #5}
      """#,
      finds: #"""
        orders.yaml:3:17: error: " #" begins a comment here, which ends the value before it [scenario.yaml]
          |
        3 | vars: {a: order #5}
          |                 ^ put the value in quotes
        """#),
    Fault(
      "a comment that hides the end of brackets", .name, schema: .unreadable,
      #"""
      name: orders
      include: [a.yaml, b #5]
      """#,
      finds: #"""
        orders.yaml:3:21: error: " #" begins a comment here, which ends the value before it [scenario.yaml]
          |
        3 | include: [a.yaml, b #5]
          |                     ^ put the value in quotes
        """#),
    Fault(
      "braces that are not closed", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: b
      """#,
      finds: #"""
        orders.yaml:3:7: error: this "{" is not closed [scenario.yaml]
          |
        3 | vars: {a: b
          |       ^ close it with }
        """#),
    Fault(
      "brackets that are not closed", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
          count: 10
          expect: [lost == 0, rejected == 0
      """#,
      finds: #"""
        orders.yaml:9:13: error: this "[" is not closed [scenario.yaml]
          |
        9 |     expect: [lost == 0, rejected == 0
          |             ^ close it with ]
        """#),
    Fault(
      "a brace too many", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: b}}
      """#,
      finds: #"""
        orders.yaml:3:13: error: this "}" closes nothing [scenario.yaml]
          |
        3 | vars: {a: b}}
          |             ^ remove it
        """#),
    Fault(
      "a bracket for a brace", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: b]
      """#,
      finds: #"""
        orders.yaml:3:12: error: "{" is closed by "]" [scenario.yaml]
          |
        3 | vars: {a: b]
          |            ^ write }
        """#),
    Fault(
      "a comma too many in braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: b,,}
      """#,
      finds: #"""
        orders.yaml:3:13: error: a value is missing before this comma [scenario.yaml]
          |
        3 | vars: {a: b,,}
          |             ^ remove the comma
        """#),
    Fault(
      "a comma behind braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: b},
      """#,
      finds: #"""
        orders.yaml:3:13: error: a comma ends this value, which is not in braces [scenario.yaml]
          |
        3 | vars: {a: b},
          |             ^ remove it
        """#),
    Fault(
      "a comma that is missing at the end of a line", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {
        a: b
        c: d}
      """#,
      finds: #"""
        orders.yaml:4:7: error: a comma is missing behind this value [scenario.yaml]
          |
        4 |   a: b
          |       ^ write one
        """#),
    Fault(
      "a semicolon in braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: b; c: d}
      """#,
      finds: #"""
        orders.yaml:3:12: error: ";" does not separate values [scenario.yaml]
          |
        3 | vars: {a: b; c: d}
          |            ^ write a comma
        """#),
    Fault(
      "a key one column too far right", .name, schema: .unreadable,
      #"""
      name: orders
      description: text
       vars: {a: b}
      """#,
      finds: #"""
        orders.yaml:4:2: error: line 3 has a value, so no key can be below it [scenario.yaml]
          |
        4 |  vars: {a: b}
          |  ^ begin this line at the margin, like line 3
        """#),
    Fault(
      "keys of the top level in two columns", .whole, schema: .unreadable,
      #"""
        version: 1
        name: orders
      cluster: {brokers: embedded}

      """#,
      finds: #"""
        orders.yaml:3:1: error: this line is less indented than the first, line 1 [scenario.yaml]
          |
        3 | cluster: {brokers: embedded}
          | ^ begin all keys of the top level in the same column
        """#),
    Fault(
      "JSON with a comma too few", .whole, schema: .unreadable,
      #"""
      {
        "version": 1
        "name": "orders"
      }

      """#,
      finds: #"""
        orders.yaml:3:9: error: text follows the closing quote [scenario.yaml]
          |
        3 |   "name": "orders"
          |         ^ between double quotes, write \" for one
        """#),
    Fault(
      "JSON with a comment", .whole, schema: .unreadable,
      #"""
      {
        // the first
        "version": 1
      }

      """#,
      finds: #"""
        orders.yaml:2:3: error: "//" does not begin a comment [scenario.yaml]
          |
        2 |   // the first
          |   ^~ write # for it, or remove it
        """#),
    Fault(
      "a key of an item one column too far right", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
           count: 10
      """#,
      finds: #"""
        orders.yaml:8:6: error: line 7 has a value, so no key can be below it [scenario.yaml]
          |
        8 |      count: 10
          |      ^ indent this line by 4 spaces, like line 7
        """#),
    Fault(
      "a key of an item one column too far left", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
         count: 10
      """#,
      finds: #"""
        orders.yaml:8:4: error: this line is indented by 3 spaces, and no line above is [scenario.yaml]
          |
        8 |    count: 10
          |    ^ indent it by 4 spaces, as in line 7
        """#),
    Fault(
      "a dash one column too far left", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
          count: 10
       - name: more
         count: 10
      """#,
      finds: #"""
        orders.yaml:9:2: error: this line is indented by 1 space, and no line above is [scenario.yaml]
          |
        9 |  - name: more
          |  ^ indent the dash by 2 spaces, as in line 7
        """#),
    Fault(
      "a dash one column too far right", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
          count: 10
         - name: more
           count: 10
      """#,
      finds: #"""
        orders.yaml:9:4: error: this line is indented by 3 spaces, and no line above is [scenario.yaml]
          |
        9 |    - name: more
          |    ^ indent the dash by 2 spaces, as in line 7
        """#),
    Fault(
      "an item among keys", .name, schema: .unreadable,
      #"""
      name: orders
      vars:
        a: b
        - c
      """#,
      finds: #"""
        orders.yaml:5:3: error: a list item follows keys [scenario.yaml]
          |
        5 |   - c
          |   ^ write KEY: VALUE, or indent it below the key to which the list belongs
        """#),
    Fault(
      "a key among items", .name, schema: .unreadable,
      #"""
      name: orders
      include:
        - a.yaml
        b: c
      """#,
      finds: #"""
        orders.yaml:4:5: error: "a.yaml" cannot be read: No such file or directory [scenario.include]
          |
        4 |   - a.yaml
          |     ^~~~~~ a path is relative to the file in which it is written

        orders.yaml:5:3: error: a key follows list items [scenario.yaml]
          |
        5 |   b: c
          |   ^ begin it with "- ", or indent it by 4 spaces
        """#),
    Fault(
      "a list on the line of its key", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
          count: 10
          expect: - lost == 0
      """#,
      finds: #"""
        orders.yaml:9:13: error: a list cannot begin on the line of its key [scenario.yaml]
          |
        9 |     expect: - lost == 0
          |             ^ begin it on the next line, write [a, b], or put text in quotes
        """#),
    Fault(
      "a tab below spaces", .name, schema: .unreadable,
      #"""
      name: orders
      vars:
        a: b
      \#tc: d
      """#,
      finds: #"""
        orders.yaml:5:1: error: this is not YAML: a line is indented with a tab [scenario.yaml]
          |
        5 |     c: d
          | ^ indent with spaces: YAML refuses tabs
        """#),
    Fault(
      "a no-break space for indentation", .name, schema: .refused,
      #"""
      name: orders
      vars:
      \#u{a0}\#u{a0}a: b
      """#,
      finds: #"""
        orders.yaml:4:1: error: U+00A0 (no-break space) is not a space of YAML [scenario.yaml]
          |
        4 | \#u{a0}\#u{a0}a: b
          | ^ write a space, or remove it
        """#),
    Fault(
      "a no-break space behind a colon", .name, schema: .unreadable,
      #"""
      name: orders
      description:\#u{a0}text
      """#,
      finds: #"""
        orders.yaml:3:13: error: U+00A0 (no-break space) is not a space of YAML [scenario.yaml]
          |
        3 | description:\#u{a0}text
          |             ^ write a space, or remove it
        """#),
    Fault(
      "a narrow no-break space before a key", .name, schema: .refused,
      #"""
      name: orders
      \#u{202f}description: text
      """#,
      finds: #"""
        orders.yaml:3:1: error: U+202F (narrow no-break space) is not a space of YAML [scenario.yaml]
          |
        3 | \#u{202f}description: text
          | ^ write a space, or remove it
        """#),
    Fault(
      "a blank of ideographs", .name, schema: .refused,
      #"""
      name: orders
      vars:
      \#u{3000}a: b
      """#,
      finds: #"""
        orders.yaml:4:1: error: U+3000 (ideographic space) is not a space of YAML [scenario.yaml]
          |
        4 | \#u{3000}a: b
          | ^~ write a space, or remove it
        """#),
    Fault(
      "a space without width before a key", .name, schema: .refused,
      #"""
      name: orders
      \#u{200b}description: text
      """#,
      finds: #"""
        orders.yaml:3:1: error: U+200B (zero width space) is not a space of YAML [scenario.yaml]
          |
        3 | \u{200B}description: text
          | ^~~~~~~~ write a space, or remove it
        """#),
    Fault(
      "a no-break space behind a colon in braces", .name, schema: .refused,
      #"""
      name: orders
      vars: {a:\#u{a0}b}
      """#,
      finds: #"""
        orders.yaml:3:10: error: U+00A0 (no-break space) is not a space of YAML [scenario.yaml]
          |
        3 | vars: {a:\#u{a0}b}
          |          ^ write a space, or remove it
        """#),
    Fault(
      "blanks and quotes of a word processor in text, and a mistake below", .name, schema: .unreadable,
      #"""
      name: orders
      description: “prix\#u{a0}5\#u{a0}€”
      vars: {a: b}}
      """#,
      finds: #"""
        orders.yaml:4:13: error: this "}" closes nothing [scenario.yaml]
          |
        4 | vars: {a: b}}
          |             ^ remove it
        """#),
    Fault(
      "a no-break space behind a dash", .stages, schema: .unreadable,
      #"""
      stages:
        -\#u{a0}name: all
          count: 10
      """#,
      finds: #"""
        orders.yaml:7:4: error: U+00A0 (no-break space) is not a space of YAML [scenario.yaml]
          |
        7 |   -\#u{a0}name: all
          |    ^ write a space, or remove it
        """#),
    Fault(
      "quotes of a word processor", .name, schema: .unreadable,
      #"""
      name: orders
      description: “Load test: orders”
      """#,
      finds: #"""
        orders.yaml:3:14: error: “ (U+201C) is not a quote of YAML [scenario.yaml]
          |
        3 | description: “Load test: orders”
          |              ^ write "
        """#),
    Fault(
      "low quotes of a word processor", .name, schema: .unreadable,
      #"""
      name: orders
      description: „Load test: orders“
      """#,
      finds: #"""
        orders.yaml:3:14: error: „ (U+201E) is not a quote of YAML [scenario.yaml]
          |
        3 | description: „Load test: orders“
          |              ^ write "
        """#),
    Fault(
      "single quotes of a word processor", .name, schema: .unreadable,
      #"""
      name: orders
      description: ‘Load test: orders’
      """#,
      finds: #"""
        orders.yaml:3:14: error: ‘ (U+2018) is not a quote of YAML [scenario.yaml]
          |
        3 | description: ‘Load test: orders’
          |              ^ write '
        """#),
    Fault(
      "quotes of a word processor around a name", .name, schema: .refused,
      #"""
      name: orders
      vars: {“a”: b}
      """#,
      finds: #"""
        orders.yaml:3:8: error: "“a”" cannot be named in a template [scenario.bad-name]
          |
        3 | vars: {“a”: b}
          |        ^~~ “ (U+201C) is not a quote of YAML: write "
        """#),
    Fault(
      "a wide colon", .name, schema: .unreadable,
      #"""
      name: orders
      description： text
      """#,
      finds: #"""
        orders.yaml:3:12: error: ： (U+FF1A) is not a colon of YAML [scenario.yaml]
          |
        3 | description： text
          |            ^~ write :
        """#),
    Fault(
      "a dash of a word processor", .stages, schema: .unreadable,
      #"""
      stages:
        — name: all
          count: 10
      """#,
      finds: #"""
        orders.yaml:7:3: error: — (U+2014) is not a dash of YAML [scenario.yaml]
          |
        7 |   — name: all
          |   ^ write -
        """#),
  ]
}
