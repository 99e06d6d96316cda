extension Fault {
  static let snippetFaults: [Fault] = [
    Fault(
      "wide characters before the mistake", .stages, schema: .refused,
      #"""
      stages: [{name: "注文", count: 10}, {name: é, cuont: 1}]
      """#,
      finds: #"""
        orders.yaml:6:17: error: "注文" is not a name [scenario.bad-name]
          |
        6 | stages: [{name: "注文", count: 10}, {name: é, cuont: 1}]
          |                 ^~~~~~ a name has letters, digits, _ and -, and begins with a letter or digit

        orders.yaml:6:42: error: "é" is not a name [scenario.bad-name]
          |
        6 | stages: [{name: "注文", count: 10}, {name: é, cuont: 1}]
          |                                            ^ a name has letters, digits, _ and -, and begins with a letter or digit

        orders.yaml:6:45: error: unknown key "cuont" in stage "é" [scenario.unknown-key]
          |
        6 | stages: [{name: "注文", count: 10}, {name: é, cuont: 1}]
          |                                               ^~~~~ did you mean "count"?
        """#),
    Fault(
      "a tab within a line", .stages, schema: .refused,
      #"""
      stages: [{name: all,\#tcuont: 10}]
      """#,
      finds: #"""
        orders.yaml:6:22: error: unknown key "cuont" in stage "all" [scenario.unknown-key]
          |
        6 | stages: [{name: all,    cuont: 10}]
          |                         ^~~~~ did you mean "count"?
        """#),
    Fault(
      "control characters are shown escaped", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 10, "a\e[31m\#u{202e}b": 1}]
      """#,
      finds: #"""
        orders.yaml:6:33: error: unknown key "a\u{1B}[31m\u{202E}b" in stage "all" [scenario.unknown-key]
          |
        6 | stages: [{name: all, count: 10, "a\e[31m\u{202E}b": 1}]
          |                                 ^~~~~~~~~~~~~~~~~~ allowed keys: name, rate, duration, count, pause, template, mix, topic, to, partition, producers, measure, at_most, on_full, auth, client, …
        """#),
  ]
}
