internal import Synchronization

/// The commands that have to follow others, as `then` of an action does: where the process ends at once, they are shown.
package final class OwedCommands: Sendable {
  private let owed = Mutex<[(name: String, words: [String])]>([])

  package init() {}

  func add(_ words: [String], of name: String) { owed.withLock { $0.append((name, words)) } }

  func remove(of name: String) { owed.withLock { owed in owed.removeAll { $0.name == name } } }

  /// Those that have not ended, in the order in which they came to be owed.
  package var all: [[String]] { owed.withLock { $0.map(\.words) } }
}
