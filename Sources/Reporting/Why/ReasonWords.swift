internal import Scenarios

// Reasons for which messages are rejected, by librdkafka's names; one that begins with _ is the client's own.
extension ReportWord {
  static let reasons: [ReportWord] = [
    .reason(
      "INVALID_TIMESTAMP",
      Explanation(
        "the message's time differs too much from the broker's clock",
        "A message has the time of this machine at its send, and the topic allows a limited difference.",
        do: """
          Compare date -u here and on the brokers, and the topic's message.timestamp.before.max.ms and \
          message.timestamp.after.max.ms.
          """)),
    .reason(
      "INVALID_RECORD",
      Explanation(
        "the broker refuses what is in the message",
        "A compacted topic takes no message without a key; or the cluster validates records by rules of its own.",
        do: "Give the template a key, or use a topic that is not compacted.")),
    .reason(
      "TOPIC_AUTHORIZATION_FAILED", also: ["CLUSTER_AUTHORIZATION_FAILED", "GROUP_AUTHORIZATION_FAILED"],
      Explanation(
        "the user has no permission",
        "To write to the topic, to read it, or, at the cluster, to be an idempotent producer. It says nothing about the messages.",
        do: "Grant Describe, Read and Write on the topic to the user of the scenario.")),
    .reason(
      "_UNKNOWN_PARTITION", also: ["_UNKNOWN_TOPIC", "UNKNOWN_TOPIC_OR_PART"],
      Explanation(
        "the topic, or the partition that the message is for, does not exist",
        "It was deleted during the run, or made again with fewer partitions; or the user may not know that it exists.",
        do: "Find out which user or job deletes the topic, or use a topic that only this test uses.")),
    .reason(
      "_MSG_TIMED_OUT", also: ["REQUEST_TIMED_OUT"],
      Explanation(
        "the message's time was over before a broker acknowledged it",
        "delivery.timeout.ms passed. Of one that may have been sent it is not known whether it is stored: that is unknown, not rejected.",
        do: "Check the brokers and their leaders at that time; client.log has the connections.")),
    .reason(
      "_TRANSPORT", also: ["_ALL_BROKERS_DOWN", "_AUTHENTICATION", "_SSL", "_RESOLVE"],
      Explanation(
        "the connection to the brokers failed",
        "It was refused or broken, or the login, TLS or the name of the host failed. It says nothing about the messages.",
        do: "Read client.log: it has each connection with its error.")),
    .reason(
      "NOT_ENOUGH_REPLICAS", also: ["NOT_ENOUGH_REPLICAS_AFTER_APPEND"],
      Explanation(
        "too few replicas are in sync",
        "With acks all the topic's min.insync.replicas must have the message, and fewer brokers are in sync.",
        do: "kafka-topics --describe --topic NAME shows Isr: start the brokers that are missing.")),
    .reason(
      "NOT_LEADER_FOR_PARTITION", also: ["LEADER_NOT_AVAILABLE"],
      Explanation(
        "the broker is no longer the leader of the partition",
        "The client asks for the new leader and sends again; this is the last answer when its time was over.",
        do: "kafka-topics --describe --topic NAME shows the leaders.")),
    .reason(
      "POLICY_VIOLATION",
      Explanation(
        "a policy of the cluster refuses it", "Its text is the policy's own.", do: "Ask those who run the cluster.")),
  ]

  static let settings: [ReportWord] = [
    .setting(
      "max.message.bytes",
      Explanation(
        "the greatest batch that a topic takes, in bytes",
        """
        A setting of the topic, 1,048,588 unless it is set, on the batch as it is sent, after compression. A larger one is \
        rejected with MSG_SIZE_TOO_LARGE, with every message in it; so the producer's batches are kept below it, unless the \
        scenario sets batch.size.
        """,
        do: """
          kafka-configs --alter --entity-type topics --entity-name NAME --add-config max.message.bytes=BYTES, or send smaller \
          messages.
          """)),
    .setting(
      "message.max.bytes",
      Explanation(
        "the greatest message that the client takes, in bytes",
        """
        A setting of librdkafka, 1,000,000 unless it is set. A larger message is refused by the client, and no broker is \
        asked. The brokers have a setting of the same name, the default of the topics' max.message.bytes.
        """,
        do: "Write message.max.bytes in cluster.librdkafka.")),
    .setting(
      "batch.size",
      Explanation(
        "the greatest batch that the producer makes, in bytes",
        """
        A setting of librdkafka, 1,000,000 unless it is set, and set below the topic's max.message.bytes where that is \
        smaller. What the scenario sets is used as it is: above the topic's limit, batches of small messages are rejected.
        """,
        do: "Leave it out, or set it below the topic's max.message.bytes.")),
    .setting(
      "cleanup.policy", also: ["compacted", "compact"],
      Explanation(
        "what the topic does with old records: delete or compact",
        """
        A compacted topic keeps the last record of each key. A message that is not found may have been compacted away, and is \
        not counted as lost.
        """)),
    .setting(
      "message.timestamp.before.max.ms", also: ["message.timestamp.after.max.ms"],
      Explanation(
        "how far a message's time may be before, or after, the broker's clock",
        "A setting of the topic. Beyond it messages are rejected with INVALID_TIMESTAMP.",
        do: "Compare date -u here and on the brokers.")),
    .setting(
      "advertised.listeners",
      Explanation(
        "the address at which a broker says that it can be reached",
        "A setting of the broker. The client gets it from the first broker that answers, and connects to it: it must be reachable from this machine."
      )),
    .setting(
      "auto.create.topics.enable",
      Explanation(
        "brokers create a topic that a producer asks for", "A setting of the brokers, which create: by-broker needs.")),
    .setting(
      "min.insync.replicas",
      Explanation(
        "the replicas that must have a message before it is acknowledged",
        "A setting of the topic, which counts with acks all.")),
    .setting(
      "delivery.timeout.ms", also: ["message.timeout.ms"],
      Explanation(
        "how long the producer tries to deliver a message",
        "A setting of librdkafka. After it the message is rejected if it was never sent, and unknown if it may have been."
      )),
    .setting(
      "queue.buffering.max.messages",
      Explanation(
        "the messages that the client's queue takes",
        "A setting of librdkafka, 100,000 unless it is set. While the queue is full, the producer waits or drops: queue_full."
      )),
    .setting(
      "client.log",
      Explanation(
        "the file with errors and log lines of the Kafka client",
        "It is in the run's folder. Times count from the start of the run.")),
  ]
}
