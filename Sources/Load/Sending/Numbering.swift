internal import Scenarios

/// The numbers of the messages that one producer of a stage sends, in ascending order, and the time at which it may. Pure but for
/// what producers that share a stage ask of each other.
struct Numbering {
  /// The part of a stage that is a producer's.
  enum Part {
    /// Every so many messages one: with a rate, or alone.
    case share(Share)
    /// At `max`: one block of numbers after another, from a counter that all producers take from.
    case blocks(BlockCounter)
    /// Those whose keys are its own: it goes through all numbers.
    case keys(KeyedTurns, producer: Int)
  }

  enum Decision: Equatable {
    /// This many numbers may be gone through now.
    case go(UInt64)
    /// Nothing is due before this time after the start of the stage.
    case wait(until: Nanoseconds)
    /// Other producers have to catch up first.
    case held
    case done
  }

  private let pacer: Pacer
  private let part: Part
  private let stride: UInt64
  /// The number of the next message.
  private(set) var next: UInt64
  /// The numbers gone through.
  private(set) var passed: UInt64 = 0
  /// The end of the block that is in hand.
  private var end: UInt64 = 0

  init(_ schedule: Schedule, _ part: Part) {
    self.part = part
    switch part {
    case .share(let share):
      pacer = Pacer(schedule, of: share)
      (next, stride) = (share.index, share.of)
    case .blocks, .keys:
      pacer = Pacer(schedule)
      (next, stride) = (0, 1)
    }
  }

  /// The due times of the numbers that it goes through; nil at `max`.
  var dueTimes: DueTimes? {
    if case .share(let share) = part { DueTimes(pacer.schedule, share: share) } else { DueTimes(pacer.schedule) }
  }

  /// The windows of the greatest rate, with what is due in them of its messages. Where keys decide which are its own, a like part is
  /// taken to be: over all producers it is what is due.
  var peak: PeakWatch {
    switch part {
    case .share(let share): PeakWatch(pacer.schedule, of: share)
    case .blocks: PeakWatch()
    case .keys(let turns, let producer):
      PeakWatch(
        pacer.schedule, of: Share(index: UInt64(producer), of: UInt64(turns.producers)), isByDueTime: true)
    }
  }

  /// The messages in hand that were not gone through: they are due, whatever ends the stage.
  var inHand: UInt64 { end > next ? end - next : 0 }

  /// The messages that were this producer's turn, having `offered` so many. Where keys decide, the first counts those of all.
  func due(offered: UInt64) -> UInt64 {
    guard case .keys(let turns, let producer) = part, !pacer.schedule.isPaced else { return offered + inHand }
    return producer == 0 ? turns.end : 0
  }

  /// `elapsed` is the time since the start of the stage.
  mutating func decide(elapsed: Nanoseconds) -> Decision {
    switch part {
    case .share: return Decision(pacer.decide(elapsed: elapsed, sent: passed))
    case .blocks(let counter):
      if next < end { return .go(end - next) }
      if let cutoff = pacer.schedule.cutoff, elapsed >= cutoff { return .done }
      guard let block = counter.take(below: pacer.schedule.total) else { return .done }
      (next, end) = (block.lowerBound, block.upperBound)
      return .go(end - next)
    case .keys(let turns, let producer):
      turns.note(producer, at: next)
      let reach = turns.reach
      return
        switch pacer.schedule.isPaced
        ? Decision(pacer.decide(elapsed: elapsed, sent: passed)) : decideAtMax(turns, elapsed)
      {
      case .go where reach <= next: .held
      case .go(let count): .go(min(count, reach - next))
      case .wait(let time): .wait(until: time)
      case .held: .held
      case .done: .done
      }
    }
  }

  /// At `max` a block is gone through by all producers once one of them has opened it.
  private mutating func decideAtMax(_ turns: KeyedTurns, _ elapsed: Nanoseconds) -> Decision {
    if next < end { return .go(end - next) }
    let isOver = pacer.schedule.cutoff.map { elapsed >= $0 } ?? false
    guard let opened = turns.open(from: next, isOver: isOver, below: pacer.schedule.total) else { return .done }
    end = opened
    return .go(end - next)
  }

  /// Goes on to the message after that.
  mutating func advance() {
    next += stride
    passed += 1
  }

  /// True where the message with this key is the producer's.
  func isOwn(_ key: UnsafeRawBufferPointer) -> Bool {
    guard case .keys(let turns, let producer) = part else { return true }
    return turns.owner(of: key) == producer
  }

  /// True where it goes through messages of others.
  var isSelective: Bool { if case .keys = part { true } else { false } }

  /// Nothing more is sent: others do not wait for it.
  func finish() {
    if case .keys(let turns, let producer) = part { turns.note(producer, at: .max) }
  }
}

extension Numbering.Decision {
  fileprivate init(_ decision: Pacer.Decision) {
    switch decision {
    case .send(let count): self = .go(count)
    case .wait(let time): self = .wait(until: time)
    case .done: self = .done
    }
  }
}
