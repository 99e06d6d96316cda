internal import Diagnostics
internal import Rehearsal
internal import Scenarios
internal import Templates
internal import Verification

/// `rehearse render`
enum RenderCommand {
  static func run(_ options: RenderOptions) -> Int32 {
    let overrides: Overrides
    do throws(CommandError) { overrides = try options.overrides.read() } catch { return error.exit.rawValue }
    let file = ScenarioFile.read(options.file, overrides)
    if !file.text.isEmpty { Terminal.errors.write(file.text + "\n") }
    guard let scenario = file.scenario else { return file.exit.rawValue }
    do throws(CommandError) { return try list(scenario, options).rawValue } catch { return error.exit.rawValue }
  }

  private static func list(_ scenario: Scenario, _ options: RenderOptions) throws(CommandError) -> ExitCode {
    let names = scenario.stages.map(\.name)
    guard let stage = options.stage.map({ names.firstIndex(of: $0) }) ?? 0 else {
      throw failure(
        "\(options.file) has no stage \"\(options.stage ?? "")\"; its stages are \(names.joined(separator: ", "))",
        .nothingRan)
    }
    let first = options.sequence ?? 0
    let total = scenario.stages[stage].schedule.total
    if let total, first >= total {
      throw failure(
        "stage \"\(names[stage])\" has \(Plural.count(total, "message"))\(total > 1 ? ", from 0 to \(total - 1)" : "")",
        .nothingRan)
    }
    let count = options.count ?? (options.sequence == nil ? 10 : 1)
    let end = first.addingReportingOverflow(count)
    let numbers = first..<min(end.overflow ? .max : end.partialValue, total ?? .max)
    let listing = MessageListing(
      scenario, stage: stage, run: try run(scenario, options), form: options.form == .ndjson ? .ndjson : .plain,
      showsKeys: options.showsKeys, showsHeaders: options.showsHeaders)
    var exit = ExitCode.passed
    var withheld = 0
    listing.list(numbers) { number, fault in
      withheld += 1
      if withheld <= mostWithheld { Terminal.errors.write("#\(number) would be withheld: \(fault.text.visible)\n") }
    } _: { bytes in
      // To another program they go as they are; a terminal would act on them.
      let shown =
        Terminal.output.isInteractive ? Array(String(decoding: bytes, as: UTF8.self).visibleLines.utf8) : bytes
      let (outcome, isOpen) = Terminal.print(shown)
      exit = outcome
      return isOpen
    }
    if withheld > mostWithheld { Terminal.errors.write("and \(withheld - mostWithheld) more would be withheld\n") }
    return exit
  }

  /// The number of withheld messages that are listed one by one.
  private static let mostWithheld = 10

  /// The run of `--run`, or none, of which a line on standard error says what stands for it.
  private static func run(_ scenario: Scenario, _ options: RenderOptions) throws(CommandError) -> MessageListing.Run {
    guard let path = options.run else {
      let seed: UInt64 = if case .fixed(let seed) = scenario.seed { seed } else { 0 }
      let run = MessageListing.Run.none(seed: seed)
      let chance = scenario.seed == .random ? ", seed 0" : ""
      Terminal.errors.write(
        "rehearse: rendering without a run: run id \(run.id), start 2000-01-01T00:00:00Z\(chance)\n")
      return run
    }
    do {
      let (run, isSame) = try PastRun.read(path, for: scenario)
      if !isSame {
        Terminal.errors.write(
          "rehearse: \(options.file.visible) is not the scenario of that run: its messages may differ\n")
      }
      return run
    } catch {
      throw failure(error.message, error.exit)
    }
  }

  private static func failure(_ message: String, _ exit: ExitCode) -> CommandError {
    Terminal.errors.write("rehearse: \(message.visible)\n")
    return CommandError(exit: exit)
  }
}
