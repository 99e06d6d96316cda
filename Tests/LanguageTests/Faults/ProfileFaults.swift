extension Fault {
  static let profileFaults: [Fault] = [
    Fault(
      "a ramp of nothing", .stages,
      #"""
      stages: [{name: a, duration: 5s, rate: {ramp: {from: 0/s, to: 0/s}}}]
      """#,
      finds: #"""
        orders.yaml:6:41: error: "ramp" is not supported yet [scenario.not-supported]
          |
        6 | stages: [{name: a, duration: 5s, rate: {ramp: {from: 0/s, to: 0/s}}}]
          |                                         ^~~~

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
        orders.yaml:6:27: error: "ramp" is not supported yet [scenario.not-supported]
          |
        6 | stages: [{name: a, rate: {ramp: {to: max}}}]
          |                           ^~~~

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
        orders.yaml:6:27: error: "steps" is not supported yet [scenario.not-supported]
          |
        6 | stages: [{name: a, rate: {steps: [{rate: 1/s, for: 5s}, {rate: 2/s}]}}]
          |                           ^~~~~

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

        orders.yaml:6:37: error: "steps" is not supported yet [scenario.not-supported]
          |
        6 | stages: [{name: a, count: 5, rate: {steps: [{rate: 1/s, for: 5s}]}}]
          |                                     ^~~~~
        """#),
    Fault(
      "a sine that falls below nothing", .stages,
      #"""
      stages: [{name: a, duration: 5m, rate: {sine: {mean: 100/min, amplitude: 2/s, period: 1m}}}]
      """#,
      finds: #"""
        orders.yaml:6:41: error: "sine" is not supported yet [scenario.not-supported]
          |
        6 | stages: [{name: a, duration: 5m, rate: {sine: {mean: 100/min, amplitude: 2/s, period: 1m}}}]
          |                                         ^~~~

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
        orders.yaml:6:41: error: "burst" is not supported yet [scenario.not-supported]
          |
        6 | stages: [{name: a, duration: 5m, rate: {burst: {base: 0/s, peak: 5/s, every: 1s, for: 1s}}}]
          |                                         ^~~~~

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
        orders.yaml:6:41: error: "poisson" is not supported yet [scenario.not-supported]
          |
        6 | stages: [{name: a, duration: 5m, rate: {poisson: 5/s, ramp: {from: 1/s, to: 2/s}}}]
          |                                         ^~~~~~~

        orders.yaml:6:41: error: "ramp" and "poisson" exclude each other in rate [scenario.conflict]
          |
        6 | stages: [{name: a, duration: 5m, rate: {poisson: 5/s, ramp: {from: 1/s, to: 2/s}}}]
          |                                         ^~~~~~~ remove one of them

        orders.yaml:6:55: error: "ramp" is not supported yet [scenario.not-supported]
          |
        6 | stages: [{name: a, duration: 5m, rate: {poisson: 5/s, ramp: {from: 1/s, to: 2/s}}}]
          |                                                       ^~~~
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
  ]
}
