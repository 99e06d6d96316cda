internal import Kafka

/// The most memory that the clients of a run take, in bytes, by their settings.
package struct ClientNeeds: Sendable {
  private let profile: ClientProfile

  package init(_ profile: ClientProfile) { self.profile = profile }

  /// The memory that librdkafka takes for a waiting message beside its bytes: its own record and the one header (measured with
  /// 2.0 and 2.16: 396 bytes).
  private static let overheadPerMessage: UInt64 = 400

  /// The producer's queue, when it is full with messages of this size or all of them are in it.
  package func queue(messages: UInt64?, ofAtMost bytes: Int) -> UInt64 {
    let waiting = min(messages ?? .max, UInt64(profile.queueCapacity))
    // The client counts keys and values alone against this bound.
    let limit = kilobytes(profile.producer["queue.buffering.max.kbytes"], 1_048_576)
    return min(waiting * UInt64(bytes), limit) + waiting * Self.overheadPerMessage
  }

  /// The table of the messages that the client holds.
  package var inFlight: UInt64 {
    let each = MemoryLayout<InFlight.Message>.stride + MemoryLayout<Int32>.stride + MemoryLayout<UInt64>.stride
    return UInt64((profile.queueCapacity + ProducerWorker.spareTokens) * each)
  }

  /// The reader's queue when it is full, and an answer that was on its way by then; less where the run sends less.
  package func reading(messages: UInt64?, ofAtMost bytes: Int) -> UInt64 {
    let limit =
      kilobytes(profile.reader["queued.max.messages.kbytes"], 65_536)
      + (profile.reader["fetch.max.bytes"].flatMap { UInt64($0) } ?? 52_428_800)
    guard let messages else { return limit }
    let (all, overflow) = messages.multipliedReportingOverflow(by: UInt64(bytes) + Self.overheadPerMessage)
    return overflow ? limit : min(all, limit)
  }

  private func kilobytes(_ stated: String?, _ usual: UInt64) -> UInt64 {
    (stated.flatMap { UInt64($0) } ?? usual) << 10
  }
}
