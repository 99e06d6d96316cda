internal import Scenarios

/// The records in sinks of a stage whose messages must all be refused.
package struct RefusedInSinks: Sendable, Equatable {
  /// Records of its messages, in any sink.
  package var records: UInt64 = 0
  /// The first sink that was not read to its end, with the reason; nil where all were.
  package var unread: String?

  /// The counts that have a record of a message each.
  private static let ofMessages: [SinkCount] = [.found, .unknownFound, .phantom, .stray, .duplicated]

  package init() {}

  /// - Parameters:
  ///   - stage: its name.
  ///   - sinks: those of the run that were to be read.
  package init(stage: String, in sinks: [SinkResult]) {
    for sink in sinks {
      let rows = (sink.stages + (sink.unheld ?? [])).filter { $0.stage == stage }
      for counts in rows.map(\.counts) {
        for count in Self.ofMessages { records += counts[count] }
      }
      if unread == nil, sink.counts == nil || sink.unseenBecause != nil {
        unread = "sink \"\(sink.name)\": \(sink.unseenBecause ?? sink.problem?.sentence ?? "it was not read")"
      }
    }
  }
}
