import Kafka
import Load
import Testing

extension KafkaCluster {
  /// Records by another client, without the header of a run, in this order in the first partition; all are stored when this
  /// returns.
  func write(_ records: [(key: String, value: String)], to topic: String) throws {
    let address = brokers[0].address()
    let profile = ClientProfile(bootstrap: [address], isEmbedded: false, written: [])
    let producer = try Producer(profile.producer, topic: topic, headerName: "another", capacity: records.count)
    defer { producer.close() }
    for (token, record) in records.enumerated() {
      var (key, value) = (record.key, record.value)
      let sent = key.withUTF8 { key in
        value.withUTF8 { value in
          producer.send(
            partition: 0, key: UnsafeRawBufferPointer(key), value: UnsafeRawBufferPointer(value),
            header: UnsafeRawBufferPointer(start: nil, count: 0), token: token)
        }
      }
      try #require(sent == .queued)
    }
    producer.flush()
    var stored = 0
    let allStored = eventually(within: 30) {
      producer.serve({ _ in }) { if $0.status == .persisted { stored += 1 } }
      return stored == records.count
    }
    try #require(allStored, "\(stored) of \(records.count) records were stored")
  }

  /// Numbered records of another client: `old 0`, `old 1`, …
  func write(_ count: Int, named name: String, to topic: String) throws {
    try write((0..<count).map { ("\(name)-\($0)", "\(name) \($0)") }, to: topic)
  }
}
