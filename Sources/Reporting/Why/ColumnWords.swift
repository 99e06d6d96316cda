internal import Scenarios

// Columns of `stages.csv` that are no metrics. In groups, because the compiler takes long over one long literal.
extension ReportWord {
  /// Those that are the same in all rows of a run.
  static let runColumns: [ReportWord] = [
    .column(
      "schema_version",
      Explanation("the version of the reports' format", "It grows when a column or field changes its meaning.")),
    .column(
      "run_id", also: ["run"],
      Explanation(
        "the name of the run",
        "It begins with the time of the start, so that names sort by time. The folder of the reports is called so.",
        do: "rehearse render --run FOLDER prints messages as they were in that run.")),
    .column(
      "repeat", also: ["repetition"],
      Explanation("the number of the repetition, from 1", "1 where the scenario is run once.")
    ),
    .column("scenario", Explanation("the scenario's name", "It is the name in the file, not the name of the file.")),
    .column(
      "label", Explanation("the text of --label", "A text of your own, such as a build number; empty without --label.")),
    .column(
      "git_sha", also: ["git_branch", "git_dirty"],
      Explanation(
        "the commit, and the branch, of the folder in which the run was started",
        "Empty outside of a git checkout. git_dirty is 1 where files differ from the commit, and empty where that is not known."
      )),
    .column("tool_version", Explanation("the version of rehearse", "The same as rehearse --version prints.")),
    .column(
      "client_version",
      Explanation("the version of librdkafka, the Kafka client", "The same as rehearse --version prints.")),
    .column(
      "scenario_sha256",
      Explanation(
        "a checksum of the scenario with all of its values",
        "Two runs with the same one tested the same scenario, wherever the file is and however it is written.")),
    .column(
      "client_config_sha256",
      Explanation(
        "a checksum of the settings of producer and reader",
        "Secrets are replaced before, and the brokers' addresses are not part of it.")),
    .column(
      "seed",
      Explanation(
        "the number from which all random values come",
        "The same scenario with the same seed sends the same messages.",
        do: "Run it again with --seed and this number.")),
    .column(
      "host", also: ["os", "arch", "cpu_count"],
      Explanation(
        "the machine on which rehearse ran",
        "Its name, operating system, architecture (arch) and number of processors (cpu_count). It is not the machine of a broker."
      )),
    .column(
      "broker",
      Explanation(
        "kafka, or embedded for the broker inside rehearse",
        "Numbers of the embedded broker do not predict those of a cluster.")),
    .column(
      "broker_count", also: ["brokers"],
      Explanation("the number of brokers of the cluster", "As the cluster said when the run began.")),
    .column(
      "security_protocol",
      Explanation(
        "the protocol of the connections to brokers",
        "plaintext, ssl, sasl_plaintext or sasl_ssl: security.protocol of the client.")),
  ]

  /// Those that belong to a stage.
  static let stageColumns: [ReportWord] = [
    .column(
      "stage", also: ["stage_index", "whole_run"],
      Explanation(
        "the stage's name; whole run, or *, is the row of all stages together",
        "Counts of the whole run are those of the stages, added. Rates over several stages mean nothing and are empty. stage_index is the position in stages:, from 0, pauses counted."
      )),
    .column(
      "verdict",
      Explanation(
        "passed, failed, inconclusive, skipped or aborted",
        """
        failed: an expectation is broken. inconclusive: it is not known whether all of them hold. skipped: the stage did not \
        run. aborted: a signal ended it.
        """)),
    .column(
      "limited_by", also: ["generator", "cluster"],
      Explanation(
        "what kept the stage from a higher rate: generator, cluster or target",
        """
        generator: this machine could not send as fast. cluster: the client's queue was full, messages were dropped for that, or \
        brokers throttled. target: every connection to the stage's target was busy. Empty where the rate was kept.
        """,
        do: "For generator, free the machine or lower the rate; for cluster and target, read about queue_full.")),
    .column(
      "started_at",
      Explanation("the time at which the stage, or the run, began", "In UTC, by the clock of this machine.")),
    .column(
      "duration_target_s",
      Explanation(
        "the time that the scenario gives the stage", "In seconds; empty for a stage that ends after a count.")),
    .column("topic", Explanation("the topic that the stage sends to", "Its name at the cluster.")),
    .column(
      "replication_factor", also: ["replication"],
      Explanation("the replicas of each partition", "As the cluster said when the run began.")),
    .column(
      "template", also: ["templates"],
      Explanation("the template, or templates, of the stage's messages", "Of a mix all names, with a + between them.")),
    .column(
      "acks",
      Explanation(
        "the acknowledgements that the producer waits for",
        """
        all: every in-sync replica has the message. 1: the leader has it, and it may be lost with the leader. 0: brokers do \
        not answer, so every message counts as unknown until it is found.
        """)),
    .column(
      "compression", also: ["compression.type"],
      Explanation("the codec with which the producer compresses batches", "none unless compression.type is set.")),
    .column(
      "linger_ms", also: ["linger.ms"],
      Explanation(
        "how long the producer waits for a batch to fill",
        "In milliseconds: linger.ms of the client, 5 unless it is set. It adds to every latency.")),
    .column(
      "idempotent", also: ["idempotence", "enable.idempotence"],
      Explanation(
        "1 where brokers refuse repeated and reordered batches of the producer",
        "0 with acks below all, or with enable.idempotence false: then duplicates and reordering are counted, but do not fail the run."
      )),
    .column(
      "producer_count", Explanation("the producers that send the stage's messages", "1: each stage has one producer.")),
    .column(
      "rate_target_per_s",
      Explanation(
        "the rate that the scenario asks for", "The mean over the stage, in messages a second; empty at rate max.")),
    .column(
      "anomalies_written",
      Explanation(
        "the messages that run.json names for this stage",
        "A few of each kind of anomaly, spread over the stage; the counts have them all.")),
    .column(
      "expectations_total", also: ["expectations", "checks"],
      Explanation(
        "the expectations of the stage",
        "Those of the scenario, and those that every stage has unless the scenario says otherwise, such as lost == 0.")),
    .column(
      "error_code", also: ["error_message"],
      Explanation(
        "the problem that ended the stage or kept it from running",
        "error_message is its sentence. Empty where there was none.",
        do: "Ask about the code: rehearse why infrastructure.unreachable.")),
  ]
}
