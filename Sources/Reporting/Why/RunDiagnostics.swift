import Scenarios

/// Of what a run would do, the scenario being well written.
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
      mended: "stages: [{name: steady, rate: 1/s, duration: 5s}]"))

  static let unreachableRate = Explanation(
    "a rate that cannot be reached or kept",
    """
    What is asked for contradicts itself or lies beyond what can be sent, so that the stage's rate, or an expectation on \
    it, could never hold. Most often a unit is wrong: M for k, or seconds for minutes.
    """,
    do: "Write a rate that can be reached, or leave the rate out: without one a stage sends as fast as it can.",
    example: .init(
      faulty: "stages: [{name: steady, rate: 900M/s, duration: 5s}]",
      mended: "stages: [{name: steady, rate: 900/s, duration: 5s}]"))

  static let expectation = Explanation(
    "a condition that cannot be understood or judged",
    """
    It is not METRIC OP VALUE; or no metric has that name; the value's unit is not the metric's; no stage has that name; or \
    the metric is one that is empty where it is asked for, such as ack_latency_p99 of a stage at rate max.
    """,
    do: """
      Write it like "lost == 0", "ack_latency_p99 < 50ms" or "stage(*).rate_kept >= 95%", with < <= > >= or ==. The \
      metrics are the words that rehearse why lists.
      """,
    example: .init(
      faulty: "expect: [lsot == 0]",
      mended: "expect: [lost == 0]"))

  static let noControl = Explanation(
    "a refusal is expected, and nothing proves that the door was open",
    """
    A stage expects to be turned away (refused == …). A broken client would be turned away as well, so in the same run \
    somebody who is allowed must get in by the same mechanism and the same listener; for authorization, write to the same \
    topic. No stage and no reader of this scenario does.
    """,
    do: "Add a stage with an identity that is allowed, on the same brokers, with the same mechanism.",
    example: .init(
      faulty: """
        identities: {intruder: {mechanism: PLAIN, username: nobody, password: {env: WRONG}}}
        stages: [{name: stranger, auth: intruder, count: 10, expect: [refused == authentication]}]
        """,
      mended: """
        identities:
          loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}
          intruder: {mechanism: PLAIN, username: nobody, password: {env: WRONG}}
        stages:
          - {name: friend, auth: loader, count: 10}
          - {name: stranger, auth: intruder, count: 10, expect: [refused == authentication]}
        """))

  static let plainSecret = Explanation(
    "a secret stands in the file",
    """
    A password or key is written out in the scenario, and so in its history, in every copy, and in front of everybody who \
    may read it. It works, and reports leave it out; hence a warning.
    """,
    do: "Name where it is to be had: {env: NAME}, {file: PATH} or {command: TEXT}. And change it: it has been seen.",
    example: .init(
      faulty: "identities: {loader: {mechanism: PLAIN, username: loader, password: hunter2}}",
      mended: "identities: {loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}}"))

  static let refusedProperty = Explanation(
    "a setting of the client that a scenario cannot have",
    """
    The verdict rests on it: were the reader's isolation or the delivery reports set otherwise, what is counted would mean \
    something else. Brokers are named in cluster.brokers, in one place.
    """,
    do: "Remove it, or write what the remedy beside the caret says.",
    example: .init(
      faulty: "cluster:\n  brokers: embedded\n  librdkafka: {group.id: mine}",
      mended: "cluster:\n  brokers: embedded\n  librdkafka: {client.id: mine}"))

  static let refusedByLibrdkafka = Explanation(
    "a setting that the Kafka client refuses",
    """
    librdkafka does not know the property, or does not take the value; its own words are in the message. Properties of the \
    Java client often have other names, and a librdkafka built without a library lacks what needs it.
    """,
    do: """
      rehearse --version shows which librdkafka this is; its CONFIGURATION.md lists every property. Values take no \
      units: linger.ms: 5.
      """,
    example: .init(
      faulty: "cluster:\n  brokers: embedded\n  librdkafka: {linger.ms: soon}",
      mended: "cluster:\n  brokers: embedded\n  librdkafka: {linger.ms: 5}"))
}
