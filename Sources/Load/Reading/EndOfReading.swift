internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Verification

/// Decides when reading has ended (ARCHITECTURE.md, decisions 9 and 10). It can never hang: every question has a
/// timeout, every wait a limit.
struct EndOfReading {
  let reader: TopicReader
  let prober: ClientHandle
  let topics: [PreparedTopic]
  let verify: Verify
  let clock: RunClock
  let stop: StopRequest
  let liveness: Liveness
  let isEmbedded: Bool
  /// With acks from all in-sync replicas.
  let acksAll: Bool
  let limits: RunLimits
  /// Nanoseconds since the run's start.
  let lastSend: Int64
  /// How long the sending took.
  let sending: Int64

  /// How long two answers must lie apart to be believed.
  private static let agreement: Int64 = 1 * .second
  /// Above 1.5 × `replica.lag.time.max.ms`, after which a follower that stayed behind is out of the in-sync replicas.
  private static let agreementBelowAll: Int64 = 45 * .second
  private static let attempts = 3

  struct Outcome {
    var readings: [PartitionReading]
    var faults: [LoadFault] = []
    var endedAt: Int64 = 0
  }

  func await() -> Outcome {
    var outcome = Outcome(
      readings: reader.partitionIndices.map { index in
        let place = reader.place(of: index)
        let topic = topics[topicIndex(of: index)]
        var reading = PartitionReading(
          topic: place.topic, partition: place.partition, noted: topic.noted[Int(place.partition)])
        reading.compaction = topic.compaction
        return reading
      })
    var ends = Ends(count: outcome.readings.count)
    read(Array(reader.partitionIndices), &ends, &outcome, isAgain: false)
    askBeginnings(&outcome)
    if !isEmbedded {
      resume(&ends, &outcome)
      readAgain(&ends, &outcome)
    }
    outcome.endedAt = clock.now()
    return outcome
  }

  // MARK: One reading

  /// What leaders said of their partitions' ends.
  private struct Ends {
    struct Answer {
      var end: Int64
      var leader: Int32
      var since: Int64
      /// When the leader last said so.
      var heard: Int64
    }

    var answers: [Answer?]
    var stable: [Bool]
    var lastStable: [Int64?]
    var askedAt: Int64?

    init(count: Int) {
      answers = Array(repeating: nil, count: count)
      stable = Array(repeating: false, count: count)
      lastStable = Array(repeating: nil, count: count)
    }
  }

  private func read(_ partitions: [Int], _ ends: inout Ends, _ outcome: inout Outcome, isAgain: Bool) {
    var progressAt = clock.now()
    var best = reader.state.positions
    var stoppedAt: Int64?
    let pause = DispatchSemaphore(value: 0)
    while true {
      askEnds(partitions, &ends, highest: reader.state.highestAcknowledged)
      let state = reader.state
      let now = clock.now()
      for index in partitions where state.positions[index] > best[index] {
        // What was appended behind the end by others is no progress.
        if best[index] < ends.answers[index]?.end ?? .max { progressAt = now }
        best[index] = state.positions[index]
      }
      let open = partitions.filter { !isDone($0, ends, state) }
      // Everything is read, and leaders are listened to until their answers agree: that is no standstill.
      if open.allSatisfy({ isAgreeing($0, ends, state, now) }) { progressAt = now }
      let atMost = verify.atMost ?? max(.minutes(10), Nanoseconds(sending) * 2)
      if stop.reason != nil { stoppedAt = stoppedAt ?? now }
      var givenUp: (within: Nanoseconds?, atMost: Nanoseconds?)?
      if now - progressAt > verify.within.count { givenUp = (verify.within, nil) }
      if now - lastSend > atMost.count { givenUp = (nil, atMost) }
      let isCutOff = stoppedAt.map { now - $0 > limits.afterStop.count } ?? false
      if let index = open.first, let givenUp {
        outcome.faults.append(
          .readingGivenUp(
            within: givenUp.within, atMost: givenUp.atMost, partition: reader.place(of: index),
            position: state.positions[index], end: ends.answers[index]?.end))
      }
      if open.isEmpty || givenUp != nil || isCutOff || liveness.isLost {
        for index in partitions {
          outcome.readings[index].position = state.positions[index]
          outcome.readings[index].end = ends.answers[index]?.end
          outcome.readings[index].endIsStable = ends.stable[index]
          outcome.readings[index].lastStable = ends.lastStable[index]
          // What interrupted the tail is still told when a second reading has decided.
          outcome.readings[index].interruption = state.interruptions[index] ?? outcome.readings[index].interruption
          if isAgain { outcome.readings[index].readAgain = state.interruptions[index] == nil && !open.contains(index) }
        }
        return
      }
      _ = pause.wait(timeout: .now() + .milliseconds(5))
    }
  }

