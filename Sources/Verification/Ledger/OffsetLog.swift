/// Which partition and offset every settled message got, in the order of settling: what a second reading clears by, and
/// what becomes of a message that was not found is decided by. Kept per (outcome, stage, partition), delta-coded: two bytes
/// for a message where sequences and offsets ascend evenly. Beyond `memoryLimit` its owner moves the oldest chunks to a
/// file by `spill`.
package struct OffsetLog: ~Copyable {
  package struct Entry: Sendable, Equatable {
    package var sequence: UInt64
    /// −1 where none was told.
    package var offset: Int64
  }

  /// A place in the file to which chunks were moved.
  package struct Extent: Sendable, Equatable {
    package var position: Int
    package var count: Int

    package init(position: Int, count: Int) {
      self.position = position
      self.count = count
    }
  }

  private enum Chunk {
    case memory([UInt8])
    case file(Extent)
  }

  /// The chunk being written; deltas begin anew in each chunk, so that any can be read alone.
  private struct Writer {
    var buffer: UnsafeMutablePointer<UInt8>?
    var filled = 0
    var sequence: UInt64 = 0
    var offset: Int64 = -1
    var sealed: [Chunk] = []
  }

  static let chunkBytes = 16_384
  /// Of all that is in memory.
  package static let usualLimit = 64 << 20
  /// Two varints of 64 bits.
  private static let longestEntry = 20

  private let writers: UnsafeMutablePointer<Writer>
  private let lanes: Int
  private let partitions: Int
  private let stages: Int
  private let memoryLimit: Int
  package private(set) var bytesInMemory = 0
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
    writers = .allocate(capacity: max(lanes, 1))
    writers.initialize(repeating: Writer(), count: lanes)
  }

  deinit {
    for lane in 0..<lanes { writers[lane].buffer?.deallocate() }
    writers.deinitialize(count: lanes)
    writers.deallocate()
  }

  private func lane(_ outcome: Settlement.Outcome, _ stage: Int, _ partition: Int) -> Int {
    (Int(outcome.rawValue) * stages + stage) * partitions + partition
  }

  package mutating func append(
    _ outcome: Settlement.Outcome, stage: Int, partition: Int, sequence: UInt64, offset: Int64
  ) {
    let writer = writers + lane(outcome, stage, partition)
    currentStage = stage
    if writer.pointee.filled + Self.longestEntry > Self.chunkBytes { seal(writer) }
    let buffer: UnsafeMutablePointer<UInt8>
    if let present = writer.pointee.buffer {
      buffer = present
    } else {
      buffer = .allocate(capacity: Self.chunkBytes)
      writer.pointee.buffer = buffer
      bytesInMemory += Self.chunkBytes
    }
    var end = writer.pointee.filled
    Self.write(Self.zigzag(Int64(bitPattern: sequence &- writer.pointee.sequence)), to: buffer, at: &end)
    Self.write(Self.zigzag(offset &- writer.pointee.offset), to: buffer, at: &end)
    writer.pointee.filled = end
    writer.pointee.sequence = sequence
    writer.pointee.offset = offset
  }

  package var exceedsMemory: Bool { bytesInMemory > memoryLimit }

  /// Moves full chunks, lane by lane, until memory is within its limit again; `write` says where it put one. What cannot be
  /// written stays in memory.
  package mutating func spill(_ write: ([UInt8]) throws -> Extent) rethrows {
    for lane in 0..<lanes where (lane / partitions) % stages != currentStage { giveUpBuffer(writers + lane) }
    for step in 0..<lanes where exceedsMemory {
      let lane = (oldestLane + step) % lanes
      for index in writers[lane].sealed.indices {
        guard case .memory(let bytes) = writers[lane].sealed[index] else { continue }
        writers[lane].sealed[index] = .file(try write(bytes))
        bytesInMemory -= bytes.count
      }
      if !exceedsMemory { oldestLane = lane }
    }
  }

  /// Calls `body` with every entry in the order of settling; `read` fetches what was moved to the file.
  package func forEach(
    _ outcome: Settlement.Outcome, stage: Int, partition: Int, read: (Extent) throws -> [UInt8],
    _ body: (Entry) -> Void
  ) rethrows {
    let writer = writers + lane(outcome, stage, partition)
    for chunk in writer.pointee.sealed {
      switch chunk {
      case .memory(let bytes): bytes.withUnsafeBufferPointer { Self.decode($0, body) }
      case .file(let extent): try read(extent).withUnsafeBufferPointer { Self.decode($0, body) }
      }
    }
    if let buffer = writer.pointee.buffer {
      Self.decode(UnsafeBufferPointer(start: buffer, count: writer.pointee.filled), body)
    }
  }

  private mutating func seal(_ writer: UnsafeMutablePointer<Writer>) {
    guard let buffer = writer.pointee.buffer else { return }
    let bytes = Array(UnsafeBufferPointer(start: buffer, count: writer.pointee.filled))
    bytesInMemory += bytes.count
    writer.pointee.sealed.append(.memory(bytes))
    writer.pointee.filled = 0
    writer.pointee.sequence = 0
    writer.pointee.offset = -1
  }

  private mutating func giveUpBuffer(_ writer: UnsafeMutablePointer<Writer>) {
    guard let buffer = writer.pointee.buffer else { return }
    seal(writer)
    buffer.deallocate()
    writer.pointee.buffer = nil
    bytesInMemory -= Self.chunkBytes
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

  private static func write(_ value: UInt64, to buffer: UnsafeMutablePointer<UInt8>, at end: inout Int) {
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
