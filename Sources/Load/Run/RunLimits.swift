package import Scenarios

/// How long each wait of a run may take. Every wait has a limit; tests shorten them to reach each.
package struct RunLimits: Sendable {
  /// A cluster from which nothing was heard for this long is lost.
  package var clusterLost = Nanoseconds.seconds(30)
  /// When the sending is ended the client's queue gets this long, nothing where the cluster is lost.
  package var grace = Nanoseconds.seconds(5)
  /// Told to give back what it holds, the client gets this long.
  package var takeBack = Nanoseconds.seconds(3)
  /// How long the reader may take to hear from every partition before the first send.
  package var warmUp = Nanoseconds.seconds(5)
  /// After a signal reading goes on for so long at most.
  package var afterStop = Nanoseconds.seconds(10)
  /// Instead of each stage's own `at_most`.
  package var stageAtMost: Nanoseconds?

  package init() {}

  func atMost(_ stage: Stage) -> Nanoseconds { stageAtMost ?? stage.atMost }
}
