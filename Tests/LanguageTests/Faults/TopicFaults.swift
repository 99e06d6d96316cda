extension Fault {
  static let topicFaults: [Fault] = [
    Fault(
      "a topic's key with a dot", .topics, schema: .refused,
      #"""
      topics: {orders.v1: {partitions: 6}}
      """#,
      finds: #"""
        orders.yaml:4:10: error: "orders.v1" is not a name [scenario.bad-name]
          |
        4 | topics: {orders.v1: {partitions: 6}}
          |          ^~~~~~~~~ write another key, with name: for the topic's name in the cluster
        """#),
    Fault(
      "a topic's name that Kafka refuses", .topics,
      #"""
      topics: {orders: {name: "orders/v1"}}
      """#,
      finds: #"""
        orders.yaml:4:25: error: "orders/v1" is not a topic name [scenario.bad-name]
          |
        4 | topics: {orders: {name: "orders/v1"}}
          |                         ^~~~~~~~~~~ Kafka allows 1 to 249 letters, digits, dots, _ and -
        """#),
    Fault(
      "no partitions at all", .topics, schema: .refused,
      #"""
      topics: {orders: {partitions: 0}}
      """#,
      finds: #"""
        orders.yaml:4:31: error: partitions "0" is less than 1 [scenario.bad-value]
          |
        4 | topics: {orders: {partitions: 0}}
          |                               ^
        """#),
    Fault(
      "partitions with a leading zero", .topics,
      #"""
      topics: {orders: {partitions: 06}}
      """#,
      finds: #"""
        orders.yaml:4:31: error: partitions "06" begins with a zero [scenario.bad-value]
          |
        4 | topics: {orders: {partitions: 06}}
          |                               ^~ write 6
        """#),
    Fault(
      "partitions with an exponent", .topics,
      #"""
      topics: {orders: {partitions: 1e3}}
      """#,
      finds: #"""
        orders.yaml:4:31: error: partitions "1e3" is not a whole number [scenario.bad-value]
          |
        4 | topics: {orders: {partitions: 1e3}}
          |                               ^~~ write 1000
        """#),
    Fault(
      "create, misspelt", .topics, schema: .refused,
      #"""
      topics: {orders: {create: if_missing}}
      """#,
      finds: #"""
        orders.yaml:4:27: error: unknown create "if_missing" [scenario.bad-value]
          |
        4 | topics: {orders: {create: if_missing}}
          |                           ^~~~~~~~~~ did you mean "if-missing"?
        """#),
    Fault(
      "one topic under two keys", .topics,
      #"""
      topics: {orders: {}, again: {name: orders}}
      """#,
      finds: #"""
        orders.yaml:4:36: error: topic "orders" is declared twice [scenario.duplicate-name]
          |
        4 | topics: {orders: {}, again: {name: orders}}
          |                                    ^~~~~~ "orders" is the same topic in the cluster
        """#),
    Fault(
      "no topics", .topics, schema: .refused,
      #"""
      topics: {}
      """#,
      finds: #"""
        orders.yaml:4:1: error: "topics" declares nothing [scenario.missing-key]
          |
        4 | topics: {}
          | ^~~~~~ for example "topics: {orders: {partitions: 6}}"
        """#),
    Fault(
      "topics that YAML takes for nothing", .topics, schema: .refused,
      #"""
      topics:
      """#,
      finds: #"""
        orders.yaml:4:8: error: "topics" has no value [scenario.wrong-kind]
          |
        4 | topics:
          |        ^ it must be a mapping of keys
        """#),
  ]
}
