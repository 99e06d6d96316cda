internal import Scenarios
internal import Verification

/// The actions of a run: begun by its time line, awaited at the end of its sending.
struct RunActions {
  private var timeline: ActionTimeline
  private let runners: [ActionRunner]

  init(
    _ actions: [ScheduledAction], _ place: CommandPlace, clock: RunClock, liveness: Liveness, stop: StopRequest
  ) {
    timeline = ActionTimeline(actions)
    runners = actions.map { ActionRunner($0, place, clock: clock, liveness: liveness, stop: stop) }
  }

  mutating func begin(by now: Nanoseconds, _ stages: RunTimeline) {
    for action in timeline.due(by: now, stages) { runners[action].begin() }
  }

  func nextChange(after now: Nanoseconds, _ stages: RunTimeline) -> Nanoseconds? {
    timeline.nextChange(after: now, stages)
  }

  /// The sending was ended before its time: what an action has still to undo, it does at once.
  func hurry() { for runner in runners { runner.hurry() } }

  /// Nothing more begins; returns once all that began have ended.
  func wait() { for runner in runners { runner.wait() } }

  /// The end of the last; nil where none began.
  var end: Nanoseconds? { runners.compactMap(\.record.end).max() }

  var records: [ActionRecord] { runners.map(\.record) }
}
