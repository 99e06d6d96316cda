extension Fault {
  static let extentFaults: [Fault] = [
    Fault(
      "a stage without an end", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: 500/s}]
      """#,
      finds: #"""
        orders.yaml:6:17: error: neither "count" nor "duration" is written in stage "all" [scenario.missing-key]
          |
        6 | stages: [{name: all, rate: 500/s}]
          |                 ^~~ for example "duration: 30s"
        """#),
    Fault(
      "count and duration at a constant rate", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: 500/s, count: 10, duration: 30s}]
      """#,
      finds: #"""
        orders.yaml:6:56: error: "count" and "duration" exclude each other at a constant rate in stage "all" [scenario.conflict]
          |
        6 | stages: [{name: all, rate: 500/s, count: 10, duration: 30s}]
          |                                                        ^~~ remove one of them
        """#),
    Fault(
      "a stage that sends nothing", .stages,
      #"""
      stages: [{name: all, rate: 0.1/s, duration: 5s}]
      """#,
      finds: #"""
        orders.yaml:6:45: error: nothing would be sent in stage "all" [scenario.sends-nothing]
          |
        6 | stages: [{name: all, rate: 0.1/s, duration: 5s}]
          |                                             ^~ no message is due in this time
        """#),
    Fault(
      "a count of nothing", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 0}]
      """#,
      finds: #"""
        orders.yaml:6:29: error: nothing would be sent in stage "all" [scenario.sends-nothing]
          |
        6 | stages: [{name: all, count: 0}]
          |                             ^ write a count above 0
        """#),
    Fault(
      "a stage of no time", .stages, schema: .refused,
      #"""
      stages: [{name: all, duration: 0s}]
      """#,
      finds: #"""
        orders.yaml:6:32: error: duration "0s" must be greater than 0 [scenario.bad-value]
          |
        6 | stages: [{name: all, duration: 0s}]
          |                                ^~
        """#),
    Fault(
      "more messages than can be counted", .stages,
      #"""
      stages: [{name: all, rate: 9223372036854775807/s, duration: 2s}]
      """#,
      finds: #"""
        orders.yaml:6:61: error: more than 9223372036854775807 messages in stage "all" [scenario.bad-value]
          |
        6 | stages: [{name: all, rate: 9223372036854775807/s, duration: 2s}]
          |                                                             ^~ write less
        """#),
    Fault(
      "a bare number for a duration", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: 500/s, duration: 30}]
      """#,
      finds: #"""
        orders.yaml:6:45: error: duration "30" has no unit [scenario.bad-value]
          |
        6 | stages: [{name: all, rate: 500/s, duration: 30}]
          |                                             ^~ write "30s"
        """#),
    Fault(
      "a bare number for a rate", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: 20k, duration: 30s}]
      """#,
      finds: #"""
        orders.yaml:6:28: error: rate "20k" has no unit [scenario.bad-value]
          |
        6 | stages: [{name: all, rate: 20k, duration: 30s}]
          |                            ^~~ write "20k/s"
        """#),
    Fault(
      "a duration to base 60", .stages, schema: .refused,
      #"""
      stages: [{name: all, rate: 500/s, duration: 1:30}]
      """#,
      finds: #"""
        orders.yaml:6:45: error: duration "1:30" is not a duration [scenario.bad-value]
          |
        6 | stages: [{name: all, rate: 500/s, duration: 1:30}]
          |                                             ^~~~ write "1m30s"
        """#),
    Fault(
      "a rate that no client reaches: a warning", .stages,
      #"""
      stages: [{name: all, rate: 900M/s, duration: 5s}]
      """#,
      finds: #"""
        orders.yaml:6:28: warning: no client reaches this rate in stage "all" [scenario.unreachable-rate]
          |
        6 | stages: [{name: all, rate: 900M/s, duration: 5s}]
          |                            ^~~~~~ one process sends about a million a second; is the unit right?
        """#),
  ]
}
