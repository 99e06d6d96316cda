internal import Posting
internal import Scenarios
internal import Templates
internal import Verification

/// The messages of a stage on their way to its target: rendered, checked, posted, answered. As `Traffic`, its worker reaches it in
/// memory that does not move and from its queue alone.
struct PostingTraffic: ~Copyable {
  /// The outcome of posting a number of messages.
  enum Handing {
    case all
    /// All connections are busy.
    case held
    /// All connections are busy, and that ends the stage.
    case full
  }

  let plan: PostingPlan
  let clock: RunClock
  let client: PostingClient
  let posted = PostedMessages()
  /// The stage's start, since the run's.
  private(set) var start = Nanoseconds.zero
  private var renderer: MessageRenderer
  private let headers: PostedHeaders
  private var inFlight: InFlight
  private(set) var tally = StageTally()
  private(set) var answers = AnswerCounts()
  private(set) var silence = TargetSilence()
  private var series: SendingSeries
  private let intervals: StageIntervals
  private var numbering: Numbering
  private var dueTimes: DueTimes?
  private var heldSince: Nanoseconds?
  /// Messages that were posted, withheld or dropped.
  private(set) var offered: UInt64 = 0
  /// Messages that began up to this time waited while this process was stopped.
  var hinderedUntil = Nanoseconds.min

  init(_ plan: PostingPlan, clock: RunClock, client: PostingClient, intervals: StageIntervals) {
    self.plan = plan
    self.clock = clock
    self.client = client
    self.intervals = intervals
    series = SendingSeries(start: .zero, intervals: intervals)
    let renderer = MessageRenderer(plan.recipe)
    headers = PostedHeaders(most: renderer.mostHeaders, contentTypes: plan.contentTypes)
    self.renderer = renderer
    inFlight = InFlight(capacity: plan.settings.connections)
    numbering = Numbering(plan.stage.schedule, .share(.whole))
    dueTimes = numbering.dueTimes
  }

  /// The stage begins at `start`: from then on messages are due.
  mutating func begin(at start: Nanoseconds) {
    self.start = start
    series = SendingSeries(start: start, intervals: intervals, peak: numbering.peak)
  }

  /// Messages without an answer.
  var awaited: Int { inFlight.count }

  /// The decision whether to post further messages now.
  mutating func decide(at now: Nanoseconds) -> Numbering.Decision { numbering.decide(elapsed: now - start) }

  /// False at `max`, where nothing is due at a time.
  var isPaced: Bool { dueTimes != nil }

  /// All connections are busy, and something is due.
  var isHeld: Bool { heldSince != nil }

  // MARK: Posting

  /// Posts the next `count` messages, fewer where it is `until` before or all connections are busy. `now` is kept up to date.
  mutating func hand(_ count: Int, until: Nanoseconds, _ now: inout Nanoseconds) -> Handing {
    let isTimed = isPaced && plan.stage.measured
    for step in 0..<count {
      now = clock.time
      if now >= until, step > 0 { return .all }
      guard client.canSend else {
        switch full(now) {
        case .drop:
          drop(now)
          continue
        case .hold: return .held
        case .fail: return .full
        }
      }
      let due = dueTimes.map { start + $0.next } ?? now
      renderer.render(numbering.next, due: due)
      if let fault = renderer.invalidValue() {
        withhold(fault.sentence(template: plan.recipe.templates[renderer.template].name), now)
        continue
      }
      switch post(due: due, now) {
      case .sent: noteSent(lateness: isTimed ? now - due : nil, now)
      case .badHeader:
        let name = plan.recipe.templates[renderer.template].name
        withhold("a header of template \(name) cannot be sent over HTTP", now)
      case .busy, .noMemory:
        hold(now)
        return .held
      }
    }
    return .all
  }

  private mutating func post(due: Nanoseconds, _ now: Nanoseconds) -> PostingClient.SendResult {
    let (value, headers) = (renderer.value, headers.of(renderer.headers, template: renderer.template))
    let message = InFlight.Message(
      sequence: numbering.next, due: due, sent: now, partition: 0, bytes: UInt32(clamping: value.count))
    let isFirstAwaited = awaited == 0
    guard let token = inFlight.add(message) else { return .busy }
    let result = client.send(UInt64(token), body: value, headers: headers)
    if result != .sent {
      _ = inFlight.remove(token)
    } else if isFirstAwaited {
      tally.awaitingSince = now
    }
    return result
  }

  private mutating func noteSent(lateness: Nanoseconds?, _ now: Nanoseconds) {
    release(now)
    if let lateness { tally.lateness.record(lateness) }
    series.sent(at: now, lateness: lateness)
    tally.bytesSent += UInt64(renderer.value.count)
    if tally.firstSend == nil { tally.firstSend = now }
    tally.lastSend = now
    // Withheld before the last send is in time.
    if tally.withheldLate > 0 { tally.withheldLate = 0 }
    pass()
  }

