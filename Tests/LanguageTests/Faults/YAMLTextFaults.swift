/// Text that YAML takes for its own syntax, and what to type instead.
extension Fault {
  static let yamlTextFaults: [Fault] = [
    Fault(
      "a colon in plain text", .name, schema: .unreadable,
      #"""
      name: orders
      description: Load test: orders
      """#,
      finds: #"""
        orders.yaml:3:23: error: text without quotes contains ": ", which begins a value [scenario.yaml]
          |
        3 | description: Load test: orders
          |                       ^ put the value in quotes
        """#),
    Fault(
      "colons in plain text", .name, schema: .unreadable,
      #"""
      name: orders
      description: a: b: c
      """#,
      finds: #"""
        orders.yaml:3:15: error: text without quotes contains ": ", which begins a value [scenario.yaml]
          |
        3 | description: a: b: c
          |               ^ put the value in quotes
        """#),
    Fault(
      "a colon behind a port", .name, schema: .unreadable,
      #"""
      name: orders
      description: http://kafka-1:8080: health
      """#,
      finds: #"""
        orders.yaml:3:33: error: text without quotes contains ": ", which begins a value [scenario.yaml]
          |
        3 | description: http://kafka-1:8080: health
          |                                 ^ put the value in quotes
        """#),
    Fault(
      "a colon in plain text in braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: b c: d}
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes contains ": ", which begins a value [scenario.yaml]
          |
        3 | vars: {a: b c: d}
          |              ^ put the value in quotes, or a comma before the next key
        """#),
    Fault(
      "an at sign at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: @nightly
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes cannot begin with "@" [scenario.yaml]
          |
        3 | description: @nightly
          |              ^ put the value in quotes
        """#),
    Fault(
      "a backtick at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: `nightly`
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes cannot begin with "`" [scenario.yaml]
          |
        3 | description: `nightly`
          |              ^ put the value in quotes
        """#),
    Fault(
      "a percent sign at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: %d orders
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes cannot begin with "%" [scenario.yaml]
          |
        3 | description: %d orders
          |              ^ put the value in quotes
        """#),
    Fault(
      "an at sign at the beginning of a key", .name, schema: .unreadable,
      #"""
      name: orders
      vars:
        @type: a
      """#,
      finds: #"""
        orders.yaml:4:3: error: text without quotes cannot begin with "@" [scenario.yaml]
          |
        4 |   @type: a
          |   ^ put the key in quotes
        """#),
    Fault(
      "a star at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: *.example.com
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes cannot begin with "*" [scenario.yaml]
          |
        3 | description: *.example.com
          |              ^ put the value in quotes
        """#),
    Fault(
      "an ampersand at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: & more
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes cannot begin with "&" [scenario.yaml]
          |
        3 | description: & more
          |              ^ put the value in quotes
        """#),
    Fault(
      "a name of an anchor that was meant as text: a warning", .name,
      #"""
      name: orders
      description: &amp more
      """#,
      finds: #"""
        orders.yaml:3:14: warning: anchor "&amp" is never used, and is not a part of the text [scenario.alias]
          |
        3 | description: &amp more
          |              ^~~~ put the value in quotes, or remove it
        """#),
    Fault(
      "a star and a word at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: *bold
      """#,
      finds: #"""
        orders.yaml:3:14: error: no anchor "&bold" is defined above [scenario.alias]
          |
        3 | description: *bold
          |              ^~~~~ an anchor is written before the value that it names: &bold; text that begins with * needs quotes
        """#),
    Fault(
      "an exclamation mark at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: !important
      """#,
      finds: #"""
        orders.yaml:3:14: error: tag "!important" is not supported in a scenario [scenario.tag]
          |
        3 | description: !important
          |              ^~~~~~~~~~ remove it, or put the value in quotes
        """#),
    Fault(
      "an escape that YAML does not have", .name, schema: .unreadable,
      #"""
      name: orders
      description: "^\d+$"
      """#,
      finds: #"""
        orders.yaml:3:16: error: "\d" is not an escape that YAML has in double quotes [scenario.yaml]
          |
        3 | description: "^\d+$"
          |                ^~ put the value in single quotes, or write \\ for a backslash
        """#),
    Fault(
      "a question mark at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: ? orders
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes cannot begin with "?" [scenario.yaml]
          |
        3 | description: ? orders
          |              ^ put the value in quotes
        """#),
    Fault(
      "a comma at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: , orders
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes cannot begin with "," [scenario.yaml]
          |
        3 | description: , orders
          |              ^ put the value in quotes
        """#),
    Fault(
      "a closing bracket at the beginning", .name, schema: .unreadable,
      #"""
      name: orders
      description: ] orders
      """#,
      finds: #"""
        orders.yaml:3:14: error: text without quotes cannot begin with "]" [scenario.yaml]
          |
        3 | description: ] orders
          |              ^ put the value in quotes
        """#),
    Fault(
      "an emoji and a colon in braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: 😀: b}
      """#,
      finds: #"""
        orders.yaml:3:12: error: text without quotes contains ": ", which begins a value [scenario.yaml]
          |
        3 | vars: {a: 😀: b}
          |             ^ put the value in quotes, or a comma before the next key
        """#),
    Fault(
      "a path of Windows", .name, schema: .unreadable,
      #"""
      name: orders
      description: "C:\Users\ada"
      """#,
      finds: #"""
        orders.yaml:3:17: error: "\U" is not an escape that YAML has in double quotes [scenario.yaml]
          |
        3 | description: "C:\Users\ada"
          |                 ^~ put the value in single quotes, or write \\ for a backslash
        """#),
    Fault(
      "text behind the sign of a block", .name, schema: .unreadable,
      #"""
      name: orders
      description: > 5 orders
      """#,
      finds: #"""
        orders.yaml:3:16: error: text follows ">" on its line [scenario.yaml]
          |
        3 | description: > 5 orders
          |                ^ begin the text on the next line, indented, or put the value in quotes
        """#),
    Fault(
      "text behind the bar of a block", .name, schema: .unreadable,
      #"""
      name: orders
      description: |text
      """#,
      finds: #"""
        orders.yaml:3:15: error: text follows "|" on its line [scenario.yaml]
          |
        3 | description: |text
          |               ^ begin the text on the next line, indented, or put the value in quotes
        """#),
    Fault(
      "a block of text in braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: |
        text}
      """#,
      finds: #"""
        orders.yaml:3:11: error: a block of text cannot begin inside braces [scenario.yaml]
          |
        3 | vars: {a: |
          |           ^ put the value in quotes, or write the mapping without braces
        """#),
    Fault(
      "a quote in single quotes", .name, schema: .unreadable,
      #"""
      name: orders
      description: 'it's'
      """#,
      finds: #"""
        orders.yaml:3:18: error: text follows the closing quote [scenario.yaml]
          |
        3 | description: 'it's'
          |                  ^ between single quotes, write '' for one single quote
        """#),
    Fault(
      "a quote in double quotes", .name, schema: .unreadable,
      #"""
      name: orders
      description: "say "hi" now"
      """#,
      finds: #"""
        orders.yaml:3:20: error: text follows the closing quote [scenario.yaml]
          |
        3 | description: "say "hi" now"
          |                    ^ between double quotes, write \" for one
        """#),
    Fault(
      "a quote in single quotes in braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {a: 'it's'}
      """#,
      finds: #"""
        orders.yaml:3:15: error: text follows the closing quote [scenario.yaml]
          |
        3 | vars: {a: 'it's'}
          |               ^ between single quotes, write '' for one single quote
        """#),
    Fault(
      "text behind quotes", .name, schema: .unreadable,
      #"""
      name: orders
      description: "a" b
      """#,
      finds: #"""
        orders.yaml:3:18: error: text follows the closing quote [scenario.yaml]
          |
        3 | description: "a" b
          |                  ^ put quotes around the whole value
        """#),
    Fault(
      "two texts in quotes", .name, schema: .unreadable,
      #"""
      name: orders
      description: 'a', 'b'
      """#,
      finds: #"""
        orders.yaml:3:17: error: text follows the closing quote [scenario.yaml]
          |
        3 | description: 'a', 'b'
          |                 ^ put quotes around the whole value
        """#),
    Fault(
      "text behind brackets", .name, schema: .unreadable,
      #"""
      name: orders
      description: [WIP] orders
      """#,
      finds: #"""
        orders.yaml:3:20: error: text follows the closing "]" [scenario.yaml]
          |
        3 | description: [WIP] orders
          |                    ^ put the whole value in quotes
        """#),
    Fault(
      "text behind braces", .name, schema: .unreadable,
      #"""
      name: orders
      description: {WIP} orders
      """#,
      finds: #"""
        orders.yaml:3:20: error: text follows the closing "}" [scenario.yaml]
          |
        3 | description: {WIP} orders
          |                    ^ put the whole value in quotes
        """#),
    Fault(
      "a quote that is not closed", .name, schema: .unreadable,
      #"""
      name: orders
      description: 'orders
      """#,
      finds: #"""
        orders.yaml:3:14: error: this quote is not closed [scenario.yaml]
          |
        3 | description: 'orders
          |              ^ close it
        """#),
    Fault(
      "a quote that another closes lines below", .name, schema: .unreadable,
      #"""
      name: orders
      description: "orders
      vars: {a: "b"}
      """#,
      finds: #"""
        orders.yaml:3:14: error: quoted text that begins here continues until line 4 [scenario.yaml]
          |
        3 | description: "orders
          |              ^ close it on the same line
        """#),
    Fault(
      "a line that begins with a percent sign", .name, schema: .unreadable,
      #"""
      name: orders
      %YAML 1.2
      """#,
      finds: #"""
        orders.yaml:3:1: error: a line that begins with "%" is not supported [scenario.yaml]
          |
        3 | %YAML 1.2
          | ^ remove it
        """#),
    Fault(
      "a comment of another language", .name, schema: .unreadable,
      #"""
      name: orders
      // orders
      """#,
      finds: #"""
        orders.yaml:3:1: error: "//" does not begin a comment [scenario.yaml]
          |
        3 | // orders
          | ^~ write # for it, or remove it
        """#),
    Fault(
      "a comment of another language in braces", .name, schema: .unreadable,
      #"""
      name: orders
      vars: {
        a: b, /* orders */
        c: d}
      """#,
      finds: #"""
        orders.yaml:4:9: error: "/*" does not begin a comment [scenario.yaml]
          |
        4 |   a: b, /* orders */
          |         ^~ write # for it, or remove it
        """#),
  ]
}
