internal import Diagnostics
internal import Kafka
internal import Load
internal import Scenarios
internal import Verification

/// What kept a run from going on, as sentences: lower case, naming the thing, saying what to do.
struct FaultSentences {
  let scenario: Scenario

  func problem(for fault: LoadFault) -> Problem {
    switch fault {
    case .settings(let error): settings(error)
    case .unreachable(let addresses, let last, let seconds): unreachable(addresses, last, seconds)
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
    case .topicRefused(let topic, let error):
      Problem(
        .topicRefused, "the cluster refused metadata of topic \"\(scenario.topics[topic].name)\" (\(plain(error)))",
        do: "grant Describe on the topic to the scenario's user",
        at: scenario.topics[topic].range.start)
    case .topicNotCreated(let topic, let error):
      Problem(
        .topicNotCreated, "topic \"\(scenario.topics[topic].name)\" cannot be created (\(plain(error)))",
        at: scenario.topics[topic].range.start)
    case .partitionCount(let topic, let stated, let actual):
      Problem(
        .partitionCount,
        "topic \"\(scenario.topics[topic].name)\" has \(count(actual, "partition")), the scenario states \(stated)",
        do: "change the scenario, or use another topic", at: scenario.topics[topic].range.start)
    case .partitionBeyond(let stage, let partition, let actual):
      Problem(
        .partitionMissing,
        "stage \"\(scenario.stages[stage].name)\" sends to partition \(partition), but topic "
          + "\"\(topicName(stage))\" has \(count(actual, "partition")), counted from 0",
        at: scenario.stages[stage].range.start)
    case .tooMuchForEmbedded(let stage, let bound):
      Problem(
        .tooMuchForEmbedded,
        "with \"mode: after\" stage \"\(scenario.stages[stage].name)\" may leave more in a partition than the "
          + "embedded broker keeps (\(bound >> 20) MiB)",
        do: "use \"mode: tail\", send less, or use a real cluster",
        at: scenario.stages[stage].range.start)
    case .clusterLost(let seconds):
      Problem(
        .clusterLost, "no broker has answered for \(seconds) s; the run was ended",
        at: scenario.cluster.brokersRange?.start)
    case .fatal(let stage, let error):
      Problem(
        .clientFatal,
        "the client of stage \"\(scenario.stages[stage].name)\" can do nothing more (\(plain(error)))",
        do: olderThan2_5,
        at: scenario.stages[stage].range.start)
    case .stageTooLong(let stage, let atMost):
      Problem(
        .stageTooLong,
        "stage \"\(scenario.stages[stage].name)\" was ended after \(seconds(atMost)), its longest time",
        at: scenario.stages[stage].range.start)
    case .readingGivenUp(let within, let atMost, let partition, let position, let end):
      givenUp(within, atMost, partition, position, end)
    case .workFile(let failure):
      Problem(
        .workFile, "the work file \"\(failure.path)\" cannot be used (error \(failure.code))")
    case .readerFailed(let error):
      Problem(.readerFailed, "the topic cannot be read (\(plain(error)))")
    case .stopped(let reason):
      switch reason {
      case .interrupt: Problem(.interrupt, "interrupted by SIGINT")
      case .terminate: Problem(.terminate, "ended by SIGTERM")
      }
    }
  }

  private func settings(_ error: KafkaError) -> Problem {
    let written = scenario.cluster.librdkafka.last { $0.name == error.property }
    let subject =
      error.property.map { "librdkafka refuses \"\($0)\"" } ?? "librdkafka creates no client from these settings"
    return Problem(
      .clientSettings, "\(subject): \(plain(error))",
      at: written?.range.start ?? scenario.cluster.brokersRange?.start)
  }

  private func unreachable(_ addresses: [String], _ last: KafkaError?, _ seconds: Int) -> Problem {
    let address = addresses.joined(separator: ",")
    let position = scenario.cluster.brokersRange?.start
    // Librdkafka has several texts for a broker that accepts and is silent, one of which blames the broker's version.
    guard let last, !last.text.contains("ApiVersionRequest failed"), !last.text.contains("setup timed out") else {
      return Problem(
        .unreachable,
        "no answer from \(address) within \(seconds) s",
        do: "is it a Kafka broker, and does it expect TLS or a login?",
        at: position)
    }
    switch last.kind {
    case .authentication:
      return Problem(.loginRefused, "\(address) refused the login (\(plain(last)))", do: scramHint, at: position)
    case .tls: return Problem(.tls, "no TLS connection to \(address) (\(plain(last)))", at: position)
    case .resolving:
      return Problem(.unknownHost, "\(address) is not known by that name here (\(plain(last)))", at: position)
    case .transport, .timeout, .authorization, .unknownTopic, .other:
      return Problem(
        .unreachable,
        "cannot reach \(address) (\(plain(last)))", do: "is a broker running there, and is it the right port?",
        at: position)
    }
  }

  /// Idempotent producers of older clients end in errors that were fixed up to 2.5.
  private var olderThan2_5: String? {
    guard ClientLibrary.number < 0x0205_0000 else { return nil }
    return "older clients may do so when a broker dies: run with librdkafka 2.5 or newer, "
      + "this is \(ClientLibrary.version)"
  }

  /// It repeats the client's nonce, and brokers from 4.0 on then say that the password is wrong.
  private var scramHint: String? {
    let names = ["sasl.mechanism", "sasl.mechanisms"]
    guard ClientLibrary.number < 0x0206_0100,
      scenario.cluster.librdkafka.last(where: { names.contains($0.name) })?.value.hasPrefix("SCRAM") == true
    else { return nil }
    return "the password may be right: SCRAM with Kafka 4 needs librdkafka 2.6.1, and this is "
      + ClientLibrary.version
  }

  private func givenUp(
    _ within: Nanoseconds?, _ atMost: Nanoseconds?, _ partition: TopicPartition, _ position: Int64, _ end: Int64?
  ) -> Problem {
    let why = within.map { "without progress for \(seconds($0))" } ?? "\(seconds(atMost ?? .zero)) after the last send"
    let place = end.map { "at \(position) of \($0)" } ?? "at \(position), its end not known"
    return Problem(
      .readingGivenUp, "reading was given up \(why): \(name(partition)) is \(place)")
  }

  private func name(_ partition: TopicPartition) -> String { "\(partition.topic)[\(partition.partition)]" }
  private func topicName(_ stage: Int) -> String { scenario.topics[scenario.stages[stage].topic].name }
  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  private func seconds(_ time: Nanoseconds) -> String {
    let tenths = time.count / Nanoseconds.milliseconds(100).count
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }

  /// The client's own words without its prefixes and line ends.
  private func plain(_ error: KafkaError) -> String {
    let line = error.text.split(separator: "\n").first.map(String.init) ?? error.name
    var words = line.hasPrefix("Local: ") ? line.dropFirst(7) : line[...]
    // `10.0.0.1:9092/bootstrap: ` says again where, ` (after 3ms in state CONNECT)` what helps nobody but the log's reader.
    if let colon = words.firstRange(of: ": "), words[..<colon.lowerBound].contains("/") {
      words = words[colon.upperBound...]
    }
    if let after = words.firstRange(of: " (after ") { words = words[..<after.lowerBound] }
    return String(words)
  }
}
