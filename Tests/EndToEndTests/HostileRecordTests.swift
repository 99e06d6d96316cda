import FoundationEssentials
import Glibc
import Kafka
import Load
import SampleScenarios
import Scenarios
import Synchronization
import Testing
import Verification

extension EndToEndTests {
  /// A run whose topic gets hostile records from another client: it does not crash, and its counts add up.
  @Suite struct HostileRecordsOnATopic {
    private static let messages: UInt64 = 400
    private static let partitions = 16
    /// `Scripts/faults` writes 100,000.
    private static let count =
      ProcessInfo.processInfo.environment["REHEARSE_HOSTILE_RECORDS"].flatMap { Int($0) } ?? 5_000

    @Test func areCountedAsWhatTheyAre() throws {
      let seed = UInt64.random(in: 0 ... .max)
      let scenario = try SampleScenario(
        topics: "{orders: {partitions: \(Self.partitions)}}",
        templates: #"{order: {key: "k{{seq}}", value: "{{seq}} {{due}} {{due:%Y %j}}"}}"#,
        stages: "[{name: all, rate: 200/s, count: \(Self.messages), measure: true}]"
      ).scenario()
      let run = RunID(milliseconds: 1_790_000_000_000, random: seed)
      let mock = try MockCluster()
      let written = Mutex<[HostileRecord]>([])
      // It is asked for the time when the reader has begun and the stage has not.
      let observed = ScenarioRun(
        scenario: scenario, runID: run, startedAt: 1_790_000_000_000,
        connection: ClusterConnection(embedded: mock, []), selected: [0], workFile: "/nowhere/.offsets",
        stop: StopRequest(), log: { _, _ in }, progress: { _ in },
        wallClock: {
          written.withLock { written in
            if written.isEmpty { written = (try? Self.write(to: mock, run, seed: seed)) ?? [] }
          }
          return 0
        }
      ).run()
      let records = written.withLock { $0 }
      try #require(records.count == Self.count)

      #expect(observed.errors == [], "seed \(seed)")
      let row = try #require(observed.stages.first)
      let read = try #require(row.read)
      #expect(CountIdentity.violations(send: row.send, read: read) == [], "seed \(seed)")
      let taken = records.compactMap { $0.message(of: run, below: Self.messages) }
      #expect(row.send[.acknowledged] == Self.messages)
      #expect(read[.read] == Self.messages + UInt64(Self.count), "seed \(seed)")
      #expect(read[.foreign] == UInt64(Self.count - taken.count), "seed \(seed)")
      // Each takes the place of the message that it claims to be, whose own record is then a duplicate, and is not what was sent.
      #expect(read[.found] == Self.messages)
      #expect(read[.duplicated] == UInt64(taken.count), "seed \(seed)")
      #expect(read[.corrupted] == UInt64(Set(taken).count), "seed \(seed)")
    }

    private static func write(to mock: MockCluster, _ run: RunID, seed: UInt64) throws -> [HostileRecord] {
      var settings = ClientSettings()
      settings["bootstrap.servers"] = mock.bootstrap
      settings["socket.nagle.disable"] = "true"
      let producer = try Producer(settings, topic: "orders", headerName: "rehearse", capacity: 100_000)
      defer { producer.close() }
      var hostile = HostileRecords(run: run, limit: messages, seed: seed)
      var records: [HostileRecord] = []
      var acknowledged = 0
      func serve() {
        producer.serve({ _ in }, delivered: { if $0.status == .persisted { acknowledged += 1 } })
      }
      for index in 0..<count {
        var record = hostile.next()
        // The producer adds one header of this name to every record.
        if record.identities.isEmpty { record.identities = [[]] }
        #expect(
          eventually {
            serve(); return index - acknowledged < 1000
          })
        #expect(send(record, to: Int32(index % partitions), token: index % 100_000, producer) == .queued)
        records.append(record)
      }
      #expect(
        eventually(within: 60) {
          serve(); return acknowledged == count
        })
      return records
    }

    private static func send(
      _ record: HostileRecord, to partition: Int32, token: Int, _ producer: Producer
    ) -> Producer.SendResult {
      let others = Array(repeating: ("other", [UInt8]("x".utf8)), count: record.others)
      let more = record.identities.dropFirst().map { ("rehearse", $0) } + others.map { ($0.0, $0.1 as [UInt8]?) }
      let names = more.map { strdup($0.0) }
      // A byte more, because an empty array may have no address.
      let values = more.map { ($0.1 ?? []) + [0] }
      defer { names.forEach { free($0) } }
      let buffers = values.map { value in
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: value.count, alignment: 1)
        buffer.copyBytes(from: value)
        return buffer
      }
      defer { buffers.forEach { $0.deallocate() } }
      var headers: [UserHeader] = []
      for index in more.indices {
        guard let name = names[index] else { continue }
        let size = more[index].1?.count
        headers.append(
          UserHeader(
            name: name, nameCount: more[index].0.utf8.count,
            value: UnsafeRawBufferPointer(start: size == nil ? nil : buffers[index].baseAddress, count: size ?? 0)))
      }
      return lend(record.key) { key in
        lend(record.value) { value in
          lend(record.identities[0]) { header in
            headers.withUnsafeBufferPointer { headers in
              producer.send(
                partition: partition, key: key, value: value, header: header, userHeaders: headers, token: token)
            }
          }
        }
      }
    }

    private static func lend<Result>(_ bytes: [UInt8]?, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
      guard let bytes else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
      return (bytes + [0]).withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<bytes.count])) }
    }
  }
}
