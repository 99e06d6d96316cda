extension Ledger {
  /// The answer to a message of a stage that sends to a topic. Which were rejected is not kept: a message that was sent and that
  /// nothing else is known of was.
  package func answer(stage: Int, sequence: UInt64) -> SinkHolding.Answer {
    if stages[stage].acknowledged.contains(sequence) { return .acknowledged }
    return stages[stage].unknown.contains(sequence) ? .unknown : .rejected
  }

  /// True where a record of the message was read in the topic of its stage.
  package func contains(stage: Int, sequence: UInt64) -> Bool { stages[stage].seen.contains(sequence) }
}