  /// Nothing more is to be hoped for from this partition.
  private func isDone(_ index: Int, _ ends: Ends, _ state: TopicReader.State) -> Bool {
    if state.abandoned[index] { return true }
    guard let answer = ends.answers[index] else { return false }
    let position = state.positions[index]
    guard isSettled(index, ends, highest: state.highestAcknowledged[index]) else { return false }
    if position >= answer.end { return true }
    // An open transaction of somebody else holds the rest back. Where nothing of ours lies in it, it is not waited for.
    guard let stable = ends.lastStable[index], stable < answer.end else { return false }
    return position >= stable && state.highestAcknowledged[index] < stable
  }

  private func isAgreeing(_ index: Int, _ ends: Ends, _ state: TopicReader.State, _ now: Int64) -> Bool {
    guard let answer = ends.answers[index], state.positions[index] >= answer.end else { return false }
    return now - answer.heard < 5 * Self.agreement
  }

  /// The end is stable, or nothing depends on its being so.
  private func isSettled(_ index: Int, _ ends: Ends, highest: Int64) -> Bool {
    if ends.stable[index] { return true }
    guard let answer = ends.answers[index], !acksAll else { return false }
    return highest < answer.end && clock.now() - answer.since >= Self.agreement
  }

  private func askEnds(_ partitions: [Int], _ ends: inout Ends, highest: [Int64]) {
    let now = clock.now()
    let isDue = ends.askedAt.map { now - $0 >= Self.agreement } ?? true
    guard isDue else { return }
    let state = reader.state
    let asked = partitions.filter { !ends.stable[$0] || state.positions[$0] < ends.answers[$0]?.end ?? .max }
    guard !asked.isEmpty else { return }
    let answers = LeaderQuestions.ask(
      .end, of: asked.map(reader.place), leaders: asked.map { state.leaders[$0] }, on: prober, milliseconds: 2000)
    let stable = isEmbedded ? asked.map { _ in nil } : reader.lastStable(of: asked, leaders: state.leaders)
    let answered = clock.now()
    // From the answer on: the next one is then at least `agreement` younger.
    ends.askedAt = answered
    for (place, index) in asked.enumerated() {
      ends.lastStable[index] = stable[place] ?? ends.lastStable[index]
      guard case .success(let end) = answers[place] else { continue }
      // Once believed it stays: what others append later is not ours to wait for.
      if ends.stable[index] { continue }
      let leader = state.leaders[index]
      guard let known = ends.answers[index], known.leader == leader,
        known.end == end || moved(known, to: end, index, highest)
      else {
        ends.answers[index] = Ends.Answer(end: end, leader: leader, since: answered, heard: answered)
        ends.stable[index] = isEmbedded
        continue
      }
      ends.answers[index]?.heard = answered
      ends.stable[index] = isStable(known, at: answered, index, highest: highest[index])
    }
  }

  /// An end that only moved on, on a topic that others write to, still lies behind everything of ours.
  private func moved(_ known: Ends.Answer, to end: Int64, _ index: Int, _ highest: [Int64]) -> Bool {
    end > known.end && highest[index] < known.end
  }

  private func isStable(_ answer: Ends.Answer, at now: Int64, _ index: Int, highest: Int64) -> Bool {
    guard !acksAll else { return now - answer.since >= Self.agreement }
    guard highest >= answer.end, now - answer.since >= Self.agreementBelowAll else { return false }
    let place = reader.place(of: index)
    let topic = topics[topicIndex(of: index)]
    let said = try? prober.metadata(.topic(place.topic), milliseconds: 2000).topic(place.topic)
    let inSync = said?.partitions.first { $0.id == place.partition }?.inSync ?? 0
    return inSync >= topic.minimumInSync
  }

