extension Fault {
  static let stageClientFaults: [Fault] = [
    Fault(
      "a login in a stage's properties", .stages,
      #"""
      stages: [{name: a, count: 10, librdkafka: {sasl.username: me, ssl.ca.location: ca.pem, linger.ms: 1}}]
      """#,
      finds: #"""
        orders.yaml:6:44: error: "sasl.username" cannot be set in a stage: its identity signs in [scenario.refused-property]
          |
        6 | stages: [{name: a, count: 10, librdkafka: {sasl.username: me, ssl.ca.location: ca.pem, linger.ms: 1}}]
          |                                            ^~~~~~~~~~~~~ write auth: in the stage

        orders.yaml:6:63: error: "ssl.ca.location" cannot be set in a stage: its identity signs in [scenario.refused-property]
          |
        6 | stages: [{name: a, count: 10, librdkafka: {sasl.username: me, ssl.ca.location: ca.pem, linger.ms: 1}}]
          |                                                               ^~~~~~~~~~~~~~~ write auth: in the stage
        """#),
    Fault(
      "a property that a run sets itself", .stages, schema: .refused,
      #"""
      stages: [{name: a, count: 10, librdkafka: {transactional.id: mine}}]
      """#,
      finds: #"""
        orders.yaml:6:44: error: "transactional.id" cannot be set: each producer of a run has one of its own [scenario.refused-property]
          |
        6 | stages: [{name: a, count: 10, librdkafka: {transactional.id: mine}}]
          |                                            ^~~~~~~~~~~~~~~~ write client: {transactional: {every: 1000}} in the stage
        """#),
    Fault(
      "more aborted than there are", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: "kafka:9092"}
      topics: {orders: {partitions: 6}}
      templates: {order: {value: a}}
      stages: [{name: a, count: 10, client: {transactional: {every: 2, abort: 101%}}}]
      """#,
      finds: #"""
        orders.yaml:6:73: error: abort "101%" is more than 100% [scenario.bad-value]
          |
        6 | stages: [{name: a, count: 10, client: {transactional: {every: 2, abort: 101%}}}]
          |                                                                         ^~~~ write a share of at most 100%
        """#),
    Fault(
      "a share of transactions that is less than one", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: "kafka:9092"}
      topics: {orders: {partitions: 6}}
      templates: {order: {value: a}}
      stages:
        - {name: enough, count: 100k, client: {transactional: {every: 1000, abort: 1%}}}
        - {name: few, count: 99k, client: {transactional: {every: 1000, abort: 1%}}}
        - {name: short, rate: 10/s, duration: 5s, client: {transactional: {every: 1s, abort: 10%}}}
      """#,
      finds: #"""
        orders.yaml:8:53: error: 1% of 99 transactions is less than one: none is aborted in stage "few" [scenario.conflict]
          |
        8 |   - {name: few, count: 99k, client: {transactional: {every: 1000, abort: 1%}}}
          |                                                     ^~~~~~~~~~~~~~~~~~~~~~~~ write a greater share, or send more messages

        orders.yaml:9:69: error: 10% of 5 transactions is less than one: none is aborted in stage "short" [scenario.conflict]
          |
        9 |   - {name: short, rate: 10/s, duration: 5s, client: {transactional: {every: 1s, abort: 10%}}}
          |                                                                     ^~~~~~~~~~~~~~~~~~~~~~~ write a greater share, or send more messages
        """#),
    Fault(
      "transactions on the embedded broker", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {order: {value: a}}
      stages: [{name: a, count: 10, client: {transactional: {every: 2}}}]
      """#,
      finds: #"""
        orders.yaml:6:55: error: transactions prove nothing on the embedded broker: it shows aborted messages to every reader [scenario.conflict]
          |
        6 | stages: [{name: a, count: 10, client: {transactional: {every: 2}}}]
          |                                                       ^~~~~~~~~~ remove it, or write the addresses of a cluster
        """#),
    Fault(
      "a pause alone", .stages,
      #"""
      stages: [{name: a, pause: 5s}]
      """#,
      finds: #"""
        orders.yaml:6:1: error: nothing would be sent by this scenario [scenario.sends-nothing]
          |
        6 | stages: [{name: a, pause: 5s}]
          | ^~~~~~ add a stage that is not a pause
        """#),
    Fault(
      "a start after a stage that is not there, and one with itself", .stages,
      #"""
      stages: [{name: a, count: 10, start: {after: b}}, {name: c, count: 1, start: {with: c}}]
      """#,
      finds: #"""
        orders.yaml:6:46: error: unknown stage "b" above [scenario.unknown-name]
          |
        6 | stages: [{name: a, count: 10, start: {after: b}}, {name: c, count: 1, start: {with: c}}]
          |                                              ^

        orders.yaml:6:85: error: unknown stage "c" above [scenario.unknown-name]
          |
        6 | stages: [{name: a, count: 10, start: {after: b}}, {name: c, count: 1, start: {with: c}}]
          |                                                                                     ^ stages above: a
        """#),
  ]
}
