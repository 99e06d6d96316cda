/// The row of a metric: everything that reading, judging, reports, reference and `why` need to know of it.
package struct MetricFacts: Sendable {
  /// The unit of its values, which is how a bound is written.
  package enum Unit: String, Sendable, CaseIterable {
    case count, duration, ratio, rate, size
    case byteRate = "byte rate"
    /// A word or a status, of `refused`.
    case reason
  }

  /// The weight of a breach.
  package enum Breach: Sendable, Equatable {
    /// The messages themselves are not as they should be: exit 10.
    case verification
    /// A condition on a metric: exit 11.
    case expectation
    /// Nothing is proven either way, for this reason: exit 22.
    case inconclusive(because: String)
  }

  /// A row of `stages.csv` in which its cell is empty.
  package enum Row: Sendable {
    /// The row `*`.
    case wholeRun
    /// A stage at `max`, where nothing is due at a time.
    case atMaximum
    /// A stage with `measure: false`.
    case unmeasured
    /// A stage that posts to a target: it has no topic to be read.
    case posted
  }

  /// The side that counts or measures it.
  package enum Source: Sendable {
    case sending
    /// Known only as far as the topic was read back.
    case reading
  }

  /// The direction in which the value moves while more of the stage is sent and read, so what can still change.
  package enum Tendency: Sendable {
    case rises, falls, either
    /// It says how the run ended, and no further message changes that.
    case settled
  }

  /// The expectation that every stage has unless the scenario says otherwise.
  package enum Default: Sendable, Equatable {
    case none
    /// The count is 0.
    case zero
    /// The count is 0 where the producer is idempotent.
    case zeroIfIdempotent
    /// The count is 0 where the reader asks for committed records only.
    case zeroIfCommitted
    /// At least this, in stages that have a value for it.
    case atLeast(Bound)
  }

  /// The name that an expectation has for it.
  package var name: String
  /// Mostly one; `rate_kept` can be stated as a ratio and as a rate. The first is the one to suggest.
  package var units: [Unit]
  /// One line, lower case.
  package var meaning: String
  package var breach: Breach
  package var standard: Default
  package var emptyIn: Set<Row>
  package var source: Source
  package var tendency: Tendency
  /// False for what this version does not measure yet.
  package var isSupported: Bool
  /// True for a duration whose column is in seconds rather than milliseconds.
  package var isInSeconds: Bool
  /// The name of its column, a duration's in microseconds, where that is not its name with the unit behind it.
  package var column: String?
  /// True for a size whose name says already that it is in bytes.
  package var namesBytes: Bool
  /// Its page of `rehearse why`.
  package var explanation: Explanation

  init(
    _ name: String, _ units: [Unit], _ meaning: String, breach: Breach = .expectation, standard: Default = .none,
    emptyIn: Set<Row> = [], source: Source = .sending, tendency: Tendency = .rises, isSupported: Bool = true,
    isInSeconds: Bool = false, column: String? = nil, namesBytes: Bool = false, why explanation: Explanation
  ) {
    self.name = name
    self.units = units
    self.meaning = meaning
    self.breach = breach
    self.standard = standard
    self.emptyIn = emptyIn
    self.source = source
    self.tendency = tendency
    self.isSupported = isSupported
    self.isInSeconds = isInSeconds
    self.column = column
    self.namesBytes = namesBytes
    self.explanation = explanation
  }
}
