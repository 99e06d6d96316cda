internal import Diagnostics
internal import Load
internal import Rehearsal
internal import Reporting
internal import Scenarios
internal import Verification

/// The runs that a command asks for: those of each file in turn, and between them those of another side.
struct RepeatedRuns {
  private let options: RunOptions
  private let overrides: Overrides
  /// The programs that run the sides; none where this process does.
  private let children: [RunOrder.Side: ChildProgram]
  private let stop: StopRequest
  private let ending: RunEnding
  private let order: RunOrder
  private var compared = ComparedRuns()
  /// The run that is going on, or was the last, of all of the command; from 1.
  private var number = 0
  /// A stop kept a run from beginning, or ended one that is not this side's.
  private var isCutShort = false
  /// A file is not compared, which was said.
  private var isRefused = false

  init(
    _ options: RunOptions, _ overrides: Overrides, _ children: [RunOrder.Side: ChildProgram], _ stop: StopRequest,
    _ ending: RunEnding
  ) {
    self.options = options
    self.overrides = overrides
    self.children = children
    self.stop = stop
    self.ending = ending
    order = RunOrder(
      repetitions: options.repetitions, warmUps: options.warmUps, isPaired: options.against != nil)
  }

  /// False where a file cannot be run, or there is no other build: then nothing is.
  func admit(_ files: [ScenarioFile]) -> Bool {
    let refused = files.compactMap { file in
      rehearsal(RunOrder.Turn(.new, .repetition(1)), of: file, seed: nil).refusal(of: file)
    }
    for refusal in refused {
      Terminal.errors.write(refusal.text + "\n")
      ending.note(refused: refusal.exit)
    }
    guard refused.isEmpty, !hasReservedName(files) else { return false }
    // Before the runs of another side, too, and after whatever else could be wrong: it makes the file.
    do throws(FileError) { _ = try options.history.map { path throws(FileError) in try HistoryFile(path) } } catch {
      Terminal.errors.write("rehearse: \(error.message)\n")
      ending.note(refused: .unwritableReport)
      return false
    }
    guard let other = children[.base] else { return true }
    do throws(ChildProgramError) {
      let version = try other.version(unless: stop)
      Terminal.errors.write("rehearse: against \(other.path.visible), \(version.visible)\n")
      return true
    } catch {
      note(error, of: .base)
      return false
    }
  }

  /// True for a scenario whose reports would be among those of the other side, or of runs that are not counted.
  private func hasReservedName(_ files: [ScenarioFile]) -> Bool {
    guard order.turns.contains(where: { !$0.isOwn }) else { return false }
    let names = files.compactMap { $0.scenario?.name }.filter { ReportPlaces.all.contains($0) }
    for name in names {
      Terminal.errors.write(
        "rehearse: a scenario named \"\(name)\" cannot be run with \"--warm-up\" or \"--against-…\", whose reports are in folders "
          + "of that name; give it another: --set name=NAME\n")
      ending.note(refused: .usage)
    }
    return !names.isEmpty
  }

  mutating func run(_ files: [ScenarioFile]) {
    let total = files.count * order.turns.count
    for (index, file) in files.enumerated() {
      var runs = FileRuns(file, options)
      number = index * order.turns.count
      if order.turns.count > 1, !stop.isStopped() {
        let sides = Set(order.turns.map(\.side))
        runs.begin(
          Dictionary(
            uniqueKeysWithValues: sides.map { ($0, rehearsal(RunOrder.Turn($0, .repetition(1)), of: file, seed: nil)) })
        )
      }
      for turn in order.turns {
        if stop.isStopped() {
          isCutShort = true
          break
        }
        number += 1
        let line = RunLine(number: number, total: total, scenario: runs.scenario, turn: turn, options: options)
        if let text = line.text { Terminal.errors.write("rehearse: \(text)\n") }
        guard run(turn, &runs) else { break }
        // The result of a run of this side shows that it was stopped.
        if stop.isStopped(), !turn.isOwn { isCutShort = true }
      }
    }
    if isCutShort, let reason = stop.reason { ending.note(refused: reason.exit) }
    if options.against != nil, !isRefused || compared.hasBoth { RunComparison.show(compared, options, ending) }
  }

  /// One run; false if there are to be no more of its file.
  private mutating func run(_ turn: RunOrder.Turn, _ runs: inout FileRuns) -> Bool {
    let seed = runs.seed(of: turn)
    let rehearsal = rehearsal(turn, of: runs.file, seed: seed)
    for sentence in runs.renewTopics(for: turn) { Terminal.errors.write("rehearse: \(sentence)\n") }
    guard !stop.isStopped() else {
      isCutShort = true
      return false
    }
    guard let child = children[turn.side] else { return runHere(turn, &runs, rehearsal) }
    do throws(ChildProgramError) {
      let ended = try child.run(rehearsal.request, scenario: runs.scenario, stop: stop) {
        Terminal.errors.writeIfReady("\(Self.indent(turn))\($0.visible)\n")
      }
      if ended.folder != nil, runs.note(created: ended.createdTopics, turn) {
        let sentence =
          "\(child.path) does not report which topics it creates: those that are there after its runs are not made anew"
        Terminal.errors.write("rehearse: \(sentence.visible)\n")
      }
      return turn.isOwn ? takeOwn(ended, turn, rehearsal.request) : take(ended, turn, runs)
    } catch {
      note(error, of: turn.side)
      return false
    }
  }

  private static func indent(_ turn: RunOrder.Turn) -> String { turn.isOwn ? "" : "  " }

  // MARK: In this process

