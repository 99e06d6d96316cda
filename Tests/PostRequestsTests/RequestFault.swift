import Diagnostics
import PostRequests
import Testing

/// A request with mistakes in it, and how they are described.
struct RequestFault: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var expected: String

  init(_ name: String, _ text: String, finds expected: String) {
    self.name = name
    self.text = text
    self.expected = expected
  }

  /// With a message object of these members behind a sound kafka object.
  init(_ name: String, message members: String, finds expected: String) {
    let text = #"""
      {"kafka": {"brokers": "localhost:9092", "topic": "useractivity"},
       "message": {\#(members)}}
      """#
    self.init(name, text, finds: expected)
  }

  /// With a kafka object of these members before a sound message object.
  init(_ name: String, kafka members: String, finds expected: String) {
    let text = #"""
      {"kafka": {\#(members)},
       "message": {"content": "hello"}}
      """#
    self.init(name, text, finds: expected)
  }

  var testDescription: String { name }

  var found: String {
    let file = PostRequestFile.read(Array(text.utf8), path: "request.json")
    return file.all.map(file.files.describe).joined(separator: "\n\n")
  }
}

extension PostRequestFile {
  var all: [Diagnostic] { diagnostics + entries.flatMap(\.diagnostics) }

  static func read(_ text: String) -> PostRequestFile { read(Array(text.utf8), path: "request.json") }
}
