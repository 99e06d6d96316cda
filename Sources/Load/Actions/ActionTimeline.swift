internal import Scenarios

/// The actions of a run and when each begins. Pure: times count from the run's start.
struct ActionTimeline: Sendable {
  private let starts: [ScheduledAction.Start]
  private var isBegun: [Bool]

  init(_ actions: [ScheduledAction]) {
    starts = actions.map(\.start)
    isBegun = actions.map { _ in false }
  }

  /// The time at which an action begins; nil where that is not known yet.
  private func beginning(of action: Int, _ stages: RunTimeline) -> Nanoseconds? {
    switch starts[action] {
    case .at(let time): stages.firstBegun.map { $0 + time }
    case .with(let entry, let delay): stages.ran(entry: entry).map { $0 + delay }
    }
  }

  /// The actions that have not begun and whose time has come, by it; they count as begun.
  mutating func due(by now: Nanoseconds, _ stages: RunTimeline) -> [Int] {
    let due = starts.indices.compactMap { action -> (action: Int, at: Nanoseconds)? in
      guard !isBegun[action], let at = beginning(of: action, stages), at <= now else { return nil }
      return (action, at)
    }
    for (action, _) in due { isBegun[action] = true }
    return due.sorted { ($0.at, $0.action) < ($1.at, $1.action) }.map(\.action)
  }

  /// The next time after `now` at which one begins, as far as it is known.
  func nextChange(after now: Nanoseconds, _ stages: RunTimeline) -> Nanoseconds? {
    starts.indices.lazy.filter { !isBegun[$0] }.compactMap { beginning(of: $0, stages) }.filter { $0 > now }.min()
  }
}
