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
      "mode: later", .stages, schema: .refused,
      #"""
      stages: [{name: all, count: 10}]
      verify: {mode: later, within: 10}
      """#,
      finds: #"""
        orders.yaml:7:16: error: "mode: later" is not supported yet [scenario.not-supported]
          |
        7 | verify: {mode: later, within: 10}
          |                ^~~~~

        orders.yaml:7:31: error: within "10" has no unit [scenario.bad-value]
          |
        7 | verify: {mode: later, within: 10}
          |                               ^~ write "10s"
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
