internal import Diagnostics
internal import Kafka
internal import Load
internal import Scenarios
internal import Verification

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The errors of a run as problems: sentences in lower case that name the thing and say what to do.
struct LoadErrorSentences {
  let scenario: Scenario
  /// The time for which brokers held the reader back.
  var readerThrottled = Nanoseconds.zero

  func problem(for fault: LoadError) -> Problem {
    switch fault {
    case .settings(let error): settings(error)
    case .unreachable(let identity, let addresses, let last, let seconds):
      unreachable(identity, addresses, last, seconds)
    case .accessRefused(let identity, let address, let refusal):
      AccessSentences(scenario: scenario, identity: identity, address: address, plain: plain).problem(refusal)
    case .otherCluster(let identity, let id, let expected):
      Problem(
        .otherCluster,
        "\(scenario.identities[identity].title) signs in to another cluster (\(id)) than that of cluster.brokers (\(expected))",
        do: "check the brokers of both: they must be listeners of one cluster",
        at: scenario.identities[identity].range?.start)
    case .writingRefused(let stage, let error): writingRefused(stage, error)
    case .readingRefused(let topic, let error):
      Problem(
        .authorization,
        "\(reader.title) may not read topic \"\(topic)\" (\(plain(error)))",
        do: "grant it: kafka-acls --add --allow-principal User:\(user(reader)) --operation Read --topic \(topic)",
        at: reader.range?.start ?? scenario.cluster.brokersRange?.start)
    case .leaderUnreachable(let bootstrap, let partition, let leader, let address, let last):
      Problem(
        .leaderUnreachable,
        "\(bootstrap.joined(separator: ",")) answers, but the leader of \(name(partition)), broker \(leader) at "
          + "\(address ?? "an unknown address"), cannot be reached (\(plain(last)))",
        do: "check that broker's advertised.listeners, or the network from here to that address",
        at: scenario.cluster.brokersRange?.start)
    case .brokersUnreachable(let bootstrap, let addresses, let last):
      Problem(
        .brokersUnreachable,
        "\(bootstrap.joined(separator: ",")) answers, but the brokers cannot be reached where they say they are, at "
          + "\(addresses.joined(separator: ",")) (\(plain(last)))",
        do: "check their advertised.listeners, or the network from here to those addresses",
        at: scenario.cluster.brokersRange?.start)
    case .noLeader(let partition, let seconds):
      Problem(
        .noLeader, "\(name(partition)) has had no leader for \(seconds) s",
        do: "check the brokers hosting its replicas")
    case .topicMissing(let topic):
      Problem(
        .topicMissing,
        "topic \"\(scenario.topics[topic].name)\" does not exist, and the scenario says not to create it",
        do: "create it, or write \"create: if-missing\"", at: scenario.topics[topic].range.start)
    case .topicNotMade(let topic, let refusal): notMade(topic, refusal)
    case .topicRefused(let topic, let error): refused(topic, error)
    case .topicNotCreated(let topic, let error):
      Problem(
        .topicNotCreated, "topic \"\(scenario.topics[topic].name)\" cannot be created (\(plain(error)))",
        do: error.kind == .authorization
          ? "grant Create on the cluster or the topic to \(owner), or have it created and write create: never" : nil,
        at: scenario.topics[topic].range.start)
    case .settingRefused(let topic, let setting, let error):
      Problem(
        .topicSetting,
        "the cluster does not take a setting of topic \"\(scenario.topics[topic].name)\" (\(plain(error)))",
        do: "fix it, or remove it",
        at: setting.map { scenario.topics[topic].settings[$0].range.start } ?? scenario.topics[topic].range.start)
    case .deletionNotAllowed(let topic):
      Problem(
        .deletionNotAllowed,
        "topic \"\(scenario.topics[topic].name)\" exists, and \"create: always\" would delete it with all that is in it",
        do: "add --allow-delete to the command, or write \"create: if-missing\"", at: creationPlace(of: topic))
    case .topicNotDeleted(let topic, let error):
      Problem(
        .topicNotDeleted, "topic \"\(scenario.topics[topic].name)\" cannot be deleted (\(plain(error)))",
        do: error.kind == .authorization
          ? "grant Delete on the topic to \(owner), or write \"create: if-missing\"" : nil,
        at: creationPlace(of: topic))
    case .topicNotGone(let topic, let broker, let seconds):
      Problem(
        .topicNotDeleted,
        "topic \"\(scenario.topics[topic].name)\" was deleted, and broker \(broker) still has it after \(seconds) s",
        do: "check that broker, and run it again", at: creationPlace(of: topic))
    case .topicMadeAgain(let topic):
      Problem(
        .topicMadeAgain,
        "topic \"\(scenario.topics[topic].name)\" was deleted three times, and was there again before it could be created: the "
          + "cluster creates it for a client that uses it",
        do: "stop that client, or set auto.create.topics.enable=false at the brokers", at: creationPlace(of: topic))
    case .partitionCount(let topic, let stated, let actual):
      Problem(
        .partitionCount,
        "topic \"\(scenario.topics[topic].name)\" has \(Plural.count(actual, "partition")), but the scenario says \(stated)",
        do: "change the scenario, or use another topic", at: scenario.topics[topic].range.start)
    case .partitionBeyond(let stage, let partition, let actual):
      Problem(
        .partitionMissing,
        "stage \"\(scenario.stages[stage].name)\" sends to partition \(partition), but topic "
          + "\"\(topicName(stage))\" has \(Plural.count(actual, "partition")), numbered from 0",
        at: scenario.stages[stage].range.start)
    case .tooMuchForEmbedded(let stage, let bound):
      Problem(
        .tooMuchForEmbedded,
        "with \"mode: after\" stage \"\(scenario.stages[stage].name)\" may leave more in a partition than the "
          + "embedded broker keeps (\(bound >> 20) MiB)",
        do: "use \"mode: tail\", send less, or use a real cluster",
        at: scenario.stages[stage].range.start)
    case .tooLargeForEmbedded(let stage, let bytes, let bound):
      Problem(
        .tooMuchForEmbedded,
        "stage \"\(scenario.stages[stage].name)\" sends messages of up to \(Plural.count(bytes, "byte")), and the embedded broker keeps "
          + "\(bound >> 20) MiB of a partition: two in a row do not fit",
        do: "send messages of at most \(bound / 2 - 140) bytes, or use a real cluster",
        at: scenario.stages[stage].range.start)
    case .heldByEmbedded(let stage, let time):
      Problem(
        .stageTooLong,
        "stage \"\(scenario.stages[stage].name)\" was ended: the embedded broker took nothing for \(seconds(time)), since "
          + "what it holds was not read",
        do: "use a real cluster, or send smaller messages",
        at: scenario.stages[stage].range.start)
    case .clusterLost(let seconds):
      Problem(
        .clusterLost, "no broker has answered for \(seconds) s; the run was ended",
        at: scenario.cluster.brokersRange?.start)
    case .fatal(let stage, let error):
      Problem(
        .clientFatal,
        "the producer of stage \"\(scenario.stages[stage].name)\" has a fatal error (\(plain(error)))",
        do: olderThan2_5,
        at: scenario.stages[stage].range.start)
    case .stageTooLong(let stage, let atMost):
      Problem(
        .stageTooLong,
        "stage \"\(scenario.stages[stage].name)\" was ended after \(seconds(atMost)), its at_most",
        at: scenario.stages[stage].range.start)
    case .runTooLong(let atMost):
      Problem(
        .runTooLong, "all sending was ended after \(seconds(atMost)), the scenario's at_most",
        do: "write a longer at_most, or find out which stage took too long")
    case .queueFull(let stage) where scenario.stages[stage].target != nil: connectionsBusy(stage)
    case .targetNotReady(let target, let reason): notReady(target, reason)
    case .targetLost(let target, let seconds): lost(target, seconds)
    case .sinkUnreadable(let sink, let reason): unreadable(sink, reason)
    case .groupRefused(let group, let error): refused(group: group, error)
    case .actionCommand(let action, let reason): cannotStart(action, reason)
    case .queueFull(let stage):
      Problem(
        .queueFull,
        "stage \"\(scenario.stages[stage].name)\" was ended: the client's queue was full, and on_full is fail",
        do: "lower the rate, or give the cluster more capacity", at: scenario.stages[stage].range.start)
    case .aborted(let stage, let condition):
      Problem(
        .abortWhen,
        "stage \"\(scenario.stages[stage].name)\": \(condition.condition), which ends the sending (abort_when)",
        at: condition.position)
    case .transactionsRefused(let stage, let error):
      Problem(
        .transactionsRefused,
        "the producers of stage \"\(scenario.stages[stage].name)\" cannot begin transactions (\(plain(error)))",
        do: error.kind == .authorization
          ? "grant its identity Write on transactional ids that begin with rehearse-"
          : "check the brokers' settings of transaction.state.log",
        at: scenario.stages[stage].range.start)
    case .transactionLeftOpen(let stage, let timeout):
      Problem(
        .transactionLeftOpen,
        "a transaction of stage \"\(scenario.stages[stage].name)\" was left open: it holds readers of its partitions back "
          + "until the cluster aborts it after \(seconds(timeout))",
        do: "wait for that time before other consumers of the topic are judged", at: scenario.stages[stage].range.start)
    case .readingGivenUp(let within, let atMost, let partition, let position, let end):
      givenUp(within, atMost, partition, position, end)
    case .openTransaction(let partition, let offset, let end):
      Problem(
        .openTransaction,
        "an open transaction of another producer holds back \(name(partition)) from offset \(offset) on; it ends at \(end)",
        do: "end that transaction, or wait for its transaction.timeout.ms, and run again")
    case .topicGone(let topic):
      Problem(
        .topicGone, "topic \"\(scenario.topics[topic].name)\" was deleted during the run, and is gone",
        do: "find out who deletes it, or use a topic of the test's own", at: scenario.topics[topic].range.start)
    case .workFile(let failure):
      Problem(
        .workFile, "the work file \"\(failure.path)\" cannot be used (\(Self.words(of: failure)))",
        do: "free disk space, or name a folder on another disk with --report-dir")
    case .readerFailed(let error):
      Problem(.readerFailed, "the topic cannot be read (\(plain(error)))")
    case .stopped(let reason):
      switch reason {
      case .interrupt: Problem(.interrupt, "interrupted by SIGINT")
      case .terminate: Problem(.terminate, "ended by SIGTERM")
      case .hangUp: Problem(.terminate, "ended by SIGHUP")
      }
    }
  }

