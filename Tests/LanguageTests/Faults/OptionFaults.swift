extension Fault {
  static let optionFaults: [Fault] = [
    Fault(
      "a condition that ends the sending, on what is not known by then", .stages,
      #"""
      stages: [{name: all, count: 10, abort_when: [lost > 0, rejected > 3, {check: ack_latency_p99 > 5ms, scope: stage}]}]
      """#,
      finds: #"""
        orders.yaml:6:46: error: "lost" is not known while messages are sent [scenario.expectation]
          |
        6 | stages: [{name: all, count: 10, abort_when: [lost > 0, rejected > 3, {check: ack_latency_p99 > 5ms, scope: stage}]}]
          |                                              ^~~~~~~~ write a condition on a count or a rate of sending, for example "rejected > 100"

        orders.yaml:6:78: error: "ack_latency_p99" is not known while messages are sent [scenario.expectation]
          |
        6 | stages: [{name: all, count: 10, abort_when: [lost > 0, rejected > 3, {check: ack_latency_p99 > 5ms, scope: stage}]}]
          |                                                                              ^~~~~~~~~~~~~~~~~~~~~ write a condition on a count or a rate of sending, for example "rejected > 100"
        """#),
    Fault(
      "weights that name no partition", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 10, partition: {weights: {0: 0, one: 1}}}]
      """#,
      finds: #"""
        orders.yaml:6:61: error: "one" is not a partition number [scenario.bad-name]
          |
        6 | stages: [{name: all, count: 10, partition: {weights: {0: 0, one: 1}}}]
          |                                                             ^~~ write its number, such as "0: 3"
        """#),
    Fault(
      "a mix with an unknown template, beside a template", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 10, template: order, mix: {order: 80, ordre: 20}}]
      """#,
      finds: #"""
        orders.yaml:6:50: error: "template" and "mix" exclude each other in stage "all" [scenario.conflict]
          |
        6 | stages: [{name: all, count: 10, template: order, mix: {order: 80, ordre: 20}}]
          |                                                  ^~~ remove one of them

        orders.yaml:6:67: error: unknown template "ordre" [scenario.unknown-name]
          |
        6 | stages: [{name: all, count: 10, template: order, mix: {order: 80, ordre: 20}}]
          |                                                                   ^~~~~ did you mean "order"?
        """#),
    Fault(
      "a stage that begins with one below it", .stages,
      #"""
      stages: [{name: a, count: 10, start: {with: b}}, {name: b, count: 10}]
      """#,
      finds: #"""
        orders.yaml:6:45: error: unknown stage "b" above [scenario.unknown-name]
          |
        6 | stages: [{name: a, count: 10, start: {with: b}}, {name: b, count: 10}]
          |                                             ^
        """#),
    Fault(
      "a start with and after", .stages, schema: .refused,
      #"""
      stages: [{name: a, count: 10}, {name: b, count: 10, start: {with: a, after: a}}]
      """#,
      finds: #"""
        orders.yaml:6:70: error: "with" and "after" exclude each other in start [scenario.conflict]
          |
        6 | stages: [{name: a, count: 10}, {name: b, count: 10, start: {with: a, after: a}}]
          |                                                                      ^~~~~ remove one of them
        """#),
    Fault(
      "a pause that sends", .stages, schema: .refused,
      #"""
      stages: [{name: a, pause: 5s, rate: 10/s}]
      """#,
      finds: #"""
        orders.yaml:6:1: error: nothing would be sent by this scenario [scenario.sends-nothing]
          |
        6 | stages: [{name: a, pause: 5s, rate: 10/s}]
          | ^~~~~~ add a stage that is not a pause

        orders.yaml:6:31: error: "pause" and "rate" exclude each other in stage "a" [scenario.conflict]
          |
        6 | stages: [{name: a, pause: 5s, rate: 10/s}]
          |                               ^~~~ remove one of them: a pause sends nothing
        """#),
    Fault(
      "transactions that are not idempotent", .stages, schema: .refused,
      #"""
      stages: [{name: a, count: 10, client: {idempotent: false, transactional: {every: 0}}}]
      """#,
      finds: #"""
        orders.yaml:6:82: error: every "0" must be greater than 0 [scenario.bad-value]
          |
        6 | stages: [{name: a, count: 10, client: {idempotent: false, transactional: {every: 0}}}]
          |                                                                                  ^
        """#),
    Fault(
      "a size whose least is more than its most", .templates,
      #"""
      templates: {order: {value: a, size: {min: 2KiB, max: 1KiB}}}
      """#,
      finds: #"""
        orders.yaml:5:43: error: min "2KiB" is greater than max [scenario.bad-value]
          |
        5 | templates: {order: {value: a, size: {min: 2KiB, max: 1KiB}}}
          |                                           ^~~~
        """#),
    Fault(
      "a value and a file", .templates, schema: .refused,
      #"""
      templates: {order: {value: a, file: a.txt}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: "value" and "file" exclude each other in template "order" [scenario.conflict]
          |
        5 | templates: {order: {value: a, file: a.txt}}
          |                               ^~~~ remove one of them
        """#),
  ]
}
