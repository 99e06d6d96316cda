internal import Commands
internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Synchronization

/// One action of the time line on a queue of its own, so that it never holds up the sending: `run`, the pause of `for`, and `then`,
/// which follows whatever happens once `run` was started.
final class ActionRunner: Sendable {
  let action: ScheduledAction
  private let place: CommandPlace
  private let clock: RunClock
  private let liveness: Liveness
  private let stop: StopRequest
  private let queue = DispatchQueue(label: "rehearse.action")
  private let kept = Mutex(ActionRecord())
  private let isHurried = Atomic<Bool>(false)
  private let isBegun = Atomic<Bool>(false)
  private let finished = Completion()

  init(_ action: ScheduledAction, _ place: CommandPlace, clock: RunClock, liveness: Liveness, stop: StopRequest) {
    self.action = action
    self.place = place
    self.clock = clock
    self.liveness = liveness
    self.stop = stop
  }

  func begin() {
    guard !isBegun.exchange(true, ordering: .sequentiallyConsistent) else { return }
    queue.async { @Sendable [self] in
      follow()
      finished.signal()
    }
  }

  /// From now on `then` is not put off any longer: the sending was ended.
  func hurry() { isHurried.store(true, ordering: .sequentiallyConsistent) }

  /// Waits until nothing of it runs any more: for what is left of `for`, and at most twice `within`. One that was not begun never
  /// will be.
  func wait() {
    if !isBegun.exchange(true, ordering: .sequentiallyConsistent) { finished.signal() }
    _ = finished.wait(for: nil)
  }

  /// Its course so far.
  var record: ActionRecord { kept.withLock { $0 } }

  private func follow() {
    if let then = action.then { stop.owed.add(then, of: action.name) }
    defer { stop.owed.remove(of: action.name) }
    liveness.beginDisturbance()
    defer { liveness.endDisturbance() }
    let isStarted = perform(action.run) { $0.run = $1 }
    guard isStarted, let then = action.then else { return }
    pause(for: .nanoseconds(action.pause.count)) { [self] in
      isHurried.load(ordering: .relaxed) || stop.isStopped()
    }
    _ = perform(then) { $0.then = $1 }
  }

  /// False if the command could not be started.
  private func perform(_ words: [String], _ note: (inout ActionRecord, ActionRecord.Step) -> Void) -> Bool {
    let begun = clock.time
    kept.withLock { note(&$0, ActionRecord.Step(begun: begun)) }
    let ending = LastingCommand(
      words, environment: place.environment, in: place.directory, limit: .nanoseconds(action.within.count)
    ).run()
    let ended = clock.time
    kept.withLock { record in
      note(&record, ActionRecord.Step(begun: begun, ended: ended, fault: ending.error, output: ending.output))
    }
    return ending.hasStarted
  }
}
