internal import Scenarios

extension ReportWord {
  /// The columns of `timeseries.csv` that no other file has.
  static let secondColumns: [ReportWord] = [
    .second(
      "interval", also: ["elapsed_s", "interval_s", "elapsed"],
      Explanation(
        "the second of the stage, counted from 0 from its start",
        "elapsed_s is the time from the stage's start to the end of the second, interval_s its length: the last one ends with the stage."
      )),
    .second(
      "in_flight",
      Explanation(
        "messages that were sent and not answered when the second ended",
        "They are in the client's queue or on their way. A number that grows shows a cluster that answers more slowly than it is sent to."
      )),
    .second(
      "lag",
      Explanation(
        "the most messages in the second that were acknowledged and not yet read",
        "How far the reader was behind. lag_max of stages.csv is the greatest of them.")),
    .second(
      "throttle_max_ms",
      Explanation(
        "the longest time for which a broker said in the second that it holds the client back",
        "Because of a quota. throttle of stages.csv is the time of all of them.")),
    .second(
      "queue_messages",
      Explanation(
        "messages in the queues of the Kafka client, as it says once a second",
        "msg_cnt of librdkafka's statistics, over all producers of the stage. Empty for a second in which none came.")),
    .second(
      "anomalies",
      Explanation(
        "anomalies that showed in the second",
        "A message that was withheld, and records that are duplicated, reordered, corrupted, misrouted or invalid. What is missing shows at the end only, and is in the last second."
      )),
  ]
}
