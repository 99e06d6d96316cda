internal import Scenarios

/// Problems of the cluster, exit code 20.
enum ClusterProblems {
  static let unreachable = Explanation(
    "no broker answers at the addresses given",
    """
    Nothing listens there (connection refused), the packets go nowhere (timed out: a firewall, a VPN that is down), or \
    what listens there is not a Kafka broker, or expects TLS or a login first.
    """,
    do: """
      From this machine: nc -vz HOST PORT. If that connects and this program does not, the listener expects another \
      protocol: check the broker's listeners and listener.security.protocol.map. In a container localhost is the \
      container itself.
      """,
    unseen: "A client without TLS cannot distinguish a broker that expects TLS from one that does not respond.")

  static let unknownHost = Explanation(
    "the name of a broker cannot be resolved",
    """
    This machine's DNS has no address for it: a misspelt name, a name of another network (a Docker service, a Kubernetes \
    service), or a VPN that is down.
    """,
    do: "getent hosts NAME shows what this machine resolves. Use a name that resolves where the program runs.")

  static let loginRefused = Explanation(
    "the brokers refuse the login",
    "User, password or mechanism is not what the listener accepts; or the user does not exist on this cluster.",
    do: """
      Compare sasl.mechanism with the listener's sasl.enabled.mechanisms, and try the same user with Kafka's own \
      kafka-console-producer. The broker's log says which part failed.
      """,
    unseen: "Which of them is wrong: brokers do not say that before a login.")

  static let tls = Explanation(
    "no TLS connection",
    """
    The broker's certificate is not trusted here, has expired, or is for another name; the broker requires a client \
    certificate and got none; or the listener does not use TLS at all.
    """,
    do: "openssl s_client -connect HOST:PORT shows the certificate, its names and its dates.")

  static let leaderUnreachable = Explanation(
    "a broker answers, but the leader of a partition cannot be reached",
    """
    The brokers of the scenario are only asked for the addresses of the others. The address that a broker advertises, \
    advertised.listeners, cannot be reached from here: a name of an internal network, a port that is not open, or a \
    broker that is down.
    """,
    do: """
      The message has the address. Try nc -vz on it from this machine. Fix advertised.listeners of that broker, or the \
      network between.
      """)

  static let brokersUnreachable = Explanation(
    "a broker answers, but none can be reached at its advertised address",
    """
    Common with Kafka in containers: the port is forwarded, but advertised.listeners has an address that only the \
    container's network knows.
    """,
    do: "Set advertised.listeners to an address that is reachable from here, or give the broker a second listener."
  )

  static let noLeader = Explanation(
    "a partition has no leader",
    "All brokers that host its replicas are down, or the in-sync ones are, and unclean election is not allowed.",
    do: """
      kafka-topics --describe --topic NAME shows Leader, Replicas and Isr. Start one of the Isr again. A topic that was \
      just created gets its leaders within seconds.
      """)

  static let topicGone = Explanation(
    "a topic was deleted during the run",
    """
    It existed when the run began, and brokers no longer know it. What was read until then stays found; nothing else can be \
    said of its messages, so none is called lost. Messages that are sent to it now are rejected.
    """,
    do: "Find out which user or job deletes the topic, or use a topic that only this test uses.",
    unseen: "The messages that were acknowledged and not read before the topic was deleted.")

  static let topicMissing = Explanation(
    "the topic does not exist, and neither the run nor the cluster creates it",
    """
    The scenario has create: never, or create: by-broker at a cluster whose brokers have auto.create.topics.enable=false; or the \
    name is misspelt, or this is not the intended cluster. Nothing was sent.
    """,
    do: "Create the topic, fix its name, or write create: if-missing.")

  static let topicNotCreated = Explanation(
    "the topic cannot be created",
    """
    The user may not create topics, the cluster has fewer brokers than the replication asked for, the name is not allowed, \
    or a policy of the cluster refuses it. The broker's own words are in brackets.
    """,
    do: "Fix the cause, or have an administrator create the topic and set create: never.")

  static let topicRefused = Explanation(
    "the cluster refused the topic's metadata",
    "Usually the user has no permission to describe it; brokers say so, or answer that it does not exist.",
    do: "Grant Describe, Read and Write on the topic to the user of the scenario, and DescribeConfigs if you can.")

  static let topicLimit = Explanation(
    "messages that are larger than the topic takes",
    """
    The topic's max.message.bytes is less than the batch of one such message: its key, value and headers, and about 70 bytes \
    of the batch and the record. The brokers would reject it with MSG_SIZE_TOO_LARGE. With compression this is a warning, \
    because the limit is on the compressed batch, and so it is where the stage expects rejections.
    """,
    do: """
      Send smaller messages, or raise the limit: kafka-configs --alter --entity-type topics --entity-name NAME --add-config \
      max.message.bytes=BYTES. A client that reads the topic needs no change.
      """)

  static let partitionCount = Explanation(
    "the topic has a different number of partitions than the scenario states",
    """
    It was created otherwise, or by an earlier version of the scenario. A run never changes an existing topic. The column \
    partition_count of stages.csv is the number that the topic has.
    """,
    do: "Write the number that it has, leave out partitions, or use another topic.")

  static let partitionMissing = Explanation(
    "a stage sends to a partition that the topic does not have",
    "Partitions are counted from 0: a topic with six has 0 to 5.",
    do: "Fix the stage's partition, or give the topic more partitions.")

  static let clusterLost = Explanation(
    "no broker has answered for 30 s during the run",
    """
    Every broker is down or cannot be reached from this machine. The run was ended: messages in flight are unknown, and \
    the rest is unsent. A single broker that fails does not cause this.
    """,
    do: "Check the brokers and the network at that time; client.log has the end of each connection. Then run it again.",
    unseen: "Messages that were in flight: acknowledged ones are unseen, unanswered ones unknown.")

  static let clientFatal = Explanation(
    "the Kafka client had a fatal error",
    """
    librdkafka had an error after which it cannot continue without risking order or duplicates: its producer was fenced, or \
    the sequence numbers of an idempotent producer have a gap that the broker does not accept.
    """,
    do: "The words in brackets are librdkafka's. Check the leader of the topic's partitions at that time.")

  static let readerFailed = Explanation(
    "the topic cannot be read",
    "The user may write, but not read; or the consumer could not be created.",
    do: "Grant Read on the topic to the user of the scenario.",
    unseen: "Everything about the messages except that the brokers acknowledged them.")
}
