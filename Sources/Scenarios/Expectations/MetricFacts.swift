/// What there is to know of a metric. `Metric.facts` is the table; reading, judging, reports and reference derive from it.
package struct MetricFacts: Sendable {
  /// What a value of it is a number of; how that is written.
  package enum Unit: String, Sendable, CaseIterable {
    case count, duration, ratio, rate, size
    case byteRate = "byte rate"
    /// A word, of `refused`.
    case reason
  }

  /// How a breach counts.
  package enum Breach: Sendable {
    /// The messages themselves are not as they should be: exit 10.
    case verification
    /// A condition on a metric: exit 11.
    case expectation
    /// Nothing is proven either way: exit 22.
    case inconclusive
  }

  /// A row of `stages.csv` in which its cell is empty.
  package enum Row: Sendable {
    /// The row `*`.
    case wholeRun
    /// A stage at `max`, where nothing is due at a time.
    case atMaximum
    /// A stage with `measure: false`.
    case unmeasured
  }

  /// Who counts or measures it.
  package enum Source: Sendable {
    case sending
    /// Known only as far as the topic was read back.
    case reading
  }

  /// How the value moves while more of the stage is sent and read: what can still change, and what is decided.
  package enum Tendency: Sendable {
    case rises, falls, either
    /// It says how the run ended, and no further message changes that.
    case settled
  }

  /// Mostly one; `rate_kept` can be stated as a ratio and as a rate. The first is the one to suggest.
  package var units: [Unit]
  /// One line, lower case.
  package var meaning: String
  package var breach: Breach
  package var emptyIn: Set<Row>
  package var source: Source
  package var tendency: Tendency
  /// False for what this version does not measure yet.
  package var isSupported: Bool
  /// Of a duration: whether its column, and so a person, counts in seconds rather than milliseconds.
  package var isInSeconds: Bool

  init(
    _ units: [Unit], _ meaning: String, breach: Breach = .expectation, emptyIn: Set<Row> = [],
    source: Source = .sending, tendency: Tendency = .rises, isSupported: Bool = true, isInSeconds: Bool = false
  ) {
    self.units = units
    self.meaning = meaning
    self.breach = breach
    self.emptyIn = emptyIn
    self.source = source
    self.tendency = tendency
    self.isSupported = isSupported
    self.isInSeconds = isInSeconds
  }
}

extension MetricFacts {
  /// A count of the producers.
  static func sent(_ meaning: String, _ breach: Breach = .verification, _ tendency: Tendency = .rises) -> Self {
    Self([.count], meaning, breach: breach, tendency: tendency)
  }

  /// A count of the reader.
  static func read(_ meaning: String, _ breach: Breach = .verification, _ tendency: Tendency = .rises) -> Self {
    Self([.count], meaning, breach: breach, source: .reading, tendency: tendency)
  }

  /// What means nothing over several stages, and nothing in a warm-up.
  static func rate(_ units: [Unit], _ meaning: String, source: Source = .sending) -> Self {
    Self(units, meaning, emptyIn: [.wholeRun, .unmeasured], source: source, tendency: .either)
  }

  static func seconds(_ meaning: String, source: Source = .sending, tendency: Tendency = .rises) -> Self {
    Self([.duration], meaning, source: source, tendency: tendency, isInSeconds: true)
  }

  static func latency(_ latency: Latency, _ statistic: Latency.Statistic) -> Self {
    let (what, source, empty): (String, Source, Set<Row>) =
      switch latency {
      case .lateness: ("from due to sent", .sending, [.atMaximum, .unmeasured])
      case .service: ("from sent to acknowledged", .sending, [.unmeasured])
      case .ack: ("from due to acknowledged", .sending, [.atMaximum, .unmeasured])
      case .endToEnd: ("from due (at max: from sent) to read back", .reading, [.unmeasured])
      }
    let (which, tendency): (String, Tendency) =
      switch statistic {
      case .min: ("the shortest time", .falls)
      case .max: ("the longest time", .rises)
      case .mean: ("the mean time", .either)
      case .p50: ("the time that half of the messages took at most,", .either)
      case .p90: ("the time that 90% of the messages took at most,", .either)
      case .p95: ("the time that 95% of the messages took at most,", .either)
      case .p99: ("the time that 99% of the messages took at most,", .either)
      case .p999: ("the time that 99.9% of the messages took at most,", .either)
      }
    return Self([.duration], "\(which) \(what)", emptyIn: empty, source: source, tendency: tendency)
  }
}
