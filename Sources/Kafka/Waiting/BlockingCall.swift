internal import Dispatch
internal import Synchronization

/// A call that blocks for as long as a clock or a file decides: it runs on a thread of its own and is awaited on the monotonic
/// clock. Where it is not awaited to its end it goes on alone, so `body` must own what it uses.
package enum BlockingCall {
  private final class Slot<Answer: Sendable>: Sendable {
    let answer = Mutex<Answer?>(nil)
    let completion = Completion()
  }

  /// The result of `body`; nil if there is none after `limit` (nil for no limit), or once `isRefused` is true.
  package static func answer<Answer: Sendable>(
    within limit: Duration?, unless isRefused: (() -> Bool)? = nil, _ body: @escaping @Sendable () -> Answer
  ) -> Answer? {
    let slot = Slot<Answer>()
    // A queue of its own has a thread of its own; a global queue has no more threads than the machine has cores.
    DispatchQueue(label: "rehearse.call").async { @Sendable in
      let answer = body()
      slot.answer.withLock { $0 = answer }
      slot.completion.signal()
    }
    return slot.completion.wait(for: limit, unless: isRefused) ? slot.answer.withLock { $0 } : nil
  }
}
