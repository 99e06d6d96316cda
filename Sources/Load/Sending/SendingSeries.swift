internal import Kafka
internal import Scenarios
internal import Verification

/// One producer's part of a stage's seconds, counted as its messages go by. It compares a time with the end of the present second
/// and adds; everything else happens once a second. One writer: the producer's queue. Times count from the run's start.
struct SendingSeries {
  /// The answers of one second.
  struct Answers {
    var index: Int
    var start: Nanoseconds
    var end: Nanoseconds
    var acknowledged: UInt64 = 0
    var rejected: UInt64 = 0
    var unknown: UInt64 = 0
    var aborted: UInt64 = 0
    var bytes: UInt64 = 0
    var latencies = LatencyHistogram()

    init(_ index: Int, since start: Nanoseconds) {
      self.index = index
      self.start = start + StageSeries.length * Int64(index)
      end = self.start + StageSeries.length
    }

    var hasCounts: Bool { acknowledged + rejected + unknown + aborted > 0 }

    func add(to interval: inout StageSeries.Interval) {
      interval.acknowledged += acknowledged
      interval.rejected += rejected
      interval.unknown += unknown
      interval.aborted += aborted
      interval.bytesAcknowledged += bytes
    }
  }

  /// The messages of one second.
  private struct Sends {
    var index = 0
    var sent: UInt64 = 0
    var withheld: UInt64 = 0
    var dropped: UInt64 = 0
    var latenessMax = Nanoseconds.min

    func add(to interval: inout StageSeries.Interval) {
      interval.sent += sent
      interval.withheld += withheld
      interval.dropped += dropped
      interval.anomalies += withheld
      guard latenessMax > .min else { return }
      interval.latenessMax = max(interval.latenessMax ?? 0, UInt64(max(latenessMax.count, 0)))
    }
  }

  private let start: Nanoseconds
  private let intervals: StageIntervals
  private let producer: Int
  private var sends = Sends()
  /// The end of the second that `sends` is of, or before it the time at which a window of the peak is decided.
  private var sendsEnd: Nanoseconds
  private var peak: PeakWatch
  /// The present second and the one before: an answer is taken a little after it came.
  private var present: Answers
  private var former: Answers
  private var hasFormer = false
  /// The last event.
  private var last: Nanoseconds
  /// The second of the last statistics.
  private var asked = -1
  /// The latencies of all seconds that are past.
  private var latencies = LatencyHistogram()

  init(
    start: Nanoseconds, intervals: StageIntervals, producer: Int = 0, peak: PeakWatch = PeakWatch()
  ) {
    self.peak = peak
    self.start = start
    self.intervals = intervals
    self.producer = producer
    sendsEnd = start + StageSeries.length
    present = Answers(0, since: start)
    former = present
    last = start
    limitSends()
  }

  private func index(of time: Nanoseconds) -> Int { StageSeries.index(of: time - start) }

  // MARK: Sending

  /// `lateness` is nil where nothing is due at a time, or the stage is not measured.
  mutating func sent(at now: Nanoseconds, lateness: Nanoseconds?) {
    if now >= sendsEnd { moveOn(to: now) }
    sends.sent += 1
    peak.handle(due: lateness.map { now - start - $0 })
    last = now
    if let lateness, lateness > sends.latenessMax { sends.latenessMax = lateness }
  }

  mutating func withheld(at now: Nanoseconds) {
    if now >= sendsEnd { moveOn(to: now) }
    sends.withheld += 1
    peak.handle()
    last = max(last, now)
  }

  mutating func dropped(at now: Nanoseconds) {
    if now >= sendsEnd { moveOn(to: now) }
    sends.dropped += 1
    peak.drop()
    last = max(last, now)
  }

  /// The client gave back a message that it had taken at `moment`: it counts as never sent.
  mutating func takenBack(sentAt moment: Nanoseconds) {
    let index = index(of: moment)
    if index == sends.index, sends.sent > 0 {
      sends.sent -= 1
    } else {
      intervals.change(index) { if $0.sent > 0 { $0.sent -= 1 } }
    }
  }

