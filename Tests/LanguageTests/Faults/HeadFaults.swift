extension Fault {
  static let headFaults: [Fault] = [
    Fault(
      "no version", .version, schema: .refused,
      #"""
      # none
      """#,
      finds: #"""
        orders.yaml:2:1: error: "version" is missing [scenario.missing-key]
          |
        2 | name: orders
          | ^~~~ write "version: 1"
        """#),
    Fault(
      "a newer version", .version, schema: .refused,
      #"""
      version: 2
      """#,
      finds: #"""
        orders.yaml:1:10: error: version 2 of the language needs a newer release of rehearse [scenario.version]
          |
        1 | version: 2
          |          ^ this one reads version 1
        """#),
    Fault(
      "version 0", .version, schema: .refused,
      #"""
      version: 0
      """#,
      finds: #"""
        orders.yaml:1:10: error: there is no version 0 [scenario.version]
          |
        1 | version: 0
          |          ^ write 1
        """#),
    Fault(
      "no name", .name, schema: .refused,
      "",
      finds: #"""
        orders.yaml:1:1: error: "name" is missing [scenario.missing-key]
          |
        1 | version: 1
          | ^~~~~~~ for example "name: login-events"
        """#),
    Fault(
      "a name with a blank", .name, schema: .refused,
      #"""
      name: login events
      """#,
      finds: #"""
        orders.yaml:2:7: error: "login events" is not a name [scenario.bad-name]
          |
        2 | name: login events
          |       ^~~~~~~~~~~~ a name has letters, digits, _ and -, and begins with a letter or digit
        """#),
    Fault(
      "a name that YAML takes for a boolean", .name,
      #"""
      name: no
      """#,
      finds: #"""
        orders.yaml:2:7: error: "no" without quotes is a boolean in YAML [scenario.needs-quotes]
          |
        2 | name: no
          |       ^~ write "no" in quotes
        """#),
    Fault(
      "a name that YAML takes for nothing", .name, schema: .refused,
      #"""
      name: ~
      """#,
      finds: #"""
        orders.yaml:2:7: error: "name" has no value [scenario.wrong-kind]
          |
        2 | name: ~
          |       ^ it must be text
        """#),
    Fault(
      "a name that YAML takes for a number to base 60", .name, schema: .refused,
      #"""
      name: 1:30
      """#,
      finds: #"""
        orders.yaml:2:7: error: "1:30" without quotes is a number to base 60 in YAML [scenario.needs-quotes]
          |
        2 | name: 1:30
          |       ^~~~ write "1:30" in quotes
        """#),
    Fault(
      "a list for a name", .name, schema: .refused,
      #"""
      name: [a]
      """#,
      finds: #"""
        orders.yaml:2:7: error: "name" must be text, not a list [scenario.wrong-kind]
          |
        2 | name: [a]
          |       ^~~
        """#),
    Fault(
      "a seed that is too great", .name, schema: .refused,
      #"""
      name: orders
      seed: 18446744073709551616
      """#,
      finds: #"""
        orders.yaml:3:7: error: seed "18446744073709551616" is more than 18446744073709551615 [scenario.bad-value]
          |
        3 | seed: 18446744073709551616
          |       ^~~~~~~~~~~~~~~~~~~~
        """#),
    Fault(
      "a seed that tools round: a warning", .name,
      #"""
      name: orders
      seed: 9007199254740993
      """#,
      finds: #"""
        orders.yaml:3:7: warning: seed 9007199254740993 is above 2^53: jq, pandas and spreadsheets round it when they read the reports [scenario.bad-value]
          |
        3 | seed: 9007199254740993
          |       ^~~~~~~~~~~~~~~~ use a seed of at most 9007199254740992
        """#),
    Fault(
      "a negative seed", .name, schema: .refused,
      #"""
      name: orders
      seed: -1
      """#,
      finds: #"""
        orders.yaml:3:7: error: seed "-1" is not a whole number [scenario.bad-value]
          |
        3 | seed: -1
          |       ^~
        """#),
    Fault(
      "a word for a seed", .name, schema: .refused,
      #"""
      name: orders
      seed: radnom
      """#,
      finds: #"""
        orders.yaml:3:7: error: seed "radnom" is not a whole number [scenario.bad-value]
          |
        3 | seed: radnom
          |       ^~~~~~ did you mean "random"?
        """#),
  ]
}
