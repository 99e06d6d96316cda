extension Fault {
  static let yamlFaults: [Fault] = [
    Fault(
      "a key written twice", .stages, schema: .unreadable,
      #"""
      stages:
        - name: all
          count: 10
          count: 20
      """#,
      finds: #"""
        orders.yaml:9:5: error: "count" is written twice [scenario.duplicate-key]
          |
        9 |     count: 20
          |     ^~~~~ the first is in line 8
        """#),
    Fault(
      "a tag", .stages, schema: .unreadable,
      #"""
      stages: !include stages.yaml
      """#,
      finds: #"""
        orders.yaml:6:9: error: tag "!include" is not supported in a scenario [scenario.tag]
          |
        6 | stages: !include stages.yaml
          |         ^~~~~~~~ remove it, or put the value in quotes
        """#),
    Fault(
      "two documents", .stages, schema: .unreadable,
      #"""
      stages: [{name: all, count: 10}]
      ---
      version: 1
      """#,
      finds: #"""
        orders.yaml:7:1: error: a second document begins here [scenario.documents]
          |
        7 | ---
          | ^~~ write each scenario into a file of its own
        """#),
    Fault(
      "no YAML", .stages, schema: .unreadable,
      #"""
      stages: [{name: all, count: 10}
      """#,
      finds: #"""
        orders.yaml:6:9: error: this "[" is not closed [scenario.yaml]
          |
        6 | stages: [{name: all, count: 10}
          |         ^ close it with ]
        """#),
    Fault(
      "a tab for indentation", .stages, schema: .unreadable,
      #"""
      stages:
      \#t- {name: all}
      """#,
      finds: #"""
        orders.yaml:7:1: error: this is not YAML: a line is indented with a tab [scenario.yaml]
          |
        7 |     - {name: all}
          | ^ indent with spaces: YAML refuses tabs
        """#),
    Fault(
      "an empty file", .whole, schema: .refused,
      "",
      finds: #"""
        orders.yaml:1:1: error: the file is empty [scenario.empty]
          |
        1 |
          | ^ a scenario begins with version: 1
        """#),
    Fault(
      "nothing but a comment", .whole, schema: .refused,
      #"""
      # nothing

      """#,
      finds: #"""
        orders.yaml:1:1: error: the file is empty [scenario.empty]
          |
        1 | # nothing
          | ^ a scenario begins with version: 1
        """#),
    Fault(
      "a text for a scenario", .whole, schema: .refused,
      #"""
      hello
      """#,
      finds: #"""
        orders.yaml:1:1: error: "scenario" must be a mapping of keys, not text [scenario.wrong-kind]
          |
        1 | hello
          | ^~~~~
        """#),
  ]
}
