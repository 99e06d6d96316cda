/// The end that the reading of a sink came to, which decides what it means that a message is not in it.
package enum SinkEnd: Sendable, Equatable {
  /// To an end that is proven, after the time that the system had to catch up: what is absent is missing.
  case proven
  /// To its end, but what is absent may have been there, or may still come; why. A topic that is compacted, or of which that is not
  /// known; one that lost its beginning; a group behind it that still has a lag.
  case absentUnseen(because: String)
  /// Not to its end: what was not read is not known; why. A command that failed, a leader that did not answer.
  case unfinished(because: String)

  /// The reason why what is absent is unseen; nil where it is missing.
  package var reason: String? {
    switch self {
    case .proven: nil
    case .absentUnseen(let reason), .unfinished(let reason): reason
    }
  }

  /// The reason why more may be there than was read; nil where everything was read.
  package var unread: String? {
    switch self {
    case .proven, .absentUnseen: nil
    case .unfinished(let reason): reason
    }
  }

  /// That of several sinks together, for `any_of`: the worst of them.
  package static func together(_ ends: [SinkEnd]) -> SinkEnd {
    ends.first { $0.unread != nil } ?? ends.first { $0 != .proven } ?? .proven
  }
}
