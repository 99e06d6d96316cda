extension Fault {
  static let extendsFaults: [Fault] = [
    Fault(
      "a stage that extends what is not there", .stages,
      #"""
      x-quick: {count: 10}
      stages: [{name: all, extends: quik}]
      """#,
      finds: #"""
        orders.yaml:7:31: error: unknown stage to extend "quik" [scenario.extends]
          |
        7 | stages: [{name: all, extends: quik}]
          |                               ^~~~ did you mean "quick"?
        """#),
    Fault(
      "a stage that extends itself", .stages,
      #"""
      stages: [{name: all, count: 10, extends: all}]
      """#,
      finds: #"""
        orders.yaml:6:42: error: "all" extends itself: all → all [scenario.extends]
          |
        6 | stages: [{name: all, count: 10, extends: all}]
          |                                          ^~~ remove one of them
        """#),
    Fault(
      "stages that extend each other", .stages,
      #"""
      stages:
        - {name: a, extends: b}
        - {name: b, extends: c}
        - {name: c, extends: a, count: 10}
      """#,
      finds: #"""
        orders.yaml:9:24: error: "a" extends itself: a → b → c → a [scenario.extends]
          |
        9 |   - {name: c, extends: a, count: 10}
          |                        ^ remove one of them
        """#),
    Fault(
      "a mistake in a block is reported where it is, with where it is extended", .stages,
      #"""
      x-quick: {count: 10, colour: red}
      stages: [{name: all, extends: quick}, {name: again, extends: quick}]
      """#,
      finds: #"""
        orders.yaml:6:22: error: unknown key "colour" in stage "all" [scenario.unknown-key]
          |
        6 | x-quick: {count: 10, colour: red}
          |                      ^~~~~~ allowed keys: name, rate, duration, count, pause, template, mix, topic, to, partition, producers, measure, at_most, on_full, auth, client, …
          = note: extended as "quick" at orders.yaml:7:31
        """#),
    Fault(
      "a block that is not a mapping", .stages,
      #"""
      x-quick: 10
      stages: [{name: all, extends: quick}]
      """#,
      finds: #"""
        orders.yaml:7:31: error: "quick" is not a mapping [scenario.extends]
          |
        7 | stages: [{name: all, extends: quick}]
          |                               ^~~~~ extend a mapping
        """#),
    Fault(
      "an inherited count that is taken away", .stages,
      #"""
      x-quick: {count: 10}
      stages: [{name: all, extends: quick, count: null}]
      """#,
      finds: #"""
        orders.yaml:7:17: error: neither "count" nor "duration" is written in stage "all" [scenario.missing-key]
          |
        7 | stages: [{name: all, extends: quick, count: null}]
          |                 ^~~ for example "duration: 30s"
        """#),
    Fault(
      "a null where nothing is inherited", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 10, topic: null}]
      """#,
      finds: #"""
        orders.yaml:6:40: error: "topic" has no value [scenario.wrong-kind]
          |
        6 | stages: [{name: all, count: 10, topic: null}]
          |                                        ^~~~ it must be text
        """#),
    Fault(
      "a template that extends what is not there", .templates,
      #"""
      templates: {order: {extends: base, value: a}}
      """#,
      finds: #"""
        orders.yaml:5:30: error: unknown template to extend "base" [scenario.extends]
          |
        5 | templates: {order: {extends: base, value: a}}
          |                              ^~~~ declare it, or a block "x-base" at the top
        """#),
  ]
}
