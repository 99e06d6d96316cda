import Scenarios

/// What keeps a run from the cluster, exit code 20.
enum ClusterProblems {
  static let unreachable = Explanation(
    "no broker answers at the addresses given",
    """
    Nothing listens there (connection refused), the packets go nowhere (timed out: a firewall, a VPN that is down), or \
    something listens that is no Kafka broker or expects TLS or a login first.
    """,
    do: """
      From this machine: nc -vz HOST PORT. If that connects and this program does not, the listener expects another \
      protocol: look at the broker's listeners and listener.security.protocol.map. In a container localhost is the \
      container itself.
      """,
    unseen: "A broker that expects TLS and one that is silent look alike to a client without TLS.")

  static let unknownHost = Explanation(
    "the name of a broker is not known here",
    """
    This machine's name service has no address for it: a misspelt name, a name of another network (a Docker service, a \
    Kubernetes service), or a VPN that is down.
    """,
    do: "getent hosts NAME shows what this machine knows. Use a name that is known where the program runs.")

  static let loginRefused = Explanation(
    "the brokers refuse the login",
    "User, password or mechanism is not what the listener takes; or the user was not made on this cluster.",
    do: """
      Compare sasl.mechanism with the listener's sasl.enabled.mechanisms, and try the same user with Kafka's own \
      kafka-console-producer. The broker's log says which part failed.
      """,
    unseen: "Which of them is wrong: brokers do not tell strangers.")

  static let tls = Explanation(
    "no TLS connection",
    """
    The broker's certificate is not trusted here, has expired, or is for another name; the broker wants a certificate of \
    the client's and got none; or the listener does not speak TLS at all.
    """,
    do: "openssl s_client -connect HOST:PORT shows the certificate, its names and its dates.")

  static let leaderUnreachable = Explanation(
    "a broker answers, but the leader of a partition cannot be reached",
    """
    The brokers of the scenario are only asked where the others are. The address that one of them gives of itself, \
    advertised.listeners, is not to be reached from here: a name of the inner network, a port that is not open, or a \
    broker that is down.
    """,
    do: """
      The message has the address. Try nc -vz on it from this machine. Mend advertised.listeners of that broker, or the \
      way to it.
      """)

  static let brokersUnreachable = Explanation(
    "a broker answers, but none can be reached where they say they are",
    """
    The classic of Kafka in containers: the port is forwarded, but advertised.listeners names an address that only the \
    container's network knows.
    """,
    do: "Set advertised.listeners to what is reachable from here, or give the broker a listener of its own for outside."
  )

  static let noLeader = Explanation(
    "a partition has no leader",
    "All brokers that hold it are down, or those in sync are, and an unclean election is not allowed.",
    do: """
      kafka-topics --describe --topic NAME shows Leader, Replicas and Isr. Bring one of the Isr back. A topic that was \
      just made gets its leaders within seconds.
      """)

  static let topicMissing = Explanation(
    "the topic is not there, and the scenario says not to make it",
    "create: never is written, or the name is misspelt, or this is another cluster than was meant.",
    do: "Make the topic, mend its name, or write create: if-missing.")

  static let topicNotCreated = Explanation(
    "the topic cannot be created",
    """
    The user may not create topics, the cluster has fewer brokers than the replication asked for, the name is not allowed, \
    or a policy of the cluster refuses it. The broker's own words are in brackets.
    """,
    do: "Mend that, or have the topic made by somebody who may, and write create: never.")

  static let topicRefused = Explanation(
    "the cluster does not tell about the topic",
    "Most often the user has no right to describe it; brokers say so, or pretend that it is not there.",
    do: "Grant Describe, Read and Write on the topic to the user of the scenario, and DescribeConfigs if you can.")

  static let partitionCount = Explanation(
    "the topic has another number of partitions than the scenario states",
    "It was made by somebody else, or by an earlier version of the scenario. A run never changes an existing topic.",
    do: "Write the number that it has, leave partitions away, or use another topic.")

  static let partitionMissing = Explanation(
    "a stage sends to a partition that the topic does not have",
    "Partitions are counted from 0: a topic with six has 0 to 5.",
    do: "Mend the stage's partition, or give the topic more of them.")

  static let clusterLost = Explanation(
    "no broker has answered for 30 s while the run was on",
    """
    Every broker is down or cut off from this machine. The run was ended: what had been handed over is in doubt, and what \
    had not is unsent. A single broker that fails does not do this.
    """,
    do: "See to the brokers and the network at that time; client.log has each connection's end. Then run it again.",
    unseen: "Messages that were in flight: acknowledged ones are unseen, unanswered ones unknown.")

  static let clientFatal = Explanation(
    "the Kafka client can do nothing more",
    """
    librdkafka met an error after which it may not go on without risking order or duplicates: its producer was fenced, or \
    the sequence numbers of an idempotent producer have a gap that the broker does not accept.
    """,
    do: "The words in brackets are librdkafka's. Look at the leader of the topic's partitions at that time.")

  static let readerFailed = Explanation(
    "the topic cannot be read",
    "The user may write, but not read; or the reader's client could not be made.",
    do: "Grant Read on the topic to the user of the scenario.",
    unseen: "Everything about what was sent, but that the brokers acknowledged it.")
}
