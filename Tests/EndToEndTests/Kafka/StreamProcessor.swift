import Dispatch
import Kafka
import Load
import Synchronization
import Testing

/// A processor between two topics, in the test: it reads records as they come, and writes what a function makes of each.
final class StreamProcessor: Sendable {
  private let hasEnded = Atomic(false)
  private let finished = Completion()

  /// - Parameter make: the values that it writes for the n-th record that it reads.
  init(
    _ cluster: KafkaCluster, from input: String, partitions: Int, to output: String,
    make: @escaping @Sendable (_ n: Int, _ value: String) -> [String]
  ) throws {
    let profile = ClientProfile(bootstrap: [cluster.brokers[0].address()], isEmbedded: false, written: [])
    let consumer = try Consumer(profile.reader)
    try consumer.assign(
      (0..<partitions).map { (TopicPartition(topic: input, partition: Int32($0)), 0) }, topics: [input])
    let producer = try Producer(profile.producer, topic: output, headerName: "another", capacity: 100_000)
    DispatchQueue(label: "test.processor").async { @Sendable [self] in
      var count = 0
      var token = 0
      while !hasEnded.load(ordering: .relaxed) {
        var values: [String] = []
        let polled = consumer.poll(
          { record in
            let value = String(decoding: record.value ?? UnsafeRawBufferPointer(start: nil, count: 0), as: UTF8.self)
            values += make(count, value)
            count += 1
          }, event: { _ in })
        for var value in values {
          _ = value.withUTF8 { bytes in
            producer.send(
              partition: 0, key: UnsafeRawBufferPointer(start: nil, count: 0), value: UnsafeRawBufferPointer(bytes),
              header: UnsafeRawBufferPointer(start: nil, count: 0), token: token % 100_000)
          }
          token += 1
        }
        producer.serve({ _ in }, delivered: { _ in })
        if polled == 0 { pause(for: .milliseconds(2)) }
      }
      producer.flush()
      producer.close()
      consumer.handle.close()
      finished.signal()
    }
  }

  /// Ends it, once what it had read is written.
  func end() {
    hasEnded.store(true, ordering: .relaxed)
    _ = finished.wait(for: .seconds(20))
  }
}
