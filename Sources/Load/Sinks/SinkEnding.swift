internal import Kafka
internal import Scenarios
internal import Verification

/// Reads the sinks of a run to their ends once all sending is answered: asks, sleeps, and does what `SinkWaiting` decides. It can never
/// hang: every question has a timeout, every wait a limit.
struct SinkEnding {
  private static let tick = Duration.milliseconds(20)
  /// The shortest time between two searches for absent messages.
  private static let lookInterval = Nanoseconds.milliseconds(100)

  /// The facts that are known once everything is answered.
  struct Facts {
    /// The answers to each stage, by its index; of stages that were not sent there is none.
    var answers: [Int: StageAnswers]
    /// The topics that stages send to, by their indices: whether they were read completely to a stable end, and which messages are
    /// in them.
    var topics: [Int: (isComplete: Bool, contains: (Int, UInt64) -> Bool)]
    /// The time since the run's start when all was answered, and what an action had to undo was done.
    var answeredAt: Nanoseconds
    /// The longest time for a sink since then, where it does not say.
    var atMost: Nanoseconds
    /// Has `body` look at what `answers` and `topics` read, while nothing changes in it.
    var access: (() -> Void) -> Void
  }

  /// A sink that is waited for.
  struct Open {
    var waiting: SinkWaiting
    var end: SinkEnd?
    var endedAt: Nanoseconds?
    var isAllFound = false
    var looked: (found: UInt64, isOpened: Bool)?
    var looksAgainAt = Nanoseconds.zero
  }

  let readings: SinkReadings
  let facts: Facts
  private let begunAt: Nanoseconds
  private(set) var all: [Open]
  var plan: SinkPlan { readings.plan }
  var clock: RunClock { readings.surroundings.clock }
  private var stop: StopRequest { readings.surroundings.stop }

  init(_ readings: SinkReadings, _ facts: Facts) {
    self.readings = readings
    self.facts = facts
    begunAt = readings.surroundings.clock.time
    let plan = readings.plan
    all = plan.sinks.enumerated().map { index, sink in
      Open(
        waiting: SinkWaiting(
          SinkWaiting.Terms(
            within: sink.within, atMost: sink.atMost ?? facts.atMost, afterStop: readings.surroundings.limits.afterStop,
            isPartial: sink.extent == .some && !plan.isMember(index))))
    }
  }

  mutating func run() {
    for reader in readings.readers where reader.mode == .after {
      // A reader that cannot begin reads nothing, and is given up for that.
      try? reader.begin()
    }
    while step() { pause(for: Self.tick, unless: stop.mustFinish) }
  }

  /// Looks at every sink once; true while one is waited for.
  private mutating func step() -> Bool {
    var wanted = [Set<Int>](repeating: [], count: readings.readers.count)
    var isAnyOpen = false
    for index in plan.sinks.indices where all[index].end == nil {
      switch readings.places[index] {
      case .unread: continue
      case .members:
        let ends = plan.members(of: index).map { all[$0].end }
        if !plan.hasOneIdentity(index) {
          end(index, .unfinished(because: "the sinks that it is made of have different kinds of ids"))
        } else if ends.allSatisfy({ $0 != nil }) {
          end(index, .together(ends.compactMap { $0 }))
        } else {
          isAnyOpen = true
        }
      case .topic(let reader, let topic):
        isAnyOpen = true
        wanted[reader].insert(topic)
        if !stop.mustFinish(), readings.readers[reader].readAgainWhereInterrupted(topic) { forget(reader, topic) }
      case .command(let command):
        isAnyOpen = true
        if !stop.mustFinish() { command.askWhereDue(groupIsOver: group(of: index, since: since(index)).isOver) }
      }
    }
    guard isAnyOpen else { return false }
    if !stop.mustFinish() { for (reader, topics) in zip(readings.readers, wanted) { reader.askWhereDue(topics) } }
    for index in plan.sinks.indices where all[index].end == nil { decide(index) }
    return true
  }

  /// The sinks of a topic are read once more: what was found before is not found now.
  private mutating func forget(_ reader: Int, _ topic: Int) {
    for index in plan.sinks.indices {
      guard case .topic(reader, topic) = readings.places[index] else { continue }
      (all[index].looked, all[index].isAllFound) = (nil, false)
    }
  }

  private mutating func end(_ index: Int, _ end: SinkEnd) {
    all[index].end = end
    all[index].endedAt = clock.time
  }

