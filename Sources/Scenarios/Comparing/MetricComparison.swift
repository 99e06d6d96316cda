// The row of each metric in a comparison. The tolerances were chosen by simulation: with five runs a side and a noise of 3 % and
// 5 %, at most one comparison in a hundred of two equal builds fails (`make bench`).
extension ComparedMetric {
  /// Checks that are broken, as a number: it is a column, and no metric that an expectation can be stated on.
  static let brokenExpectations = Self(
    "expectations_broken", .column("expectations_broken"), in: .count, better: .lower, gate: .exact,
    tolerance: .ofCounts)

  /// Nil for what has no column.
  init?(_ metric: Metric) {
    guard let column = metric.columns.first else { return nil }
    switch metric {
    case .sending(let count): self.init(count, column)
    case .reading(let count): self.init(count, column)
    case .figure(let figure): self.init(figure, column)
    case .latency(let latency, let statistic): self.init(latency, statistic, column)
    case .refused, .place: return nil
    }
  }

  private init(_ count: SendCount, _ column: String) {
    let name = count.facts.name
    switch count {
    case .rejected, .withheld, .dropped:
      self.init(name, .column(column), in: .count, better: .lower, gate: .exact, tolerance: .ofCounts)
    case .unsent:
      self.init(name, .column(column), in: .count, better: .lower, tolerance: .ofCounts, isMissingEvidence: true)
    case .unknown: self.init(name, .column(column), in: .count, better: .lower, tolerance: .ofCounts)
    case .due, .sent, .acknowledged, .aborted:
      self.init(name, .column(column), in: .count, better: nil, tolerance: .ofCounts)
    case .bytesAcknowledged: self.init(name, .column(column), in: .bytes, better: nil, tolerance: .ofSizes)
    }
  }

  private init(_ count: ReadCount, _ column: String) {
    let name = count.facts.name
    switch count {
    case .lost, .phantom, .duplicated, .reordered, .corrupted, .misrouted, .invalid, .abortedVisible:
      self.init(name, .column(column), in: .count, better: .lower, gate: .exact, tolerance: .ofCounts)
    case .trimmed, .unseen, .unknownFound, .unknownAbsent, .unknownUnseen:
      self.init(name, .column(column), in: .count, better: .lower, tolerance: .ofCounts, isMissingEvidence: true)
    case .reorderedDistanceMax: self.init(name, .column(column), in: .count, better: .lower, tolerance: .ofCounts)
    case .read, .found, .foreign, .abortedHidden:
      self.init(name, .column(column), in: .count, better: nil, tolerance: .ofCounts)
    case .bytesRead: self.init(name, .column(column), in: .bytes, better: nil, tolerance: .ofSizes)
    }
  }

  private init(_ figure: Figure, _ column: String) {
    let name = figure.facts.name
    switch figure {
    case .retries:
      // By message: a stage at max sends as many as it can.
      self.init(
        name, .ratio(column, over: SendCount.sent.facts.name), in: .perMessage, better: .lower, gate: .statistical,
        tolerance: ComparisonTolerance(relative: 0.1, absolute: 0.001))
    case .rateKept:
      self.init(
        name, .column(column), in: .share, better: .higher, gate: .statistical,
        tolerance: ComparisonTolerance(relative: 0, absolute: 0.01))
    case .clientCPUPerMessage:
      self.init(
        name, .column(column), in: .microseconds, better: .lower, gate: .statistical,
        tolerance: ComparisonTolerance(relative: 0.1, absolute: 0.5))
    case .lagMax: self.init(name, .column(column), in: .count, better: .lower, tolerance: .ofCounts)
    case .readRate: self.init(name, .column(column), in: .perSecond, better: .higher, tolerance: .ofRates)
    case .throughput: self.init(name, .column(column), in: .bytesPerSecond, better: .higher, tolerance: .ofRates)
    case .messageMean: self.init(name, .column(column), in: .bytes, better: nil, tolerance: .ofSizes)
    case .clientRSSMax: self.init(name, .column(column), in: .bytes, better: .lower, tolerance: .ofSizes)
    case .duration, .drain, .queueFull, .clientCPU, .throttle:
      self.init(name, .column(column), in: .seconds, better: .lower, tolerance: .ofSeconds)
    case .ackGapMax, .readGapMax:
      self.init(
        name, .column(column), in: figure.facts.isInSeconds ? .seconds : .milliseconds, better: .lower,
        tolerance: ComparisonTolerance(relative: 0.15, absolute: figure.facts.isInSeconds ? 0.002 : 2))
    }
  }

  private init(_ latency: Latency, _ statistic: Latency.Statistic, _ column: String) {
    let (tolerance, gates): (ComparisonTolerance, Bool) =
      switch statistic {
      case .p50: (.ofTypicalLatency, true)
      case .p99: (.ofHighLatency, true)
      case .min, .mean, .p90: (.ofTypicalLatency, false)
      case .p95, .p999, .max: (.ofHighLatency, false)
      }
    let isGated =
      switch latency {
      case .ack, .endToEnd: gates
      case .service, .lateness: false
      }
    self.init(
      latency.facts(statistic).name, .column(column), in: .milliseconds, better: .lower,
      gate: isGated ? .statistical : .never, tolerance: tolerance, needsRate: isGated)
  }
}

extension ComparisonTolerance {
  fileprivate static let ofCounts = Self(relative: 0.1, absolute: 1)
  fileprivate static let ofRates = Self(relative: 0.05, absolute: 0)
  fileprivate static let ofSizes = Self(relative: 0.1, absolute: 0)
  fileprivate static let ofSeconds = Self(relative: 0.1, absolute: 0.1)
  fileprivate static let ofTypicalLatency = Self(relative: 0.1, absolute: 1)
  fileprivate static let ofHighLatency = Self(relative: 0.15, absolute: 2)
}
