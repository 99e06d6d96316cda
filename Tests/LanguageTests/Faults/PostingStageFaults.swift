extension Fault {
  static let postingStageFaults: [Fault] = [
    Fault.system(
      "a stage with a target and a topic", schema: .refused,
      #"""
      stages: [{name: all, to: api, topic: orders, count: 10}]
      """#,
      finds: #"""
        orders.yaml:8:22: error: "topic" and "to" exclude each other in stage "all" [scenario.conflict]
          |
        8 | stages: [{name: all, to: api, topic: orders, count: 10}]
          |                      ^~ remove one of them
        """#),
    Fault.system(
      "a stage with a target and a client of Kafka", schema: .refused,
      #"""
      stages: [{name: all, to: api, partition: 3, producers: 2, client: {idempotent: false}, librdkafka: {acks: all}, count: 10}]
      """#,
      finds: #"""
        orders.yaml:8:31: error: "to" and "partition" exclude each other in stage "all" [scenario.conflict]
          |
        8 | stages: [{name: all, to: api, partition: 3, producers: 2, client: {idempotent: false}, librdkafka: {acks: all}, count: 10}]
          |                               ^~~~~~~~~ remove one of them: a target has no partitions, and no client of Kafka

        orders.yaml:8:45: error: "to" and "producers" exclude each other in stage "all" [scenario.conflict]
          |
        8 | stages: [{name: all, to: api, partition: 3, producers: 2, client: {idempotent: false}, librdkafka: {acks: all}, count: 10}]
          |                                             ^~~~~~~~~ remove one of them: a target has no partitions, and no client of Kafka

        orders.yaml:8:59: error: "to" and "client" exclude each other in stage "all" [scenario.conflict]
          |
        8 | stages: [{name: all, to: api, partition: 3, producers: 2, client: {idempotent: false}, librdkafka: {acks: all}, count: 10}]
          |                                                           ^~~~~~ remove one of them: a target has no partitions, and no client of Kafka

        orders.yaml:8:88: error: "to" and "librdkafka" exclude each other in stage "all" [scenario.conflict]
          |
        8 | stages: [{name: all, to: api, partition: 3, producers: 2, client: {idempotent: false}, librdkafka: {acks: all}, count: 10}]
          |                                                                                        ^~~~~~~~~~ remove one of them: a target has no partitions, and no client of Kafka
        """#),
    Fault.system(
      "a partition where the defaults have a target",
      #"""
      defaults: {to: api}
      stages: [{name: all, partition: 3, count: 10}]
      """#,
      finds: #"""
        orders.yaml:9:22: error: "to" and "partition" exclude each other in stage "all" [scenario.conflict]
          |
        9 | stages: [{name: all, partition: 3, count: 10}]
          |                      ^~~~~~~~~ remove one of them: a target has no partitions, and no client of Kafka
        """#),
    Fault.system(
      "a target that is not declared",
      #"""
      stages: [{name: all, to: apl, count: 10}]
      """#,
      finds: #"""
        orders.yaml:8:26: error: unknown target "apl" [scenario.unknown-name]
          |
        8 | stages: [{name: all, to: apl, count: 10}]
          |                          ^~~ did you mean "api"?
        """#),
    Fault.system(
      "a target where none is declared",
      #"""
      targets: {}
      stages: [{name: all, to: api, count: 10}]
      """#,
      finds: #"""
        orders.yaml:7:1: error: "targets" declares nothing [scenario.missing-key]
          |
        7 | targets: {}
          | ^~~~~~~ for example "targets: {api: "http://localhost:8080/orders"}"
        """#),
    Fault.system(
      "refusals of the other kind",
      #"""
      stages:
        - {name: all, to: api, count: 10}
        - {name: stranger, to: api, count: 10, expect: [refused == authentication]}
        - {name: large, to: api, count: 10, expect: [refused == message-too-large]}
        - {name: plain, to: api, count: 10, expect: [refused == tls]}
        - {name: direct, topic: orders, count: 10, expect: [refused == 422]}
      """#,
      finds: #"""
        orders.yaml:10:51: error: a target answers with a status, not with authentication [scenario.not-allowed]
           |
        10 |   - {name: stranger, to: api, count: 10, expect: [refused == authentication]}
           |                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~ write refused == 401

        orders.yaml:11:48: error: a target answers with a status, not with message-too-large [scenario.not-allowed]
           |
        11 |   - {name: large, to: api, count: 10, expect: [refused == message-too-large]}
           |                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~ write refused == 413

        orders.yaml:12:48: error: a target answers with a status, not with tls [scenario.not-allowed]
           |
        12 |   - {name: plain, to: api, count: 10, expect: [refused == tls]}
           |                                                ^~~~~~~~~~~~~~ remove it

        orders.yaml:13:55: error: a topic answers with no status: "refused == 422" is for stages with "to" [scenario.not-allowed]
           |
        13 |   - {name: direct, topic: orders, count: 10, expect: [refused == 422]}
           |                                                       ^~~~~~~~~~~~~~ write, for example, refused == authorization
        """#),
    Fault.system(
      "a refusal by a target that takes nothing",
      #"""
      targets: {api: "http://localhost:8080/orders", other: "http://localhost:8080/other"}
      stages: [{name: all, to: api, count: 10}, {name: bad, to: other, count: 10, expect: [refused == 422]}]
      """#,
      finds: #"""
        orders.yaml:8:86: error: no other stage shows that the target of "refused == 422" acknowledges anything [scenario.no-control]
          |
        8 | stages: [{name: all, to: api, count: 10}, {name: bad, to: other, count: 10, expect: [refused == 422]}]
          |                                                                                      ^~~~~~~~~~~~~~ add a stage that posts messages to it which it takes
        """#),
    Fault.system(
      "messages that no sink holds",
      #"""
      sinks: {done: {identity: {json: $.id}, holds: {stages: [all]}}}
      stages: [{name: all, to: api, count: 10}, {name: more, to: api, count: 10}]
      """#,
      finds: #"""
        orders.yaml:8:50: warning: no sink holds the messages of stage "more" [scenario.unheld-stage]
          |
        8 | stages: [{name: all, to: api, count: 10}, {name: more, to: api, count: 10}]
          |                                                  ^~~~ declare a sink where they must be found; without one only answers are judged
        """#),
    Fault.system(
      "a key that is not posted",
      #"""
      templates: {order: {format: json, key: "{{seq}}", value: '{"id": "{{id}}"}'}}
      """#,
      finds: #"""
        orders.yaml:8:35: warning: the key of template "order" is not posted to a target [scenario.unsent-key]
          |
        8 | templates: {order: {format: json, key: "{{seq}}", value: '{"id": "{{id}}"}'}}
          |                                   ^~~ write it in the value or in a header, or remove it
          = note: stage "all" posts it at orders.yaml:6:17
        """#),
    Fault.system(
      "systems on the embedded broker",
      #"""
      cluster: {brokers: embedded}
      groups: {consumers: {topics: [done]}}
      """#,
      finds: #"""
        orders.yaml:4:1: error: the embedded broker is inside this program, and a system under test cannot reach it [scenario.conflict]
          |
        4 | targets: {api: "http://localhost:8080/orders"}
          | ^~~~~~~ remove "targets", or write the addresses of a cluster

        orders.yaml:7:1: error: the embedded broker is inside this program, and a system under test cannot reach it [scenario.conflict]
          |
        7 | sinks: {done: {identity: {json: $.id}}}
          | ^~~~~ remove "sinks", or write the addresses of a cluster

        orders.yaml:9:1: error: the embedded broker is inside this program, and a system under test cannot reach it [scenario.conflict]
          |
        9 | groups: {consumers: {topics: [done]}}
          | ^~~~~~ remove "groups", or write the addresses of a cluster
        """#),
  ]
}
