internal import Diagnostics
internal import Kafka
internal import Load
package import Reporting
package import Scenarios
internal import Templates
internal import Verification

/// The arguments of a plan beside the scenario.
package struct PlanFacts: Sendable, Equatable {
  package var reportDirectory: String
  /// The number of messages of a stage that are rendered to measure their size.
  package var samples: Int
  /// The names of variables in `vars:` whose values are redacted in messages.
  package var secretVariables: Set<String>
  /// The variables by which programs are looked for.
  package var environment: [String: String] = [:]
  /// The folder in which commands are started; nil for the working directory.
  package var directory: String?

  package init(reportDirectory: String = "Reports", samples: Int = 1000, secretVariables: Set<String> = []) {
    self.reportDirectory = reportDirectory
    self.samples = samples
    self.secretVariables = secretVariables
  }
}

extension Plan {
  /// The plan of a run of `scenario`. Nothing is sent, asked or written: it depends on its arguments alone. `clock` is used if
  /// messages have to be checked, to measure how fast that is.
  package init(
    _ scenario: Scenario, facts: PlanFacts = PlanFacts(), clock: () -> UInt64 = MonotonicClock.now
  ) {
    let profile = ClientProfile(planned: scenario, scenario.cluster.identity)
    var checks: [[TemplateShare]: PlannedLook?] = [:]
    let stages = scenario.stages.indices.map { index in
      let shares = scenario.stages[index].shares
      let check = checks[shares] ?? RenderedSamples(scenario, stage: index).check(clock)
      checks[shares] = .some(check)
      return PlannedStage(index, of: scenario, samples: facts.samples, check)
    }
    let folder = RunFolder(planned: facts.reportDirectory, scenario: scenario.name)
    self.init(
      scenario: scenario.name, brokers: profile.isEmbedded ? nil : profile.bootstrap, stages: stages,
      topics: scenario.topics.enumerated().map { index, topic in
        PlannedTopic(
          name: topic.name, partitions: topic.partitions, replication: topic.replication, create: topic.create,
          isUnused: !scenario.usesTopic(index), deletion: topic.deletion)
      }, samples: Self.samples(of: scenario, facts), settings: Self.settings(profile, of: scenario),
      memory: PlannedMemory(scenario, stages, profile), verify: scenario.verify,
      compression: profile.compression,
      files: folder.files(with: scenario.reportedParts) + [folder.latest],
      data: scenario.templates.compactMap { template in
        template.data.map { data in
          PlannedData(
            template: template.name, path: data.path, rows: UInt64(data.table.rows), order: data.order)
        }
      }, identities: PlannedIdentity.all(in: scenario),
      timeline: scenario.timeline.isPlain ? nil : scenario.timeline)
    systems = PlannedSystems(scenario, environment: facts.environment, directory: facts.directory)
  }

  /// The first message of each template in the first stage that sends it.
  private static func samples(of scenario: Scenario, _ facts: PlanFacts) -> [SampleMessage] {
    let secrets = scenario.variables.filter { facts.secretVariables.contains($0.name) }.map(\.value)
    // As they appear in a message, which may be JSON.
    let redaction = Redaction(secrets: secrets + secrets.map { String(decoding: JSONText.escaped($0), as: UTF8.self) })
    return scenario.templates.indices.compactMap { index in
      scenario.stages.indices.lazy.compactMap { stage in
        RenderedSamples(scenario, stage: stage).firstMessage(of: index, redaction)
      }.first
    }
  }

  /// The settings that are not librdkafka's defaults: first those of `rehearse`, then those of the scenario.
  private static func settings(_ profile: ClientProfile, of scenario: Scenario) -> [PlannedSetting] {
    let producer = profile.producer.redacted
    let reader =
      scenario.verify.reader.map {
        ClientProfile(planned: scenario, $0).reader(scenario.verify.isolation).redacted
      } ?? []
    var names: [String] = []
    for setting in producer + reader where !names.contains(setting.name) { names.append(setting.name) }
    let all = names.map { name in
      let written = scenario.cluster.librdkafka.last { $0.name == name }
      return PlannedSetting(
        name: name, producer: producer.last { $0.name == name }?.value, reader: reader.last { $0.name == name }?.value,
        place: written.map { location($0.range.start) })
    }
    return all.filter { $0.place == nil } + all.filter { $0.place != nil }
  }

  private static func location(_ position: SourcePosition) -> String {
    position.file.map { "\($0):\(position.line)" } ?? "line \(position.line)"
  }
}

extension PlannedStage {
  fileprivate init(_ index: Int, of scenario: Scenario, samples: Int, _ check: PlannedLook?) {
    let stage = scenario.stages[index]
    let templates = stage.shares.map { scenario.templates[$0.template].name }
    // At `max` the count may be sent before the duration is over.
    let (schedule, atMost) = (stage.schedule, stage.atMost)
    let isOpen = !schedule.isPaced && schedule.total != nil
    let (size, padding) = RenderedSamples(scenario, stage: index).size(total: schedule.total, limit: samples)
    self.init(
      name: stage.name, schedule: schedule,
      length: isOpen ? .open(atMost: min(schedule.length ?? .max, atMost)) : .exactly(schedule.length ?? .zero),
      size: size, padding: padding, look: check,
      topic: scenario.destinationName(of: stage), template: templates.joined(separator: ","),
      partition: stage.target == nil ? stage.partition.source : "", measured: stage.measured,
      producers: stage.producers, isPosted: stage.target != nil)
  }
}

extension ClientProfile {
  fileprivate init(planned scenario: Scenario, _ identity: Int) {
    let written = scenario.cluster.librdkafka
    switch scenario.brokers(of: identity) {
    case .embedded: self.init(bootstrap: ["(in this process)"], isEmbedded: true, written: written)
    case .addresses(let addresses):
      self.init(
        bootstrap: addresses, isEmbedded: false, written: written,
        access: AccessSettings(planned: identity, of: scenario))
    }
  }
}
