internal import Diagnostics
internal import Scenarios

/// Problems with topics that a run is to create or delete.
enum TopicProblems {
  static let deletionNotAllowed = Explanation(
    "create: always would delete a topic that exists",
    """
    The scenario says that the topic is deleted before each run and created again. Everything in it would be gone, so a run \
    does that only with --allow-delete. Nothing was sent, created or deleted.
    """,
    do: "Add --allow-delete, give the test a topic of its own, or write create: if-missing.")

  static let notDeleted = Explanation(
    "the topic cannot be deleted",
    """
    The user has no permission to delete it, the cluster does not delete topics (delete.topic.enable), the controller does not \
    answer, or a broker still has the topic after ten seconds.
    """,
    do:
      "Grant Delete on the topic, or write create: if-missing. A broker that does not follow the controller has the reason in its log."
  )

  static let madeAgain = Explanation(
    "the topic was there again each time that it was deleted",
    """
    A client uses the topic, and the brokers create it for that client (auto.create.topics.enable), with their own number of \
    partitions. It was deleted three times.
    """,
    do: "Stop the client, switch automatic creation off at the brokers, or give the test a topic of its own.")

  static let setting = Explanation(
    "the cluster does not take a setting of a topic",
    """
    The settings under config are passed on to the cluster as they are. It does not know one of them, or its value is not valid; \
    the broker's own words are in brackets.
    """,
    do: "Fix the setting at the line that is named. Kafka's documentation lists them under topic configs.")
}
