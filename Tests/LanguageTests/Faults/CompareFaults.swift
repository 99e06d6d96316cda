extension Fault {
  static let compareFaults: [Fault] = [
    Fault(
      "a comparison's metric, misspelt, as a column, and unknown", .name, schema: .refused,
      #"""
      name: orders
      compare:
        ack_latency_p98: {tolerance: 20%}
        ack_latency_p99_ms: {tolerance: 20%}
        speed: {tolerance: 20%}
      """#,
      finds: #"""
        orders.yaml:4:3: error: unknown metric "ack_latency_p98" [scenario.unknown-name]
          |
        4 |   ack_latency_p98: {tolerance: 20%}
          |   ^~~~~~~~~~~~~~~ did you mean "ack_latency_p99"?

        orders.yaml:5:3: error: unknown metric "ack_latency_p99_ms" [scenario.unknown-name]
          |
        5 |   ack_latency_p99_ms: {tolerance: 20%}
          |   ^~~~~~~~~~~~~~~~~~ did you mean "ack_latency_p99"?

        orders.yaml:6:3: error: unknown metric "speed" [scenario.unknown-name]
          |
        6 |   speed: {tolerance: 20%}
          |   ^~~~~ for example ack_latency_p99, rate_kept or throughput
        """#),
    Fault(
      "amounts in a unit that is not the metric's", .name, schema: .accepted,
      #"""
      name: orders
      compare:
        ack_latency_p99: {tolerance: 20%, at_least: 5}
        lost: {at_least: 5ms}
        rate_kept: {at_least: 2}
        throughput: {at_least: 1MB}
      """#,
      finds: #"""
        orders.yaml:4:47: error: at_least "5" has no unit [scenario.bad-value]
          |
        4 |   ack_latency_p99: {tolerance: 20%, at_least: 5}
          |                                               ^ write "5ms"

        orders.yaml:5:20: error: at_least "5ms" is not a number [scenario.bad-value]
          |
        5 |   lost: {at_least: 5ms}
          |                    ^~~ for example 100000, 100k or 1.5M

        orders.yaml:6:25: error: at_least "2" has no unit [scenario.bad-value]
          |
        6 |   rate_kept: {at_least: 2}
          |                         ^ write "2%"

        orders.yaml:7:26: error: at_least "1MB" has no unit of time [scenario.bad-value]
          |
        7 |   throughput: {at_least: 1MB}
          |                          ^~~ write "1MB/s"
        """#),
    Fault(
      "a tolerance without its sign, and an unknown key", .name, schema: .refused,
      #"""
      name: orders
      compare:
        ack_latency_p99: {tolerance: 20, atleast: 5ms}
      """#,
      finds: #"""
        orders.yaml:4:32: error: tolerance "20" has no unit [scenario.bad-value]
          |
        4 |   ack_latency_p99: {tolerance: 20, atleast: 5ms}
          |                                ^~ write "20%"

        orders.yaml:4:36: error: unknown key "atleast" in "ack_latency_p99" [scenario.unknown-key]
          |
        4 |   ack_latency_p99: {tolerance: 20, atleast: 5ms}
          |                                    ^~~~~~~ did you mean "at_least"?
        """#),
    Fault(
      "a gate on what is neither better nor worse", .name, schema: .accepted,
      #"""
      name: orders
      compare: {due: {gate: true}}
      """#,
      finds: #"""
        orders.yaml:3:17: error: "due" cannot fail a comparison: neither more nor less of it is better [scenario.conflict]
          |
        3 | compare: {due: {gate: true}}
          |                 ^~~~ remove "gate"
        """#),
  ]
}