  private mutating func decide(_ index: Int) {
    let place = readings.places[index]
    let found = progress(index)
    let (openedAt, since) = (openedAt(index), since(index))
    look(index, found: found.count, isOpened: openedAt != nil)
    var seen = SinkWaiting.Sight(
      reading: .command(nil, failure: nil), since: since, begunAt: begunAt, progressAt: found.at, movedAt: .zero,
      openedAt: openedAt,
      isAllFound: false, group: group(of: index, since: since))
    switch place {
    case .members, .unread: return
    case .topic(let reader, let topic):
      let (reading, state) = readings.readers[reader].reading(ofTopic: topic)
      (seen.reading, seen.movedAt) = (reading, state.movedAt)
      seen.interruption = state.interruption?.text
      if state.isAbandoned, state.interruption?.isRefusal ?? false { seen.obstacle = state.interruption?.text }
    case .command(let command):
      let state = command.state
      // An error that a command prints beside no id at all matters where there should be some.
      let complaint = all[index].isAllFound && plan.sinks[index].extent == .all ? nil : state.complaint
      seen.reading = .command(state.answer, failure: state.failure ?? complaint)
      if state.isFinal { seen.obstacle = state.failure }
    }
    if let fault = fault(index) { seen.obstacle = fault }
    seen.isAllFound = all[index].isAllFound
    seen.isStopped = stop.isStopped()
    seen.mustFinish = stop.mustFinish()
    seen.isLost = readings.surroundings.liveness.isLost
    guard case .done(let end) = all[index].waiting.decide(seen, at: clock.time) else { return }
    if case .topic(let reader, let topic) = place {
      self.end(index, readings.readers[reader].end(end, ofTopic: topic))
    } else {
      self.end(index, end)
    }
  }

  /// The reason why ids may be in what was read that were not found.
  private func fault(_ index: Int) -> String? {
    let intakes = readings.access { readings.intakes(of: index).map { ($0.canIdentify, $0.givenUp) } }
    if intakes.contains(where: { !$0.0 }) { return "its identity cannot be understood" }
    let givenUp = intakes.reduce(0) { $0 + $1.1 }
    return givenUp > 0 ? "its identity took too many steps in \(givenUp) records" : nil
  }

  // MARK: Progress

  func progress(_ index: Int) -> (count: UInt64, at: Nanoseconds?) {
    if case .command(let command) = readings.places[index] {
      let state = command.state
      return (state.intake?.tally.found ?? 0, state.progressAt)
    }
    return readings.access {
      let tallies = readings.intakes(of: index).map(\.tally)
      return (tallies.reduce(0) { $0 + $1.found }, tallies.compactMap(\.progressAt).max())
    }
  }

  /// The time since which it is known what must be in a sink; nil while the sink that it takes from is still read.
  private func openedAt(_ index: Int) -> Nanoseconds? {
    switch plan.sinks[index].origin {
    case .acknowledged, .topic: facts.answeredAt
    case .sink(let other): all[other].endedAt
    }
  }

  /// The time from which a sink is waited for: all was answered, and the sink that it takes from found its last message.
  private func since(_ index: Int) -> Nanoseconds {
    guard case .sink(let other) = plan.sinks[index].origin else { return facts.answeredAt }
    return max(facts.answeredAt, progress(other).at ?? .zero)
  }

  private func group(of index: Int, since: Nanoseconds) -> SinkWaiting.Group {
    guard let group = plan.sinks[index].group else { return .none }
    return switch readings.surroundings.hasCaughtUp(group, since) {
    case true?: .caughtUp
    case false?: .behind
    case nil: .unknown
    }
  }

  /// Notes whether anything is absent, where that may have changed.
  private mutating func look(_ index: Int, found: UInt64, isOpened: Bool) {
    let now = clock.time
    let isNew = all[index].looked.map { $0.found != found || $0.isOpened != isOpened } ?? true
    guard isOpened, now >= all[index].looksAgainAt, isNew || !plan.groups(with: index).isEmpty else { return }
    all[index].looked = (found, isOpened)
    all[index].isAllFound = ([index] + plan.groups(with: index)).allSatisfy { !lacksAny($0) }
    let cost = clock.time - now
    all[index].looksAgainAt = clock.time + max(Self.lookInterval, cost * 10)
  }

  private func lacksAny(_ index: Int) -> Bool {
    var lacks = true
    access {
      let intakes = readings.intakes(of: index)
      guard !intakes.isEmpty else { return }
      lacks = accounting(index, intakes, end: .proven).lacksAny
    }
    return lacks
  }

  func access(_ body: () -> Void) { facts.access { readings.access(body) } }
}
