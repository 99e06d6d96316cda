package import Diagnostics

/// A command whose output lists what is in a sink, a row a line.
package struct CommandQuery: Sendable, Equatable {
  /// The program and its arguments; a name with a slash is relative to the scenario's folder.
  package var words: [RunText]
  /// The position of the list.
  package var range: SourceRange
  /// The bytes of its standard input; empty without any.
  package var input: RunText
  /// Variables beside those that this process has.
  package var environment: [CommandVariable]
  /// The time between two askings.
  package var every: Nanoseconds

  package static let usualInterval = Nanoseconds.seconds(2)

  package init(
    words: [RunText], range: SourceRange, input: RunText = RunText(""), environment: [CommandVariable] = [],
    every: Nanoseconds = usualInterval
  ) {
    self.words = words
    self.range = range
    self.input = input
    self.environment = environment
    self.every = every
  }
}

/// A variable of a command's environment.
package struct CommandVariable: Sendable, Equatable {
  package var name: String
  package var value: SecretText
  /// The value where it is no secret, with `{{run.tag}}` in it.
  package var text: RunText?

  package init(name: String, value: SecretText, text: RunText? = nil) {
    self.name = name
    self.value = value
    self.text = text
  }
}

/// A text in which `{{run.tag}}` stands for the tag of the run; variables are in it already.
package struct RunText: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case text(String)
    case runTag
  }

  package var pieces: [Piece]

  package init(_ pieces: [Piece]) { self.pieces = pieces }

  package init(_ text: String) { pieces = text.isEmpty ? [] : [.text(text)] }

  /// With the tag of a run.
  package func text(tag: String) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .runTag: tag
      }
    }.joined()
  }

  /// As it is written.
  package var source: String { text(tag: "{{run.tag}}") }
}
