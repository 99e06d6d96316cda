package import Diagnostics
internal import Templates

/// One value and where it comes from.
package struct ExplainedValue: Sendable, Equatable {
  package enum Origin: Sendable, Equatable {
    /// Written there.
    case written(SourcePosition)
    /// Holds by the language, and would be written as the value is.
    case byLanguage
    /// Holds by the language; what it is depends on something else, and is said in words.
    case computed(String)
  }

  /// The variables of the environment that a value comes from, or the reason why it is not shown.
  package enum Note: Sendable, Equatable {
    case variable(String)
    /// The variable is not set, and its default is taken.
    case unset(String)
    /// Named like a secret: its value is not shown.
    case secretVariable(String)
    /// A secret in plain text, which is not shown.
    case plainSecret
  }

  /// The keys that lead there from the top of the file; stages by their names, other items of a list by their index from 0.
  package var keys: [String]
  /// The value as it would be written; empty where the origin is enough.
  package var value: String
  package var origin: Origin
  package var notes: [Note]

  package init(keys: [String], value: String, origin: Origin, notes: [Note] = []) {
    self.keys = keys
    self.value = value
    self.origin = origin
    self.notes = notes
  }

  /// As `--set` takes it, `stages.peak.rate`: a key with a dot or a blank is quoted.
  package var path: String { keys.map(Self.quotedIfNeeded).joined(separator: ".") }

  private static func quotedIfNeeded(_ key: String) -> String {
    let isPlain =
      !key.isEmpty && key.utf8.allSatisfy { Identifier.isAlphanumeric($0) || "_-*".utf8.contains($0) }
    return isPlain ? key : "\"\(key)\""
  }
}
