extension Fault {
  static let actionFaults: [Fault] = [
    Fault.system(
      "a group without topics, and one of others", schema: .refused,
      #"""
      groups: {a: {}, b: {topics: []}, c: {topics: [doen]}, d: {topics: done}, e: {topics: [done], every: 0s}}
      """#,
      finds: #"""
        orders.yaml:9:10: error: "topics" is missing in group "a" [scenario.missing-key]
          |
        9 | groups: {a: {}, b: {topics: []}, c: {topics: [doen]}, d: {topics: done}, e: {topics: [done], every: 0s}}
          |          ^ for example "topics: [orders]"

        orders.yaml:9:29: error: topics "" is empty [scenario.bad-value]
          |
        9 | groups: {a: {}, b: {topics: []}, c: {topics: [doen]}, d: {topics: done}, e: {topics: [done], every: 0s}}
          |                             ^~ write at least one name

        orders.yaml:9:47: error: unknown topic "doen" [scenario.unknown-name]
          |
        9 | groups: {a: {}, b: {topics: []}, c: {topics: [doen]}, d: {topics: done}, e: {topics: [done], every: 0s}}
          |                                               ^~~~ did you mean "done"?

        orders.yaml:9:67: error: "topics" must be a list, not text [scenario.wrong-kind]
          |
        9 | groups: {a: {}, b: {topics: []}, c: {topics: [doen]}, d: {topics: done}, e: {topics: [done], every: 0s}}
          |                                                                   ^~~~ write [done]

        orders.yaml:9:101: error: every "0s" must be greater than 0 [scenario.bad-value]
          |
        9 | groups: {a: {}, b: {topics: []}, c: {topics: [doen]}, d: {topics: done}, e: {topics: [done], every: 0s}}
          |                                                                                                     ^~
        """#),
    Fault.system(
      "a command as text, in an action", schema: .refused,
      #"""
      actions:
        - {name: a, at: 5s, run: docker restart kafka-1}
        - {name: b, at: 5s, run: []}
        - {name: c, at: 5s, run: [docker], for: 5s, then: "echo \"a\""}
      """#,
      finds: #"""
        orders.yaml:10:28: error: "run" must be a list of words, not text [scenario.wrong-kind]
           |
        10 |   - {name: a, at: 5s, run: docker restart kafka-1}
           |                            ^~~~~~~~~~~~~~~~~~~~~~ write [bash, -c, "docker restart kafka-1"]

        orders.yaml:11:28: error: "run" has no program [scenario.bad-value]
           |
        11 |   - {name: b, at: 5s, run: []}
           |                            ^~ write [PROGRAM, ARGUMENT, …]

        orders.yaml:12:53: error: "then" must be a list of words, not text [scenario.wrong-kind]
           |
        12 |   - {name: c, at: 5s, run: [docker], for: 5s, then: "echo \"a\""}
           |                                                     ^~~~~~~~~~~~ write [bash, -c, "echo \"a\""]
        """#),
    Fault.system(
      "actions without what they need", schema: .refused,
      #"""
      actions:
        - {at: 5s, run: [a]}
        - {name: b, run: [a]}
        - {name: c, at: 5s}
        - {name: d, at: {delay: 5s}, run: [a]}
        - {name: e, at: 5s, run: [a], for: 5s}
      """#,
      finds: #"""
        orders.yaml:10:6: error: "name" is missing in action 1 [scenario.missing-key]
           |
        10 |   - {at: 5s, run: [a]}
           |      ^~ for example "name: restart"

        orders.yaml:11:12: error: "at" is missing in action "b" [scenario.missing-key]
           |
        11 |   - {name: b, run: [a]}
           |            ^ for example "at: 20s"

        orders.yaml:12:12: error: "run" is missing in action "c" [scenario.missing-key]
           |
        12 |   - {name: c, at: 5s}
           |            ^ for example "run: [docker, restart, orders]"

        orders.yaml:13:20: error: "with" is missing in at [scenario.missing-key]
           |
        13 |   - {name: d, at: {delay: 5s}, run: [a]}
           |                    ^~~~~ for example "with: peak"

        orders.yaml:14:33: error: "then" is missing in action "e" [scenario.missing-key]
           |
        14 |   - {name: e, at: 5s, run: [a], for: 5s}
           |                                 ^~~ "for" is the time until it
        """#),
    Fault.system(
      "values of an action", schema: .refused,
      #"""
      actions:
        - {name: a, at: 5, run: [a]}
        - {name: b, at: {with: al, delay: 5s}, run: [a], within: 0s}
        - {name: c, at: {with: all, after: all}, run: [a]}
        - {name: c d, at: 5s, run: [a], until: 5s}
        - {name: e, at: 5s, run: [a]}
        - {name: e, at: 6s, run: [a]}
      """#,
      finds: #"""
        orders.yaml:10:19: error: at "5" has no unit [scenario.bad-value]
           |
        10 |   - {name: a, at: 5, run: [a]}
           |                   ^ write "5s"

        orders.yaml:11:26: error: unknown stage "al" [scenario.unknown-name]
           |
        11 |   - {name: b, at: {with: al, delay: 5s}, run: [a], within: 0s}
           |                          ^~ did you mean "all"?

        orders.yaml:11:60: error: within "0s" must be greater than 0 [scenario.bad-value]
           |
        11 |   - {name: b, at: {with: al, delay: 5s}, run: [a], within: 0s}
           |                                                            ^~

        orders.yaml:12:31: error: unknown key "after" in at [scenario.unknown-key]
           |
        12 |   - {name: c, at: {with: all, after: all}, run: [a]}
           |                               ^~~~~ allowed keys: with, delay

        orders.yaml:13:12: error: "c d" is not a name [scenario.bad-name]
           |
        13 |   - {name: c d, at: 5s, run: [a], until: 5s}
           |            ^~~ a name has letters, digits, _ and -, and begins with a letter or digit

        orders.yaml:13:35: error: unknown key "until" in action "c d" [scenario.unknown-key]
           |
        13 |   - {name: c d, at: 5s, run: [a], until: 5s}
           |                                   ^~~~~ allowed keys: name, at, run, within, for, then

        orders.yaml:15:12: error: two actions are named "e" [scenario.duplicate-name]
           |
        15 |   - {name: e, at: 6s, run: [a]}
           |            ^ the first is in line 14
        """#),
    Fault.system(
      "a secret in the words of an action",
      #"""
      actions: [{name: a, at: 5s, run: [login, "${API_TOKEN}"]}]
      """#, variables: ["API_TOKEN": "hunter2"],
      finds: #"""
        orders.yaml:9:42: error: a secret in a command can be read by every user of this machine [scenario.not-allowed]
          |
        9 | actions: [{name: a, at: 5s, run: [login, "${API_TOKEN}"]}]
          |                                          ^~~~~~~~~~~~~~ let the command read it from its environment
        """#),
    Fault.system(
      "keys of sinks and targets elsewhere", schema: .refused,
      #"""
      stages: [{name: all, to: api, count: 10, holds: all, timeout: 5s, run: [a]}]
      identity: key
      """#,
      finds: #"""
        orders.yaml:8:42: error: unknown key "holds" in stage "all" [scenario.unknown-key]
          |
        8 | stages: [{name: all, to: api, count: 10, holds: all, timeout: 5s, run: [a]}]
          |                                          ^~~~~ it is a key of a sink

        orders.yaml:8:54: error: unknown key "timeout" in stage "all" [scenario.unknown-key]
          |
        8 | stages: [{name: all, to: api, count: 10, holds: all, timeout: 5s, run: [a]}]
          |                                                      ^~~~~~~ it is a key of a target

        orders.yaml:8:67: error: unknown key "run" in stage "all" [scenario.unknown-key]
          |
        8 | stages: [{name: all, to: api, count: 10, holds: all, timeout: 5s, run: [a]}]
          |                                                                   ^~~ it is a key of an action

        orders.yaml:9:1: error: unknown key "identity" [scenario.unknown-key]
          |
        9 | identity: key
          | ^~~~~~~~ write it under verify
        """#),
  ]
}
