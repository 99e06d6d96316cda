internal import Diagnostics
internal import Scenarios
internal import Verification

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The processor time and memory that the process has used.
struct Usage {
  /// The time of user and system together.
  var cpu: Nanoseconds
  var residentMaximum: UInt64

  static func now() -> Usage {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      let unit: UInt64 = 1
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let unit: UInt64 = 1024
    #endif
    let seconds = Int64(usage.ru_utime.tv_sec &+ usage.ru_stime.tv_sec)
    let microseconds = Int64(usage.ru_utime.tv_usec &+ usage.ru_stime.tv_usec)
    return Usage(
      cpu: .seconds(seconds) + .microseconds(microseconds), residentMaximum: UInt64(clamping: usage.ru_maxrss) &* unit)
  }
}

/// Puts the counts and measurements of a producer worker and of the reader into a stage's row.
struct StageAssembly {
  let scenario: Scenario
  /// The settings of a stage's producers.
  let profile: (Stage) -> ClientProfile
  let topics: [PreparedTopic]

  func row(_ index: Int) -> StageResult {
    let stage = scenario.stages[index]
    var row = StageResult(
      name: stage.name, index: index, position: stage.range.start, measured: stage.measured, verdict: .skipped)
    row.topic = stage.topic.map { scenario.topics[$0].name }
    row.ordinal = scenario.timeline.ordinal(ofStage: index)
    row.template = scenario.templateNames(of: stage)
    row.targetDuration = stage.schedule.length
    row.targetRate = stage.schedule.meanRate
    // A topic that no stage of this run sends to was not asked about.
    if let topic = stage.topic, topics.indices.contains(topic), topics[topic].partitions > 0 {
      row.partitionCount = topics[topic].partitions
      row.replicationFactor = topics[topic].replication
    }
    row.producerCount = stage.producers
    guard stage.target == nil else {
      row.producerCount = nil
      return row
    }
    let profile = profile(stage)
    row.acks = profile.acks
    row.compression = profile.compression
    row.lingerMilliseconds = profile.linger
    row.idempotent = profile.isIdempotent
    row.securityProtocol = profile.securityProtocol
    return row
  }

  private func profile(of row: StageResult) -> ClientProfile {
    profile(scenario.stages[row.index ?? 0])
  }

  func note(
    _ outcome: StageSending.Outcome, startedAt: Int64, usage: (Usage, Usage)?, isTopicDeleted: Bool,
    in row: inout StageResult
  ) {
    let tally = outcome.tally
    let send = tally.counts
    let profile = self.profile(of: row)
    row.startedAt = startedAt
    row.send = send
    row.firstSend = tally.firstSend
    row.lastSend = tally.lastSend
    row.lastAcknowledgement = tally.lastAcknowledgement
    let end = [tally.lastAnswer, tally.lastSend].compactMap { $0 }.max()
    if let end { row.duration = end - outcome.start }
    // Messages that are withheld take their time as well.
    let last = max(end ?? outcome.start, tally.lastWithheld ?? outcome.start)
    let handed = outcome.offered - send[.withheld] - send[.dropped]
    if handed > 0 { row.messageMeanBytes = Double(tally.bytesSent) / Double(handed) }
    // With acks 0 nothing is acknowledged, so nothing was measured.
    if !row.isUnacknowledged, let duration = row.duration, duration > .zero {
      row.bytesPerSecond = Double(send[.bytesAcknowledged]) / Double(duration.count) * 1e9
    }
    row.queueFull = tally.heldByClient + tally.heldByBroker + tally.heldByTransactions + tally.heldByTarget
    row.heldByTransactions = tally.heldByTransactions > .zero ? tally.heldByTransactions : nil
    row.longestTransactionWait = tally.longestTransactionWait > .zero ? tally.longestTransactionWait : nil
    row.heldByEmbedded = tally.heldByBroker
    row.answers = outcome.answers
    row.rejections =
      outcome.answers != nil
      ? tally.targetRejections
      : tally.rejections(
        fatal: outcome.fatal, messageLimit: profile.mostMessageBytes, batchLimit: batchLimit(of: row),
        batchSize: profile.batchSize(above: batchLimit(of: row)), isTopicDeleted: isTopicDeleted)
    note(outcome.standstills.clipped(from: outcome.start, to: last), outcome, in: &row)
    row.throttled = outcome.throttled
    row.peak = outcome.peak
    var series = outcome.series
    if let index = row.index {
      series.complete(
        scenario.stages[index].schedule, counts: send, isCutShort: outcome.ending != nil, measured: row.measured)
    }
    row.series = series
    row.witnesses = tally.withheldSample.kept
    row.anomaliesWritten = row.witnesses.count
    // The processor time of stages that overlap cannot be divided between them.
    row.clientCPU = usage.map { $1.cpu - $0.cpu }
    row.clientRSSMax = Usage.now().residentMaximum
    if send[.acknowledged] > 0 {
      row.ackGapMax = tally.ackGapMax
      row.ackGapMaxRunning = tally.ackGapMaxRunning
    }
    guard row.measured else { return }
    row.serviceLatency = tally.service
    row.hinderedServiceLatency = tally.hinderedService
    let sendingTime = (tally.lastSend ?? outcome.start) - outcome.start
    if let target = row.targetRate, let duration = row.targetDuration {
      row.lateness = tally.lateness
      row.ackLatency = tally.ack
      row.hinderedAckLatency = tally.hinderedAck
      let pace = KeptPace(
        target: target, duration: duration, due: send[.due], sent: send[.sent],
        withheld: send[.withheld] - min(tally.withheldLate, send[.withheld]), dropped: send[.dropped],
        sending: sendingTime,
        rendering: (tally.lastWithheld ?? outcome.start) - outcome.start,
        heldByCluster: max(
          tally.heldByClient + tally.heldByTransactions + tally.heldByTarget,
          outcome.throttled.clipped(from: outcome.start, to: last).total),
        standstill: row.standstills?.total ?? .zero, holder: outcome.answers == nil ? .cluster : .target)
      row.keptRate = pace.rate
      row.keptRateRatio = pace.ratio
      if outcome.ending == nil { row.limitedBy = pace.limit }
    } else if sendingTime > .zero {
      // A stage with a duration had all of it to send in, unless it was ended before.
      let time = outcome.ending == nil ? max(sendingTime, row.targetDuration ?? .zero) : sendingTime
      row.keptRate = Double(send[.sent]) / time.seconds
      if let first = tally.firstSend, let last = tally.lastSend, outcome.ending == nil {
        row.limitedBy =
          FlatOutPace(
            firstSend: first, lastSend: last, lastAnswer: tally.lastAnswer ?? last,
            heldByClient: tally.heldByClient + tally.heldByTransactions + tally.heldByTarget,
            throttled: outcome.throttled.total
          ).limit
      }
    }
  }

