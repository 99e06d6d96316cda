package import Diagnostics
internal import Templates

/// A stretch of a run with one schedule, one template, one destination and one partition rule.
package struct Stage: Sendable, Equatable {
  package var name: String
  /// The position of its name: its default expectations point there.
  package var range: SourceRange
  /// The number of its messages, and when each is due.
  package var schedule: Schedule
  /// Index in `Scenario.templates`; of a mix, the first.
  package var template: Int
  /// Templates by weight; empty where there is only `template`.
  package var mix: [TemplateShare]
  package var destination: Destination
  package var partition: PartitionRule
  /// Index of the identity of its producers; the cluster's for a stage that has a target.
  package var identity: Int
  /// The credentials of its requests, where they are not the target's.
  package var access: TargetAccess?
  /// False for a warm-up: it is verified, but its latencies and rates are not reported.
  package var measured: Bool
  /// `at_most:`, where it is written.
  package var sendingLimit: Nanoseconds?
  /// As written in the stage, in its order; what applies to it is `Scenario.effectiveExpectations`.
  package var expectations: [Expectation]
  /// The producers that share its messages.
  package var producers: Int
  package var client: StageClient
  package var whenFull: WhenFull
  /// `abort_when:`, in its order.
  package var abortConditions: [AbortCondition]

  /// The place that messages are sent to.
  package enum Destination: Sendable, Equatable {
    /// Index in `Scenario.topics`.
    case topic(Int)
    /// Index in `Scenario.targets`.
    case target(Int)
  }

  package init(
    name: String, range: SourceRange, schedule: Schedule, template: Int, mix: [TemplateShare] = [],
    destination: Destination,
    partition: PartitionRule, identity: Int = 0, measured: Bool, sendingLimit: Nanoseconds? = nil,
    expectations: [Expectation] = [], producers: Int = 1, client: StageClient = StageClient(),
    whenFull: WhenFull = .block, abortConditions: [AbortCondition] = []
  ) {
    self.name = name
    self.range = range
    self.schedule = schedule
    self.template = template
    self.mix = mix
    self.destination = destination
    self.partition = partition
    self.identity = identity
    self.measured = measured
    self.sendingLimit = sendingLimit
    self.expectations = expectations
    self.producers = producers
    self.client = client
    self.whenFull = whenFull
    self.abortConditions = abortConditions
  }

  /// Index of the topic that it sends to; nil where it posts to a target.
  package var topic: Int? {
    switch destination {
    case .topic(let index): index
    case .target: nil
    }
  }

  /// Index of the target that it posts to; nil where it sends to a topic.
  package var target: Int? {
    switch destination {
    case .topic: nil
    case .target(let index): index
    }
  }

  /// Its templates by reduced weight.
  package var shares: [TemplateShare] { mix.isEmpty ? [TemplateShare(template: template, weight: 1)] : mix }

  /// The time after which its sending is ended and the rest is `unsent`: what is written, else three times its length but at
  /// least five minutes; an hour where it has only a count at `max`.
  package var atMost: Nanoseconds {
    if let sendingLimit { return sendingLimit }
    guard let length = schedule.length else { return .hours(1) }
    return max(length * 3, .minutes(5))
  }
}

/// One of several templates of a stage.
package struct TemplateShare: Sendable, Hashable {
  /// Index in `Scenario.templates`.
  package var template: Int
  /// Divided by what divides the weights of all.
  package var weight: UInt64

  package init(template: Int, weight: UInt64) {
    self.template = template
    self.weight = weight
  }
}
