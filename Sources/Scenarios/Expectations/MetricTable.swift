extension Metric {
  /// The table. Meanings are those of the report format; a breach of a count of what became of messages is one of
  /// verification, of any other column one of a metric, and five counts only ever say that nothing is proven.
  package var facts: MetricFacts {
    switch self {
    case .due: .sent("messages that the rate profile asks for")
    case .sent: .sent("messages offered to the client and not taken back")
    case .withheld: .sent("messages found to be against their format or schema, and not sent", .expectation)
    case .dropped: .sent("messages not sent because the client's queue was full", .expectation)
    case .unsent: .sent("messages not sent because the stage was cut short", .inconclusive, .settled)
    case .acknowledged: .sent("messages that the cluster reported as persisted")
    case .rejected: .sent("messages reported as certainly not persisted", .expectation)
    case .unknown: .sent("messages that may be persisted: no answer came in time, or none was asked for")
    case .aborted: .sent("messages whose transaction was aborted")
    case .retries:
      // librdkafka tells it only in its statistics, which are not asked for yet.
      MetricFacts([.count], "requests that the client sent again", isSupported: false)

    case .read: .read("records in the range read, foreign ones included", .expectation)
    case .found: .read("acknowledged messages that were read back")
    case .lost: .read("acknowledged messages that are absent, although the reader passed where they should be")
    case .trimmed:
      .read("acknowledged messages that were deleted or compacted away before they were read", .inconclusive, .settled)
    case .unseen: .read("acknowledged messages that are neither found nor provably gone", .inconclusive, .settled)
    case .unknownFound: .read("messages without an answer that are there", .expectation)
    case .unknownAbsent: .read("messages without an answer that are not there", .inconclusive, .settled)
    case .unknownUnseen:
      .read("messages without an answer that are neither found nor provably absent", .inconclusive, .settled)
    case .abortedHidden:
      .read("messages of aborted transactions that are hidden, as they should be", .expectation, .either)
    case .abortedVisible: .read("messages of aborted transactions that are visible")
    case .phantom: .read("rejected messages that are there all the same")
    case .duplicated: .read("records beyond the first of a message")
    case .reordered: .read("found messages that lie behind a later one of their partition or key")
    case .reorderedDistanceMax: .read("the largest displacement of a reordered message, in messages", .expectation)
    case .corrupted: .read("found messages whose value, key or headers are not what was sent")
    case .misrouted: .read("found messages in another partition than the one named")
    case .invalid: .read("found messages that are not well-formed or not valid")
    case .foreign: .read("records in the range read that this run did not write")
    case .lagMax: .read("the most messages that were acknowledged and not yet read", .expectation)

    case .rateKept: .rate([.ratio, .rate], "messages sent a second; with %, of the target")
    case .readRate: .rate([.rate], "messages read back a second", source: .reading)
    case .throughput: .rate([.byteRate], "acknowledged bytes a second")

    case .bytesAcknowledged: MetricFacts([.size], "keys, values and headers of what was acknowledged")
    case .bytesRead: MetricFacts([.size], "keys, values and headers of what was read", source: .reading)
    case .messageMean: MetricFacts([.size], "the mean size of a message: key, value and headers", tendency: .either)
    case .clientRSSMax: MetricFacts([.size], "the most memory that this program held")

    case .duration: .seconds("from the stage's start to its last delivery report")
    case .drain: .seconds("from the last send to the end of reading", source: .reading)
    case .queueFull: .seconds("how long the client's queue was full")
    case .clientCPU: .seconds("processor time that this program used")
    case .ackGapMax: MetricFacts([.duration], "the longest time without an acknowledgement while some were awaited")
    case .readGapMax:
      MetricFacts([.duration], "the longest time without a record while some were awaited", source: .reading)

    case .latenessP50, .latenessP99, .latenessMax, .serviceLatencyMin, .serviceLatencyMean, .serviceLatencyP50,
      .serviceLatencyP90, .serviceLatencyP95, .serviceLatencyP99, .serviceLatencyP999, .serviceLatencyMax,
      .ackLatencyMin, .ackLatencyMean, .ackLatencyP50, .ackLatencyP90, .ackLatencyP95, .ackLatencyP99,
      .ackLatencyP999, .ackLatencyMax, .endToEndLatencyMin, .endToEndLatencyMean, .endToEndLatencyP50,
      .endToEndLatencyP90, .endToEndLatencyP95, .endToEndLatencyP99, .endToEndLatencyP999, .endToEndLatencyMax:
      .latency(latency?.of ?? .service, latency?.statistic ?? .max)

    case .refused:
      MetricFacts([.reason], "every message is turned away, for this reason", tendency: .settled, isSupported: false)
    }
  }

  package var breach: MetricFacts.Breach { facts.breach }

  /// Its columns in `stages.csv`, one for each unit; none where it is no column.
  package var columns: [String] {
    facts.units.compactMap { unit in
      switch unit {
      case .count: rawValue
      case .duration: rawValue + (facts.isInSeconds ? "_s" : "_ms")
      case .ratio: rawValue + "_ratio"
      case .rate: rawValue + "_per_s"
      case .byteRate: rawValue + "_bytes_per_s"
      case .size: rawValue.hasPrefix("bytes_") ? rawValue : rawValue + "_bytes"
      case .reason: nil
      }
    }
  }
}
