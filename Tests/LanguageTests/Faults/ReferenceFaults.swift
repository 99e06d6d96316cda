extension Fault {
  static let referenceFaults: [Fault] = [
    Fault(
      "measure: yes", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 10, measure: yes}]
      """#,
      finds: #"""
        orders.yaml:6:42: error: measure "yes" must be true or false [scenario.bad-value]
          |
        6 | stages: [{name: all, count: 10, measure: yes}]
          |                                          ^~~ write true
        """#),
    Fault(
      "an unknown topic", .stages,
      #"""
      stages: [{name: all, count: 10, topic: payments}]
      """#,
      finds: #"""
        orders.yaml:6:40: error: unknown topic "payments" [scenario.unknown-name]
          |
        6 | stages: [{name: all, count: 10, topic: payments}]
          |                                        ^~~~~~~~ declared: orders
        """#),
    Fault(
      "several topics and none named", .topics,
      #"""
      topics: {orders: , payments: }
      """#,
      finds: #"""
        orders.yaml:6:17: error: "topic" is missing in stage "all" [scenario.missing-key]
          |
        6 | stages: [{name: all, count: 10}]
          |                 ^~~ name one of orders, payments, here or in defaults
        """#),
    Fault(
      "by-key without keys", .stages,
      #"""
      stages: [{name: all, count: 10, partition: by-key}]
      """#,
      finds: #"""
        orders.yaml:6:44: error: messages of template "order" have no key [scenario.conflict]
          |
        6 | stages: [{name: all, count: 10, partition: by-key}]
          |                                            ^~~~~~ give the template a key, or write sticky or round-robin
        """#),
    Fault(
      "by-key-crc32 without keys", .stages,
      #"""
      stages: [{name: all, count: 10, partition: by-key-crc32}]
      """#,
      finds: #"""
        orders.yaml:6:44: error: messages of template "order" have no key [scenario.conflict]
          |
        6 | stages: [{name: all, count: 10, partition: by-key-crc32}]
          |                                            ^~~~~~~~~~~~ give the template a key, or write sticky or round-robin
        """#),
    Fault(
      "a partition that the topic does not have", .stages,
      #"""
      stages: [{name: all, count: 10, partition: 6}]
      """#,
      finds: #"""
        orders.yaml:6:44: error: topic "orders" has no partition 6 [scenario.conflict]
          |
        6 | stages: [{name: all, count: 10, partition: 6}]
          |                                            ^ they are 0 to 5
        """#),
    Fault(
      "a partition rule, misspelt", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 10, partition: by_key}]
      """#,
      finds: #"""
        orders.yaml:6:44: error: unknown partition "by_key" [scenario.bad-value]
          |
        6 | stages: [{name: all, count: 10, partition: by_key}]
          |                                            ^~~~~~ did you mean "by-key"?
        """#),
    Fault(
      "a topic that would be deleted before it is read", .topics,
      #"""
      topics:
        orders: {delete: passed}
        parcels: {delete: never}
        letters: {delete: after}
      defaults: {topic: orders}
      verify: {mode: later, within: 10s, at_most: 1m, order: none, isolation: read_uncommitted}
      """#,
      finds: #"""
        orders.yaml:5:20: error: topic "orders" would be deleted before it is read: "mode" of verify is later [scenario.conflict]
          |
        5 |   orders: {delete: passed}
          |                    ^~~~~~ write never

        orders.yaml:7:21: error: topic "letters" would be deleted before it is read: "mode" of verify is later [scenario.conflict]
          |
        7 |   letters: {delete: after}
          |                     ^~~~~ write never
        """#),
    Fault(
      "verify, misspelt", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 10}]
      verfy: {mode: tail}
      """#,
      finds: #"""
        orders.yaml:7:1: error: unknown key "verfy" [scenario.unknown-key]
          |
        7 | verfy: {mode: tail}
          | ^~~~~ did you mean "verify"?
        """#),
  ]
}
