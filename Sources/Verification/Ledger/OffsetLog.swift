/// The partition and offset of every settled message, in the order of settling: a second reading clears by it, and the outcome
/// of a message that was not found is decided by it. Kept per (outcome, stage, partition), delta-coded: two bytes
/// for a message where sequences and offsets ascend evenly. Beyond `memoryLimit` its owner moves the oldest chunks to a
/// file by `spill`. The chunks being written stay: where they alone take more than half of the limit, it is twice their size.
package struct OffsetLog: ~Copyable {
  package struct Entry: Sendable, Equatable {
    package var sequence: UInt64
    /// −1 where none was reported.
    package var offset: Int64
  }

  /// A part of the file to which chunks were moved.
  package struct Extent: Sendable, Equatable {
    package var position: Int
    package var count: Int

    package init(position: Int, count: Int) {
      self.position = position
      self.count = count
    }
  }

  enum Chunk {
    case memory([UInt8])
    case file(Extent)
  }

  /// The chunk being written; deltas begin anew in each chunk, so that any can be read alone.
  struct Writer: ~Copyable {
    var buffer: FixedArray<UInt8>?
    var filled = 0
    var sequence: UInt64 = 0
    var offset: Int64 = -1
    var sealed: [Chunk] = []

    mutating func append(_ next: Entry) {
      var end = filled
      switch buffer {
      case .some(let buffer):
        OffsetLog.write(OffsetLog.zigzag(Int64(bitPattern: next.sequence &- sequence)), to: buffer, at: &end)
        OffsetLog.write(OffsetLog.zigzag(next.offset &- offset), to: buffer, at: &end)
      case .none: return
      }
      filled = end
      sequence = next.sequence
      offset = next.offset
    }

    func withWritten<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      switch buffer {
      case .some(let buffer): buffer.withFirst(filled, body)
      case .none: body(UnsafeBufferPointer(start: nil, count: 0))
      }
    }
  }

  static let chunkBytes = 16_384
  /// The usual limit of the bytes in memory. A run at 50,000 messages a second reaches it within its first minute, and its memory
  /// does not grow from then on.
  package static let usualLimit = 4 << 20
  /// Two varints of 64 bits.
  private static let longestEntry = 20

  private let writers: FixedArray<Writer>
  private let lanes: Int
  private let partitions: Int
  private let stages: Int
  private let memoryLimit: Int
  package private(set) var bytesInMemory = 0
  /// Those of them that chunks being written take.
  private var bytesInBuffers = 0
  /// The stage that was last written to; the buffers of all others can be given up.
  private var currentStage = 0
  /// The first lane that may still have a chunk to move.
  private var oldestLane = 0

  /// `partitions` are counted over all topics.
  package init(stages: Int, partitions: Int, memoryLimit: Int = Self.usualLimit) {
    self.stages = stages
    self.partitions = partitions
    self.memoryLimit = memoryLimit
    lanes = Settlement.Outcome.allCases.count * stages * partitions
    writers = FixedArray(count: lanes) { _ in Writer() }
  }

  private func lane(_ outcome: Settlement.Outcome, _ stage: Int, _ partition: Int) -> Int {
    (Int(outcome.rawValue) * stages + stage) * partitions + partition
  }

  package mutating func append(
    _ outcome: Settlement.Outcome, stage: Int, partition: Int, sequence: UInt64, offset: Int64
  ) {
    let lane = lane(outcome, stage, partition)
    currentStage = stage
    if writers[lane].filled + Self.longestEntry > Self.chunkBytes { seal(lane) }
    if writers[lane].buffer == nil {
      writers[lane].buffer = FixedArray(repeating: 0, count: Self.chunkBytes)
      bytesInMemory += Self.chunkBytes
      bytesInBuffers += Self.chunkBytes
    }
    writers[lane].append(Entry(sequence: sequence, offset: offset))
  }

  package var exceedsMemory: Bool { bytesInMemory > bound }

  private var bound: Int { max(memoryLimit, 2 * bytesInBuffers) }

  /// Moves full chunks, lane by lane, until memory is at half of its limit, so that this is seldom; `write` says where it put one.
  /// What cannot be written stays in memory.
  package mutating func spill(_ write: ([UInt8]) throws -> Extent) rethrows {
    for lane in 0..<lanes where (lane / partitions) % stages != currentStage { giveUpBuffer(lane) }
    for step in 0..<lanes where bytesInMemory > bound / 2 {
      let lane = (oldestLane + step) % lanes
      for index in writers[lane].sealed.indices {
        guard case .memory(let bytes) = writers[lane].sealed[index] else { continue }
        writers[lane].sealed[index] = .file(try write(bytes))
        bytesInMemory -= bytes.count
      }
      if bytesInMemory <= bound / 2 { oldestLane = lane }
    }
  }

  /// Calls `body` with every entry in the order of settling; `read` fetches what was moved to the file.
  package func forEach(
    _ outcome: Settlement.Outcome, stage: Int, partition: Int, read: (Extent) throws -> [UInt8],
    _ body: (Entry) -> Void
  ) rethrows {
    let lane = lane(outcome, stage, partition)
    for chunk in writers[lane].sealed {
      switch chunk {
      case .memory(let bytes): bytes.withUnsafeBufferPointer { Self.decode($0, body) }
      case .file(let extent): try read(extent).withUnsafeBufferPointer { Self.decode($0, body) }
      }
    }
    writers[lane].withWritten { Self.decode($0, body) }
  }

  private mutating func seal(_ lane: Int) {
    guard writers[lane].buffer != nil else { return }
    let bytes = writers[lane].withWritten { Array($0) }
    bytesInMemory += bytes.count
    writers[lane].sealed.append(.memory(bytes))
    writers[lane].filled = 0
    writers[lane].sequence = 0
    writers[lane].offset = -1
  }

  private mutating func giveUpBuffer(_ lane: Int) {
    guard writers[lane].buffer != nil else { return }
    seal(lane)
    writers[lane].buffer = nil
    bytesInMemory -= Self.chunkBytes
    bytesInBuffers -= Self.chunkBytes
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Entry) -> Void) {
    var next = 0
    var entry = Entry(sequence: 0, offset: -1)
    while next < bytes.count {
      entry.sequence &+= UInt64(bitPattern: unzigzag(read(bytes, at: &next)))
      entry.offset &+= unzigzag(read(bytes, at: &next))
      body(entry)
    }
  }

  private static func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: (value << 1) ^ (value >> 63)) }
  private static func unzigzag(_ value: UInt64) -> Int64 {
    Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  private static func write(_ value: UInt64, to buffer: borrowing FixedArray<UInt8>, at end: inout Int) {
    var rest = value
    while rest >= 0x80 {
      buffer[end] = UInt8(truncatingIfNeeded: rest) | 0x80
      end += 1
      rest >>= 7
    }
    buffer[end] = UInt8(truncatingIfNeeded: rest)
    end += 1
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, at next: inout Int) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while next < bytes.count {
      let byte = bytes[next]
      next += 1
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}
