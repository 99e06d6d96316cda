internal import Synchronization

/// Asks a run to end its sending at once, from any thread or signal handler; the first reason stays.
package final class StopRequest: Sendable {
  package enum Reason: Int, Sendable {
    case interrupt = 1
    case terminate
  }

  private let reasonCode = Atomic<Int>(0)

  package init() {}

  /// False where a stop had been asked for already.
  @discardableResult
  package func stop(_ reason: Reason) -> Bool {
    reasonCode.compareExchange(expected: 0, desired: reason.rawValue, ordering: .sequentiallyConsistent).exchanged
  }

  package var reason: Reason? { Reason(rawValue: reasonCode.load(ordering: .relaxed)) }
}
