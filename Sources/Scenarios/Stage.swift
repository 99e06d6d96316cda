package import Diagnostics
package import Templates

/// A stretch of a run with one schedule, one template, one topic and one partition rule.
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
  /// Index in `Scenario.topics`.
  package var topic: Int
  package var partition: PartitionRule
  /// Index of the identity of its producers.
  package var identity: Int
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

  package init(
    name: String, range: SourceRange, schedule: Schedule, template: Int, mix: [TemplateShare] = [], topic: Int,
    partition: PartitionRule, identity: Int = 0, measured: Bool, sendingLimit: Nanoseconds? = nil,
    expectations: [Expectation] = [], producers: Int = 1, client: StageClient = StageClient(),
    whenFull: WhenFull = .block, abortConditions: [AbortCondition] = []
  ) {
    self.name = name
    self.range = range
    self.schedule = schedule
    self.template = template
    self.mix = mix
    self.topic = topic
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

extension Scenario {
  /// `startedAt` in milliseconds since 1970.
  package func recipe(stage index: Int, seed: UInt64, runID: String, startedAt: Int64) -> RenderRecipe {
    let stage = stages[index]
    return RenderRecipe(
      templates: stage.shares.map { templates[$0.template] }, weights: stage.shares.map(\.weight),
      context: RenderContext(
        seed: seed, stageName: stage.name, runID: runID, startedAt: startedAt,
        secrets: variables.filter(\.isSecret).map(\.value)))
  }
}
