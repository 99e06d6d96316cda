package import Scenarios

/// How long each wait of a run may take, in nanoseconds. Every wait has a limit; tests shorten them to reach each.
package struct RunLimits: Sendable {
  /// A cluster from which nothing was heard for this long is lost.
  package var clusterLost: Int64 = 30 * .second
  /// When the sending is ended the client's queue gets this long, nothing where the cluster is lost.
  package var grace: Int64 = 5 * .second
  /// Told to give back what it holds, the client gets this long.
  package var takeBack: Int64 = 3 * .second
  /// How long the reader may take to hear from every partition before the first send.
  package var warmUp: Int64 = 5 * .second
  /// After a signal reading goes on for so long at most.
  package var afterStop: Int64 = 10 * .second
  /// Instead of each stage's own `at_most`.
  package var stageAtMost: Nanoseconds?

  package init() {}

  func atMost(_ stage: Stage) -> Nanoseconds { stageAtMost ?? stage.atMost }
}
