package import Diagnostics

/// A secret by its source. Its value is not read before the run needs it.
package struct Secret: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// The name of an environment variable.
    case environment(String)
    /// The path of a file.
    case file(String)
    case command(SecretCommand)
    /// A password in plain text, which is not recommended.
    case text(String)
  }

  package var source: Source
  /// The key that it is the value of: `password`.
  package var key: String
  /// The position of its source.
  package var range: SourceRange

  package init(_ source: Source, key: String, range: SourceRange) {
    self.source = source
    self.key = key
    self.range = range
  }
}

/// A command whose output is a secret.
package struct SecretCommand: Sendable, Equatable {
  package enum Words: Sendable, Equatable {
    /// A text for the shell.
    case text(String)
    /// A program and its arguments, which no shell sees.
    case arguments([String])
  }

  package var words: Words
  /// The longest time that it may take.
  package var within: Nanoseconds

  package static let usualLimit = Nanoseconds.seconds(10)

  package init(_ words: Words, within: Nanoseconds = usualLimit) {
    self.words = words
    self.within = within
  }
}