  private mutating func moveOn(to now: Nanoseconds) {
    peak.pass(now - start, intervals.decided)
    let index = index(of: now)
    if index > sends.index {
      intervals.change(sends.index, sends.add)
      sends = Sends()
      sends.index = index
    }
    limitSends()
  }

  private mutating func limitSends() {
    sendsEnd = start + min(StageSeries.length * Int64(sends.index + 1), peak.limit ?? .max)
  }

  // MARK: Answers

  /// `latency` counts from the due time; nil where it is not measured.
  mutating func acknowledged(at moment: Nanoseconds, latency: Nanoseconds?, bytes: UInt64) {
    answered(at: moment) { answers in
      answers.acknowledged += 1
      answers.bytes += bytes
      if let latency { answers.latencies.record(latency) }
    }
  }

  mutating func rejected(at moment: Nanoseconds) { answered(at: moment) { $0.rejected += 1 } }
  mutating func unknown(at moment: Nanoseconds) { answered(at: moment) { $0.unknown += 1 } }
  mutating func aborted(at moment: Nanoseconds) { answered(at: moment) { $0.aborted += 1 } }

  @inline(__always)
  private mutating func answered(at moment: Nanoseconds, _ note: (inout Answers) -> Void) {
    last = max(last, moment)
    if moment >= present.end { shift(to: moment) }
    if moment >= present.start || present.index == 0 {
      note(&present)
    } else if hasFormer, moment >= former.start {
      note(&former)
    } else {
      noteLate(moment, note)
    }
  }

  /// An answer that was taken more than a second late counts in its own second, and its latency in the present one.
  private mutating func noteLate(_ moment: Nanoseconds, _ note: (inout Answers) -> Void) {
    var late = Answers(index(of: moment), since: start)
    swap(&late.latencies, &present.latencies)
    note(&late)
    swap(&late.latencies, &present.latencies)
    intervals.change(late.index, late.add)
  }

  private mutating func shift(to moment: Nanoseconds) {
    closeFormer()
    swap(&former, &present)
    hasFormer = true
    present = Answers(index(of: moment), since: start)
    // Nothing of a second before the last is still on its way.
    if present.index > former.index + 1 { closeFormer() }
  }

  private mutating func closeFormer() {
    guard hasFormer else { return }
    hasFormer = false
    latencies.merge(former.latencies)
    intervals.close(former, of: producer)
  }

  // MARK: The client

  /// A broker said that it holds the client back.
  func throttled(at now: Nanoseconds, milliseconds: UInt64) {
    intervals.change(index(of: now)) { $0.throttleMax = max($0.throttleMax, milliseconds) }
  }

  mutating func statistics(_ statistics: ClientStatistics, at now: Nanoseconds) {
    let index = index(of: now)
    // Of two in one second the first counts: with several producers theirs are added.
    guard index != asked else { return }
    asked = index
    intervals.change(index) { $0.queued = ($0.queued ?? 0) + statistics.queuedMessages }
  }

  // MARK: Time

  /// The producer's clock has come to `now`: seconds that are past are handed over, also where nothing happens.
  mutating func advance(to now: Nanoseconds) {
    if now >= sendsEnd { moveOn(to: now) }
    if now >= present.end { shift(to: now) }
  }

  /// Nothing more comes.
  mutating func finish() {
    peak.finish(at: last - start, intervals.decided)
    intervals.change(sends.index, sends.add)
    sends = Sends()
    closeFormer()
    latencies.merge(present.latencies)
    intervals.close(present, of: producer)
    present.latencies = LatencyHistogram()
    intervals.finish(producer, end: last - start)
  }

  /// The latencies from the due time to the acknowledgement.
  var ackLatency: LatencyHistogram {
    var all = latencies
    all.merge(present.latencies)
    if hasFormer { all.merge(former.latencies) }
    return all
  }
}
