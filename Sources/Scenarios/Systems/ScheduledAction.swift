package import Diagnostics

/// A command on the time line of a run: a restart, a broken connection, added partitions.
package struct ScheduledAction: Sendable, Equatable {
  /// The time at which it begins.
  package enum Start: Sendable, Equatable {
    /// So long after the first stage has begun.
    case at(Nanoseconds)
    /// So long after an entry of the time line has begun, by its index there.
    case with(Int, delay: Nanoseconds)
  }

  package var name: String
  /// The position of its name.
  package var range: SourceRange
  package var start: Start
  /// A program and its arguments; a name with a slash is relative to the scenario's folder.
  package var run: [String]
  /// The longest time that `run` may take, and `then`.
  package var within: Nanoseconds
  /// `for`: the time between the end of `run` and the start of `then`.
  package var pause: Nanoseconds
  /// The command that follows, once `run` was started, whatever happens; nil for none.
  package var then: [String]?

  package static let usualLimit = Nanoseconds.seconds(60)

  package init(
    name: String, range: SourceRange, start: Start, run: [String], within: Nanoseconds = usualLimit,
    pause: Nanoseconds = .zero, then: [String]? = nil
  ) {
    self.name = name
    self.range = range
    self.start = start
    self.run = run
    self.within = within
    self.pause = pause
    self.then = then
  }
}
