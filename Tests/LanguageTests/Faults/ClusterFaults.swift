extension Fault {
  static let clusterFaults: [Fault] = [
    Fault(
      "no cluster", .cluster, schema: .refused,
      "",
      finds: #"""
        orders.yaml:1:1: error: "cluster" is missing [scenario.missing-key]
          |
        1 | version: 1
          | ^~~~~~~ for example "cluster: {brokers: embedded}"
        """#),
    Fault(
      "no brokers", .cluster, schema: .refused,
      #"""
      cluster: {librdkafka: {linger.ms: 5}}
      """#,
      finds: #"""
        orders.yaml:3:1: error: "brokers" is missing in cluster [scenario.missing-key]
          |
        3 | cluster: {librdkafka: {linger.ms: 5}}
          | ^~~~~~~ write host:port, or embedded
        """#),
    Fault(
      "a broker without a port", .cluster, schema: .refused,
      #"""
      cluster: {brokers: "kafka-1:9092,kafka-2"}
      """#,
      finds: #"""
        orders.yaml:3:20: error: broker "kafka-2" has no port [scenario.bad-value]
          |
        3 | cluster: {brokers: "kafka-1:9092,kafka-2"}
          |                    ^~~~~~~~~~~~~~~~~~~~~~ write "kafka-2:9092"
        """#),
    Fault(
      "a broker with a protocol", .cluster, schema: .refused,
      #"""
      cluster: {brokers: "PLAINTEXT://kafka-1:9092"}
      """#,
      finds: #"""
        orders.yaml:3:20: error: broker "PLAINTEXT://kafka-1:9092" begins with a protocol [scenario.bad-value]
          |
        3 | cluster: {brokers: "PLAINTEXT://kafka-1:9092"}
          |                    ^~~~~~~~~~~~~~~~~~~~~~~~~~ write "kafka-1:9092"
        """#),
    Fault(
      "embedded, misspelt", .cluster, schema: .refused,
      #"""
      cluster: {brokers: Embedded}
      """#,
      finds: #"""
        orders.yaml:3:20: error: broker "Embedded" has no port [scenario.bad-value]
          |
        3 | cluster: {brokers: Embedded}
          |                    ^~~~~~~~ did you mean "embedded"?
        """#),
    Fault(
      "a port out of range", .cluster, schema: .refused,
      #"""
      cluster: {brokers: "kafka-1:90920"}
      """#,
      finds: #"""
        orders.yaml:3:20: error: broker "kafka-1:90920" has no valid port [scenario.bad-value]
          |
        3 | cluster: {brokers: "kafka-1:90920"}
          |                    ^~~~~~~~~~~~~~~ a port is a number from 1 to 65535
        """#),
    Fault(
      "tls", .cluster,
      #"""
      cluster: {brokers: embedded, tls: true}
      """#,
      finds: #"""
        orders.yaml:3:35: error: the embedded broker has no TLS [scenario.conflict]
          |
        3 | cluster: {brokers: embedded, tls: true}
          |                                   ^~~~ remove it, or write the addresses of a cluster
        """#),
    Fault(
      "properties on which the verdict rests", .cluster, schema: .refused,
      #"""
      cluster:
        brokers: embedded
        librdkafka:
          metadata.broker.list: kafka:9092
          test.mock.num.brokers: 3
          enable.auto.offset.store: true
          auto.commit.enable: true
          group.id: mine
          acks: all
      """#,
      finds: #"""
        orders.yaml:6:5: error: "metadata.broker.list" cannot be set: the brokers of a run are set in one place [scenario.refused-property]
          |
        6 |     metadata.broker.list: kafka:9092
          |     ^~~~~~~~~~~~~~~~~~~~ write cluster.brokers

        orders.yaml:7:5: error: "test.mock.num.brokers" cannot be set: a run against brokers that are not real must say so in every report [scenario.refused-property]
          |
        7 |     test.mock.num.brokers: 3
          |     ^~~~~~~~~~~~~~~~~~~~~ write brokers: embedded

        orders.yaml:8:5: error: "enable.auto.offset.store" cannot be set: the reader commits and stores no offsets [scenario.refused-property]
          |
        8 |     enable.auto.offset.store: true
          |     ^~~~~~~~~~~~~~~~~~~~~~~~ remove it

        orders.yaml:9:5: error: "auto.commit.enable" cannot be set: the reader commits and stores no offsets [scenario.refused-property]
          |
        9 |     auto.commit.enable: true
          |     ^~~~~~~~~~~~~~~~~~ remove it

        orders.yaml:10:5: error: "group.id" cannot be set: the reader joins no consumer group: it is assigned every partition [scenario.refused-property]
           |
        10 |     group.id: mine
           |     ^~~~~~~~ remove it
        """#),
    Fault(
      "properties that choose partitions", .cluster, schema: .refused,
      #"""
      cluster:
        brokers: embedded
        librdkafka:
          partitioner: consistent_random
          topic.partitioner: fnv1a
          sticky.partitioning.linger.ms: 0
      """#,
      finds: #"""
        orders.yaml:6:5: error: "partitioner" cannot be set: the partition is chosen by "partition" of the stage, before the client has the message [scenario.refused-property]
          |
        6 |     partitioner: consistent_random
          |     ^~~~~~~~~~~ write partition: by-key-crc32 in the stage

        orders.yaml:7:5: error: "topic.partitioner" cannot be set: the partition is chosen by "partition" of the stage, before the client has the message [scenario.refused-property]
          |
        7 |     topic.partitioner: fnv1a
          |     ^~~~~~~~~~~~~~~~~ write partition: in the stage

        orders.yaml:8:5: error: "sticky.partitioning.linger.ms" cannot be set: the partition is chosen by "partition" of the stage, before the client has the message [scenario.refused-property]
          |
        8 |     sticky.partitioning.linger.ms: 0
          |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~ write partition: in the stage
        """#),
    Fault(
      "properties that have the value anyway", .cluster,
      #"""
      cluster: {brokers: embedded, librdkafka: {check.crcs: true, allow.auto.create.topics: false, log.queue: true}}
      """#,
      finds: ""),
    Fault(
      "properties that the reader needs otherwise", .cluster,
      #"""
      cluster: {brokers: embedded, librdkafka: {check.crcs: false}}
      """#,
      finds: #"""
        orders.yaml:3:43: error: "check.crcs" cannot be set: a bit that flips on the way would be taken for a difference in the topic [scenario.refused-property]
          |
        3 | cluster: {brokers: embedded, librdkafka: {check.crcs: false}}
          |                                           ^~~~~~~~~~ remove it
        """#),
    Fault(
      "a user in a broker's address", .cluster, schema: .refused,
      #"""
      cluster: {brokers: "loader:hunter2@kafka:9092"}
      """#,
      finds: #"""
        orders.yaml:3:20: error: a broker's address has no user and password [scenario.bad-value]
          |
        3 | cluster: {brokers: "*************************"}
          |                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~ write host:port, and sasl.username and sasl.password in cluster.librdkafka
        """#),
    Fault(
      "properties below the first part of their names", .cluster, schema: .refused,
      #"""
      cluster: {brokers: embedded, librdkafka: {sasl: {username: u, mechanism: PLAIN}}}
      """#,
      finds: #"""
        orders.yaml:3:43: error: "sasl" must be a value for librdkafka, not a mapping [scenario.wrong-kind]
          |
        3 | cluster: {brokers: embedded, librdkafka: {sasl: {username: u, mechanism: PLAIN}}}
          |                                           ^~~~ write each property with its whole name: sasl.username: …
        """#),
    Fault(
      "a property without a value", .cluster, schema: .refused,
      #"""
      cluster: {brokers: embedded, librdkafka: {acks: }}
      """#,
      finds: #"""
        orders.yaml:3:49: error: "acks" has no value [scenario.wrong-kind]
          |
        3 | cluster: {brokers: embedded, librdkafka: {acks: }}
          |                                                 ^ it must be a value for librdkafka
        """#),
  ]
}
