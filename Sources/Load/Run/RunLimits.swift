package import Scenarios

/// The longest times that each wait of a run may take. Every wait has a limit; tests shorten them to reach each.
package struct RunLimits: Sendable {
  /// The time without an answer after which a cluster is lost.
  package var clusterLost = Nanoseconds.seconds(30)
  /// The time for the client's queue when the sending is ended; none where the cluster is lost.
  package var grace = Nanoseconds.seconds(5)
  /// The time for the client to give back what it holds, after a purge.
  package var purge = Nanoseconds.seconds(3)
  /// The time for the clients of all stages to close once the last has ended.
  package var closing = Nanoseconds.seconds(6)
  /// The time for a target to be ready before the first send.
  package var targetReady = Nanoseconds.seconds(10)
  /// The time for the reader to hear from every partition before the first send.
  package var warmUp = Nanoseconds.seconds(5)
  /// The time for which the embedded broker may take nothing before a stage is ended.
  package var held = Nanoseconds.seconds(30)
  /// The longest time for which reading goes on after a signal.
  package var afterStop = Nanoseconds.seconds(10)
  /// The limit of every stage, in place of its own `at_most`.
  package var stageAtMost: Nanoseconds?

  package init() {}

  func atMost(_ stage: Stage) -> Nanoseconds { stageAtMost ?? stage.atMost }
}
