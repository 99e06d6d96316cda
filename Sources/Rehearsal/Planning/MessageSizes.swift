internal import Diagnostics
internal import Kafka
internal import Load
internal import Reporting
internal import Scenarios

/// Messages that the client or a topic would turn away for their size, found before anything is sent.
struct MessageSizes {
  let scenario: Scenario
  private let profile: ClientProfile

  init(_ scenario: Scenario) {
    self.scenario = scenario
    profile = ClientProfile(bootstrap: [], isEmbedded: false, written: scenario.cluster.librdkafka)
  }

  /// Those that the client itself refuses, at the first stage that sends them. No broker is asked about them, so a stage that expects
  /// brokers to refuse them shows nothing.
  var atClient: [Diagnostic] {
    let limit = profile.mostMessageBytes
    return perMix { index, stage in
      guard let excess = RenderedSamples(scenario, stage: index).excess(over: limit, \.atClient) else { return nil }
      let refusal = expectedRefusal(in: stage)
      let notes = refusal.map {
        Diagnostic.Note("no broker is asked about them, so \(quoted($0.text)) shows nothing", at: $0.range)
      }
      return Diagnostic(
        refusal == nil && expectsRejections(index) ? .warning : .error, code: .messageTooLarge,
        "\(excess.sentence(of: stage, "with headers and overhead")), and the client takes "
          + "\(HumanNumber.grouped(bytes: limit)) at most (message.max.bytes)",
        at: stage.range, remedy: "write \"message.max.bytes: \(excess.largest.bytes)\" in cluster.librdkafka, or more",
        notes: notes.map { [$0] } ?? [])
    }
  }

  /// A `batch.size` of the scenario's that is above a topic's greatest batch: batches of messages that are small are rejected.
  /// `limits` are as for `atTopics`.
  func batchesAbove(_ limits: [Int?]) -> [Diagnostic] {
    guard let range = scenario.cluster.librdkafka.last(where: { $0.name == "batch.size" })?.range else { return [] }
    return zip(scenario.topics, limits).compactMap { topic, limit in
      guard let limit, let size = profile.batchSize(above: limit) else { return nil }
      return Diagnostic(
        .warning, code: .topicLimit,
        "batch.size \(HumanNumber.grouped(bytes: size)) is above what topic \(quoted(topic.name)) takes, batches of "
          + "\(HumanNumber.count(bytes: limit)) at most (max.message.bytes): batches of small messages can be rejected, "
          + "with every message in them",
        at: range, remedy: "leave batch.size out: batches are kept below the topic's limit, then")
    }
  }

  /// Those that are larger than their topic's greatest batch; `limits` are the topics', nil where not known. The limit is on the batch
  /// as it is sent: what compression leaves of one is not known before.
  func atTopics(_ limits: [Int?]) -> [Diagnostic] {
    let compression = profile.compression
    let isCompressed = compression != "none"
    return perMix { index, stage in
      guard let topic = stage.topic, let limit = limits[topic], expectedRefusal(in: stage) == nil,
        let excess = RenderedSamples(scenario, stage: index).excess(over: limit, \.inBatch)
      else { return nil }
      return Diagnostic(
        isCompressed || expectsRejections(index) ? .warning : .error, code: .topicLimit,
        "\(excess.sentence(of: stage, "in a batch alone\(isCompressed ? ", before compression by \(compression)" : "")")), and topic "
          + "\(quoted(scenario.topics[topic].name)) takes batches of \(HumanNumber.grouped(bytes: limit)) at most "
          + "(max.message.bytes)",
        at: stage.range,
        remedy: "send smaller messages, or raise the topic's max.message.bytes to \(excess.largest.bytes) or more")
    }
  }

  /// One for all stages that send the same templates to the same topic.
  private func perMix(_ diagnostic: (Int, Stage) -> Diagnostic?) -> [Diagnostic] {
    struct Mix: Hashable {
      var shares: [TemplateShare]
      var topic: Int?
    }
    var reported: Set<Mix> = []
    return scenario.stages.enumerated().compactMap { index, stage in
      let mix = Mix(shares: stage.shares, topic: stage.topic)
      guard !reported.contains(mix), let found = diagnostic(index, stage) else { return nil }
      reported.insert(mix)
      return found
    }
  }

  private func expectedRefusal(in stage: Stage) -> Expectation? {
    let named = stage.expectations + scenario.expectations.filter { $0.scope == .stage(stage.name) }
    return named.first { $0.metric == .refused && $0.bound == .reason(.messageTooLarge) }
  }

  /// The scenario says that some messages are rejected: that is what it tests.
  private func expectsRejections(_ index: Int) -> Bool {
    let effective = scenario.effectiveExpectations { _ in profile.isIdempotent }
    return (effective.stages[index] + effective.run).filter { $0.metric == .rejected }.allSatisfy(\.allowsSome)
  }
}