  /// Notes the topics' limits on batches as they were last asked for, in the order of the scenario: a limit that was lowered
  /// meanwhile is what rejects.
  func note(batchLimits: [Int?], in row: inout StageResult) {
    guard let index = row.index, let topic = scenario.stages[index].topic, let limit = batchLimits[topic] else {
      return
    }
    let batchSize = profile(of: row).batchSize(above: limit)
    for index in row.rejections.indices { row.rejections[index].note(maxMessageBytes: limit, batchSize: batchSize) }
  }

  private func batchLimit(of row: StageResult) -> Int? {
    topics.first { $0.name == row.topic }?.maxMessageBytes
  }

  /// Notes the times for which the process was stopped, and the messages that came due meanwhile.
  private func note(_ standstills: Intervals, _ outcome: StageSending.Outcome, in row: inout StageResult) {
    row.standstills = standstills
    guard !standstills.isEmpty, let index = row.index else { return }
    let schedule = scenario.stages[index].schedule
    let time = max((row.duration ?? .zero).seconds, 1e-9)
    row.dueInStandstills = standstills.all.reduce(0) { count, interval in
      guard schedule.meanRate != nil else {
        return count + UInt64(clamping: Int64(Double(outcome.offered) * interval.length.seconds / time))
      }
      let (before, after) = (
        schedule.count(by: interval.start - outcome.start), schedule.count(by: interval.end - outcome.start)
      )
      return count + (after > before ? after - before : 0)
    }
  }

  /// Adds what was read in each second. What another reading, or the end, made of it is in the last of them.
  private func note(_ tally: ReadingTally, _ counts: ReadCounts, in series: inout StageSeries?) {
    series?.add(reading: tally.series.series)
    guard tally.isCorrected else { return }
    series?.settle(\.read, to: counts[.read])
    series?.settle(\.bytesRead, to: counts[.bytesRead])
  }

  /// `hindrances` are those of the reader.
  func note(
    _ reading: StageReading, _ tally: ReadingTally, start: Nanoseconds?, lastSend: Nanoseconds?,
    _ hindrances: (standstills: Intervals, throttled: Intervals), in row: inout StageResult
  ) {
    // Nothing is read of a topic that is expected to be missing.
    if let index = row.index, scenario.stages[index].topic.map({ topics[$0].partitions == 0 }) ?? true { return }
    row.read = reading.counts
    row.order = scenario.verify.order
    row.unorderedRecords = scenario.verify.order == .perKey ? reading.unordered : nil
    row.witnesses += reading.witnesses.values.flatMap { $0 }
    row.witnesses.sort {
      ($0.kind.rawValue, $0.partition, $0.sequence) < ($1.kind.rawValue, $1.partition, $1.sequence)
    }
    row.anomaliesWritten = row.witnesses.count
    note(tally, reading.counts, in: &row.series)
    if let index = row.index {
      // Nothing is to be seen of aborted messages.
      let hidden = scenario.verify.isolation == .readCommitted ? min(row.send[.aborted], row.send[.sent]) : 0
      let named = scenario.stages[index].partition.named(of: row.send[.sent] - hidden)
      row.unusedPartitions = named.filter { partition, expected in
        expected >= Threshold.partitionMessages && reading.records.indices.contains(Int(partition))
          && reading.records[Int(partition)] == 0
      }.map { UnusedPartition(number: $0, expected: $1) }
    }
    let anomalies = row.anomalyCount
    row.series?.settle(\.anomalies, to: anomalies)
    // Both count from acknowledgements.
    if !row.isUnacknowledged {
      row.lagMax = tally.lagMax
      row.readGapMax = tally.records > 0 ? tally.gapMax : nil
      row.readGapMaxRunning = tally.records > 0 ? tally.gapMaxRunning : nil
    }
    row.readerThrottled = hindrances.throttled
    guard let start, let lastRead = tally.lastRead else { return }
    var standstills = row.standstills ?? Intervals()
    standstills.formUnion(hindrances.standstills.clipped(from: start, to: lastRead))
    row.readingStandstills = standstills
    if let lastSend { row.drain = max(lastRead - lastSend, .zero) }
    guard row.measured else { return }
    row.endToEndLatency = tally.endToEnd
    row.hinderedEndToEndLatency = tally.hinderedEndToEnd
    if lastRead > start { row.readRate = Double(tally.records) / (lastRead - start).seconds }
  }
}
