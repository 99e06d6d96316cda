internal import Diagnostics
internal import FoundationEssentials
internal import Kafka
internal import Language
package import Load
package import Reporting
internal import Scenarios
package import Verification

/// A run with its reports.
package struct FinishedRun: Sendable {
  package var result: RunResult
  /// The paths that were written.
  package var files: [String]
  package var unwritten: [FileError]
  /// The folder of the reports.
  package var folder: String
}

/// The rehearsal of one scenario file: read → run → judge → report.
package struct ScenarioRehearsal: Sendable {
  package enum Outcome: Sendable {
    /// Nothing was run, and there is no result.
    case refused(Refusal)
    case finished(FinishedRun)
  }

  package var request: RunRequest
  package var stop: StopRequest
  package var progress: @Sendable (StageProgress) -> Void
  /// Shows the warnings of the scenario before the run; not called if there are none.
  package var warned: @Sendable (String) -> Void
  /// A connection to a cluster that a test controls.
  package var connection: ClusterConnection?
  /// Faults that a test makes the reader have.
  package var sabotage: Sabotage?
  package var limits = RunLimits()

  package init(
    request: RunRequest, stop: StopRequest, progress: @escaping @Sendable (StageProgress) -> Void = { _ in },
    warned: @escaping @Sendable (String) -> Void = { _ in }, connection: ClusterConnection? = nil,
    sabotage: Sabotage? = nil
  ) {
    self.request = request
    self.stop = stop
    self.progress = progress
    self.warned = warned
    self.connection = connection
    self.sabotage = sabotage
  }

  /// The reason why a file is not run.
  package struct Refusal: Sendable, Equatable {
    /// The message to show.
    package var text: String
    package var exit: ExitCode
    /// The first cause in one line.
    package var cause: String

    init(text: String, exit: ExitCode, cause: String?) {
      self.text = text
      self.exit = exit
      self.cause = cause ?? text
    }

    /// A message of the program, which is its own cause.
    init(_ message: String, _ exit: ExitCode) {
      self.init(text: "rehearse: \(message)", exit: exit, cause: message)
    }
  }

  /// The refusal of a file that was read; nil if it can be run.
  package func refusal(of file: ScenarioFile) -> Refusal? {
    guard let scenario = file.scenario else { return Refusal(text: file.text, exit: file.exit, cause: file.firstError) }
    let names = scenario.stages.map(\.name)
    let unknown = request.stages.filter { !names.contains($0) }
    guard unknown.isEmpty, !names.isEmpty else {
      let asked = unknown.map { "\"\($0)\"" }.joined(separator: ", ")
      return Refusal(
        "\(request.file) has no stage \(asked); its stages are \(names.joined(separator: ", "))".visible, .nothingRan)
    }
    return nil
  }

  /// The embedded broker of the command line has neither listeners nor authentication, and no transactions.
  private func refusalOfEmbedded(_ scenario: Scenario) -> String? {
    guard request.brokers == .embedded else { return nil }
    if let stage = scenario.stages.first(where: { $0.client.transactions != nil }) {
      return
        "transactions prove nothing on the embedded broker, which shows aborted messages to every reader, and "
        + "stage \(quoted(stage.name)) of \(request.file) has them; name the brokers of a cluster"
    }
    let named = scenario.identities.first { $0.name != .unauthenticated }
    guard named != nil || scenario.cluster.encryption != nil else { return nil }
    return "the embedded broker has no authentication and no TLS, and \(request.file) asks for "
      + "\(named?.title ?? "tls"); name the brokers of a cluster"
  }

  package func run() -> Outcome { run(ScenarioFile.read(request.file, request.overrides)) }

  /// Runs a scenario that was read; its files are not read again.
  package func run(_ file: ScenarioFile) -> Outcome {
    if let refusal = refusal(of: file) { return .refused(refusal) }
    guard var scenario = file.scenario else {
      return .refused(Refusal(text: file.text, exit: file.exit, cause: file.firstError))
    }
    if !file.text.isEmpty { warned(file.text) }
    if let brokers = request.brokers { scenario.cluster.override(brokers) }
    if let refusal = refusalOfEmbedded(scenario) { return .refused(Refusal(refusal, .invalidInput)) }
    let selected = request.selected(of: scenario)

    let secrets = request.overrides.secrets(of: scenario, unless: stop.isStopped)
    let access = IdentityAccess(
      scenario, used: connection == nil ? IdentityAccess.used(in: scenario, selected: selected) : [], stages: selected,
      secrets: secrets, effort: .run, now: Machine.wallClock() / 1000)
    let found = file.describe(access.diagnostics, hiding: secrets.redaction)
    guard !access.diagnostics.contains(where: { $0.severity == .error }) else {
      let cause = file.adding(access.diagnostics).firstError
      return .refused(Refusal(text: found, exit: .invalidInput, cause: cause.map(secrets.redaction.apply)))
    }
    if !found.isEmpty { warned(found) }

    let startedAt = Machine.wallClock()
    var chance = SystemRandomNumberGenerator()
    let runID = RunID(milliseconds: startedAt, random: chance.next())
    let seed: UInt64 =
      switch (request.seed, scenario.seed) {
      case (let given?, _): given
      case (nil, .fixed(let fixed)): fixed
      case (nil, .random): Seed.chosen(chance.next())
      }
    let seeded = scenario.seeded(by: seed)
    let folder: RunFolder
    let log: ClientLogFile
    let history: HistoryFile?
    do {
      history = try request.history.map { path throws(FileError) in try HistoryFile(path) }
      folder = try RunFolder(root: request.reportDirectory, scenario: scenario.name, runID: runID.text)
      log = ClientLogFile(descriptor: try folder.newClientLog()) { secrets.redaction }
    } catch {
      return .refused(Refusal(error.message, .unwritableReport))
    }

    let observation: RunObservation
    let connection: ClusterConnection
    do throws(LoadError) {
      connection = if let given = self.connection { given } else { try ClusterConnection(seeded, access.accesses) }
      var run = ScenarioRun(
        scenario: seeded, runID: runID, seed: seed, startedAt: startedAt, connection: connection, selected: selected,
        workFile: "\(folder.path)/.offsets", stop: stop, log: log.note, progress: progress,
        wallClock: Machine.wallClock, sabotage: sabotage)
      run.limits = limits
      run.targets = access.targets
      run.allowsDeletion = request.allowsDeletion
      run.commands = CommandPlace(of: seeded, secrets)
      observation = run.run()
    } catch {
      return .refused(
        Refusal(LoadErrorSentences(scenario: scenario).problem(for: error).sentence.visible, .internalFault))
    }
    let facts = RunFacts(
      request: request, scenario: seeded, selected: selected, runID: runID, seed: seed, startedAt: startedAt,
      profile: connection.profile)
    var result = file.located(facts.result(of: observation))
    // Whether a topic is kept can depend on the verdict.
    let cleanup = TopicCleanup(scenario: seeded, connection: connection, stop: stop, log: log.note)
    let cleaned = cleanup.run(created: observation.createdTopics, hasPassed: result.verdict == .passed)
    result.notes += cleaned.map(NoteSentences.text)
    result.createdTopics = observation.createdTopics.map { seeded.topics[$0].name }.filter { name in
      // One that was there before is not the run's own, even where it was deleted first.
      !observation.notes.contains(.deletedFirst(topic: name)) && !cleaned.contains(.deletedAfter(topic: name))
    }
    log.writeCounts()
    var unwritten = folder.write(result)
    do throws(FileError) { try history?.append(result) } catch { unwritten.append(error) }
    let files = folder.files.filter { path in
      // Whatever happened to the folder meanwhile: only a file that is there is named.
      !unwritten.contains { $0.path == path } && InputFile.size(path) != nil
    }
    return .finished(
      FinishedRun(
        result: facts.adding(unwritten, to: result), files: files, unwritten: unwritten, folder: folder.path))
  }
}