  private func settings(_ error: KafkaError) -> Problem {
    let written = scenario.cluster.librdkafka.last { $0.name == error.property }
    let subject =
      error.property.map { "librdkafka refuses \"\($0)\"" } ?? "librdkafka cannot create a client with these settings"
    return Problem(
      .clientSettings, "\(subject): \(plain(error))",
      at: written?.range.start ?? scenario.cluster.brokersRange?.start)
  }

  /// The position of `create`, or of the topic.
  private func creationPlace(of topic: Int) -> SourcePosition {
    (scenario.topics[topic].createRange ?? scenario.topics[topic].range).start
  }

  private var reader: ClientIdentity { scenario.identities[scenario.verify.identity] }

  /// The identity that asks about topics and creates them, for a remedy.
  var owner: String {
    let identity = scenario.identities[scenario.cluster.identity]
    return identity.name == .unauthenticated ? "the scenario's user" : identity.title
  }

  /// The name that an ACL has for an identity.
  private func user(_ identity: ClientIdentity) -> String { identity.username ?? "NAME" }

  private func writingRefused(_ stage: Int, _ error: KafkaError) -> Problem {
    let identity = scenario.identity(ofStage: stage)
    // An idempotent producer of a user who may write no topic at all is refused by the cluster; who may write one is not.
    let topic = topicName(stage)
    return Problem(
      .authorization,
      "\(identity.title) may not write to topic \"\(topic)\" in stage \"\(scenario.stages[stage].name)\" (\(plain(error)))",
      do: "grant it: kafka-acls --add --allow-principal User:\(user(identity)) --operation Write --topic \(topic)",
      at: identity.range?.start ?? scenario.stages[stage].range.start)
  }