  private mutating func pass() {
    offered += 1
    numbering.advance()
    dueTimes?.advance(in: plan.stage.schedule)
  }

  private enum Fullness { case hold, drop, fail }

  /// All connections are busy. A message is dropped only where it was still so after the answers were taken.
  private mutating func full(_ now: Nanoseconds) -> Fullness {
    let wasHeld = isHeld
    hold(now)
    guard wasHeld else { return .hold }
    return switch plan.stage.whenFull {
    case .block: .hold
    case .drop: .drop
    case .fail: .fail
    }
  }

  private mutating func drop(_ now: Nanoseconds) {
    tally.dropped += 1
    tally.lastDropped = now
    series.dropped(at: now)
    pass()
  }

  /// Counts a message that may not be sent; the next is due when it always was.
  private mutating func withhold(_ detail: String, _ now: Nanoseconds) {
    tally.withheld += 1
    series.withheld(at: now)
    tally.lastWithheld = now
    if let length = plan.stage.schedule.length, now - start > length { tally.withheldLate += 1 }
    tally.withheldSample.offer(
      Anomaly(kind: .withheld, sequence: numbering.next, topic: "", partition: -1, detail: detail))
    pass()
  }

  private mutating func hold(_ now: Nanoseconds) { if heldSince == nil { heldSince = now } }

  private mutating func release(_ now: Nanoseconds) {
    guard let held = heldSince else { return }
    tally.held(now - held, by: .target)
    heldSince = nil
  }

  // MARK: Answers

  /// Takes the answers that have come.
  mutating func takeAnswers(_ watch: borrowing TickWatch) {
    while let answer = client.takeAnswer() { note(answer, watch) }
  }

  private mutating func note(_ answer: PostingAnswer, _ watch: borrowing TickWatch) {
    guard let message = inFlight.remove(Int(clamping: answer.number)) else { return }
    let answered = clock.time(of: answer.at)
    let outcome = PostedOutcome(answer.outcome, plan.target.answers, refusedWith: plan.expectedStatus)
    tally.lastAnswer = max(tally.lastAnswer ?? 0, answered)
    if outcome != .unsent { answers.note(answer.outcome) }
    if case .answered = answer.outcome {
      silence.answered(at: answered)
    } else {
      silence.unanswered(sentAt: message.sent, endedAt: answered)
    }
    switch outcome {
    case .acknowledged: acknowledge(message, answered, watch)
    case .rejected(let status):
      tally.statusRefusals[status, default: 0] += 1
      refuse(message, answered)
    case .unreached(let refusal):
      tally.note(refusal, answer.text)
      refuse(message, answered)
    case .unknown:
      tally.unknown += 1
      series.unknown(at: answered)
      posted.note(.unknown, message.sequence)
    case .unsent:
      tally.unsent += 1
      series.takenBack(sentAt: message.sent)
    }
  }

  private mutating func refuse(_ message: InFlight.Message, _ answered: Nanoseconds) {
    tally.rejected += 1
    series.rejected(at: answered)
    posted.note(.rejected, message.sequence)
  }

  private mutating func acknowledge(
    _ message: InFlight.Message, _ answered: Nanoseconds, _ watch: borrowing TickWatch
  ) {
    tally.noteAcknowledgement(of: message, answered, watch)
    let isTimed = plan.stage.measured && isPaced
    series.acknowledged(
      at: answered, latency: isTimed ? answered - message.due : nil, bytes: UInt64(message.bytes))
    if plan.stage.measured {
      tally.service.record(answered - message.sent)
      if message.due <= hinderedUntil {
        if message.sent <= hinderedUntil { tally.hinderedService.record(answered - message.sent) }
        if isPaced { tally.hinderedAck.record(answered - message.due) }
      }
    }
    posted.note(.acknowledged, message.sequence)
  }

  // MARK: Time and outcome

  mutating func passTime(_ now: Nanoseconds) { series.advance(to: now) }

  /// Nothing more is sent or awaited.
  mutating func finish() {
    series.finish()
    numbering.finish()
  }

  var progress: SendingProgress {
    SendingProgress(
      elapsed: clock.time - start, offered: offered, acknowledged: tally.acknowledged, rejected: tally.rejected,
      unknown: tally.unknown, aborted: 0, withheld: tally.withheld, dropped: tally.dropped,
      bytesAcknowledged: tally.bytesAcknowledged,
      latenessMax: tally.lateness.count > 0 ? Nanoseconds(clamping: tally.lateness.maximum) : nil,
      retained: inFlight.count, heldByBroker: nil)
  }

  /// Once nothing more is sent or awaited.
  var result: StageTally {
    var tally = tally
    tally.ack = series.ackLatency
    if let held = heldSince {
      let until = tally.lastAnswer.map { max($0, held) } ?? held
      tally.held(until - held, by: .target)
    }
    tally.due = numbering.due(offered: offered)
    return tally
  }
}
