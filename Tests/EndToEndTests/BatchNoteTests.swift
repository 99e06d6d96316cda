import Load
import Testing

@testable import Rehearsal

extension EndToEndTests {
  /// The notes of a run on the batches that a topic takes.
  @Suite struct BatchNotes {
    @Test func whatANoteSaysOfBatches() {
      #expect(
        NoteSentences.text(.batchesLimited(topic: "t", limit: 2000, batchSize: 1980))
          == "topic \"t\" takes batches of at most 2,000 bytes (max.message.bytes), so the producer's batches are kept below that "
          + "(batch.size 1,980)")
      #expect(
        NoteSentences.text(.batchesAboveLimit(topic: "t", limit: 1500, batchSize: 100_000))
          == "topic \"t\" takes batches of at most 1,500 bytes (max.message.bytes), and the scenario's batch.size is 100,000: batches "
          + "of small messages can be rejected, with every message in them; leave batch.size out")
    }
  }
}
