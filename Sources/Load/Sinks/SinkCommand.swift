internal import Commands
internal import Dispatch
internal import Scenarios
internal import Synchronization
internal import Verification

/// Reads a sink by a command, again and again: each asking is a snapshot with a ledger of its own, and the last whole answer counts.
///
/// `@unchecked Sendable`: a ledger is filled on `queue` and handed over whole under the mutex; until the next whole answer nothing
/// touches it there.
final class SinkCommand: @unchecked Sendable {
  private let query: CommandQuery
  private let place: CommandPlace
  private let tag: String
  private let limit: Nanoseconds
  private let clock: RunClock
  private let mustFinish: @Sendable () -> Bool
  private let make: @Sendable () -> SinkIntake
  private let queue = DispatchQueue(label: "rehearse.sink.command", qos: .userInitiated)
  private let kept: Mutex<State>
  private let hasEnded = Atomic(false)

  /// The command's answers so far.
  struct State: @unchecked Sendable {
    var isAsking = false
    /// The end of the last asking.
    var askedUntil: Nanoseconds?
    /// The last whole answer.
    var intake: SinkIntake?
    var answer: SinkWaiting.Answer?
    /// The reason why the asking after that is none.
    var failure: String?
    /// An error that it printed although it ended with 0, where the last whole answer has no id.
    var complaint: String?
    /// It will not be otherwise if it is asked again.
    var isFinal = false
    /// The most messages of any answer, and when it was asked for.
    var most: UInt64 = 0
    var progressAt: Nanoseconds?
    /// Whole answers.
    var readings = 0
    var wasEmpty = true
  }

  /// - Parameters:
  ///   - limit: the longest time that one asking may take.
  ///   - make: an intake for one asking.
  init(
    _ query: CommandQuery, in place: CommandPlace, tag: String, limit: Nanoseconds, clock: RunClock,
    mustFinish: @escaping @Sendable () -> Bool, make: @escaping @Sendable () -> SinkIntake
  ) {
    self.query = query
    self.place = place
    self.tag = tag
    self.limit = limit
    self.clock = clock
    self.mustFinish = mustFinish
    self.make = make
    kept = Mutex(State())
  }

  var state: State { kept.withLock { $0 } }

  /// Asks now, unless it is being asked, or was less than its interval ago. `groupIsOver` says that the group behind it has caught up.
  func askWhereDue(groupIsOver: Bool) {
    let now = clock.time
    let isDue = kept.withLock { state -> Bool in
      guard !state.isAsking, !state.isFinal, state.askedUntil.map({ now - $0 >= query.every }) ?? true else {
        return false
      }
      state.isAsking = true
      return true
    }
    guard isDue else { return }
    queue.async { @Sendable [self] in ask(at: now, groupIsOver: groupIsOver) }
  }

  /// Waits until nothing is asked any more.
  func finish() { queue.sync {} }

  /// Ends what is being asked.
  func end() {
    hasEnded.store(true, ordering: .relaxed)
    queue.sync {}
  }

  private func ask(at asked: Nanoseconds, groupIsOver: Bool) {
    let intake = make()
    var lines = OutputLines()
    var isEmpty = true
    let note = { (line: OutputLines.Line) in
      isEmpty = false
      switch line {
      case .line(let bytes): intake.note(key: nil, value: bytes, at: nil, asked)
      case .overlong: intake.noteOverlong()
      }
    }
    do {
      let errors = try command().run(unless: { mustFinish() || hasEnded.load(ordering: .relaxed) }) {
        lines.take($0, note)
      }
      lines.finish(note)
      take(intake, isEmpty: isEmpty, errors: errors, askedAt: asked, groupIsOver: groupIsOver)
    } catch {
      let isFinal: Bool
      switch (error as? CommandFailure)?.error {
      case .notFound, .notExecutable, .stopped, nil: isFinal = true
      case .exited, .killed, .timedOut, .tooMuch, .systemError: isFinal = false
      }
      self.note(failure: words(error), isFinal: isFinal)
    }
  }

  private func command() throws(SecretError) -> StreamedCommand {
    try StreamedCommand(query, tag: tag, in: place, limit: .nanoseconds(limit.count))
  }

  private func words(_ error: any Error) -> String {
    guard let failure = error as? CommandFailure else { return "its command has no value for a variable" }
    return Self.reason("its command: \(failure.error.words)", place.shown(failure.errors))
  }

  /// A reason with the last line that a command printed, which has no secrets any more.
  private static func reason(_ reason: String, _ printed: String) -> String {
    let last = printed.split(whereSeparator: \.isNewline).last { $0.contains { !$0.isWhitespace } }
    return last.map { "\(reason): \($0.prefix(300))" } ?? reason
  }

  private func take(
    _ intake: SinkIntake, isEmpty: Bool, errors: [UInt8], askedAt asked: Nanoseconds, groupIsOver: Bool
  ) {
    let hasIDs = intake.ledger.read > intake.ledger.foreign
    // psql, for one, ends with 0 after an error in what it was given to read.
    let printed = hasIDs ? "" : place.shown(errors)
    let complaint =
      printed.contains { !$0.isWhitespace } ? Self.reason("its command printed no id, and an error", printed) : nil
    if intake.givenUp > 0 {
      return note(failure: "its identity took too many steps in \(intake.givenUp) lines", isFinal: false)
    }
    // An error page, a help text or bytes of something else are no list of ids, whatever the exit code.
    if !isEmpty, intake.formed == 0, intake.sink.identity == .line {
      return note(failure: "its command printed \(intake.ledger.read) lines, and none of them is an id", isFinal: false)
    }
    kept.withLock { state in
      state.isAsking = false
      state.askedUntil = clock.time
      if isEmpty, !state.wasEmpty {
        state.failure = "its command printed nothing, and something before"
        return
      }
      state.wasEmpty = isEmpty
      let isSame = state.intake.map { $0.tally.digest == intake.tally.digest } ?? false
      state.answer = SinkWaiting.Answer(
        askedAt: asked, sameSince: isSame ? state.answer?.sameSince ?? asked : asked, groupWasOver: groupIsOver)
      if intake.tally.found > state.most {
        state.most = intake.tally.found
        state.progressAt = asked
      }
      state.failure = nil
      state.complaint = complaint
      state.intake = intake
      state.readings += 1
    }
  }

  private func note(failure: String, isFinal: Bool) {
    kept.withLock { state in
      state.isAsking = false
      state.askedUntil = clock.time
      state.failure = failure
      state.isFinal = isFinal
    }
  }
}
