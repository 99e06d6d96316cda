internal import Diagnostics
internal import FoundationEssentials
internal import Kafka
internal import Load
internal import Reporting
internal import Scenarios
internal import Verification

/// The facts about a run that its result states beside the observation.
struct RunFacts {
  let request: RunRequest
  let scenario: Scenario
  let selected: [Int]
  let runID: RunID
  let seed: UInt64
  /// Milliseconds since 1970.
  let startedAt: Int64
  let profile: ClientProfile

  /// The judged result of a run that was observed.
  func result(of observation: RunObservation) -> RunResult {
    let sentences = LoadErrorSentences(
      scenario: scenario, readerThrottled: observation.readerThrottled.total)
    var problems: [Problem] = []
    for problem in observation.errors.map(sentences.problem) where !problems.contains(problem) {
      problems.append(problem)
    }
    let expectations = scenario.effectiveExpectations { profile.with($0.client).isIdempotent }
    var stages = observation.stages
    let evidence = RefusalEvidence(
      scenario, selected: selected, admissions: observation.admissions,
      acknowledged: stages.map { $0.send[.acknowledged] })
    let refused = stages.indices.filter { scenario.expectedRefusal(ofStage: $0) != nil }
    let unused = Exercise.stagesOfUnusedIdentities(
      stages, identities: scenario.stages.map(\.identity),
      used: Set([scenario.cluster.identity, scenario.verify.reader].compactMap { $0 }))
    let systems = SystemFacts(scenario: scenario, selected: selected, observation: observation)
    for index in stages.indices {
      if stages[index].startedAt == nil {
        stages[index].checks = AbortWatch.skipped(scenario.stages[index].abortConditions)
      }
      stages[index].control = scenario.expectedRefusal(ofStage: index).map {
        evidence.control(ofStage: index, $0)
      }
      if let target = scenario.stages[index].target {
        stages[index].forgetClient(target: scenario.targets[target].name)
      } else {
        stages[index].notRead = scenario.verify.unread?.sentence
      }
      RunJudgement.judge(
        &stages[index], expectations: expectations.stages[index],
        readings: observation.partitions, problem: ending(of: index, stages[index], observation, sentences),
        sinks: stages[index].control == nil ? RefusedInSinks() : systems.refused(stages[index].name, stages)
      ) { row in
        Exercise.checks(
          row, range: scenario.stages[index].range,
          unusedIdentity: unused.contains(index) ? identityName(ofStage: index) : nil)
      }
    }
    for stage in stages {
      let broken = CountIdentity.violations(send: stage.send, read: stage.read) + stage.seriesViolations
      problems += broken.map {
        Problem(.count, "the counts of stage \"\(stage.name)\" do not add up: \($0)", do: "please report this")
      }
    }
    let (sinks, groups, actions) = (systems.sinks(stages), systems.groups(stages), systems.actions(stages))
    problems += systems.violations(sinks)
    // Without a send there is nothing to drain.
    let hasSent = stages.contains { $0.send[.sent] > 0 }
    var whole = RunJudgement.whole(
      stages, verdict: .passed, duration: observation.duration, drain: hasSent ? observation.drain : nil)
    whole.note(standstills: observation.standstills, readerThrottled: observation.readerThrottled)
    if stages.contains(where: { $0.overlaps == true }) { whole.note(sendingCPU: observation.sendingCPU) }
    whole.notRead = scenario.stages.allSatisfy { $0.topic == nil } ? nil : scenario.verify.unread?.sentence
    whole.checks =
      WholeJudgement(
        row: whole, stages: stages, readings: observation.partitions, selected: selected, refused: refused
      ).checks(expectations.run)
      + (scenario.verify.refusal.map { [evidence.check($0, observation.readerAnswer)] } ?? [])
    let exits = RunJudgement.exits(
      stages: stages, whole: whole.checks, sinks: sinks, groups: groups, actions: actions, problems: problems,
      selected: selected.count)
    let verdict = exits[0].verdict
    whole.verdict = verdict
    let resolved = ResolvedScenario(scenario, seed: seed, digest: SHA256.text) {
      $0.isSecret ? Redaction.mask : $0.value.withoutUserInfo
    }
    var result = RunResult(
      runID: runID.text, scenario: scenario.name, scenarioPath: scenario.path,
      provenance: provenance(observation, resolved), startedAt: startedAt, duration: observation.duration,
      verdict: verdict, exits: exits, problems: problems, stages: stages,
      whole: whole,
      partitions: observation.partitions, notes: observation.notes.map(NoteSentences.text) + systems.notes(stages))
    result.sinks = sinks.isEmpty ? nil : sinks
    result.groups = groups.isEmpty ? nil : groups
    result.actions = actions.isEmpty ? nil : actions
    result.resolvedScenario = resolved.hiding(Redaction(secrets: scenario.secretTexts))
    result.comparison = scenario.comparison.isEmpty ? nil : scenario.comparison
    let arguments = request.arguments
    result.repetition = request.repetition
    result.arguments = arguments.isEmpty ? nil : arguments
    result.posting = request.posting
    return result
  }

