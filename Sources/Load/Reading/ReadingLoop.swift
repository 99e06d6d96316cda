internal import Kafka
internal import Scenarios
internal import Verification

/// Reads to the end: asks the leaders, sleeps, and has the reader do what `ReadingRounds` and `ReadingEnd` decide. It can never
/// hang: every question has a timeout, every wait a limit.
struct ReadingLoop {
  let reader: TopicReader
  /// The client that asks for the topics' settings.
  let prober: ClientHandle
  /// The client of the reader's identity, which asks for offsets and leaders.
  let asker: ClientHandle
  let topics: [PreparedTopic]
  let clock: RunClock
  let stop: StopRequest
  let liveness: Liveness
  let watch: LeaderWatch
  let breaks: ConnectionBreaks

  struct Outcome {
    var readings: [PartitionReading]
    var errors: [LoadError]
    /// The time since the run's start.
    var endedAt: Nanoseconds
  }

  /// `policies` are asked again before anything is read once more: keys count only in compacted topics.
  func run(_ terms: ReadingTerms, _ policies: inout TopicPolicies) -> Outcome {
    var rounds = ReadingRounds(topics.flatMap(\.unread), isEmbedded: terms.isEmbedded)
    var end = ReadingEnd(terms)
    var former: [Int: FormerReading] = [:]
    while true {
      switch rounds.next(observe()) {
      case .read(let partitions): read(partitions, .first, &end, &rounds)
      case .resume(let rest):
        do throws(KafkaError) { try reader.resume(rest) } catch {
          rounds.note(failure: error)
          continue
        }
        read(rest.map(\.partition), .first, &end, &rounds)
      case .confirm(let partitions):
        do throws(KafkaError) { rounds.note(firstRecords: try reader.firstRecords(in: partitions)) } catch {
          rounds.note(failure: error)
        }
      case .askFindings: rounds.note(findings: (try? reader.firstFindings()) ?? FirstFindings())
      case .readAgain(let partitions):
        ask(&policies, .meanwhile)
        do {
          for reading in try reader.beginAgain(partitions) {
            former[reading.partition] = former[reading.partition] ?? reading
          }
        } catch {
          rounds.note(failure: (error as? KafkaError) ?? .timedOut)
          continue
        }
        rounds.note(begunAgain: partitions.map(\.partition))
        read(partitions.map(\.partition), .second, &end, &rounds)
      case .restore(let partitions):
        for reading in partitions.compactMap({ former[$0] }) {
          do { try reader.restore(reading) } catch { continue }
          rounds.note(restored: reading.partition)
        }
      case .done: return Outcome(readings: rounds.readings, errors: rounds.errors, endedAt: clock.time)
      }
    }
  }

  /// Asks for the settings of the topics that are read; not once the run is to end at once, or where the cluster does not answer.
  func ask(_ policies: inout TopicPolicies, _ occasion: TopicPolicies.Occasion) {
    guard !stop.mustFinish(), !liveness.isLost else { return }
    policies.ask(topics.indices.filter { topics[$0].partitions > 0 }, prober, occasion)
    reader.noteKeys(ofTopics: policies.compaction.map { $0.compaction == .yes })
  }

  private func observe() -> ReadingEnd.Observation {
    // What the clients have to report comes before the evidence that none of them has anything to report.
    watch.serve()
    let state = reader.state
    return ReadingEnd.Observation(
      partitions: state.partitions, mustReadAll: state.mustReadAllAgain, isStopped: stop.isStopped(),
      mustFinish: stop.mustFinish(), isLost: liveness.isLost, hasLostConnection: breaks.any)
  }

  /// One reading, to its end, and where the partitions begin by then.
  private func read(
    _ partitions: [Int], _ pass: ReadingEnd.Pass, _ end: inout ReadingEnd, _ rounds: inout ReadingRounds
  ) {
    end.begin(partitions, pass, reader.state.partitions, at: clock.time)
    reading: while true {
      let (seen, now) = (observe(), clock.time)
      switch end.decide(seen, at: now) {
      case .ask(let question): ask(question, seen.partitions, &end)
      case .wait: pause(for: .milliseconds(5))
      case .done:
        end.record(seen.partitions, at: now, in: &rounds.readings)
        break reading
      case .giveUp(let reason):
        end.record(seen.partitions, at: now, in: &rounds.readings)
        rounds.note(givenUp: reason)
        break reading
      }
    }
    rounds.note(beginnings: reader.beginnings(asking: asker))
  }

  private func ask(_ question: ReadingEnd.Question, _ seen: [PartitionProgress], _ end: inout ReadingEnd) {
    switch question {
    case .ends(let asked, let withLastStable):
      let leaders = asked.map { seen[$0].leader }
      let ends = LeaderQuestions.ask(
        .end, of: asked.map(reader.partition), leaders: leaders, on: asker, timeout: .seconds(2))
      let lastStable = withLastStable ? reader.lastStable(of: asked, leaders: leaders) : asked.map { _ in nil }
      let answers = zip(ends, lastStable).map { ReadingEnd.EndAnswer(end: try? $0.get(), lastStable: $1) }
      end.note(answers, of: asked, seen, at: clock.time)
    case .inSync(let index):
      let asked = reader.partition(at: index)
      let topic = try? asker.metadata(.topic(asked.topic), timeout: .seconds(2)).topic(asked.topic)
      end.note(inSync: topic?.partitions.first { $0.id == asked.partition }?.inSync ?? 0, of: index)
    case .confirmation(let asked):
      let partitions = asked.map(reader.partition)
      var leaders: [TopicPartition: Int32] = [:]
      for name in Set(partitions.map(\.topic)) {
        let topic = try? asker.metadata(.topic(name), timeout: .seconds(1)).topic(name)
        guard let topic, topic.error == nil else { continue }
        for partition in topic.partitions {
          leaders[TopicPartition(topic: name, partition: partition.id)] = partition.leader
        }
      }
      let twice = reader.areAcknowledgedTwice(asked)
      for (index, partition) in zip(asked, partitions) {
        end.note(
          OneAnswer.Confirmation(leader: leaders[partition], isAcknowledgedTwice: twice.contains(index)), of: index)
      }
    }
  }
}

extension PreparedTopic {
  /// Its partitions before anything was read of them.
  fileprivate var unread: [PartitionReading] {
    noted.enumerated().map { partition, offset in
      var reading = PartitionReading(topic: name, partition: Int32(partition), noted: offset)
      reading.compaction = compaction.compaction
      return reading
    }
  }
}
