internal import Scenarios

/// Diagnostics of what a run would do.
enum RunDiagnostics {
  static let sendsNothing = Explanation(
    "a stage that would send nothing",
    """
    Its count is 0, or its rate over its duration comes to less than one message. A stage that sends nothing would pass \
    whatever the cluster does.
    """,
    do: "Raise the count, the rate or the duration, or remove the stage.",
    example: .init(
      faulty: "stages: [{name: steady, rate: 1/h, duration: 5s}]",
      fixed: "stages: [{name: steady, rate: 1/s, duration: 5s}]"))

  static let unreachableRate = Explanation(
    "a rate that cannot be reached or kept",
    """
    The rate is too high, or contradicts another setting, so that the stage's rate, or an expectation on it, could never \
    hold. Usually a unit is wrong: M for k, or seconds for minutes.
    """,
    do: "Write a rate that can be reached, or leave it out: without a rate a stage sends as fast as it can.",
    example: .init(
      faulty: "stages: [{name: steady, rate: 900M/s, duration: 5s}]",
      fixed: "stages: [{name: steady, rate: 900/s, duration: 5s}]"))

  static let messageTooLarge = Explanation(
    "messages that the Kafka client refuses because of their size",
    """
    librdkafka takes no message above its own message.max.bytes, 1,000,000 unless it is set, and asks no broker: each would be \
    rejected with MSG_SIZE_TOO_LARGE, which a run reports as refused by the client. It counts key, value and headers, the one that identifies \
    the message included, and 36 bytes for the record itself: 81 bytes more than key and value.

    Messages of one size are certain. Of others up to a thousand are rendered, spread over the stage. Where the stage expects \
    rejections, such as "rejected == 10", this is a warning.
    """,
    do: """
      Write message.max.bytes in cluster.librdkafka, or send smaller messages. The topic has a limit of its own, \
      max.message.bytes (1,048,588 unless it is set), beyond which brokers reject a batch with the same code, and with it \
      every message in it, so batches are kept below it; rehearse check --connect asks for it (infrastructure.topic-limit).
      """,
    example: .init(
      faulty: "templates: {order: {value: \"{{seq}}\", size: 2MB}}",
      fixed: """
        cluster:
          brokers: "kafka-1:9092"
          librdkafka: {message.max.bytes: 2100000}
        templates: {order: {value: "{{seq}}", size: 2MB}}
        """))

  static let expectation = Explanation(
    "a condition that cannot be understood or judged",
    """
    It is not METRIC OP VALUE; or no metric has that name; the value's unit is not the metric's; no stage has that name; or \
    the metric is one that is empty where it is asked for, such as ack_latency_p99 of a stage at rate max.
    """,
    do: """
      Write it like "lost == 0", "ack_latency_p99 < 50ms" or "stage(*).rate_kept >= 95%", with < <= > >= or ==. The \
      metrics are listed by rehearse why.
      """,
    example: .init(
      faulty: "expect: [lsot == 0]",
      fixed: "expect: [lost == 0]"))

  static let noControl = Explanation(
    "a refusal is expected, and no control stage shows that access works",
    """
    A stage expects to be refused (refused == …). A broken client would be refused as well, so in the same run an identity \
    with access must succeed with the same mechanism and the same listener; for authorization, on the same topic. No stage \
    and no reader of this scenario does.
    """,
    do: "Add a stage with an identity that is allowed, on the same brokers, with the same mechanism.",
    example: .init(
      faulty: """
        cluster: {brokers: "kafka:9093", tls: true}
        identities: {intruder: {mechanism: PLAIN, username: intruder, password: {env: WRONG}}}
        stages: [{name: stranger, auth: intruder, count: 10, expect: [refused == authentication]}]
        """,
      fixed: """
        cluster: {brokers: "kafka:9093", tls: true}
        identities:
          loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}
          intruder: {mechanism: PLAIN, username: intruder, password: {env: WRONG}}
        stages:
          - {name: friend, auth: loader, count: 10}
          - {name: stranger, auth: intruder, count: 10, expect: [refused == authentication]}
        """))

  static let plainSecret = Explanation(
    "a secret is stored in plain text",
    """
    A password or key is in the scenario file, and so in its history and in every copy, for everyone who can read them. It \
    works, and reports do not show it; so this is only a warning.
    """,
    do: "Refer to it: {env: NAME}, {file: PATH} or {command: TEXT}. And change it, because it may have been read.",
    example: .init(
      faulty: "identities: {loader: {mechanism: PLAIN, username: loader, password: hunter2}}",
      fixed: "identities: {loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}}"))

  static let refusedProperty = Explanation(
    "a client setting that a scenario must not change",
    """
    The verdict depends on it: with another isolation level or other delivery reports the counts would mean something \
    else. Brokers are set in cluster.brokers only, and partitions are chosen by partition: of a stage, not by the client.
    """,
    do: "Remove it, or write what the remedy beside the caret says.",
    example: .init(
      faulty: "cluster:\n  brokers: embedded\n  librdkafka: {group.id: mine}",
      fixed: "cluster:\n  brokers: embedded\n  librdkafka: {client.id: mine}"))

  static let refusedByLibrdkafka = Explanation(
    "a setting that the Kafka client refuses",
    """
    librdkafka does not know the property, or refuses the value; its own words are in the message. Properties of the Java \
    client often have other names, and a librdkafka that was built without a library lacks some properties. Properties that \
    are valid one by one may not fit together: the clients are made without a broker to find that out.
    """,
    do: """
      rehearse --version shows which librdkafka this is; its CONFIGURATION.md lists every property. Values take no \
      units: linger.ms: 5.
      """,
    example: .init(
      faulty: "cluster:\n  brokers: embedded\n  librdkafka: {linger.ms: soon}",
      fixed: "cluster:\n  brokers: embedded\n  librdkafka: {linger.ms: 5}"))
}
