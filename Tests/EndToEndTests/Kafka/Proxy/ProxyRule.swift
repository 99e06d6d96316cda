/// An instruction for a proxy: it concerns requests of one kind, or their answers. The first rule that applies decides.
struct ProxyRule: Sendable {
  enum Act: Sendable {
    /// The request, and what follows it on its connection, waits until the proxy is asked to release it.
    case hold
    /// The request does not arrive, and is not answered.
    case drop
    /// The request arrives, and is not answered.
    case dropAnswer
    /// The connection is closed, and the request does not arrive.
    case close
    /// The request arrives, and its connection is closed in place of the answer.
    case closeBeforeAnswer
    /// The request arrives with other bytes. Those for which the closure returns nil are not meant, and do not count.
    case changeRequest(@Sendable (KafkaFrame) -> [UInt8]?)
    /// The answer arrives with other bytes, as above.
    case changeAnswer(@Sendable (KafkaFrame) -> [UInt8]?)
  }

  /// The requests that are meant, counted from 1 since the rule was given.
  enum Which: Sendable {
    case every
    case nth(Int)
    /// The nth, and as many later again.
    case everyNth(Int)

    func includes(_ count: Int) -> Bool {
      switch self {
      case .every: true
      case .nth(let n): count == n
      case .everyNth(let n): count % n == 0
      }
    }
  }

  var api: KafkaAPI
  var which: Which = .every
  var act: Act
}

/// The decision of the rules for one request or answer.
enum ProxyDecision: Sendable {
  case pass, hold, drop, dropAnswer, close, closeBeforeAnswer
  case send([UInt8])
}

/// The rules in force, and how often each has met a request that is meant, and was applied.
struct ProxyScript: Sendable {
  private var rules: [(rule: ProxyRule, met: Int, applied: Int)]

  init(_ rules: [ProxyRule]) { self.rules = rules.map { ($0, 0, 0) } }

  /// The number of times that each rule was applied, in their order.
  var applied: [Int] { rules.map(\.applied) }

  mutating func decide(request: KafkaFrame) -> ProxyDecision {
    decide(request) { act in
      switch act {
      case .hold: .hold
      case .drop: .drop
      case .dropAnswer: .dropAnswer
      case .close: .close
      case .closeBeforeAnswer: .closeBeforeAnswer
      case .changeRequest(let change): change(request).map { .send($0) }
      case .changeAnswer: nil
      }
    }
  }

  mutating func decide(answer: KafkaFrame) -> ProxyDecision {
    decide(answer) { act in
      switch act {
      case .changeAnswer(let change): change(answer).map { .send($0) }
      case .hold, .drop, .dropAnswer, .close, .closeBeforeAnswer, .changeRequest: nil
      }
    }
  }

  private mutating func decide(
    _ frame: KafkaFrame, _ decision: (ProxyRule.Act) -> ProxyDecision?
  ) -> ProxyDecision {
    for index in rules.indices where rules[index].rule.api == frame.api {
      guard let decision = decision(rules[index].rule.act) else { continue }
      rules[index].met += 1
      guard rules[index].rule.which.includes(rules[index].met) else { continue }
      rules[index].applied += 1
      return decision
    }
    return .pass
  }

  /// Without the rules that hold requests.
  mutating func stopHolding() {
    rules.removeAll { if case .hold = $0.rule.act { true } else { false } }
  }
}
