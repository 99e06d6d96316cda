package import Diagnostics
package import Templates

/// A stretch of a run with one rate profile, one template, one topic and one partition rule.
package struct Stage: Sendable, Equatable {
  package var name: String
  /// Where its name is written: what its default expectations point at.
  package var range: SourceRange
  package var rate: RateProfile
  /// As many messages as this, where `count:` is written.
  package var count: UInt64?
  /// Nanoseconds, where `duration:` is written.
  package var duration: UInt64?
  /// Index in `Scenario.templates`; of a mix, the first.
  package var template: Int
  /// Templates by weight; empty where there is only `template`.
  package var mix: [TemplateShare]
  /// Index in `Scenario.topics`.
  package var topic: Int
  package var partition: PartitionRule
  /// False for a warm-up: it is verified, but its latencies and rates are not reported.
  package var measured: Bool
  /// `at_most:`, in nanoseconds, where it is written.
  package var sendingLimit: UInt64?
  /// As written in the stage, in its order; what applies to it is `Scenario.effectiveExpectations`.
  package var expectations: [Expectation]

  package init(
    name: String, range: SourceRange, rate: RateProfile, count: UInt64?, duration: UInt64?, template: Int,
    mix: [TemplateShare] = [], topic: Int, partition: PartitionRule, measured: Bool, sendingLimit: UInt64? = nil,
    expectations: [Expectation] = []
  ) {
    self.name = name
    self.range = range
    self.rate = rate
    self.count = count
    self.duration = duration
    self.template = template
    self.mix = mix
    self.topic = topic
    self.partition = partition
    self.measured = measured
    self.sendingLimit = sendingLimit
    self.expectations = expectations
  }

  /// Its templates by reduced weight.
  package var shares: [TemplateShare] { mix.isEmpty ? [TemplateShare(template: template, weight: 1)] : mix }

  /// The messages of the stage, fixed before it starts; nil where only its end in time is known (`max` with a duration).
  package var total: UInt64? {
    switch rate {
    case .maximum: count
    case .constant(let rate): count ?? duration.map(rate.messages(in:))
    }
  }

  /// Nanoseconds the stage is meant to take; nil at `max` without a duration.
  package var targetDuration: UInt64? {
    switch rate {
    case .maximum: duration
    case .constant(let rate): duration ?? count.map(rate.duration(of:))
    }
  }

  /// Nanoseconds after which its sending is ended and the rest is `unsent`: what is written, else three times its duration but at least five
  /// minutes; an hour where it has only a count at `max`.
  package var atMost: UInt64 {
    if let sendingLimit { return sendingLimit }
    guard let target = targetDuration else { return 3_600_000_000_000 }
    let (tripled, overflow) = target.multipliedReportingOverflow(by: 3)
    return overflow ? .max : max(tripled, 300_000_000_000)
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

extension Stage {
  /// When a message is due, in nanoseconds since the stage's start; 0 where nothing is due at a time.
  package func due(_ number: UInt64) -> Int64 {
    if case .constant(let rate) = rate { Int64(clamping: rate.due(number)) } else { 0 }
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
