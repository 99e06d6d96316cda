extension Fault {
  static let aliasFaults: [Fault] = [
    Fault(
      "an alias without an anchor", .stages, schema: .unreadable,
      #"""
      x-quick: &quick {count: 10}
      stages: [{name: all, <<: *quik}]
      """#,
      finds: #"""
        orders.yaml:7:26: error: no anchor "&quik" is defined above [scenario.alias]
          |
        7 | stages: [{name: all, <<: *quik}]
          |                          ^~~~~ did you mean "*quick"?
        """#),
    Fault(
      "an alias inside of what it names", .stages, schema: .untried,
      #"""
      x-quick: &quick {count: 10, more: *quick}
      stages: [{name: all, <<: *quick}]
      """#,
      finds: #"""
        orders.yaml:6:29: error: unknown key "more" in stage "all" [scenario.unknown-key]
          |
        6 | x-quick: &quick {count: 10, more: *quick}
          |                             ^~~~ allowed keys: name, rate, duration, count, pause, template, mix, topic, to, partition, producers, measure, at_most, on_full, auth, client, …
          = note: used as *quick at orders.yaml:7:26

        orders.yaml:6:35: error: "*quick" is inside the value that it names [scenario.alias]
          |
        6 | x-quick: &quick {count: 10, more: *quick}
          |                                   ^~~~~~ remove it
        """#),
    Fault(
      "a mistake behind an alias is reported once, with where it is used", .stages, schema: .refused,
      #"""
      x-quick: &quick {count: ten}
      stages: [{name: a, <<: *quick}, {name: b, <<: *quick}]
      """#,
      finds: #"""
        orders.yaml:6:25: error: count "ten" is not a number [scenario.bad-value]
          |
        6 | x-quick: &quick {count: ten}
          |                         ^~~ for example 100000, 100k or 1.5M
          = note: used as *quick at orders.yaml:7:24
        """#),
    Fault(
      "a stage twice by an alias", .stages,
      #"""
      stages:
        - &all {name: all, count: 10}
        - *all
      """#,
      finds: #"""
        orders.yaml:7:17: error: two stages are named "all" [scenario.duplicate-name]
          |
        7 |   - &all {name: all, count: 10}
          |                 ^~~ the first is in line 7
          = note: used as *all at orders.yaml:8:5
        """#),
    Fault(
      "a merge of text", .stages, schema: .unreadable,
      #"""
      stages: [{name: all, <<: quick}]
      """#,
      finds: #"""
        orders.yaml:6:26: error: "<<" merges mappings, but this is text [scenario.wrong-kind]
          |
        6 | stages: [{name: all, <<: quick}]
          |                          ^~~~~ write an alias of a mapping, such as <<: *base
        """#),
  ]
}
