package import Diagnostics
package import Scenarios

/// The lag of a consumer group of the system under test: a row of `groups.csv`.
package struct GroupResult: Sendable, Equatable, Codable {
  /// The key in the scenario.
  package var name: String
  /// The group's name in the cluster.
  package var group: String
  package var position: SourcePosition
  package var topics: [String]
  package var verdict: Verdict
  /// The greatest lag that a sample showed; nil where none was answered.
  package var lagMax: UInt64?
  /// The lag of the last sample.
  package var lagEnd: UInt64?
  /// From the last send to the first sample with lag 0; nil where there was none.
  package var caughtUp: Nanoseconds?
  /// Where there was none: from the last send to the last sample, which had a lag. Nil where no sample after the last send was
  /// answered, so that nothing is known. Where there was one, and samples failed just before it: from the last send to the last
  /// sample with a lag, or 0.
  package var behindAfter: Nanoseconds?
  /// The last sample of all was answered, and asked for after the last send.
  package var isAnsweredAtEnd = true
  package var samples: Int
  /// Questions that got no answer: gaps, never 0.
  package var samplesFailed: Int
  /// The last failure of a question.
  package var lastFailure: String?
  /// The lag by second since the run's start; nil where no sample was answered in it.
  package var series: [UInt64?]
  package var checks: [Check]

  package init(
    name: String, group: String, position: SourcePosition, topics: [String], verdict: Verdict = .skipped,
    lagMax: UInt64? = nil, lagEnd: UInt64? = nil, caughtUp: Nanoseconds? = nil, samples: Int = 0,
    samplesFailed: Int = 0, lastFailure: String? = nil, series: [UInt64?] = [], checks: [Check] = []
  ) {
    self.name = name
    self.group = group
    self.position = position
    self.topics = topics
    self.verdict = verdict
    self.lagMax = lagMax
    self.lagEnd = lagEnd
    self.caughtUp = caughtUp
    self.samples = samples
    self.samplesFailed = samplesFailed
    self.lastFailure = lastFailure
    self.series = series
    self.checks = checks
  }
}