  private func topicIndex(of partition: Int) -> Int {
    let name = reader.place(of: partition).topic
    return topics.firstIndex { $0.name == name } ?? 0
  }

  private func askBeginnings(_ outcome: inout Outcome) {
    for (index, beginning) in Self.beginnings(reader, prober).enumerated() {
      outcome.readings[index].beginning = beginning
    }
  }

  /// Where each partition begins now; nil where its leader does not tell.
  static func beginnings(_ reader: TopicReader, _ prober: ClientHandle) -> [Int64?] {
    let leaders = reader.state.leaders
    return LeaderQuestions.ask(
      .beginning, of: reader.partitionIndices.map(reader.place), leaders: leaders, on: prober, milliseconds: 3000
    ).map { try? $0.get() }
  }

  // MARK: The second reading

  /// Where retention moved a partition's beginning past the reader, the rest is still there to be found.
  private func resume(_ ends: inout Ends, _ outcome: inout Outcome) {
    let abandoned = reader.state.abandoned
    let rest = outcome.readings.indices.compactMap { index -> (index: Int, beginning: Int64)? in
      guard abandoned[index], let beginning = outcome.readings[index].beginning,
        beginning > outcome.readings[index].noted
      else { return nil }
      return (index, beginning)
    }
    guard !rest.isEmpty, !liveness.isLost else { return }
    do throws(KafkaError) { try reader.resume(rest) } catch { return outcome.faults.append(.readerFailed(error)) }
    read(rest.map(\.index), &ends, &outcome, isAgain: false)
    askBeginnings(&outcome)
  }

  /// Reads again what the tail cannot be trusted with, and what it did not find: that reading decides. Where a partition does
  /// not begin any more where it was noted, or its second reading does not come to an end, the tail's answer stays.
  private func readAgain(_ ends: inout Ends, _ outcome: inout Outcome) {
    var first: [Int: (FormerReading, PartitionReading)] = [:]
    for attempt in 0..<Self.attempts where attempt == 0 || stop.reason == nil {
      let again = partitionsToReadAgain(outcome, isFirst: attempt == 0)
      guard !again.isEmpty, !liveness.isLost else { break }
      do {
        for former in try reader.beginAgain(again) where first[former.partition] == nil {
          first[former.partition] = (former, outcome.readings[former.partition])
        }
      } catch {
        outcome.faults.append(.readerFailed((error as? KafkaError) ?? .timedOut))
        break
      }
      for index in again where !ends.stable[index] { ends.answers[index] = nil }
      ends.askedAt = nil
      read(again, &ends, &outcome, isAgain: true)
      askBeginnings(&outcome)
    }
    for (index, (former, reading)) in first where !outcome.readings[index].readAgain {
      do { try reader.restore(former) } catch { continue }
      let beginning = outcome.readings[index].beginning
      outcome.readings[index] = reading
      outcome.readings[index].beginning = beginning
      outcome.readings[index].interruption = reading.interruption ?? "its second reading did not come to an end"
    }
  }

  private func partitionsToReadAgain(_ outcome: Outcome, isFirst: Bool) -> [Int] {
    let highest = reader.state.highestAcknowledged
    var wanted = Set(
      outcome.readings.indices.filter { index in
        let reading = outcome.readings[index]
        return reading.interruption != nil || (reading.end.map { $0 <= highest[index] } ?? false)
      })
    // What is missing after a first reading may have been skipped by the client; after a second one it is not there.
    if isFirst, let missing = try? reader.partitionsWithMissing() { wanted.formUnion(missing) }
    wanted = wanted.filter { !outcome.readings[$0].readAgain }
    if !wanted.isEmpty, reader.mustReadAllAgain { wanted = Set(outcome.readings.indices) }
    return wanted.filter { index in
      outcome.readings[index].beginning.map { $0 <= outcome.readings[index].noted } ?? false
    }.sorted()
  }
}
