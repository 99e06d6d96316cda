package import Scenarios

/// The identity of a record: the value of the one header, `rehearse`, that every message carries. Binary, little-endian, 35 bytes:
///
///     0  version     UInt8   1
///     1  stage       UInt16  index in the scenario, from 0
///     3  producer    UInt16  of the stage, from 0
///     5  run         UInt64  `RunID`
///     13 sequence    UInt64  number of the message in its stage, from 0
///     21 due         Int64   nanoseconds since the run's start; at rate `max`, where nothing is due, the time of the send
///     29 payload     UInt32  CRC32C over key, user headers and value (`PayloadChecksum`)
///     33 check       UInt16  lower half of the CRC32C of the bytes above, so that a damaged identity is not another run's
package struct Identity: Sendable, Equatable {
  package static let headerName: StaticString = "rehearse"
  package static let byteCount = 35
  private static let version: UInt8 = 1
  private static let checked = 33

  package var run: RunID
  package var stage: UInt16
  package var producer: UInt16
  package var sequence: UInt64
  package var due: Nanoseconds
  package var payload: UInt32

  package init(run: RunID, stage: UInt16, producer: UInt16, sequence: UInt64, due: Nanoseconds, payload: UInt32) {
    self.run = run
    self.stage = stage
    self.producer = producer
    self.sequence = sequence
    self.due = due
    self.payload = payload
  }

  /// Writes `byteCount` bytes to `buffer`.
  package func write(to buffer: UnsafeMutableRawPointer) {
    buffer.storeBytes(of: Self.version, as: UInt8.self)
    buffer.storeBytes(of: stage.littleEndian, toByteOffset: 1, as: UInt16.self)
    buffer.storeBytes(of: producer.littleEndian, toByteOffset: 3, as: UInt16.self)
    buffer.storeBytes(of: run.value.littleEndian, toByteOffset: 5, as: UInt64.self)
    buffer.storeBytes(of: sequence.littleEndian, toByteOffset: 13, as: UInt64.self)
    buffer.storeBytes(of: due.count.littleEndian, toByteOffset: 21, as: Int64.self)
    buffer.storeBytes(of: payload.littleEndian, toByteOffset: 29, as: UInt32.self)
    let check = CRC32C.sum(UnsafeRawBufferPointer(start: buffer, count: Self.checked))
    buffer.storeBytes(of: UInt16(truncatingIfNeeded: check).littleEndian, toByteOffset: Self.checked, as: UInt16.self)
  }

  /// Nil where `bytes` are no identity of this version, or a damaged one.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.byteCount, bytes[0] == Self.version else { return nil }
    let check = CRC32C.sum(UnsafeRawBufferPointer(rebasing: bytes[..<Self.checked]))
    guard
      UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: Self.checked, as: UInt16.self))
        == UInt16(truncatingIfNeeded: check)
    else { return nil }
    stage = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt16.self))
    producer = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 3, as: UInt16.self))
    run = RunID(value: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 5, as: UInt64.self)))
    sequence = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 13, as: UInt64.self))
    due = Nanoseconds(Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: 21, as: Int64.self)))
    payload = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 29, as: UInt32.self))
  }
}