  private func unreachable(_ identity: Int, _ addresses: [String], _ last: KafkaError?, _ seconds: Int) -> Problem {
    let address = addresses.joined(separator: ",")
    let position =
      scenario.identities[identity].brokers == nil
      ? scenario.cluster.brokersRange?.start : scenario.identities[identity].range?.start
    // Librdkafka has several texts for a broker that accepts a connection and does not answer; one blames the broker's version.
    guard let last, !last.text.contains("ApiVersionRequest failed"), !last.text.contains("setup timed out") else {
      return Problem(
        .unreachable,
        "no answer from \(address) within \(seconds) s",
        do: "check that it is a Kafka broker, and whether it expects TLS or SASL",
        at: position)
    }
    // The client takes the first bytes of any other protocol for the size of an answer.
    guard !last.text.contains("Invalid response size") else {
      return Problem(
        .unreachable, "what answers at \(address) is not a Kafka broker", do: "check the address and the port",
        at: position)
    }
    switch last.kind {
    case .authentication:
      return Problem(.loginRefused, "\(address) refused authentication (\(plain(last)))", do: scramHint, at: position)
    case .tls: return Problem(.tls, "no TLS connection to \(address) (\(plain(last)))", at: position)
    case .resolving:
      return Problem(.unknownHost, "cannot resolve the host of \(address) (\(plain(last)))", at: position)
    case .transport, .timeout, .authorization, .unknownTopic, .other:
      return Problem(
        .unreachable,
        "cannot reach \(address) (\(plain(last)))", do: "check that a broker is running there, and the port",
        at: position)
    }
  }