  private mutating func runHere(_ turn: RunOrder.Turn, _ runs: inout FileRuns, _ rehearsal: ScenarioRehearsal) -> Bool {
    switch rehearsal.run(runs.file) {
    case .refused(let refusal):
      let exit = refusal.exit
      Terminal.errors.write(refusal.text + "\n")
      switch turn.side {
      case .new: ending.note(refused: exit)
      case .base:
        Terminal.errors.write(
          "rehearse: the other side cannot be run (exit \(exit.rawValue)); this file is not compared\n")
        noteNotComparable()
      }
      return false
    case .finished(let run):
      _ = runs.note(created: run.result.createdTopics, turn)
      if turn.isOwn {
        show(run)
      } else {
        Terminal.errors.write("  \(ConsoleSummary.resultLine([run.result]))\n")
      }
      take(turn, folder: run.folder, ChildProgram.Exit.code(run.result.exits[0].rawValue))
      return true
    }
  }

  private func show(_ run: FinishedRun) {
    let isFirst = ending.note(run.result)
    let appended = run.unwritten.contains { $0.path == options.history } ? nil : options.history
    ending.note(
      Terminal.output.write(
        (isFirst ? "" : "\n") + ConsoleSummary.text(run.result, files: run.files, appended: appended)))
  }

  private func rehearsal(_ turn: RunOrder.Turn, of file: ScenarioFile, seed: UInt64?) -> ScenarioRehearsal {
    let places = ReportPlaces(root: options.reportDirectory ?? "Reports")
    let brokers: Brokers? =
      switch (turn.side, options.against) {
      case (.base, .brokers(let brokers)?): brokers
      case (.base, .binary?), (.base, nil), (.new, _): options.brokers
      }
    var request = RunRequest(
      file: file.checked.path, brokers: brokers, reportDirectory: places.folder(of: turn), seed: seed,
      label: turn.side == .base ? options.againstLabel ?? ReportPlaces.against : options.label, stages: options.stages,
      toolVersion: Version.number, overrides: overrides, allowsDeletion: options.allowsDeletion,
      history: turn.isOwn ? options.history : nil)
    request.repetition = turn.number
    let indent = Self.indent(turn)
    // A scenario has the same warnings each time.
    let isFirst = number <= 1 || (turn.isOwn && turn.number == 1)
    return ScenarioRehearsal(
      request: request, stop: stop,
      progress: { Terminal.errors.writeIfReady(indent + ProgressLine.text(ProgressFigures($0)) + "\n") },
      warned: { if isFirst { Terminal.errors.write($0 + "\n") } })
  }

  // MARK: As a child process

  /// Takes in a counted run of this build; false where it left no result.
  private mutating func takeOwn(_ ended: ChildProgram.Ended, _ turn: RunOrder.Turn, _ request: RunRequest) -> Bool {
    guard let folder = ended.folder, let run = FinishedRun(folder: folder, request, exit: ended.exit) else {
      Terminal.errors.write("rehearse: the run left no result: \(ended.exit.words)\n")
      // A run that passed has a result.
      ending.note(refused: ended.exit.code == .passed ? .internalFault : ended.exit.code)
      return false
    }
    if case .killed = ended.exit {
      Terminal.errors.write("rehearse: the process of this run was \(ended.exit.words), behind its reports\n")
    }
    show(run)
    take(turn, folder: run.folder, ended.exit)
    return true
  }

  /// Takes in a run that is not this side's, or not counted; false where the program would never run this file.
  private mutating func take(_ ended: ChildProgram.Ended, _ turn: RunOrder.Turn, _ runs: FileRuns) -> Bool {
    if !ended.lastLine.isEmpty { Terminal.errors.write("  \(ended.lastLine.visible)\n") }
    if ended.exit.isRefusal, !stop.isStopped() {
      guard turn.side == .base else {
        ending.note(refused: ended.exit.code)
        return false
      }
      let path = children[.base]?.path ?? ""
      Terminal.errors.write(
        "rehearse: \(path) cannot run \(runs.file.checked.path) (\(ended.exit.words)), as its messages above show; this file is not compared"
          .visible + "\n")
      noteNotComparable()
      return false
    }
    take(turn, folder: ended.folder, ended.exit)
    return true
  }

  private mutating func noteNotComparable() {
    isRefused = true
    ending.note(comparison: .notComparable)
  }

  private func note(_ error: ChildProgramError, of side: RunOrder.Side) {
    if case .stopped = error {
      if let reason = stop.reason { ending.note(refused: reason.exit) }
      return
    }
    Terminal.errors.write("rehearse: \(error.sentence(path: children[side]?.path ?? "").visible)\n")
    switch side {
    case .base: ending.note(comparison: .notComparable)
    case .new: ending.note(refused: .internalFault)
    }
  }

  // MARK: What is compared

  /// Takes in the rows of a run; those of the other side's failures are left out.
  private mutating func take(_ turn: RunOrder.Turn, folder: String?, _ exit: ChildProgram.Exit) {
    guard case .repetition = turn.purpose else { return }
    switch turn.side {
    case .new: if let folder { compared.new.append(folder) }
    case .base:
      if exit.isKept, let folder {
        compared.base.append(folder)
      } else {
        compared.leftOut += 1
        let reason = exit.isKept ? "it left no reports" : exit.words
        Terminal.errors.write("rehearse: the rows of this run are left out of the comparison: \(reason)\n")
      }
    }
  }
}

extension ProgressFigures {
  init(_ progress: StageProgress) {
    self.init(
      stage: progress.stage, elapsed: progress.elapsed, target: progress.target, sent: progress.sent,
      due: progress.total, acknowledged: progress.acknowledged, read: progress.read, rate: progress.rate,
      latenessMax: progress.latenessMax, lag: progress.lag, rejected: progress.rejected,
      withheld: progress.withheld)
  }
}
