extension Fault {
  static let keyFaults: [Fault] = [
    Fault(
      "an unknown key near one of the language", .stages, schema: .refused,
      #"""
      stages:
        - name: steady
          rate: 500/s
          durtion: 30s
      """#,
      finds: #"""
        orders.yaml:9:5: error: unknown key "durtion" in stage "steady" [scenario.unknown-key]
          |
        9 |     durtion: 30s
          |     ^~~~~~~ did you mean "duration"?
        """#),
    Fault(
      "an unknown key near none", .stages, schema: .refused,
      #"""
      stages:
        - {name: steady, count: 10, colour: red}
      """#,
      finds: #"""
        orders.yaml:7:31: error: unknown key "colour" in stage "steady" [scenario.unknown-key]
          |
        7 |   - {name: steady, count: 10, colour: red}
          |                               ^~~~~~ allowed keys: name, rate, duration, count, pause, template, mix, topic, to, partition, producers, measure, at_most, on_full, auth, client, …
        """#),
    Fault(
      "a key that is not supported yet", .stages,
      #"""
      stages: [{name: steady, count: 10}]
      verify: {identity: key}
      """#,
      finds: #"""
        orders.yaml:7:10: error: "identity" is not supported yet [scenario.not-supported]
          |
        7 | verify: {identity: key}
          |          ^~~~~~~~
        """#),
    Fault(
      "a pause alone, which needs no count", .stages,
      #"""
      stages:
        - {name: breathe, pause: 5s}
      """#,
      finds: #"""
        orders.yaml:6:1: error: nothing would be sent by this scenario [scenario.sends-nothing]
          |
        6 | stages:
          | ^~~~~~ add a stage that is not a pause
        """#),
    Fault(
      "an unknown key near another", .stages, schema: .refused,
      #"""
      stages:
        - {name: steady, count: 10, producer: 2}
      """#,
      finds: #"""
        orders.yaml:7:31: error: unknown key "producer" in stage "steady" [scenario.unknown-key]
          |
        7 |   - {name: steady, count: 10, producer: 2}
          |                               ^~~~~~~~ did you mean "producers"?
        """#),
    Fault(
      "several mistakes at once, in the order of the file", .stages, schema: .refused,
      #"""
      stages:
        - {name: a, count: ten}
        - {name: a, duration: 30, rate: 500}
        - {name: c, topic: order}
      """#,
      finds: #"""
        orders.yaml:7:22: error: count "ten" is not a number [scenario.bad-value]
          |
        7 |   - {name: a, count: ten}
          |                      ^~~ for example 100000, 100k or 1.5M

        orders.yaml:8:12: error: two stages are named "a" [scenario.duplicate-name]
          |
        8 |   - {name: a, duration: 30, rate: 500}
          |            ^ the first is in line 7

        orders.yaml:8:25: error: duration "30" has no unit [scenario.bad-value]
          |
        8 |   - {name: a, duration: 30, rate: 500}
          |                         ^~ write "30s"

        orders.yaml:8:35: error: rate "500" has no unit [scenario.bad-value]
          |
        8 |   - {name: a, duration: 30, rate: 500}
          |                                   ^~~ write "500/s"

        orders.yaml:9:12: error: neither "count" nor "duration" is written in stage "c" [scenario.missing-key]
          |
        9 |   - {name: c, topic: order}
          |            ^ for example "duration: 30s"

        orders.yaml:9:22: error: unknown topic "order" [scenario.unknown-name]
          |
        9 |   - {name: c, topic: order}
          |                      ^~~~~ did you mean "orders"?
        """#),
  ]
}
