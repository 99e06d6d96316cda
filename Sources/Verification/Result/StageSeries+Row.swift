package import Scenarios

/// The parts that come from a stage's row and its schedule, so that its seconds add up to the row.
extension StageSeries {
  /// Fills in what was due, what was in flight, and empty seconds up to the end of the stage's time, unless it was ended before.
  package mutating func complete(_ schedule: Schedule, counts: SendCounts, isCutShort: Bool, measured: Bool) {
    if let length = schedule.length, !isCutShort, length > .zero {
      reach(Self.index(of: length - 1))
      end = max(end, length)
    }
    if counts[.due] > 0 { reach(0) }
    noteDue(schedule, total: counts[.due])
    var (sent, answered) = (UInt64(0), UInt64(0))
    for index in intervals.indices {
      let interval = intervals[index]
      sent += interval.sent
      answered += interval.acknowledged + interval.rejected + interval.unknown + interval.aborted
      intervals[index].inFlight = sent > answered ? sent - answered : 0
    }
    guard measured, schedule.isPaced else { return }
    targets = intervals.indices.map { target(of: $0, in: schedule) }
  }

  /// Notes what was due in each second; at `max`, where nothing is due at a time, what was offered. The last has what was still due
  /// when the sending ended.
  private mutating func noteDue(_ schedule: Schedule, total: UInt64) {
    var noted: UInt64 = 0
    for index in intervals.indices {
      let interval = intervals[index]
      let until = Self.length * Int64(index + 1) - 1
      let due =
        schedule.isPaced
        ? max(min(schedule.count(by: until), total), noted) - noted
        : min(interval.sent + interval.withheld + interval.dropped, total - noted)
      intervals[index].due = due
      noted += due
    }
    if let last = intervals.indices.last { intervals[last].due += total - noted }
  }

  /// Messages a second that are due in an interval.
  private func target(of index: Int, in schedule: Schedule) -> Double {
    let start = Self.length * Int64(index)
    guard let length = schedule.length, start < length else { return 0 }
    if let rate = schedule.profile.steady { return rate.perSecond }
    let end = min(start + Self.length, length)
    let before = index == 0 ? 0 : schedule.count(by: start - 1)
    return Double(schedule.count(by: end - 1) - before) / (end - start).seconds
  }

  /// Adds what was read of the stage in each second.
  package mutating func add(reading: StageSeries) {
    for (index, interval) in reading.intervals.enumerated() {
      change(index) {
        $0.read += interval.read
        $0.bytesRead += interval.bytesRead
        $0.anomalies += interval.anomalies
        $0.lagMax = interval.lagMax
        $0.endToEndLatency = interval.endToEndLatency
      }
    }
    end = max(end, reading.end)
  }

  /// Puts what is only known at the end into the last seconds, so that all of them add up to `total`.
  package mutating func settle(_ count: WritableKeyPath<Interval, UInt64>, to total: UInt64) {
    let noted = self.total(count)
    if total > noted {
      reach(0)
      intervals[intervals.count - 1][keyPath: count] += total - noted
    } else {
      var rest = noted - total
      for index in intervals.indices.reversed() where rest > 0 {
        let part = min(rest, intervals[index][keyPath: count])
        intervals[index][keyPath: count] -= part
        rest -= part
      }
    }
  }
}

extension StageResult {
  /// The number of its anomalies of all kinds.
  package var anomalyCount: UInt64 {
    Anomaly.Kind.allCases.reduce(0) { sum, kind in
      switch kind.metric {
      case .sending(let count): sum + send[count]
      case .reading(let count): sum + (read?[count] ?? 0)
      case .figure, .latency, .refused, .place: sum
      }
    }
  }

  /// The sums over its seconds that are not its row's, each as it would be written with its numbers; empty where all are.
  package var seriesViolations: [String] {
    guard let series, startedAt != nil else { return [] }
    typealias Path = KeyPath<StageSeries.Interval, UInt64>
    let sending: [(SendCount, Path)] = [
      (.due, \.due), (.sent, \.sent), (.withheld, \.withheld), (.dropped, \.dropped), (.acknowledged, \.acknowledged),
      (.rejected, \.rejected), (.unknown, \.unknown), (.aborted, \.aborted), (.bytesAcknowledged, \.bytesAcknowledged),
    ]
    let reading: [(ReadCount, Path)] = [(.read, \.read), (.bytesRead, \.bytesRead)]
    func violation(_ name: String, _ total: UInt64, _ path: Path) -> String? {
      let sum = series.total(path)
      return sum == total ? nil : "\(name) \(total) = \(sum) over its seconds"
    }
    return sending.compactMap { violation($0.facts.name, send[$0], $1) }
      + reading.compactMap { count, path in read.flatMap { violation(count.facts.name, $0[count], path) } }
  }
}
