/// The order in which stages and pauses begin, as `stages` has it.
package struct Timeline: Sendable, Equatable {
  package enum Activity: Sendable, Equatable {
    /// Index in `Scenario.stages`.
    case stage(Int)
    case pause(Nanoseconds)
  }

  /// The time at which an entry begins. Others are named by their indices among the entries.
  package enum Start: Sendable, Equatable {
    /// When all entries above have ended.
    case afterAllAbove
    /// So long after the other has begun.
    case with(Int, delay: Nanoseconds)
    /// So long after the other has ended.
    case after(Int, delay: Nanoseconds)
  }

  package struct Entry: Sendable, Equatable {
    package var name: String
    package var activity: Activity
    package var start: Start

    package init(name: String, activity: Activity, start: Start = .afterAllAbove) {
      self.name = name
      self.activity = activity
      self.start = start
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// These stages, one after another.
  package init(inSequence stages: [Stage]) {
    entries = stages.enumerated().map { Entry(name: $1.name, activity: .stage($0)) }
  }

  /// True where each entry waits for all above it.
  package var isSequence: Bool { entries.allSatisfy { $0.start == .afterAllAbove } }

  /// True where there are stages alone, one after another.
  package var isPlain: Bool {
    isSequence && entries.allSatisfy { if case .stage = $0.activity { true } else { false } }
  }

  /// The earliest time at which each entry begins after the first; `length` is that of a stage, zero where only its messages say how
  /// long it takes.
  package func earliestStarts(_ length: (_ stage: Int) -> Nanoseconds) -> [Nanoseconds] {
    var spans: [(start: Nanoseconds, end: Nanoseconds)] = []
    for entry in entries {
      let start: Nanoseconds =
        switch entry.start {
        case .afterAllAbove: spans.map(\.end).max() ?? .zero
        case .with(let other, let delay): spans[other].start + delay
        case .after(let other, let delay): spans[other].end + delay
        }
      let length =
        switch entry.activity {
        case .stage(let stage): length(stage)
        case .pause(let pause): pause
        }
      spans.append((start, start + length))
    }
    return spans.map(\.start)
  }

  /// The position in `stages:` of a stage, pauses counted.
  package func ordinal(ofStage stage: Int) -> Int? { entries.firstIndex { $0.activity == .stage(stage) } }
}
