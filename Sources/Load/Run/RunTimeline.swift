internal import Scenarios

/// The stages and pauses of a run, and when each may begin. Pure: times count from the run's start.
///
/// A stage that is not run counts as begun and ended when the sending began, so that what refers to it begins then; so do pauses where
/// not all stages are run.
struct RunTimeline: Sendable {
  enum State: Sendable, Equatable {
    case waiting
    case begun(Nanoseconds)
    /// Nothing more is sent; answers are awaited.
    case settling(since: Nanoseconds, begun: Nanoseconds)
    case ended(Nanoseconds, begun: Nanoseconds)
  }

  private let timeline: Timeline
  private let origin: Nanoseconds
  private var states: [State]
  private let isRun: [Bool]
  /// The planned lengths of entries; nil where only the messages say how long it takes.
  private let lengths: [Nanoseconds?]

  /// - Parameter stages: those that are run.
  /// - Parameter origin: the start of the sending.
  init(_ scenario: Scenario, running stages: [Int], origin: Nanoseconds) {
    timeline = scenario.timeline
    self.origin = origin
    let runsAll = scenario.stages.indices.allSatisfy(stages.contains)
    isRun = timeline.entries.map { entry in
      switch entry.activity {
      case .stage(let stage): stages.contains(stage)
      case .pause: runsAll
      }
    }
    states = isRun.map { $0 ? .waiting : .ended(origin, begun: origin) }
    lengths = timeline.entries.map { entry in
      switch entry.activity {
      case .stage(let stage): scenario.stages[stage].schedule.length
      case .pause(let length): length
      }
    }
  }

  // MARK: Questions

  /// The time at which an entry begins; nil where that is not known yet.
  private func beginning(of entry: Int) -> Nanoseconds? {
    switch timeline.entries[entry].start {
    case .afterAllAbove:
      var latest = origin
      for state in states[..<entry] {
        guard case .ended(let end, _) = state else { return nil }
        latest = max(latest, end)
      }
      return latest
    case .with(let other, let delay):
      return begun(entry: other).map { $0 + delay }
    case .after(let other, let delay):
      guard case .ended(let end, _) = states[other] else { return nil }
      return end + delay
    }
  }

  /// The time at which an entry began; nil for one that has not.
  func begun(entry: Int) -> Nanoseconds? {
    switch states[entry] {
    case .waiting: nil
    case .begun(let begun), .settling(_, let begun), .ended(_, let begun): begun
    }
  }

  /// The time at which an entry that is run began; nil for one that has not, or that is left out.
  func ran(entry: Int) -> Nanoseconds? { isRun[entry] ? begun(entry: entry) : nil }

  /// The time at which the first stage began; nil before it.
  var firstBegun: Nanoseconds? {
    timeline.entries.indices.compactMap { entry -> Nanoseconds? in
      guard case .stage = timeline.entries[entry].activity, isRun[entry] else { return nil }
      return begun(entry: entry)
    }.min()
  }

  /// The stages that have not begun and whose beginning is known, with that time.
  var scheduled: [(stage: Int, at: Nanoseconds)] {
    timeline.entries.indices.compactMap { entry in
      guard case .stage(let stage) = timeline.entries[entry].activity, states[entry] == .waiting else { return nil }
      return beginning(of: entry).map { (stage, $0) }
    }
  }

  /// The stages that have not begun and probably will before `time`: their clients can connect by then.
  func expected(before time: Nanoseconds) -> [Int] {
    timeline.entries.indices.compactMap { entry in
      guard case .stage(let stage) = timeline.entries[entry].activity, states[entry] == .waiting,
        let expected = expectedBeginning(of: entry), expected <= time
      else { return nil }
      return stage
    }
  }

  private func expectedBeginning(of entry: Int) -> Nanoseconds? {
    switch timeline.entries[entry].start {
    case .afterAllAbove:
      var latest = origin
      for other in 0..<entry {
        guard let end = expectedEnd(of: other) else { return nil }
        latest = max(latest, end)
      }
      return latest
    case .with(let other, let delay):
      return switch states[other] {
      case .waiting: expectedBeginning(of: other).map { $0 + delay }
      case .begun(let begun), .settling(_, let begun), .ended(_, let begun): begun + delay
      }
    case .after(let other, let delay): return expectedEnd(of: other).map { $0 + delay }
    }
  }

  private func expectedEnd(of entry: Int) -> Nanoseconds? {
    switch states[entry] {
    case .ended(let end, _): end
    case .settling(let since, _): since
    case .begun(let begun): lengths[entry].map { begun + $0 }
    case .waiting: lengths[entry].flatMap { length in expectedBeginning(of: entry).map { $0 + length } }
    }
  }

  /// The stages that begin with this one, less than `delay` behind it, by themselves or through one that does.
  func companions(of stage: Int, within delay: Nanoseconds) -> [Int] {
    guard let leader = timeline.ordinal(ofStage: stage) else { return [] }
    // The time by which each entry begins behind the leader; those above are known first.
    var behind: [Int: Nanoseconds] = [leader: .zero]
    return timeline.entries.indices.compactMap { entry in
      guard case .with(let other, let own) = timeline.entries[entry].start, let base = behind[other],
        base + own < delay
      else { return nil }
      behind[entry] = base + own
      guard case .stage(let companion) = timeline.entries[entry].activity, states[entry] == .waiting else { return nil }
      return companion
    }
  }

  /// True once nothing more will happen.
  var isOver: Bool { states.allSatisfy { if case .ended = $0 { true } else { false } } }

  /// The next time after `now` at which something begins or a pause ends, as far as it is known.
  func nextChange(after now: Nanoseconds) -> Nanoseconds? {
    timeline.entries.indices.compactMap { entry -> Nanoseconds? in
      switch (states[entry], timeline.entries[entry].activity) {
      case (.waiting, _): beginning(of: entry)
      case (.begun(let begun), .pause(let length)): begun + length
      case (.begun, .stage), (.settling, _), (.ended, _): nil
      }
    }.filter { $0 > now }.min()
  }

  // MARK: Events

  /// Begins and ends the pauses whose times have come.
  mutating func pass(_ now: Nanoseconds) {
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for entry in timeline.entries.indices {
        guard case .pause(let length) = timeline.entries[entry].activity else { continue }
        switch states[entry] {
        case .waiting:
          guard let beginning = beginning(of: entry), beginning <= now else { continue }
          states[entry] = .begun(beginning)
        case .begun(let begun):
          guard begun + length <= now else { continue }
          states[entry] = .ended(begun + length, begun: begun)
        case .settling, .ended: continue
        }
        hasChanged = true
      }
    }
  }

  mutating func begin(stage: Int, at time: Nanoseconds) {
    change(stage) { state in if state == .waiting { state = .begun(time) } }
  }

  /// The stage sends nothing more.
  mutating func settle(stage: Int, at time: Nanoseconds) {
    change(stage) { state in if case .begun(let begun) = state { state = .settling(since: time, begun: begun) } }
  }

  mutating func end(stage: Int, at time: Nanoseconds) {
    change(stage) { state in
      switch state {
      case .begun(let begun), .settling(_, let begun): state = .ended(time, begun: begun)
      case .waiting, .ended: break
      }
    }
  }

  private mutating func change(_ stage: Int, _ change: (inout State) -> Void) {
    if let entry = timeline.ordinal(ofStage: stage) { change(&states[entry]) }
  }
}