  /// A hint for librdkafka before 2.5, where idempotent producers can fail with errors that were fixed later.
  private var olderThan2_5: String? {
    guard ClientLibrary.number < 0x0205_0000 else { return nil }
    return "older clients may fail like this when a broker dies: use librdkafka 2.5 or newer, "
      + "this is \(ClientLibrary.version)"
  }

  /// A hint for librdkafka before 2.6.1, which repeats the client's nonce; brokers from 4.0 on then refuse the password.
  private var scramHint: String? {
    let names = ["sasl.mechanism", "sasl.mechanisms"]
    guard ClientLibrary.number < 0x0206_0100,
      scenario.cluster.librdkafka.last(where: { names.contains($0.name) })?.value.hasPrefix("SCRAM") == true
    else { return nil }
    return "the password may be right: SCRAM with Kafka 4 needs librdkafka 2.6.1 or newer, this is "
      + ClientLibrary.version
  }

  private func givenUp(
    _ within: Nanoseconds?, _ atMost: Nanoseconds?, _ partition: TopicPartition, _ position: Int64, _ end: Int64?
  ) -> Problem {
    let why = within.map { "without progress for \(seconds($0))" } ?? "\(seconds(atMost ?? .zero)) after the last send"
    let progress =
      end.map { end in
        position < end
          ? "at \(position) of \(end)" : "read to its end at \(end), which its leader did not confirm"
      } ?? "at \(position), its end is not known"
    return Problem(
      .readingGivenUp, "reading was given up \(why): \(name(partition)) is \(progress)",
      do: readerThrottled > .zero
        ? "brokers held the reader back for \(readerThrottled.inTenths) (a quota): raise the quota, or "
          + (within == nil ? "verify.at_most" : "verify.within") : nil)
  }

  /// The system's words; a file that is damaged has no error of the system.
  private static func words(of failure: WorkFileError) -> String {
    failure.code == 0 ? "it cannot be read back" : String(cString: strerror(failure.code))
  }

  private func name(_ partition: TopicPartition) -> String { "\(partition.topic)[\(partition.partition)]" }
  private func topicName(_ stage: Int) -> String {
    scenario.stages[stage].topic.map { scenario.topics[$0].name } ?? ""
  }

  func seconds(_ time: Nanoseconds) -> String {
    let tenths = time.count / Nanoseconds.milliseconds(100).count
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }

  /// The client's text without its prefixes and line ends.
  func plain(_ error: KafkaError) -> String {
    let line = error.text.split(separator: "\n").first.map(String.init) ?? error.name
    var words = line[...]
    // There is no group: the client names a connection so that it does not need.
    for prefix in ["Local: ", "GroupCoordinator: "] where words.hasPrefix(prefix) {
      words = words.dropFirst(prefix.count)
    }
    // `10.0.0.1:9092/bootstrap: ` repeats the address; ` (after 3ms in state CONNECT)` is only of use in the log.
    if let colon = words.firstRange(of: ": "), words[..<colon.lowerBound].contains("/") {
      words = words[colon.upperBound...]
    }
    if let after = words.firstRange(of: " (after ") { words = words[..<after.lowerBound] }
    return String(words)
  }
}
