internal import Scenarios

/// The ends of a topic's partitions, as far as their leaders' answers agree on them. Others than this run write to a sink's topic, so
/// an end that moves on is as good as one that stays; another leader, or an end that moved back, begins anew. Pure.
struct TopicEnds: Sendable, Equatable {
  /// The time over which the answers of one leader must agree where everything is found.
  static let agreement = Nanoseconds.seconds(1)
  /// The same where something is absent: longer than a follower may stay behind.
  static let agreementOnAbsence = Nanoseconds.seconds(45)

  private struct Answer: Sendable, Equatable {
    var end: Int64
    var leader: Int32
    var since: Nanoseconds
    var heard: Nanoseconds
  }

  /// By partition.
  private var answers: [Answer?]

  init(partitions: Int) { answers = Array(repeating: nil, count: partitions) }

  var partitions: Int { answers.count }

  /// Partitions were added.
  mutating func grow(to count: Int) {
    while answers.count < count { answers.append(nil) }
  }

  /// Takes in the end that a leader names at `now`; nil where it does not answer.
  mutating func note(_ end: Int64?, of partition: Int, leader: Int32, at now: Nanoseconds) {
    guard let end else { return }
    guard let known = answers[partition], known.leader == leader, end >= known.end else {
      answers[partition] = Answer(end: end, leader: leader, since: now, heard: now)
      return
    }
    answers[partition] = Answer(end: end, leader: leader, since: known.since, heard: now)
  }

  /// The shortest time, over all partitions, for which the answers have agreed; nil where a leader has not answered yet, or not for
  /// a while.
  func agreedFor(at now: Nanoseconds) -> Nanoseconds? {
    var shortest = Nanoseconds(Int64.max)
    for answer in answers {
      guard let answer, now - answer.heard < Self.agreement * 5 else { return nil }
      shortest = min(shortest, answer.heard - answer.since)
    }
    return answers.isEmpty ? nil : shortest
  }

  /// When the oldest of the last answers came; the earliest time where one is missing.
  var heardAt: Nanoseconds { answers.map { $0?.heard ?? .min }.min() ?? .min }

  /// True where reading has reached every end that was answered, and each was.
  func isReached(by positions: [Int64]) -> Bool {
    positions.count == answers.count && zip(positions, answers).allSatisfy { $0 >= ($1?.end ?? .max) }
  }

  /// The first partition whose end is not reached.
  func unreached(by positions: [Int64]) -> Int? {
    positions.indices.first { answers.indices.contains($0) && positions[$0] < answers[$0]?.end ?? .max }
  }
}
