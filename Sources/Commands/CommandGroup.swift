internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The processes of a command that runs, for a thread that has to end them at once: a program that quits leaves none behind.
package final class CommandGroup: Sendable {
  /// The process that leads it; nil while none runs.
  private let leader = Mutex<pid_t?>(nil)

  package init() {}

  func join(_ process: pid_t) { leader.withLock { $0 = process } }

  func leave() { leader.withLock { $0 = nil } }

  package func end() {
    leader.withLock { leader in
      if let leader { _ = kill(-leader, SIGKILL) }
    }
  }
}
