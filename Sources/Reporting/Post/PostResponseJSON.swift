internal import Diagnostics
internal import Scenarios
internal import Templates
internal import Verification

/// Answers as JSON, with the utility's own attributes first.
package enum PostResponseJSON {
  /// One answer as an object, or an array of them, with a line end.
  package static func text(_ responses: [PostResponse], isArray: Bool) -> String {
    let objects = responses.map(object)
    guard isArray else { return objects.map { $0 + "\n" }.joined() }
    guard !objects.isEmpty else { return "[]\n" }
    let inner = objects.map { "  " + $0.replacing("\n", with: "\n  ") }
    return "[\n\(inner.joined(separator: ",\n"))\n]\n"
  }

  private static func object(_ response: PostResponse) -> String {
    let members: [(String, String)] = [
      ("status", string(response.status.rawValue)), ("execution_time", seconds(response.executionTime)),
      ("messages_sent", String(response.sent)), ("messages_failed", String(response.failed)),
      ("errorDesc", string(response.error ?? "none")), ("verdict", string(response.verdict?.rawValue)),
      ("run_id", string(response.runID)), ("exit", String(response.exit.rawValue)),
      ("verified_after", response.verifiedAfter.map(seconds) ?? "null"), ("broker", string(response.broker?.rawValue)),
      ("reports", string(response.reports)),
      ("notes", "[" + response.notes.map(string).joined(separator: ", ") + "]"),
    ]
    return "{\n" + members.map { "  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n") + "\n}"
  }

  private static func seconds(_ time: Nanoseconds) -> String { FixedPoint.seconds(nanoseconds: time, places: 3) }

  private static func string(_ text: String?) -> String {
    text.map { "\"\(String(decoding: JSONText.escaped($0), as: UTF8.self).visibleJSON)\"" } ?? "null"
  }
}
