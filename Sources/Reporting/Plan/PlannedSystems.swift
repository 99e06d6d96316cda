package import Scenarios

/// The systems under test, as far as a plan knows them.
package struct PlannedSystems: Sendable, Equatable {
  package struct Target: Sendable, Equatable {
    package var name: String
    package var url: String
    package var connections: Int
    package var timeout: Nanoseconds
    /// The greatest rate of the stages that post to it, in messages a second; nil where one is at `max`.
    package var peak: Double?

    package init(name: String, url: String, connections: Int, timeout: Nanoseconds, peak: Double?) {
      self.name = name
      self.url = url
      self.connections = connections
      self.timeout = timeout
      self.peak = peak
    }

    /// The connections with which sending goes on while every answer takes the whole timeout.
    var needed: UInt64? { peak.map { UInt64(min(($0 * timeout.seconds).rounded(.up), 1e12)) } }
  }

  package struct Sink: Sendable, Equatable {
    package var name: String
    /// `topic done`, `psql`, `stored or failed`.
    package var place: String
    /// The place that its messages come from.
    package var from: String
    /// The stages, and templates, whose messages it holds.
    package var holds: String
    package var within: Nanoseconds
    /// The program of its command, where it is not found.
    package var missing: String?

    package init(
      name: String, place: String, from: String, holds: String, within: Nanoseconds, missing: String? = nil
    ) {
      self.name = name
      self.place = place
      self.from = from
      self.holds = holds
      self.within = within
      self.missing = missing
    }
  }

  package struct Group: Sendable, Equatable {
    package var name: String
    package var topics: [String]
    package var every: Nanoseconds

    package init(name: String, topics: [String], every: Nanoseconds) {
      self.name = name
      self.topics = topics
      self.every = every
    }
  }

  package struct Action: Sendable, Equatable {
    package var name: String
    /// `20s`, `with peak + 5s`.
    package var start: String
    package var words: [String]
    package var pause: Nanoseconds
    package var then: [String]?
    package var within: Nanoseconds
    /// The program, of `run` or of `then`, that is not found.
    package var missing: String?

    package init(
      name: String, start: String, words: [String], pause: Nanoseconds, then: [String]?, within: Nanoseconds,
      missing: String? = nil
    ) {
      self.name = name
      self.start = start
      self.words = words
      self.pause = pause
      self.then = then
      self.within = within
      self.missing = missing
    }
  }

  package var targets: [Target]
  package var sinks: [Sink]
  package var groups: [Group]
  package var actions: [Action]

  package init(targets: [Target] = [], sinks: [Sink] = [], groups: [Group] = [], actions: [Action] = []) {
    self.targets = targets
    self.sinks = sinks
    self.groups = groups
    self.actions = actions
  }
}
