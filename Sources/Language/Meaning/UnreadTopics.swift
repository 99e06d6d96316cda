internal import Diagnostics
internal import Scenarios

/// The checks of what a scenario cannot ask for where its run reads nothing back.
enum UnreadTopics {
  /// One diagnostic for each topic that would be deleted before it is read, and one for a reader that is expected to be refused.
  static func diagnostics(of verify: Verify?, _ topics: Declarations<Topic>?) -> [Diagnostic] {
    guard let verify, verify.mode == .later else { return [] }
    let deleted = (topics?.entries ?? []).compactMap { entry -> Diagnostic? in
      guard let topic = entry.value, topic.deletion != .never, let written = entry.fields?["delete"] else { return nil }
      return Diagnostic(
        code: .conflict, "topic \(quoted(entry.name)) would be deleted before it is read: \"mode\" of verify is later",
        at: written.value.range, remedy: "write never")
    }
    let refused = verify.refusal.map { refusal in
      Diagnostic(
        code: .conflict, "no reader can be refused: \"mode\" of verify is later, and nothing is read",
        at: refusal.range,
        remedy: "write another mode, or take \(quoted(refusal.condition)) out")
    }
    return deleted + [refused].compactMap { $0 }
  }
}
