extension Fault {
  static let profileFaults: [Fault] = [
    Fault(
      "a ramp of nothing", .stages,
      #"""
      stages: [{name: a, duration: 5s, rate: {ramp: {from: 0/s, to: 0/s}}}]
      """#,
      finds: #"""
        orders.yaml:6:47: error: nothing would be sent in ramp [scenario.sends-nothing]
          |
        6 | stages: [{name: a, duration: 5s, rate: {ramp: {from: 0/s, to: 0/s}}}]
          |                                               ^~~~~~~~~~~~~~~~~~~~ one of the two must be more than 0/s
        """#),
    Fault(
      "a ramp to max, without its beginning and without a duration", .stages, schema: .refused,
      #"""
      stages: [{name: a, rate: {ramp: {to: max}}}]
      """#,
      finds: #"""
        orders.yaml:6:34: error: "from" is missing in ramp [scenario.missing-key]
          |
        6 | stages: [{name: a, rate: {ramp: {to: max}}}]
          |                                  ^~ for example "from: 0/s"

        orders.yaml:6:38: error: to "max" is not allowed here [scenario.bad-value]
          |
        6 | stages: [{name: a, rate: {ramp: {to: max}}}]
          |                                      ^~~ write a rate such as 500/s
        """#),
    Fault(
      "a step without its length", .stages, schema: .refused,
      #"""
      stages: [{name: a, rate: {steps: [{rate: 1/s, for: 5s}, {rate: 2/s}]}}]
      """#,
      finds: #"""
        orders.yaml:6:58: error: "for" is missing in a step [scenario.missing-key]
          |
        6 | stages: [{name: a, rate: {steps: [{rate: 1/s, for: 5s}, {rate: 2/s}]}}]
          |                                                          ^~~~ for example "for: 10s"
        """#),
    Fault(
      "steps with a count of the stage's", .stages, schema: .refused,
      #"""
      stages: [{name: a, count: 5, rate: {steps: [{rate: 1/s, for: 5s}]}}]
      """#,
      finds: #"""
        orders.yaml:6:20: error: this rate profile has its own duration in stage "a" [scenario.conflict]
          |
        6 | stages: [{name: a, count: 5, rate: {steps: [{rate: 1/s, for: 5s}]}}]
          |                    ^~~~~ remove "count"
        """#),
    Fault(
      "a sine that falls below nothing", .stages,
      #"""
      stages: [{name: a, duration: 5m, rate: {sine: {mean: 100/min, amplitude: 2/s, period: 1m}}}]
      """#,
      finds: #"""
        orders.yaml:6:74: error: amplitude "2/s" is more than the mean [scenario.bad-value]
          |
        6 | stages: [{name: a, duration: 5m, rate: {sine: {mean: 100/min, amplitude: 2/s, period: 1m}}}]
          |                                                                          ^~~ a rate cannot fall below 0/s
        """#),
    Fault(
      "a burst longer than its period", .stages,
      #"""
      stages: [{name: a, duration: 5m, rate: {burst: {base: 0/s, peak: 5/s, every: 1s, for: 1s}}}]
      """#,
      finds: #"""
        orders.yaml:6:87: error: for "1s" must be shorter than the period [scenario.bad-value]
          |
        6 | stages: [{name: a, duration: 5m, rate: {burst: {base: 0/s, peak: 5/s, every: 1s, for: 1s}}}]
          |                                                                                       ^~ a peak ends before the next begins
        """#),
    Fault(
      "two profiles", .stages, schema: .refused,
      #"""
      stages: [{name: a, duration: 5m, rate: {poisson: 5/s, ramp: {from: 1/s, to: 2/s}}}]
      """#,
      finds: #"""
        orders.yaml:6:41: error: "ramp" and "poisson" exclude each other in rate [scenario.conflict]
          |
        6 | stages: [{name: a, duration: 5m, rate: {poisson: 5/s, ramp: {from: 1/s, to: 2/s}}}]
          |                                         ^~~~~~~ remove one of them
        """#),
    Fault(
      "no profile", .stages, schema: .refused,
      #"""
      stages: [{name: a, duration: 5m, rate: {}}]
      """#,
      finds: #"""
        orders.yaml:6:40: error: one of ramp, steps, sine, burst, poisson, replay is missing in rate [scenario.missing-key]
          |
        6 | stages: [{name: a, duration: 5m, rate: {}}]
          |                                        ^ write one of them
        """#),
    Fault(
      "a burst that sends nothing in its time", .stages,
      #"""
      stages: [{name: a, duration: 1ms, rate: {burst: {base: 0/s, peak: 5/s, every: 1s, for: 100ms}}}]
      """#,
      finds: #"""
        orders.yaml:6:30: error: nothing would be sent in stage "a" [scenario.sends-nothing]
          |
        6 | stages: [{name: a, duration: 1ms, rate: {burst: {base: 0/s, peak: 5/s, every: 1s, for: 100ms}}}]
          |                              ^~~ no message is due in this time
        """#),
    Fault(
      "steps that send less than one message", .stages,
      #"""
      stages: [{name: a, rate: {steps: [{rate: 1/min, for: 30s}, {rate: 0/s, for: 1h}]}}]
      """#,
      finds: #"""
        orders.yaml:6:26: error: nothing would be sent in stage "a" [scenario.sends-nothing]
          |
        6 | stages: [{name: a, rate: {steps: [{rate: 1/min, for: 30s}, {rate: 0/s, for: 1h}]}}]
          |                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ no message is due in this time
        """#),
    Fault(
      "a ramp with a count", .stages, schema: .refused,
      #"""
      stages: [{name: a, count: 5, rate: {ramp: {from: 1/s, to: 2/s}}}]
      """#,
      finds: #"""
        orders.yaml:6:17: error: "duration" is missing in stage "a" [scenario.missing-key]
          |
        6 | stages: [{name: a, count: 5, rate: {ramp: {from: 1/s, to: 2/s}}}]
          |                 ^ this rate profile needs it
        """#),
    Fault(
      "poisson with a count and a duration", .stages,
      #"""
      stages: [{name: a, count: 5, duration: 5s, rate: {poisson: 1/s}}]
      """#,
      finds: #"""
        orders.yaml:6:40: error: "count" and "duration" exclude each other with poisson in stage "a" [scenario.conflict]
          |
        6 | stages: [{name: a, count: 5, duration: 5s, rate: {poisson: 1/s}}]
          |                                        ^~ remove one of them
        """#),
    Fault(
      "rates without a common denominator", .stages,
      #"""
      stages: [{name: a, duration: 5s, rate: {ramp: {from: 0.000000001/s, to: 0.00001/h}}}]
      """#,
      finds: #"""
        orders.yaml:6:47: error: the rates of "ramp" have too many decimal places together [scenario.bad-value]
          |
        6 | stages: [{name: a, duration: 5s, rate: {ramp: {from: 0.000000001/s, to: 0.00001/h}}}]
          |                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write fewer
        """#),
    Fault(
      "a ramp that no client reaches", .stages,
      #"""
      stages: [{name: a, duration: 5s, rate: {ramp: {from: 1/s, to: 20M/s}}}]
      """#,
      finds: #"""
        orders.yaml:6:40: warning: no client reaches this rate in stage "a" [scenario.unreachable-rate]
          |
        6 | stages: [{name: a, duration: 5s, rate: {ramp: {from: 1/s, to: 20M/s}}}]
          |                                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ one process sends about a million a second; is the unit right?
        """#),
    Fault(
      "steps that send more than the rows that are used once", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {b: {data: {file: users.csv, order: once}, value: "{{data.email}}"}}
      stages: [{name: a, rate: {steps: [{rate: 1/s, for: 5s}]}}]
      """#,
      files: ["users.csv": "email\na@example.com\n"],
      finds: #"""
        orders.yaml:6:26: error: 5 messages in stage "a", and template "b" has 1 row, each used once [scenario.data]
          |
        6 | stages: [{name: a, rate: {steps: [{rate: 1/s, for: 5s}]}}]
          |                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ send 1 or less, or order: in-order, which starts again after the last row
        """#),
  ]
}

/// Faults of files with gaps that a rate replays.
extension Fault {
  static let replayFaults: [Fault] = [
    replay(
      "a gap without a unit", "250ms\n0s\n5\n1s\n",
      #"""
      gaps.txt:3:1: error: gap "5" has no unit [scenario.data]
        |
      3 | 5
        | ^ write "5s"
        = note: the rate is replayed from here at orders.yaml:6:42
      """#),
    replay(
      "an empty line", "250ms\n\n1s\n",
      #"""
      gaps.txt:2:1: error: an empty line is not a gap [scenario.data]
        |
      2 |
        | ^ remove it
        = note: the rate is replayed from here at orders.yaml:6:42
      """#),
    replay(
      "an empty file", "",
      #"""
      orders.yaml:6:42: error: "gaps.txt" has no gaps [scenario.data]
        |
      6 | stages: [{name: a, rate: {replay: {file: gaps.txt}}}]
        |                                          ^~~~~~~~ write one duration a line, such as 250ms
      """#),
    replay(
      "no gap above 0", "0s\n0ms\n",
      #"""
      orders.yaml:6:42: error: "gaps.txt" has no gap above 0 [scenario.data]
        |
      6 | stages: [{name: a, rate: {replay: {file: gaps.txt}}}]
        |                                          ^~~~~~~~ write count: 2 and rate: max, which sends without gaps
      """#),
    replay(
      "gaps longer than ten years", "1s\n3650d\n",
      #"""
      gaps.txt:2:1: error: the gaps up to here are longer than ten years [scenario.data]
        |
      2 | 3650d
        | ^~~~~
        = note: the rate is replayed from here at orders.yaml:6:42
      """#),
    replay(
      "a line that is not a duration", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      #"""
      gaps.txt:1:1: error: this line is not a duration [scenario.data]
        |
      1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ for example 250ms
        = note: the rate is replayed from here at orders.yaml:6:42
      """#),
    Fault(
      "a file that is not there", .stages,
      #"""
      stages: [{name: a, rate: {replay: {file: gone.txt}}}]
      """#,
      finds: #"""
        orders.yaml:6:42: error: "gone.txt" cannot be read: No such file or directory [scenario.bad-value]
          |
        6 | stages: [{name: a, rate: {replay: {file: gone.txt}}}]
          |                                          ^~~~~~~~ a path is relative to the file in which it is written
        """#),
  ]

  private static func replay(_ name: String, _ gaps: String, _ finds: String) -> Fault {
    Fault(
      name, .stages, "stages: [{name: a, rate: {replay: {file: gaps.txt}}}]", files: ["gaps.txt": gaps], finds: finds)
  }
}

/// Faults of partition rules that are drawn.
extension Fault {
  static let partitionFaults: [Fault] = [
    Fault(
      "weights of partitions that the topic does not have", .stages,
      #"""
      stages: [{name: a, count: 5, partition: {weights: {0: 3, 6: 1, 7: 0}}}]
      """#,
      finds: #"""
        orders.yaml:6:58: error: topic "orders" has no partition 6 [scenario.conflict]
          |
        6 | stages: [{name: a, count: 5, partition: {weights: {0: 3, 6: 1, 7: 0}}}]
          |                                                          ^ they are 0 to 5

        orders.yaml:6:64: error: topic "orders" has no partition 7 [scenario.conflict]
          |
        6 | stages: [{name: a, count: 5, partition: {weights: {0: 3, 6: 1, 7: 0}}}]
          |                                                                ^ they are 0 to 5
        """#),
    Fault(
      "weights of nothing", .stages,
      #"""
      stages: [{name: a, count: 5, partition: {weights: {0: 0}}}]
      """#,
      finds: #"""
        orders.yaml:6:51: error: "weights" has no weight greater than 0 [scenario.conflict]
          |
        6 | stages: [{name: a, count: 5, partition: {weights: {0: 0}}}]
          |                                                   ^~~~~~ give a partition a weight
        """#),
  ]
}