  /// The problem that ended a stage early, if one did.
  private func ending(
    of index: Int, _ stage: StageResult, _ observation: RunObservation, _ sentences: LoadErrorSentences
  ) -> Problem? {
    guard stage.startedAt != nil else { return nil }
    for fault in observation.errors {
      switch fault {
      case .fatal(index, _), .stageTooLong(index, _), .writingRefused(index, _), .queueFull(index),
        .transactionLeftOpen(index, _), .transactionsRefused(index, _):
        return sentences.problem(for: fault)
      case .accessRefused(scenario.stages[index].identity, _, _):
        if stage.send[.unsent] > 0 || stage.send[.unknown] > 0 { return sentences.problem(for: fault) }
      case .aborted(index, _): return sentences.problem(for: fault)
      case .targetLost(scenario.stages[index].target, _):
        if stage.send[.unsent] > 0 || stage.send[.unknown] > 0 { return sentences.problem(for: fault) }
      case .stopped, .clusterLost, .runTooLong, .aborted:
        if stage.send[.unsent] > 0 || stage.send[.unknown] > 0 { return sentences.problem(for: fault) }
      default: continue
      }
    }
    return nil
  }

  private func identityName(ofStage index: Int) -> String {
    scenario.identities[scenario.stages[index].identity].name.text
  }

  /// The result with the reports that could not be written; the console shows them, the reports that were written do not.
  func adding(_ unwritten: [FileError], to result: RunResult) -> RunResult {
    guard !unwritten.isEmpty else { return result }
    var result = result
    result.problems += unwritten.map { Problem(.report, $0.message) }
    result.exits = ExitCode.ranked(result.exits + [.unwritableReport])
    result.verdict = result.exits[0].verdict
    result.whole.verdict = result.verdict
    return result
  }

  private func provenance(_ observation: RunObservation, _ resolved: ResolvedScenario) -> Provenance {
    let (git, machine) = (GitCheckout.current(), Machine.description)
    return Provenance(
      label: request.label, gitSHA: git.sha, gitBranch: git.branch, gitDirty: nil, toolVersion: request.toolVersion,
      clientVersion: ClientLibrary.version, scenarioSHA256: hash(resolved.compared),
      clientConfigSHA256: SHA256.text(of: Array(clientConfiguration.utf8)), seed: seed, host: machine.host,
      os: machine.os, arch: machine.arch, cpuCount: machine.cpuCount, broker: profile.isEmbedded ? .embedded : .kafka,
      brokerCount: observation.brokerCount, securityProtocol: profile.securityProtocol)
  }

  /// Settings of listeners, credentials and trust: a certificate that is renewed makes no other client.
  private static let identifying: Set<String> = [
    "bootstrap.servers", "sasl.username", "sasl.password", "ssl.ca.pem", "ssl.ca.location", "ssl.certificate.pem",
    "ssl.key.pem",
  ]

  /// The settings of both clients for their hash.
  private var clientConfiguration: String {
    let own = scenario.stages.filter { $0.client != StageClient() }.map {
      ("producer of \($0.name)", profile.with($0.client).producer)
    }
    return ([("producer", profile.producer), ("reader", profile.reader(scenario.verify.isolation))] + own).flatMap {
      client, settings in
      settings.redacted.filter { !Self.identifying.contains($0.name) }.map { "\(client) \($0.name)=\($0.value)" }
    }.sorted().joined(separator: "\n")
  }

  private func hash(_ resolved: ResolvedScenario) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return SHA256.text(of: (try? encoder.encode(resolved)).map(Array.init) ?? [])
  }
}
